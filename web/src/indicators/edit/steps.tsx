import { NumberEntry } from '../../plan/fields';
import { useEditorWords } from '../../words/indicatorEditor';
import type { ScoringDraft } from './draft';

type StepsProps = { readonly scoring: ScoringDraft; readonly put: (change: Partial<ScoringDraft>) => void };
/** Pairs of a value and its points. */
export function Steps({ scoring: { points = [], between }, put }: StepsProps) {
  const { say } = useEditorWords();
  const change = (at: number, place: 0 | 1, value: number | undefined) =>
    put({
      points: points.map((pair, i): [number, number] => {
        if (i !== at) return pair;
        return place === 0 ? [value ?? 0, pair[1]] : [pair[0], value ?? 0];
      }),
    });
  return (
    <>
      {points.map(([value, score], at) => (
        <div key={at} className="pair">
          <NumberEntry
            {...{ label: say('ed.stepValue', { no: at + 1 }), at: `/scoring/points/${at}/0`, value }}
            onChange={(typed) => change(at, 0, typed)}
          />
          <NumberEntry
            {...{ label: say('ed.stepPoints', { no: at + 1 }), at: `/scoring/points/${at}/1`, value: score }}
            onChange={(typed) => change(at, 1, typed)}
          />
        </div>
      ))}
      <div className="buttons">
        <button type="button" onClick={() => put({ points: [...points, [0, 0]] })}>
          {say('ed.addStep')}
        </button>
        {points.length > 0 && (
          <button type="button" onClick={() => put({ points: points.slice(0, -1) })}>
            {say('ed.removeStep')}
          </button>
        )}
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={between === 'step'}
          onChange={({ target }) => put({ between: target.checked ? 'step' : 'interpolate' })}
        />{' '}
        {say('ed.stepwise')}
      </label>
    </>
  );
}
