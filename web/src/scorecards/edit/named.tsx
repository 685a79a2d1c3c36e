import { LANGUAGES_OF_NAMES } from '../../indicators/edit/draft';
import { TextEntry } from '../../plan/fields';
import { useEditorWords } from '../../words/indicatorEditor';
import { useScorecardWords } from '../../words/scorecards';
import { textOf, withText } from './draft';

type Text = Parameters<typeof textOf>[0];
type Props = {
  readonly label: string;
  readonly at: string;
  readonly value: Text;
  readonly hint?: string;
  readonly kind?: 'area' | 'line';
  readonly onChange: (value: NonNullable<Text>) => void;
};

/** A text in the language of the page, and in the others on demand. */
export function NamedEntry({ label, at, value, hint, kind = 'line', onChange }: Props) {
  const { language } = useEditorWords();
  const word = useScorecardWords();
  const others = LANGUAGES_OF_NAMES.filter((one) => one !== language);
  const inOthers = typeof value === 'object';
  return (
    <div>
      <TextEntry
        {...{ label, at, kind }}
        {...(hint !== undefined && { hint })}
        value={textOf(value, language)}
        onChange={(text) => onChange(withText(value, language, text))}
      />
      {inOthers ? (
        <details>
          <summary>{word('sc.otherLanguages')}</summary>
          <div className="pair">
            {others.map((one) => (
              <TextEntry
                key={one}
                {...{ kind }}
                label={`${label} (${word(`sc.in.${one}`)})`}
                at={`${at}/${one}`}
                value={textOf(value, one)}
                onChange={(text) => onChange(withText(value, one, text))}
              />
            ))}
          </div>
        </details>
      ) : (
        <button
          type="button"
          className="link"
          onClick={() => onChange({ [language]: textOf(value, language) })}
          aria-label={`${word('sc.inLanguages')}: ${label}`}
        >
          {word('sc.inLanguages')}
        </button>
      )}
    </div>
  );
}
