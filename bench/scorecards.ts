/**
 * What rolling up a province's scorecard costs: `node dist/bench/scorecards.js [units] [indicators] [quarters]`.
 *
 * On a real database server: a province with units directly below it, indicators with a figure a quarter in each, all of them
 * measures of one scorecard. Read are the scorecard of the province (every value of every unit is put together, for every
 * quarter), that of one unit, and the strategy map; beside them, as physical limits, the same figures only read, and the same
 * arithmetic over arrays in memory. Beyond LIMIT_S, or with another score than that arithmetic's, the benchmark fails.
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
const ONE_UNIT_LIMIT_S = 1;
const TARGET = 100;
const LAST: Period = '2026-Q3';
const NOW = '2026-10-05T02:00:00.000Z';
const OBJECTIVES = 10;
const ENTERED_AT_ONCE = 5_000;

type Size = { readonly units: number; readonly indicators: number; readonly quarters: number };
const idsOf = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);

async function fill({ organisation, indicators, scorecards }: Stores, size: Size): Promise<void> {
  const by = { by: 'bench' };
  await organisation.put('unit', { id: 'province', name: 'Province' }, by);
  const units = idsOf('u', size.units);
  for (const id of units) await organisation.put('unit', { id, name: id, parent: 'province' }, by);
  const measures = idsOf('i', size.indicators);
  for (const id of measures) {
    const parsed = IndicatorDefinition.parse({
      ...{ name: id, frequency: 'quarter', baseline: 0, target: TARGET, overUnits: 'mean' },
      scoring: { rule: 'progress' },
    });
    const definition: DefinitionVersion['definition'] = { ...parsed, home: 'province' };
    await indicators.define({ id, validFrom: FROM_THE_BEGINNING, ...by }, definition, readsOf(definition));
  }
  for (const unit of ['province', 'u0'])
    await scorecards.put({ id: unit, validFrom: FROM_THE_BEGINNING, ...by }, scorecardOf(unit, measures));
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

const periodsOf = ({ quarters }: Size): readonly Period[] => periodsBetween(shifted(LAST, 1 - quarters), LAST);

async function figures({ connection }: Stores, size: Size): Promise<void> {
  const [units, measures, periods] = [idsOf('u', size.units), idsOf('i', size.indicators), periodsOf(size)];
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
  console.log(`${name}: ${seconds.toFixed(3)} s; peak of this process ${peak} MiB`);
  return { answer, seconds };
}

/** Every figure over the wire as the store reads it, and nothing done with it but kept as numbers: by indicator and quarter. */
async function onlyRead({ figures }: Stores, size: Size): Promise<readonly Float64Array[]> {
  const periods = periodsOf(size);
  const rows: Float64Array[] = [];
  for (const indicator of idsOf('i', size.indicators)) {
    const found = await figures.find({ indicators: [indicator] });
    const perPeriod = periods.map(() => new Float64Array(size.units));
    const at = new Map(periods.map((period, i) => [period, { values: perPeriod[i], next: 0 }]));
    for (const { period, value } of found) {
      const place = at.get(period);
      if (place?.values !== undefined) place.values[place.next++] = value ?? Number.NaN;
    }
    rows.push(...perPeriod);
  }
  return rows;
}

/** Mean over the units in every quarter, ÷ target; the score is the mean of the last quarter's over the indicators. */
function inMemory(rows: readonly Float64Array[], { quarters, indicators }: Size): number {
  const scores = rows.map((values) => values.reduce((sum, one) => sum + one, 0) / values.length / TARGET);
  return scores.filter((_, i) => i % quarters === quarters - 1).reduce((sum, one) => sum + one, 0) / indicators;
}

async function measure(stores: Stores, size: Size): Promise<void> {
  await timed('units, indicators and scorecards entered', () => fill(stores, size));
  await timed('figures entered', () => figures(stores, size));
  const clock = { now: () => NOW };
  const reader = scorecardReader({ ...stores, indicatorValues: indicatorValues({ ...stores, clock }), clock });
  const read = async (id: string, periods?: number) => {
    const stored = await stores.scorecards.get(id);
    const found = stored && (await reader.read(stored, { period: LAST, ...(periods !== undefined && { periods }) }));
    if (found === undefined) throw new Error(`the scorecard ${id} is not there`);
    return found;
  };
  const one = await timed('scorecard of one unit', () => read('u0'));
  const { answer, seconds } = await timed('scorecard of the province', () => read('province'));
  await timed('strategy map of one unit', async () => {
    const { version, ...reading } = await read('u0', MAP_PERIODS);
    return strategyMap({ ...reading, definition: version.value });
  });
  const { answer: rows } = await timed('limit: the same figures only read', () => onlyRead(stores, size));
  const limit = await timed('limit: the same arithmetic in memory', () => Promise.resolve(inMemory(rows, size)));
  const { score = Number.NaN, coverage } = answer.view;
  console.log(`score ${score.toFixed(6)}, coverage ${coverage}; in memory ${limit.answer.toFixed(6)}`);
  const same = Math.abs(score - limit.answer) < 1e-9;
  if (seconds > LIMIT_S || one.seconds > ONE_UNIT_LIMIT_S || !same) process.exitCode = 1;
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
