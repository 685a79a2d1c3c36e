import { NumberEntry } from '../../plan/fields';
import { useEditorWords } from '../../words/indicatorEditor';
import { Bands } from './bands';
import type { PartProps } from './parts';
import { Scoring } from './scoring';
import { TrajectoryEntry } from './trajectory';

/** What is aimed at, and how a value is judged. */
export function Judgement({ draft, set }: PartProps) {
  const { say } = useEditorWords();
  const percent = draft.unit === 'ratio';
  const one = (part: 'baseline' | 'target' | 'stretch') => (
    <NumberEntry
      key={part}
      label={say('field.optional', { label: say(part === 'target' ? 'ind.target' : `ed.${part}`) })}
      hint={say(`ed.${part}Hint`)}
      at={`/${part}`}
      percent={percent}
      value={draft[part]}
      onChange={(value) => set({ [part]: value })}
    />
  );
  return (
    <fieldset key={String(percent)}>
      <legend>{say('ed.judgement')}</legend>
      <div className="pair">{(['target', 'baseline', 'stretch'] as const).map(one)}</div>
      <details open={draft.trajectory.length > 0}>
        <summary>{say('ed.trajectory')}</summary>
        <TrajectoryEntry
          trajectory={draft.trajectory}
          frequency={draft.frequency}
          percent={percent}
          onChange={(trajectory) => set({ trajectory })}
        />
      </details>
      <Bands draft={draft} set={set} />
      <details open={draft.scoring !== undefined}>
        <summary>{say('ed.scoring')}</summary>
        <Scoring draft={draft} set={set} />
      </details>
    </fieldset>
  );
}
