import { dependentsInOrder } from '../domain/indicators/graph';
import { readsOf } from '../domain/indicators/reads';
import { readBy } from './indicatorFacts';
import type { IndicatorChange, Indicators, PlannedIndicator, StoredIndicator } from './indicators.ports';
import type { Surveys } from './surveys.ports';

export type PlanDeps = { readonly indicators: Indicators; readonly surveys?: Pick<Surveys, 'get'> };

const AT_ONCE = 500;

/** What must be computed again: what changed and all that depends on it, each after what it reads. */
export async function recomputePlan(
  changes: readonly IndicatorChange[],
  { indicators, surveys }: PlanDeps,
): Promise<readonly PlannedIndicator[]> {
  const { seeds, known } = await seedsOf(changes, { indicators, ...(surveys && { surveys }) });
  await loadDependents(seeds, known, indicators);
  const graph = new Map([...known].map(([id, stored]) => [id, readsOfAll(stored)]));
  const order = dependentsInOrder(seeds, graph).filter((id) => known.has(id));
  const touched = changes.some(({ kind }) => kind === 'period') ? await touchedOnly(order, indicators) : [];
  return [...order.map((indicator) => ({ indicator })), ...touched];
}

async function seedsOf(changes: readonly IndicatorChange[], { indicators, surveys }: PlanDeps) {
  const known = new Map<string, StoredIndicator>();
  const ids = changes.flatMap((change) => {
    if (change.kind === 'definition') return [change.indicator];
    return change.kind === 'figures' ? change.indicators : [];
  });
  for (const stored of await indicators.many([...new Set(ids)])) known.set(stored.id, stored);
  const add = async (to: Parameters<Indicators['referring']>[0]): Promise<void> => {
    for (const stored of await indicators.referring(to)) known.set(stored.id, stored);
  };
  for (const change of changes) {
    if (change.kind !== 'cases' && change.kind !== 'survey') continue;
    if (change.kind === 'cases') await add({ procedure: change.procedure });
    else for (const survey of await namesOf(change.survey, surveys)) await add({ survey });
  }
  return { seeds: [...known.keys()], known };
}

/** An indicator names a survey, or the series it belongs to. */
async function namesOf(survey: string, surveys: PlanDeps['surveys']): Promise<readonly string[]> {
  const series = (await surveys?.get(survey))?.survey.definition.series;
  return series === undefined ? [survey] : [survey, series];
}

/** Adds all that depend on the seeds, however far. */
async function loadDependents(seeds: readonly string[], known: Map<string, StoredIndicator>, indicators: Indicators) {
  let next = seeds;
  while (next.length > 0) {
    const found: string[] = [];
    for (let start = 0; start < next.length; start += AT_ONCE)
      for (const stored of await indicators.referring({ indicators: next.slice(start, start + AT_ONCE) })) {
        if (known.has(stored.id)) continue;
        known.set(stored.id, stored);
        found.push(stored.id);
      }
    next = found;
  }
}

function readsOfAll(stored: StoredIndicator) {
  const atOnce = stored.definitions.flatMap(({ definition }) => readsOf(definition).atOnce);
  return { references: readBy(stored), atOnce: [...new Set(atOnce)] };
}

/** A closing touches every indicator, in its units and from its period on. */
async function touchedOnly(order: readonly string[], indicators: Indicators): Promise<readonly PlannedIndicator[]> {
  const whole = new Set(order);
  const touched: PlannedIndicator[] = [];
  for await (const { id } of indicators.all()) if (!whole.has(id)) touched.push({ indicator: id, within: true });
  return touched;
}
