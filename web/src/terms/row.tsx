import { isFieldTerm } from '../../../src/domain/terms/fieldTerms';
import type { OwnWords } from '../../../src/domain/terms/inTerms';
import { Line } from '../organisation/fields';
import type { Language } from '../words/languages';
import { useTermsWords } from '../words/terms';
import { saidWith, wrongWith } from './catalogue';
import type { Entry } from './catalogue';

type RowProps = {
  readonly entry: Entry;
  readonly language: Language;
  readonly word: string;
  /** What is said where this unit says nothing of its own. */
  readonly inherited?: { readonly unit: string; readonly word: string } | undefined;
  /** All words as they hold here, for the preview. */
  readonly own: OwnWords;
  /** Missing: it is only read. */
  readonly onChange?: ((word: string) => void) | undefined;
};
const MOST_PREVIEWED = 8;

/** The shipped word, the office's own beside it, and where it will be read. */
export function TermRow({ entry, language, word, inherited, own, onChange }: RowProps) {
  const say = useTermsWords();
  const { key, shipped } = entry;
  const wrong = wrongWith(entry, word.trim());
  const error =
    wrong === undefined
      ? undefined
      : wrong.why === 'long'
        ? say('own.tooLong')
        : say('own.blank', { blanks: wrong.blanks });
  return (
    <li className="card small stack">
      {inherited !== undefined && <p className="hint">{say('own.inherited', inherited)}</p>}
      {onChange === undefined ? (
        <p lang={language}>
          <strong>{shipped}</strong>
          {word !== '' && `: ${word}`}
        </p>
      ) : (
        <div className="own-word">
          <Line
            label={say('own.word', { shipped })}
            lang={language}
            value={word}
            maxLength={1000}
            placeholder={inherited?.word ?? shipped}
            error={error}
            onChange={({ target }) => onChange(target.value)}
          />
          {word !== '' && (
            <button type="button" aria-label={say('own.back', { shipped })} onClick={() => onChange('')}>
              {say('own.backShort')}
            </button>
          )}
        </div>
      )}
      {isFieldTerm(key) && <Preview {...{ term: key, language, own }} />}
    </li>
  );
}

function Preview({
  term,
  language,
  own,
}: {
  readonly term: Parameters<typeof saidWith>[0];
  readonly language: Language;
  readonly own: OwnWords;
}) {
  const say = useTermsWords();
  const sentences = saidWith(term, language, own);
  return (
    <details>
      <summary>
        {say('own.preview')} ({sentences.length})
      </summary>
      <p className="hint">{say('own.everywhere', { count: sentences.length })}</p>
      <ul lang={language}>
        {sentences.slice(0, MOST_PREVIEWED).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
