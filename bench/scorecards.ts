/**
 * What rolling up a province's scorecard costs: `node dist/bench/scorecards.js [units] [indicators] [quarters]`.
 *
 * On a real database server: a province with units directly below it, indicators with a figure a quarter in each, all of them
 * measures of one scorecard. Read are the scorecard of the province (every value of every unit is put together, for every
 * quarter), that of one unit, and the strategy map. Beyond LIMIT_S the benchmark fails.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { indicatorValues } from '../src/activities/indicatorValues';
import { scorecardReader } from '../src/activities/scorecards';
import type { DefinitionVersion } from '../src/domain/indicators/facts';
import { FROM_THE_BEGINNING } from '../src/domain/indicators/facts';
import { IndicatorDefinition } from '../src/domain/indicators/indicator.schema';
import { periodsBetween, shifted, type Period } from '../src/domain/indicators/period';
import { readsOf } from '../src/domain/indicators/reads';
import { MAP_PERIODS, strategyMap } from '../src/domain/scorecards/map';
import { ScorecardDefinition } from '../src/domain/scorecards/scorecard.schema';
import { randomNormal, seededRandom } from '../src/domain/statistics/random';
import { openStores, type Stores } from '../src/worker/stores';
import { startServers } from './servers';

const LIMIT_S = 60;
const LAST: Period = '2026-Q3';
const NOW = '2026-10-05T02:00:00.000Z';
const OBJECTIVES = 10;
const ENTERED_AT_ONCE = 5_000;

type Size = { readonly units: number; readonly indicators: number; readonly quarters: number };
const idsOf = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);

async function fill({ organisation, indicators, scorecards, connection }: Stores, size: Size): Promise<void> {
  const by = { by: 'bench' };
  await organisation.put('unit', { id: 'province', name: 'Province' }, by);
  const units = idsOf('u', size.units);
  for (const id of units) await organisation.put('unit', { id, name: id, parent: 'province' }, by);
  const measures = idsOf('i', size.indicators);
  for (const id of measures) {
    const parsed = IndicatorDefinition.parse({
      ...{ name: id, frequency: 'quarter', baseline: 0, target: 100, overUnits: 'mean' },
      scoring: { rule: 'progress' },
    });
    const definition: DefinitionVersion['definition'] = { ...parsed, home: 'province' };
    await indicators.define({ id, validFrom: FROM_THE_BEGINNING, ...by }, definition, readsOf(definition));
  }
  for (const unit of ['province', 'u0'])
    await scorecards.put({ id: unit, validFrom: FROM_THE_BEGINNING, ...by }, scorecardOf(unit, measures));
  await figures(connection, { units, measures, periods: periodsBetween(shifted(LAST, 1 - size.quarters), LAST) });
}

function scorecardOf(unit: string, measures: readonly string[]): ScorecardDefinition {
  const keys = idsOf('o', OBJECTIVES);
  const own = (at: number) => measures.filter((_, i) => i % OBJECTIVES === at).map((indicator) => ({ indicator }));
  return ScorecardDefinition.parse({
    ...{ name: unit, unit, perspectives: [{ key: 'p', name: 'Process' }] },
    objectives: keys.map((key, i) => ({ key, perspective: 'p', name: key, measures: own(i) })),
    links: keys.slice(1).map((to, i) => ({ from: keys[i], to })),
  });
}

type Entered = {
  readonly units: readonly string[];
  readonly measures: readonly string[];
  readonly periods: readonly Period[];
};

async function figures(connection: Stores['connection'], { units, measures, periods }: Entered): Promise<void> {
  const random = seededRandom('scorecards');
  const made = (indicator: string, unit: string, period: Period) => ({
    ...{ _id: `${indicator}|${unit}|${period}|1`, indicator, unit, period, grain: 'quarter', version: 1 },
    ...{ status: 'normal', value: 70 + 10 * randomNormal(random), origin: { kind: 'imported' }, by: 'bench' },
    recordedAt: NOW,
  });
  const all = connection.collection<ReturnType<typeof made>>('indicator_figures');
  let rows: ReturnType<typeof made>[] = [];
  const write = async () => {
    if (rows.length > 0) await all.insertMany(rows, { ordered: false });
    rows = [];
  };
  for (const indicator of measures)
    for (const unit of units) {
      for (const period of periods) rows.push(made(indicator, unit, period));
      if (rows.length >= ENTERED_AT_ONCE) await write();
    }
  await write();
}

async function timed<T>(
  name: string,
  work: () => Promise<T>,
): Promise<{ readonly answer: T; readonly seconds: number }> {
  const began = performance.now();
  const answer = await work();
  const seconds = (performance.now() - began) / 1_000;
  const peak = (process.resourceUsage().maxRSS / 1024).toFixed(0);
  console.log(`${name}: ${seconds.toFixed(1)} s; peak of this process ${peak} MiB`);
  return { answer, seconds };
}

async function measure(stores: Stores, size: Size): Promise<void> {
  await timed('made and entered', () => fill(stores, size));
  const clock = { now: () => NOW };
  const reader = scorecardReader({ ...stores, indicatorValues: indicatorValues({ ...stores, clock }), clock });
  const read = async (id: string, periods?: number) => {
    const stored = await stores.scorecards.get(id);
    const found = stored && (await reader.read(stored, { period: LAST, ...(periods !== undefined && { periods }) }));
    if (found === undefined) throw new Error(`the scorecard ${id} is not there`);
    return found;
  };
  await timed('scorecard of one unit', () => read('u0'));
  const { answer, seconds } = await timed('scorecard of the province', () => read('province'));
  console.log(`score ${answer.view.score?.toFixed(4) ?? 'none'}, coverage ${answer.view.coverage}`);
  await timed('strategy map of one unit', async () => {
    const { version, ...reading } = await read('u0', MAP_PERIODS);
    return strategyMap({ ...reading, definition: version.value });
  });
  if (seconds > LIMIT_S || answer.view.score === undefined) process.exitCode = 1;
}

async function main(size: Size): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kairyo-bench-'));
  const servers = await startServers(folder);
  try {
    console.log(`${size.units} units, ${size.indicators} indicators, ${size.quarters} quarters; ${servers.names}`);
    const stores = await openStores(servers.uri);
    await measure(stores, size).finally(() => stores.connection.close());
  } finally {
    await Promise.all([servers.temporal.stop(), servers.mongo.stop()]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const [units = 1_000, indicators = 50, quarters = 20] = process.argv.slice(2).map(Number);
main({ units, indicators, quarters }).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
