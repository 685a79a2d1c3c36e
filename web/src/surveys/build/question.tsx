import { Link } from 'wouter';
import { canBeIndicator, fromQuestionHref } from '../../indicators/edit/fromQuestion';
import { Tick } from '../../organisation/fields';
import { NumberEntry, SelectEntry, TextEntry } from '../../plan/fields';
import { useBuildWords } from '../../words/surveyBuild';
import { canSplit, KINDS } from './draft';
import type { Ask, Draft, Kind } from './draft';
import { OptionList } from './options';
import { pointsOf } from './lacks';
import { SaidEntry } from './said';

export type AskProps = {
  readonly ask: Ask;
  /** From 0. */
  readonly index: number;
  readonly draft: Draft;
  /** The draft as it is stored; empty: it is not stored yet. */
  readonly survey: string;
  readonly onChange: (change: Partial<Ask>) => void;
};

/** One question: its text, its kind, and what belongs to the kind. */
export function QuestionFields({ ask, index, draft, survey, onChange }: AskProps) {
  const word = useBuildWords();
  const at = `/questions/${index}`;
  const { languages } = draft;
  const no = index + 1;
  return (
    <>
      <SaidEntry
        {...{ label: word('questionText', { no }), at: `${at}/text`, said: ask.text, languages }}
        onChange={(text) => onChange({ text })}
      />
      <div className="pair">
        <SelectEntry
          {...{ label: word('kind', { no }), at: `${at}/type`, value: ask.type }}
          options={KINDS.map((kind) => ({ value: kind, text: word(`kind.${kind}`) }))}
          onChange={(type) => onChange({ type: type as Kind })}
        />
        {ask.type === 'scale' && <Range ask={ask} at={at} onChange={onChange} />}
      </div>
      {ask.type === 'choice' && <OptionList {...{ ask, at, languages, onChange }} />}
      <Tick label={word('required')} checked={ask.required} onChange={(required) => onChange({ required })} />
      <More {...{ ask, index, draft, survey, onChange }} />
    </>
  );
}

type RangeProps = Pick<AskProps, 'ask' | 'onChange'> & { readonly at: string };
const Range = ({ ask, at, onChange }: RangeProps) => {
  const word = useBuildWords();
  return (
    <div className="pair">
      <NumberEntry label={word('min')} at={`${at}/min`} value={ask.min} onChange={(min) => onChange({ min })} />
      <NumberEntry label={word('max')} at={`${at}/max`} value={ask.max} onChange={(max) => onChange({ max })} />
    </div>
  );
};

/** What few change: explanation, words of the scale, dimension, the name in results. */
function More({ ask, index, draft, survey, onChange }: AskProps) {
  const word = useBuildWords();
  const at = `/questions/${index}`;
  const { languages, factors } = draft;
  return (
    <details>
      <summary>{word('more')}</summary>
      <div className="stack">
        <SaidEntry
          {...{ label: word('help'), at: `${at}/help`, said: ask.help, languages }}
          onChange={(help) => onChange({ help })}
        />
        {factors.length > 0 && (
          <SelectEntry
            {...{ label: word('dimension'), at: `${at}/factor`, value: ask.factor, empty: word('dimensionNone') }}
            options={factors.map(({ key, name }) => ({
              value: key,
              text: languages.map((one) => name[one]).find(Boolean) ?? key,
            }))}
            onChange={(factor) => onChange({ factor })}
          />
        )}
        {ask.type === 'scale' && <ScaleWords {...{ ask, at, languages, onChange }} />}
        {canSplit(ask) && (
          <Tick label={word('splits')} checked={ask.splits} onChange={(splits) => onChange({ splits })} />
        )}
        {ask.type === 'text' && (
          <NumberEntry
            {...{ label: word('maxLength'), at: `${at}/maxLength`, value: ask.maxLength }}
            onChange={(maxLength) => onChange({ maxLength })}
          />
        )}
        <TextEntry
          {...{ label: word('key'), hint: word('keyHint'), at: `${at}/key`, value: ask.key }}
          onChange={(key) => onChange({ key: key.trim() })}
        />
        {canBeIndicator(ask) &&
          (survey === '' ? (
            <p className="hint">{word('toIndicatorLater')}</p>
          ) : (
            <Link href={fromQuestionHref(survey, ask.key)}>{word('toIndicator')}</Link>
          ))}
      </div>
    </details>
  );
}

type ScaleProps = RangeProps & { readonly languages: Draft['languages'] };
function ScaleWords({ ask, at, languages, onChange }: ScaleProps) {
  const word = useBuildWords();
  return (
    <>
      <NumberEntry
        {...{ label: word('topBox'), hint: word('topBoxHint'), at: `${at}/topBox`, value: ask.topBox }}
        onChange={(topBox) => onChange({ topBox })}
      />
      <fieldset>
        <legend>{word('labels')}</legend>
        {pointsOf(ask).map((point) => (
          <SaidEntry
            key={point}
            {...{
              label: word('label', { point }),
              at: `${at}/labels/${point}`,
              said: ask.labels[point] ?? {},
              languages,
            }}
            onChange={(said) => onChange({ labels: { ...ask.labels, [point]: said } })}
          />
        ))}
      </fieldset>
    </>
  );
}
