import { localDateOf } from '../domain/calendar/zone';
import type { Collector } from '../domain/collect/collector.schema';
import { collectFailure } from '../domain/collect/failures';
import type { CollectFailure } from '../domain/collect/failures';
import { placedRows, settled } from '../domain/collect/settle';
import type { PlacedRow, Settled } from '../domain/collect/settle';
import type { Reading } from '../domain/collect/rows';
import type { Closing, Figure } from '../domain/indicators/facts';
import { grainOf } from '../domain/indicators/period';
import { tellOfRun } from './collectAlarm';
import type { CollectAlarmDeps } from './collectAlarm';
import type { Collected, CollectPreview, CollectRun, CollectSource, Collectors } from './collect.ports';
import type { Closings, Figures, IndicatorChange, Indicators } from './indicators.ports';
import { calendarOf } from './officeCalendar';
import type { Clock } from './ports';

export type CollectDeps = CollectAlarmDeps & {
  readonly collectors: Collectors;
  readonly collectSource: CollectSource;
  readonly indicators: Pick<Indicators, 'many'>;
  readonly figures: Pick<Figures, 'find' | 'record'>;
  readonly closings: Pick<Closings, 'of'>;
  readonly clock: Clock;
  readonly onIndicatorChange?: (change: IndicatorChange) => Promise<void>;
};
export type CollectStep = {
  readonly collector: string;
  readonly run: string;
  readonly startedAt: string;
  readonly attempt: number;
  /** After this attempt there is no other. */
  readonly last: boolean;
};
/** `again`: failed in a way that may pass. `gone`: there is no such collector any more, or it is switched off. */
export type CollectOutcome = 'done' | 'failed' | 'again' | 'gone';
/** `told`: messages that wait to be sent. */
export type CollectAnswer = { readonly outcome: CollectOutcome; readonly told: number };
export type CollectActivities = ReturnType<typeof collectActivities>;

/** Errors of rows that are kept; all are counted. */
const ERRORS_KEPT = 200;
const SHOWN_IN_PREVIEW = 200;
const TRIES_TO_RECORD = 5;

/** What a collection asks the world to do. */
export function collectActivities(deps: CollectDeps) {
  const { collectors, collectorRuns, clock } = deps;
  return {
    /**
     * One attempt: asks the source, records what is new, all of it or nothing, and keeps what came of it in the run. May
     * be repeated at any point: what was recorded already equals the source then.
     */
    async collectOnce(step: CollectStep): Promise<CollectAnswer> {
      const collector = (await collectors.get(step.collector))?.value;
      if (collector === undefined) return { outcome: 'gone', told: 0 };
      const resumed = (await collectorRuns.get(step.collector, step.run))?.attempts === step.attempt;
      const run: CollectRun = {
        id: step.run,
        collector: collector.id,
        status: 'running',
        attempts: step.attempt,
        startedAt: step.startedAt,
        errors: [],
        errorCount: 0,
      };
      await collectorRuns.save(run);
      const began = Date.parse(clock.now());
      const { failure, ...result } = await collected(collector, deps, resumed ? 'resumed' : 'fresh');
      if (failure?.again === true && !step.last) {
        await collectorRuns.save({ ...run, ...result, failure });
        return { outcome: 'again', told: 0 };
      }
      const finishedAt = clock.now();
      const status = failure === undefined ? 'done' : 'failed';
      const durationMs = Math.max(0, Date.parse(finishedAt) - began);
      const ended = { ...run, ...result, ...(failure && { failure }), status, finishedAt, durationMs } as const;
      await collectorRuns.save(ended);
      return { outcome: status, told: await tellOfRun(ended, collector, deps) };
    },

    /** What a run would record now. */
    async collectPreview(id: string): Promise<CollectPreview | undefined> {
      const collector = (await collectors.get(id))?.value;
      if (collector === undefined) return undefined;
      const { settled: found, ...result } = await collected(collector, deps, 'preview');
      const figures = (found?.figures ?? []).slice(0, SHOWN_IN_PREVIEW).map((figure) => ({
        ...numbersOf(figure),
        correction: figure.expected > 0,
      }));
      return { ...result, figures };
    },

    /** Ends a run that broke off, so that nobody waits for it. */
    async collectBroken({ collector, run }: Pick<CollectStep, 'collector' | 'run'>): Promise<{ told: number }> {
      const state = await collectorRuns.get(collector, run);
      if (state === undefined) return { told: 0 };
      const failure = collectFailure('COLLECT_BROKE_OFF', { detail: 'activity' });
      const broken = { ...state, status: 'failed', failure, finishedAt: clock.now() } as const;
      const ended = state.status === 'running' ? broken : state;
      if (state.status === 'running') await collectorRuns.save(ended);
      const found = (await collectors.get(collector))?.value;
      return { told: found === undefined ? 0 : await tellOfRun(ended, found, deps) };
    },
  };
}

const numbersOf = ({ indicator, unit, period, status, value, numerator, denominator, n }: Omit<Figure, 'version'>) => ({
  indicator,
  unit,
  period,
  status,
  ...(value !== undefined && { value }),
  ...(numerator !== undefined && { numerator }),
  ...(denominator !== undefined && { denominator }),
  ...(n !== undefined && { n }),
});

type Result = Pick<CollectRun, 'counts' | 'errors' | 'errorCount'> & {
  readonly bytes: number;
  readonly failure?: CollectFailure;
  readonly settled?: Settled;
};

/** `resumed`: an earlier try of the same attempt may have recorded, and died before it told anyone. */
type Purpose = 'fresh' | 'resumed' | 'preview';

async function collected(collector: Collector, deps: CollectDeps, purpose: Purpose): Promise<Result> {
  const answer: Collected = await deps.collectSource.read(collector);
  const { bytes } = answer;
  if (!answer.ok) return { bytes, failure: answer.failure, errors: [], errorCount: 0 };
  for (let tries = 0; tries < TRIES_TO_RECORD; tries += 1) {
    const result = await settledNow(collector, answer.reading, deps);
    if (purpose === 'preview') return { bytes, ...result };
    const { settled: found, ...kept } = result;
    if ((await record(found, deps)) === 'conflict') continue;
    const changed = purpose === 'resumed' ? answer.reading.rows : found.figures;
    await tellOfFigures(changed, deps);
    return { bytes, ...kept };
  }
  return { bytes, failure: collectFailure('COLLECT_CHANGED_MEANWHILE'), errors: [], errorCount: 0 };
}

async function record({ figures }: Settled, deps: CollectDeps): Promise<'conflict' | undefined> {
  if (figures.length === 0) return undefined;
  return (await deps.figures.record(figures)) === 'conflict' ? 'conflict' : undefined;
}

async function tellOfFigures(figures: readonly { readonly indicator: string }[], deps: CollectDeps): Promise<void> {
  const named = [...new Set(figures.map(({ indicator }) => indicator))];
  const indicators = (await deps.indicators.many(named)).map(({ id }) => id);
  if (indicators.length > 0) await deps.onIndicatorChange?.({ kind: 'figures', indicators });
}

async function settledNow(
  collector: Collector,
  reading: Reading,
  deps: CollectDeps,
): Promise<Omit<Result, 'bytes' | 'failure'> & { readonly settled: Settled }> {
  const at = deps.clock.now();
  const [stored, units, { timeZone }] = await Promise.all([
    deps.indicators.many([...new Set(reading.rows.map(({ indicator }) => indicator))]),
    deps.organisation.allUnits(),
    calendarOf(deps.organisation, { unit: collector.unit, procedure: '' }),
  ]);
  const byId = new Map(stored.map(({ id, definitions }) => [id, definitions]));
  const definitions = (id: string) => byId.get(id);
  const { placed, errors } = placedRows(reading.rows, { definitions, units });
  const [latest, closings] = await Promise.all([latestOf(placed, deps), closingsOf(units, deps)]);
  const today = localDateOf(at, timeZone);
  const found = settled(placed, { collector, definitions, units, closings, latest, today, at });
  const all = [...reading.errors, ...errors, ...found.errors].sort((a, b) => a.row - b.row);
  const { figures: _figures, errors: _errors, ...counted } = found;
  return {
    counts: { rows: reading.total, ...counted, blank: reading.blank },
    errors: all.slice(0, ERRORS_KEPT),
    errorCount: all.length,
    settled: found,
  };
}

const closingsOf = (
  units: readonly { readonly id: string }[],
  { closings }: CollectDeps,
): Promise<readonly Closing[]> => closings.of(units.map(({ id }) => id));

/** The latest versions of what the rows are about, read a grain at a time. */
async function latestOf(rows: readonly PlacedRow[], { figures }: CollectDeps) {
  const keyOf = (indicator: string, unit: string, period: string) => JSON.stringify([indicator, unit, period]);
  const latest = new Map<string, Figure>();
  for (const grain of ['month', 'quarter', 'year'] as const) {
    const some = rows.filter(({ period }) => grainOf(period) === grain);
    const periods = some.map(({ period }) => period).sort();
    const [from, to] = [periods[0], periods.at(-1)];
    if (from === undefined || to === undefined) continue;
    const indicators = [...new Set(some.map(({ indicator }) => indicator))];
    const units = [...new Set(some.map(({ unit }) => unit))];
    for (const figure of await figures.find({ indicators, units, grain, from, to }))
      latest.set(keyOf(figure.indicator, figure.unit, figure.period), figure);
  }
  return (indicator: string, unit: string, period: string) => latest.get(keyOf(indicator, unit, period));
}
