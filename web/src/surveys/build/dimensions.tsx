import { useBuildWords } from '../../words/surveyBuild';
import { nextKey } from './draft';
import { SaidEntry } from './said';
import type { PartProps } from './said';

/** The dimensions that questions may belong to. Questions of one that goes belong to none any more. */
export function Dimensions({ draft, set }: PartProps) {
  const word = useBuildWords();
  const { factors, languages, questions } = draft;
  const remove = (key: string) =>
    set({
      factors: factors.filter((one) => one.key !== key),
      questions: questions.map((ask) => (ask.factor === key ? { ...ask, factor: '' } : ask)),
    });
  const add = () =>
    set({
      factors: [
        ...factors,
        {
          key: nextKey(
            'd',
            factors.map(({ key }) => key),
          ),
          name: {},
        },
      ],
    });
  return (
    <fieldset>
      <legend>{word('dimensions')}</legend>
      <p className="hint">{word('dimensionsHint')}</p>
      {factors.map(({ key, name }, i) => (
        <div key={key} className="line">
          <SaidEntry
            {...{ label: word('dimensionName', { no: i + 1 }), at: `/factors/${i}/name`, said: name, languages }}
            onChange={(said) => set({ factors: factors.map((one) => (one.key === key ? { key, name: said } : one)) })}
          />
          <button type="button" aria-label={word('dimensionRemove', { no: i + 1 })} onClick={() => remove(key)}>
            ✕
          </button>
        </div>
      ))}
      <div className="buttons">
        <button type="button" onClick={add}>
          {word('dimensionAdd')}
        </button>
      </div>
    </fieldset>
  );
}
