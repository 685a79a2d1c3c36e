import { NumberEntry, TextEntry } from '../../plan/fields';
import { useEditorWords } from '../../words/indicatorEditor';
import { EXAMPLES } from '../entry';
import type { Definition } from '../queries';
import type { TrajectoryDraft } from './draft';

type Props = {
  readonly trajectory: TrajectoryDraft;
  readonly frequency: Definition['frequency'];
  readonly percent: boolean;
  readonly onChange: (trajectory: TrajectoryDraft) => void;
};

/** Targets of single periods. */
export function TrajectoryEntry({ trajectory, frequency, percent, onChange }: Props) {
  const { say } = useEditorWords();
  const put = (at: number, change: Partial<TrajectoryDraft[number]>) =>
    onChange(trajectory.map((one, i) => (i === at ? { ...one, ...change } : one)));
  return (
    <>
      <p className="hint">{say('ed.trajectoryHint')}</p>
      {trajectory.map(({ period, target }, at) => (
        <div key={at} className="pair">
          <TextEntry
            label={say('ed.periodNo', { no: at + 1 })}
            hint={say('entry.periodHint', { example: EXAMPLES[frequency] })}
            at={`/trajectory/${at}/period`}
            value={period}
            onChange={(text) => put(at, { period: text.trim() })}
          />
          <NumberEntry
            {...{ label: say('ed.targetNo', { no: at + 1 }), at: `/trajectory/${at}/target`, percent, value: target }}
            onChange={(value) => put(at, { target: value })}
          />
        </div>
      ))}
      <div className="buttons">
        <button type="button" onClick={() => onChange([...trajectory, { period: '' }])}>
          {say('ed.addPeriod')}
        </button>
        {trajectory.length > 0 && (
          <button type="button" onClick={() => onChange(trajectory.slice(0, -1))}>
            {say('ed.removePeriod')}
          </button>
        )}
      </div>
    </>
  );
}
