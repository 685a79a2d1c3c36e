import type { Calendar } from '../domain/calendar/calendar.schema';
import { localDateOf } from '../domain/calendar/zone';
import { decide } from '../domain/evaluations/decide';
import type { EvaluationContext, NewPlace } from '../domain/evaluations/decide';
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
import { isNews } from './evaluationNews';
import type { Told } from './evaluationNews';
import type {
  EvaluationOpening,
  EvaluationOrder,
  EvaluationOutcome,
  EvaluationRow,
  Evaluations,
  EvaluationStore,
} from './evaluations.ports';
import type { OutgoingMessage } from './ports';

export type EvaluationBookDeps = {
  readonly store: EvaluationStore;
  readonly calendarOf: (unit: string) => Promise<Calendar>;
  readonly schemeInForce: (
    id: string,
    day: LocalDate,
  ) => Promise<{ readonly version: number; readonly definition: SchemeDefinition } | undefined>;
  /** The score of a scheme; `undefined` with `why`: it cannot be given. */
  readonly scored: (definition: SchemeDefinition, evaluation: Evaluation) => ToldResult;
  /** Office and raters of somebody who goes to a unit; `undefined`: there is no such unit. */
  readonly newPlace: (going: Going) => Promise<NewPlace | undefined>;
  /** What the person is told of a result that changed after publication; stored with its events. */
  readonly news: (told: Told) => Promise<readonly OutgoingMessage[]>;
  readonly now: () => Instant;
};
export type Going = {
  readonly person: string;
  readonly unit: string;
  readonly manager?: string | undefined;
  readonly definition: SchemeDefinition;
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
  const context = await contextOf(row.evaluation, order, deps);
  if ('code' in context) return refused(context);
  const verdict = decide(order.command, row.evaluation, context);
  if (!verdict.ok) return verdict;
  if (order.dry === true) {
    const evaluation = verdict.events.reduce<Evaluation>(evolve, row.evaluation);
    return { ok: true, evaluation, version: row.version + verdict.events.length };
  }
  return stored(row, { ...context, events: verdict.events, commandId: order.commandId }, deps);
}

type Decided = {
  readonly events: readonly EvaluationEvent[];
  readonly commandId: string;
  readonly definition: SchemeDefinition;
};

async function stored(
  { id, version, evaluation }: EvaluationRow,
  { events, commandId, definition }: Decided,
  { store, news }: EvaluationBookDeps,
): Promise<EvaluationOutcome | 'conflict'> {
  if (events.length === 0) return { ok: true, evaluation, version };
  const [head] = await store.read(id, version - 1, 1);
  if (head === undefined) throw new Error(`event ${version} of ${id} is not stored`);
  const next = events.reduce<Evaluation>(evolve, evaluation);
  const recorded = chained(id, version + 1, commandId, events, head.hash);
  const told = { events, first: version + 1, evaluation: next, definition };
  const answer = await store.append(recorded, next, isNews(events) ? await news(told) : []);
  return answer === 'conflict' ? answer : { ok: true, evaluation: next, version: version + events.length };
}

async function contextOf(
  { scheme, period, unit, person }: Evaluation,
  { by, command }: EvaluationOrder,
  { calendarOf, schemeInForce, scored, newPlace, now }: EvaluationBookDeps,
): Promise<EvaluationContext | Refusal> {
  const [calendar, found] = await Promise.all([calendarOf(unit), schemeInForce(scheme.id, firstDayOf(period))]);
  if (found === undefined) throw new Error(`there is no scheme ${scheme.id}`);
  const { definition } = found;
  const at = now();
  const context = {
    ...{ at, by: by.id, calendar, definition, today: localDateOf(at, calendar.timeZone) },
    scored: (one: Evaluation) => scored(definition, one),
  };
  if (command.type !== 'Transfer') return context;
  const place = await newPlace({ person, unit: command.unit, manager: command.manager, definition });
  if (place !== undefined) return { ...context, newPlace: place };
  return { code: 'UNKNOWN_UNIT', field: '/unit', params: { id: command.unit } };
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
