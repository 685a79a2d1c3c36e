import type { Point } from '../domain/cases/aggregate';
import type { ComputedFigure } from '../domain/indicators/evaluation';
import { firstDayOf, grainOf } from '../domain/indicators/period';
import type { LocalDate } from '../domain/shared/time';
import { calendarOf } from './officeCalendar';
import {
  seriesAggregator,
  seriesOf,
  type CaseAsk,
  type CaseSeries,
  type CaseSource,
  type ProcedureFacts,
} from './caseSeries';
import type { CaseFigure, KeptCaseFigures, KeptCaseSeries } from './indicators.ports';
import type { Cases, Clock, Organisation } from './ports';

export type CaseFiguresDeps = {
  readonly cases: Pick<Cases, 'stream'>;
  readonly caseFigures: KeptCaseFigures;
  readonly organisation: Organisation;
  readonly clock: Clock;
};

/** Series that share one pass over the cases; each takes eight bytes a measured case. */
const SERIES_A_PASS = 20;

export type CaseFigures = ReturnType<typeof caseFigures>;

/**
 * Figures over the cases of procedures. Whoever asks for what is known now gets the cases that are stored now; a series is
 * computed in one pass for all its periods, once for each state of the cases, and every version stays, with since when it
 * was known. Of the past only that is known: what was not on record by then has no value.
 */
export function caseFigures({ cases, caseFigures: kept, organisation, clock }: CaseFiguresDeps) {
  const computing = new Map<string, Promise<void>>();

  async function factsOf(procedure: string): Promise<ProcedureFacts | undefined> {
    const known = (await organisation.procedures.get(procedure))?.value;
    if (known === undefined) return undefined;
    const [revision, calendar, units] = await Promise.all([
      kept.revision(procedure),
      calendarOf(organisation, { unit: known.unit, procedure }),
      organisation.allUnits(),
    ]);
    return { procedure: known, calendar, units, at: clock.now(), cases: revision };
  }

  async function compute(procedure: string, series: readonly CaseSeries[], facts: ProcedureFacts): Promise<void> {
    const states = await kept.states(series.map(({ key }) => key));
    const all = series.map((one) => ({ one, ...seriesAggregator(one) }));
    for await (const fact of cases.stream(procedure, {})) for (const { add } of all) add(fact);
    for (const { one, result } of all) {
      const { revision } = facts.cases;
      const recordedAt = knownSince(states.get(one.key), one, { facts, now: clock.now() });
      await kept.record(one.key, { revision, basis: one.basis, recordedAt }, result().points.map(figureOf));
    }
  }

  /** Side by side for the same series only once; what is recorded from later cases meanwhile is just as good. */
  async function ensure(procedure: string, series: readonly CaseSeries[], facts: ProcedureFacts): Promise<void> {
    const states = await kept.states(series.map(({ key }) => key));
    const stale = series.filter((one) => !isCurrent(states.get(one.key), one, facts));
    const stamp = ({ key, basis }: CaseSeries): string => [key, basis, facts.cases.revision].join('~');
    const others = stale.flatMap((one) => computing.get(stamp(one)) ?? []);
    const own = stale.filter((one) => !computing.has(stamp(one)));
    for (let start = 0; start < own.length; start += SERIES_A_PASS) {
      const some = own.slice(start, start + SERIES_A_PASS);
      const pass = compute(procedure, some, facts).finally(() => some.forEach((one) => computing.delete(stamp(one))));
      some.forEach((one) => computing.set(stamp(one), pass));
      await pass;
    }
    await Promise.all(others);
  }

  async function ofProcedure(
    procedure: string,
    asks: readonly CaseAsk[],
  ): Promise<ReadonlyMap<CaseAsk, ComputedFigure>> {
    const facts = await factsOf(procedure);
    if (facts === undefined) return new Map(asks.map((ask) => [ask, nothing(ask, clock.now())]));
    const asked = asks.map((ask) => ({ ask, series: seriesOf(ask, grainOf(ask.period), facts) }));
    const current = asked.filter(({ ask }) => isOfNow(ask, facts));
    await ensure(procedure, unique(current.flatMap(({ series }) => series ?? [])), facts);
    const keys = unique(asked.flatMap(({ series }) => series ?? [])).map(({ key }) => key);
    const periods = [...new Set(asks.map(({ period }) => period))];
    const [versions, states] = await Promise.all([kept.versions(keys, periods), kept.states(keys)]);
    const figures = asked.map(({ ask, series }) => {
      const key = series?.key ?? '';
      return [ask, chosen(ask, versions.get(key) ?? [], states.get(key)) ?? nothing(ask, facts.at)] as const;
    });
    return new Map(figures);
  }

  return {
    /** A figure for each ask, in the same order; those of one procedure share one pass over its cases. */
    async figures(asks: readonly CaseAsk[]): Promise<readonly ComputedFigure[]> {
      const found = new Map<CaseAsk, ComputedFigure>();
      for (const procedure of new Set(asks.map(({ source }) => source.procedure))) {
        const own = asks.filter(({ source }) => source.procedure === procedure);
        for (const [ask, figure] of await ofProcedure(procedure, own)) found.set(ask, figure);
      }
      return asks.map((ask) => found.get(ask) ?? nothing(ask, clock.now()));
    },
    factsOf,
    /** Since when a procedure's cases give numbers, and in which unit they are kept. */
    async extent(source: CaseSource): Promise<{ readonly units: ReadonlySet<string>; readonly from?: LocalDate }> {
      const facts = await factsOf(source.procedure);
      const series = facts && seriesOf({ source, unit: facts.procedure.unit }, 'month', facts);
      if (facts === undefined || series === undefined) return { units: new Set() };
      await ensure(source.procedure, [series], facts);
      const first = (await kept.versions([series.key])).get(series.key)?.find(({ n }) => n > 0)?.period;
      return { units: new Set([facts.procedure.unit]), ...(first !== undefined && { from: firstDayOf(first) }) };
    },
  };
}

const unique = (series: readonly CaseSeries[]): readonly CaseSeries[] => [
  ...new Map(series.map((one) => [one.key, one])).values(),
];

const figureOf = ({ period, value, n }: Point): Omit<CaseFigure, 'recordedAt'> => ({
  period,
  n,
  ...(value !== undefined && { value }),
});

function isCurrent(state: KeptCaseSeries | undefined, { basis }: CaseSeries, { cases }: ProcedureFacts): boolean {
  return state !== undefined && state.basis === basis && state.revision >= cases.revision;
}

/** What was known after the cases last moved is what the cases say now. */
const isOfNow = ({ knownAt }: CaseAsk, { cases: { movedAt } }: ProcedureFacts): boolean =>
  knownAt === undefined || (movedAt !== undefined && knownAt >= movedAt);

/** New cases were known when they came; another calendar or limit counts from when it was computed with. */
function knownSince(
  state: KeptCaseSeries | undefined,
  { basis }: CaseSeries,
  { facts, now }: { readonly facts: ProcedureFacts; readonly now: string },
): string {
  const { movedAt } = facts.cases;
  return movedAt === undefined || (state !== undefined && state.basis !== basis) ? now : movedAt;
}

const originOf = ({ source: { procedure, aggregation } }: CaseAsk): ComputedFigure['origin'] => ({
  kind: 'cases',
  procedure,
  aggregation,
});

const nothing = (ask: CaseAsk, recordedAt: string): ComputedFigure => ({ n: 0, origin: originOf(ask), recordedAt });

/** The last version that was known then. */
function chosen(
  ask: CaseAsk,
  versions: readonly CaseFigure[],
  state: KeptCaseSeries | undefined,
): ComputedFigure | undefined {
  const { knownAt, period } = ask;
  const version = versions.findLast((v) => v.period === period && (knownAt === undefined || v.recordedAt <= knownAt));
  if (version !== undefined) {
    const { n, value, recordedAt } = version;
    return { n, ...(value !== undefined && { value }), origin: originOf(ask), recordedAt };
  }
  const late = knownAt !== undefined && (state === undefined || state.firstRecordedAt > knownAt);
  return late ? { ...nothing(ask, knownAt), because: NOT_COMPUTED_YET } : undefined;
}

const NOT_COMPUTED_YET = {
  vi: 'Vào thời điểm đó số liệu này chưa được tính từ các hồ sơ.',
  en: 'At that time this figure had not been computed from the cases yet.',
  ja: 'その時点では、この数値はまだ案件から計算されていませんでした。',
} as const;
