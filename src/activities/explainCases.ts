import { measureContext } from '../domain/cases/aggregations/rows';
import { receivedRange } from '../domain/cases/aggregate';
import type { CaseFact } from '../domain/cases/case';
import { periodIndex, periodTable } from '../domain/cases/periods';
import { endOf, firstDayOf, grainOf } from '../domain/indicators/period';
import type { ExplainNode } from '../domain/indicators/value';
import type { CaseFigures } from './caseFigures';
import { counts, seriesOf, type CaseAsk, type CaseSeries } from './caseSeries';
import type { Closure } from './indicatorFacts';
import type { Cases } from './ports';

type Deps = { readonly cases: Pick<Cases, 'stream'>; readonly caseFigures: Pick<CaseFigures, 'factsOf'> };
type Shown = { readonly id: string; readonly value: number };

const CASES_SHOWN = 100;
/** Kept while reading, before only the first are. */
const CASES_KEPT = 10_000;

/** The same tree; nodes over cases say how many cases it was computed from, and what each of the first hundred measured. */
export async function withCases(node: ExplainNode, closure: Closure, deps: Deps): Promise<ExplainNode> {
  const parts: ExplainNode[] = [];
  for (const part of node.parts ?? []) parts.push(await withCases(part, closure, deps));
  const ask = askOf(node, closure);
  const cases = ask === undefined ? undefined : await casesBehind(ask, deps);
  return { ...node, ...(node.parts !== undefined && { parts }), ...(cases !== undefined && { cases }) };
}

/** Which figure a node shows: the indicator's own source, in the version it was computed with. */
function askOf(node: ExplainNode, closure: Closure): CaseAsk | undefined {
  const { how, indicator = '', unit, period, definitionVersion, knownSince } = node;
  const definitions = closure.get(indicator)?.definitions ?? [];
  const source = (definitions.find(({ version }) => version === definitionVersion) ?? definitions.at(-1))?.definition
    .source;
  if (how !== 'cases' || source?.type !== 'cases' || unit === undefined || period === undefined) return undefined;
  return { source, unit, period, ...(knownSince !== undefined && { knownAt: knownSince }) };
}

async function casesBehind(ask: CaseAsk, { cases, caseFigures }: Deps): Promise<ExplainNode['cases']> {
  const { procedure } = ask.source;
  const facts = await caseFigures.factsOf(procedure);
  const series = facts && seriesOf(ask, grainOf(ask.period), facts);
  if (facts === undefined || series === undefined) return undefined;
  const request = { ...series.request, from: firstDayOf(ask.period), to: endOf(ask.period) };
  const measured = measureOf({ ...series, request });
  let [total, shown]: [number, Shown[]] = [0, []];
  const { movedAt = '' } = facts.cases;
  const ofThen = ask.knownAt !== undefined && ask.knownAt < movedAt && { knownAt: Date.parse(ask.knownAt) };
  for await (const fact of cases.stream(procedure, { ...receivedRange(request), ...ofThen })) {
    const value = counts(series, fact) ? measured(fact) : undefined;
    if (value === undefined) continue;
    total += 1;
    shown.push({ id: fact.id, value });
    if (shown.length > CASES_KEPT) shown = first(shown);
  }
  return { total, shown: first(shown) };
}

const first = (shown: readonly Shown[]): Shown[] =>
  [...shown].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)).slice(0, CASES_SHOWN);

/** What a case says in the one period of the request; of a stock, 1 for a case that is there at its end. */
function measureOf({ request }: CaseSeries): (fact: CaseFact) => number | undefined {
  const { aggregation, date } = request;
  const table = periodTable(request, request.timeZone);
  const [start = 0, end = 0] = table.starts;
  if (aggregation.nature === 'stock')
    return (fact) => {
      const [from, to] = aggregation.presence(fact);
      return from < end && to >= end ? 1 : undefined;
    };
  const context = measureContext(request);
  const isIn = (at: number | undefined): boolean =>
    at !== undefined && at >= start && at < end && periodIndex(table, at) === 0;
  return (fact) =>
    isIn((date ?? aggregation.dateBy) === 'decided' ? fact.decidedAt : fact.receivedAt)
      ? aggregation.measure(fact, context)
      : undefined;
}
