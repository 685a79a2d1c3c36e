import { decide, open } from '../domain/training/decide';
import type { TrainingEvent } from '../domain/training/events';
import { evolve } from '../domain/training/evolve';
import type { Need } from '../domain/training/state';
import type { Instant } from '../domain/shared/time';
import { chained } from './chained';
import type { NeedAppend, TrainingCommands, TrainingOrder, TrainingOutcome, Trainings } from './trainings.ports';

/** A second writer of a stream reads again and decides again so often. */
const TRIES = 3;
type Deps = { readonly trainings: Trainings; readonly now: () => Instant };

/** Decides and stores in one transaction, as ideas do. */
export function trainingCommands({ trainings, now }: Deps): TrainingCommands {
  return {
    async open(opening, { by, commandId }, dropped) {
      const decision = open(opening, { by, at: now() }, dropped);
      if (!decision.ok) return decision;
      const { id } = opening;
      const change = changeOf({ id, commandId, events: decision.events, head: '', version: 0 });
      if (await trainings.append(change)) return { ok: true, need: change.need, version: change.recorded.length };
      return (await trainings.has(id, commandId)) ? there(id) : answeredAlready(id);
    },
    async command(id, order) {
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const outcome = await attemptOf(id, order);
        if (outcome !== undefined) return outcome;
      }
      return { ok: false, refusal: { code: 'CHANGED_MEANWHILE' } };
    },
  };

  async function there(id: string): Promise<TrainingOutcome> {
    const row = await trainings.get(id);
    if (row === undefined) return { ok: false, refusal: { code: 'NO_SUCH_NEED', params: { id } } };
    return { ok: true, need: row.need, version: row.version };
  }

  async function answeredAlready(id: string): Promise<TrainingOutcome> {
    const row = await trainings.get(id);
    return {
      ok: false,
      refusal: { code: 'TRAINING_ALREADY_ANSWERED', params: { id, status: row?.need.status ?? '-' } },
    };
  }

  /** `undefined`: somebody was quicker. */
  async function attemptOf(id: string, order: TrainingOrder): Promise<TrainingOutcome | undefined> {
    const { command, by, commandId, expected, facts } = order;
    const row = await trainings.get(id);
    if (row === undefined || (await trainings.has(id, commandId))) return there(id);
    if (expected !== undefined && expected !== row.version)
      return { ok: false, refusal: { code: 'CHANGED_MEANWHILE', params: { current: row.version } } };
    const decision = decide(command, row.need, { by, at: now() }, facts);
    if (!decision.ok) return decision;
    const [last] = await trainings.read(id, row.version - 1, 1);
    const { version, need } = row;
    const change = changeOf({ id, commandId, events: decision.events, head: last?.hash ?? '', version, need });
    if (!(await trainings.append(change))) return undefined;
    return { ok: true, need: change.need, version: version + decision.events.length };
  }
}

type Changing = {
  readonly id: string;
  readonly commandId: string;
  readonly events: readonly TrainingEvent[];
  readonly head: string;
  readonly version: number;
  readonly need?: Need;
};
function changeOf({ id, commandId, events, head, version, need: before }: Changing): NeedAppend {
  const need = events.reduce<Need | undefined>((state, event) => evolve(state, event), before);
  if (need === undefined) throw new Error(`no events for ${id}`);
  return { recorded: chained(id, version + 1, commandId, events, head), need };
}
