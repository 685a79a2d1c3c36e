import { useState } from 'react';
import { useCommand } from '../api/queries';
import type { CycleCommand, CycleView } from '../api/queries';
import { ProblemNote } from '../parts/notes';
import { useCycleWords } from '../words/cycles';
import { useWords } from '../words/words';

/** A command that was carried out, with the cycle as it was before. */
export type Done = { readonly command: CycleCommand; readonly before: CycleView; readonly version: number };

/** The command that takes another one back, where the domain has one: the record keeps both. */
export function inverseOf(
  { command, before }: Pick<Done, 'command' | 'before'>,
  reason: string,
): CycleCommand | undefined {
  switch (command.type) {
    case 'PauseCycle':
      return { type: 'ResumeCycle', reason };
    case 'ResumeCycle':
      return { type: 'PauseCycle', reason };
    case 'ProgressCountermeasure': {
      const { countermeasure } = command;
      const was = 'progress' in before ? before.progress[countermeasure] : undefined;
      return { type: 'ProgressCountermeasure', countermeasure, status: was?.status ?? 'planned', note: reason };
    }
    case 'ChangeReviewers': {
      const reviewers = [...(before.plan.reviewers ?? [])];
      return reviewers.length === 0 ? undefined : { type: 'ChangeReviewers', reviewers, reason };
    }
    default:
      return undefined;
  }
}

type UndoProps = { readonly done: Done; readonly cycle: CycleView; readonly onGone: () => void };

/** Says what was done and offers to take it back, until somebody has gone on from there. */
export function Undo({ done, cycle, onGone }: UndoProps) {
  const { say } = useWords();
  const tell = useCycleWords();
  const [undone, setUndone] = useState(false);
  const [key] = useState(() => crypto.randomUUID());
  const command = useCommand(cycle.id);
  const what = say(`command.${done.command.type}`);
  const inverse = inverseOf(done, tell('undo.reason', { what }));
  const fresh = cycle.version <= done.version;
  const takeBack = async (back: CycleCommand) => {
    const answer = await command.mutateAsync({ command: back, version: done.version, key }).catch(() => undefined);
    setUndone(answer !== undefined);
  };
  return (
    <div className="note done">
      <p role="status">{undone ? tell('undo.undone') : tell('undo.done', { what })}</p>
      {command.error !== null && <ProblemNote error={command.error} />}
      <div className="buttons">
        {!undone && fresh && inverse !== undefined && (
          <button type="button" disabled={command.isPending} onClick={() => void takeBack(inverse)}>
            {tell('undo.do')}
          </button>
        )}
        <button type="button" onClick={onGone}>
          {tell('undo.close')}
        </button>
      </div>
    </div>
  );
}
