import type { Calendar } from '../domain/calendar/calendar.schema';
import { localDateOf } from '../domain/calendar/zone';
import { decide } from '../domain/evaluations/decide';
import type { EvaluationContext } from '../domain/evaluations/decide';
import type { EvaluationEvent, ToldResult } from '../domain/evaluations/events';
import { evolve } from '../domain/evaluations/evolve';
import { factsOf } from '../domain/evaluations/factsOf';
import { evaluationId } from '../domain/evaluations/state';
import type { Evaluation } from '../domain/evaluations/state';
import { firstDayOf } from '../domain/indicators/period';
import type { SchemeDefinition } from '../domain/schemes/scheme.schema';
import type { Refusal } from '../domain/shared/result';
import type { Instant, LocalDate } from '../domain/shared/time';
import { chained } from './chained';
import type {
  EvaluationOpening,
  EvaluationOrder,
  EvaluationOutcome,
  EvaluationRow,
  Evaluations,
  EvaluationStore,
} from './evaluations.ports';

export type EvaluationBookDeps = {
  readonly store: EvaluationStore;
  readonly calendarOf: (unit: string) => Promise<Calendar>;
  readonly schemeInForce: (
    id: string,
    day: LocalDate,
  ) => Promise<{ readonly version: number; readonly definition: SchemeDefinition } | undefined>;
  /** The score of a scheme; `undefined` with `why`: it cannot be given. */
  readonly scored: (definition: SchemeDefinition, evaluation: Evaluation) => ToldResult;
  readonly now: () => Instant;
};

/** Another process was faster: again after a moment that differs between them. */
const TRIES = 20;
const pause = (tries: number): Promise<void> =>
  new Promise((go) => setTimeout(go, Math.random() * Math.min(200, 5 * 2 ** tries)));

/** Evaluations of people: decided on what is stored, and stored as one. */
export function evaluationBook(deps: EvaluationBookDeps): Evaluations {
  const { store } = deps;
  const oneByOne = queues();

  const command = (id: string, order: EvaluationOrder): Promise<EvaluationOutcome> =>
    oneByOne(id, async () => {
      for (let tries = 0; tries < TRIES; tries++) {
        const outcome = await attempt(id, order, deps);
        if (outcome !== 'conflict') return outcome;
        await pause(tries);
      }
      return refused({ code: 'CHANGED_MEANWHILE' });
    });

  return {
    ...store,
    command,
    commandMany: (orders) => severalAtOnce(orders, async ({ id, ...order }) => ({ ...(await command(id, order)), id })),
    openMany: (rows, order) => store.insertMany(rows.map((row) => opened(row, order))),
    async *factsOfPeriod(periodId) {
      for await (const row of store.ofPeriod(periodId))
        if (row.evaluation.phase !== 'excluded') yield { row, facts: factsOf(row.evaluation) };
    },
  };
}

const AT_ONCE = 8;
/** In the order given; a few at a time. */
async function severalAtOnce<One, Answer>(all: readonly One[], work: (one: One) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let done = 0; done < all.length; done += AT_ONCE)
    answers.push(...(await Promise.all(all.slice(done, done + AT_ONCE).map(work))));
  return answers;
}

const refused = (refusal: Refusal): EvaluationOutcome => ({ ok: false, refusal });

async function attempt(
  id: string,
  order: EvaluationOrder,
  deps: EvaluationBookDeps,
): Promise<EvaluationOutcome | 'conflict'> {
  const { store } = deps;
  const row = await store.get(id);
  if (row === undefined) return refused({ code: 'NO_SUCH_EVALUATION', params: { id } });
  if (await store.has(id, order.commandId)) return { ok: true, evaluation: row.evaluation, version: row.version };
  if (order.expected !== undefined && order.expected !== row.version) return refused({ code: 'CHANGED_MEANWHILE' });
  const verdict = decide(order.command, row.evaluation, await contextOf(row.evaluation, order, deps));
  if (!verdict.ok) return verdict;
  return stored(row, { events: verdict.events, commandId: order.commandId }, store);
}

async function stored(
  { id, version, evaluation }: EvaluationRow,
  { events, commandId }: { readonly events: readonly EvaluationEvent[]; readonly commandId: string },
  store: EvaluationStore,
): Promise<EvaluationOutcome | 'conflict'> {
  if (events.length === 0) return { ok: true, evaluation, version };
  const [head] = await store.read(id, version - 1, 1);
  if (head === undefined) throw new Error(`event ${version} of ${id} is not stored`);
  const next = events.reduce<Evaluation>(evolve, evaluation);
  const answer = await store.append(chained(id, version + 1, commandId, events, head.hash), next);
  return answer === 'conflict' ? answer : { ok: true, evaluation: next, version: version + events.length };
}

async function contextOf(
  evaluation: Evaluation,
  { by }: EvaluationOrder,
  { calendarOf, schemeInForce, scored, now }: EvaluationBookDeps,
): Promise<EvaluationContext> {
  const { scheme, period, unit } = evaluation;
  const [calendar, found] = await Promise.all([calendarOf(unit), schemeInForce(scheme.id, firstDayOf(period))]);
  if (found === undefined) throw new Error(`there is no scheme ${scheme.id}`);
  const { definition } = found;
  const at = now();
  return {
    ...{ at, by: by.id, calendar, definition, today: localDateOf(at, calendar.timeZone) },
    scored: (one) => scored(definition, one),
  };
}

type Opening = { readonly at: Instant; readonly by: string; readonly commandId: string };

function opened(row: EvaluationOpening, { at, by, commandId }: Opening) {
  const id = evaluationId(row.periodId, row.person);
  const event: EvaluationEvent = { type: 'EvaluationOpened', at, by, id, ...row };
  const [first] = chained(id, 1, commandId, [event], '');
  if (first === undefined) throw new Error('nothing was opened');
  return { first, evaluation: evolve(undefined, event) };
}

/** Commands to one evaluation follow one another within a process; other processes are met by the store. */
function queues() {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => undefined);
    last.set(key, settled);
    try {
      return await mine;
    } finally {
      if (last.get(key) === settled) last.delete(key);
    }
  };
}
