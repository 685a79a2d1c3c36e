import { Tick } from '../../organisation/fields';
import { useLack } from '../../plan/fields';
import { useBuildWords } from '../../words/surveyBuild';
import { nextKey } from './draft';
import type { Ask, Draft } from './draft';
import { SaidEntry } from './said';

type Props = {
  readonly ask: Ask;
  readonly at: string;
  readonly languages: Draft['languages'];
  readonly onChange: (change: Partial<Ask>) => void;
};

/** What can be chosen. */
export function OptionList({ ask, at, languages, onChange }: Props) {
  const word = useBuildWords();
  const lack = useLack(`${at}/options`);
  const { options, multiple } = ask;
  const set = (next: Ask['options']) => onChange({ options: next });
  const add = () =>
    set([
      ...options,
      {
        key: nextKey(
          'a',
          options.map(({ key }) => key),
        ),
        text: {},
      },
    ]);
  return (
    <fieldset>
      <legend>{word('options')}</legend>
      {options.map((option, i) => (
        <div key={option.key} className="line">
          <SaidEntry
            {...{ label: word('option', { no: i + 1 }), at: `${at}/options/${i}`, said: option.text, languages }}
            onChange={(text) => set(options.map((one, at_) => (at_ === i ? { ...one, text } : one)))}
          />
          <button
            type="button"
            aria-label={word('optionRemove', { no: i + 1 })}
            onClick={() => set(options.filter((_one, at_) => at_ !== i))}
          >
            ✕
          </button>
        </div>
      ))}
      {lack !== undefined && <p className="missing">{lack}</p>}
      <div className="buttons">
        <button type="button" onClick={add}>
          {word('optionAdd')}
        </button>
      </div>
      <Tick label={word('multiple')} checked={multiple} onChange={(on) => onChange({ multiple: on })} />
    </fieldset>
  );
}
