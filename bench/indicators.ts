/**
 * What one corrected definition costs in a large library: `node dist/bench/indicators.js [indicators] [months]`.
 *
 * On real servers: indicators (nine of ten entered, one of ten a formula over three of them) with a figure a month. All are
 * computed once; then one definition is corrected, and only what depends on it may be written. Meanwhile an office holds
 * a round every second: a review that becomes due must be reminded as if nothing else were going on.
 */
import { FROM_THE_BEGINNING, type DefinitionVersion } from '../src/domain/indicators/facts';
import { IndicatorDefinition } from '../src/domain/indicators/indicator.schema';
import { readsOf } from '../src/domain/indicators/reads';
import { periodsBetween, shifted } from '../src/domain/indicators/period';
import { temporalRecompute } from '../src/api/temporalRecompute';
import type { Recomputation } from '../src/activities/indicators.ports';
import { ensureStandingWorkflows } from '../src/worker/standing';
import type { Stores } from '../src/worker/stores';
import { aMorning } from './morning';
import { withEngine } from './servers';

const FORMULAS_ONE_IN = 10;
const READ_BY_A_FORMULA = 3;
/** Formulas that depend on the first one, each by way of the one before it. */
const DEPENDENT = 100;
const LIMIT_MS = 1_800_000;
const ENTERED_AT_ONCE = 2_000;
const DEFINED_AT_ONCE = 16;

type Library = { readonly entered: readonly string[]; readonly formulas: readonly string[] };

function libraryOf(indicators: number): Library {
  const formulas = Math.floor(indicators / FORMULAS_ONE_IN);
  const named = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
  return { entered: named('e', indicators - formulas), formulas: named('f', formulas) };
}

/** Formula i reads the entered indicators 3i, 3i+1 and 3i+2; the first hundred read the formula before them as well. */
function read({ entered, formulas }: Library, i: number): readonly string[] {
  const own = entered.slice(i * READ_BY_A_FORMULA, (i + 1) * READ_BY_A_FORMULA);
  return [...own, ...formulas.slice(Math.max(0, i - 1), i < DEPENDENT ? i : 0)];
}

async function define({ indicators }: Stores, id: string, formula?: string): Promise<void> {
  const source = formula === undefined ? { type: 'entered' } : { type: 'formula', formula };
  const parsed = IndicatorDefinition.parse({ name: id, source });
  const definition: DefinitionVersion['definition'] = { ...parsed, home: 'office' };
  const edit = { id, validFrom: FROM_THE_BEGINNING, by: 'bench' };
  await indicators.define(edit, definition, readsOf(definition));
}

async function inTurns<T>(all: readonly T[], atOnce: number, work: (some: readonly T[]) => Promise<unknown>) {
  for (let start = 0; start < all.length; start += atOnce) await work(all.slice(start, start + atOnce));
}

async function fill(stores: Stores, library: Library, months: number): Promise<void> {
  const now = new Date().toISOString();
  const last = now.slice(0, 7);
  const periods = periodsBetween(shifted(last, 1 - months), last);
  const definitions = [
    ...library.entered.map((id) => [id] as const),
    ...library.formulas.map((id, i) => [id, read(library, i).join(' + ')] as const),
  ];
  await inTurns(definitions, DEFINED_AT_ONCE, (some) =>
    Promise.all(some.map(([id, text]) => define(stores, id, text))),
  );
  const rows = library.entered.flatMap((indicator, i) =>
    periods.map((period, month) => ({
      ...{ _id: `${indicator}|office|${period}|1`, indicator, unit: 'office', period, grain: 'month', version: 1 },
      ...{ status: 'normal', value: i + month, origin: { kind: 'imported' }, by: 'bench', recordedAt: now },
    })),
  );
  const figures = stores.connection.collection<(typeof rows)[number]>('indicator_figures');
  await inTurns(rows, ENTERED_AT_ONCE, (some) => figures.insertMany([...some], { ordered: false }));
}

async function ended(stores: Stores, runs: number): Promise<Recomputation> {
  for (const end = Date.now() + LIMIT_MS; Date.now() < end;) {
    const found = await stores.recomputations.list(runs);
    const [newest] = found;
    if (found.length === runs && newest !== undefined && newest.status !== 'running') return newest;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the recomputation did not end');
}

const secondsOf = ({ startedAt, finishedAt = '' }: Recomputation): string =>
  ((Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000).toFixed(1);
const peakMiB = (): string => (process.resourceUsage().maxRSS / 1024).toFixed(0);
const say = (name: string, run: Recomputation): void =>
  console.log(
    `${name}: ${secondsOf(run)} s, ${run.indicators.done} indicators, ${run.values.computed} values computed, ` +
      `${run.values.changed} changed; peak of this process ${peakMiB()} MiB`,
  );

/** How long after it became due a review is reminded. */
async function reminded(stores: Stores): Promise<number> {
  const began = performance.now();
  await aMorning(stores, 1);
  while ((await stores.connection.collection('messages').countDocuments({})) === 0)
    await new Promise((resolve) => setTimeout(resolve, 50));
  return (performance.now() - began) / 1_000;
}

/** Ids of the indicators of which a value was written since. */
async function written(stores: Stores, since: string): Promise<readonly string[]> {
  const found = new Set<string>();
  for await (const { indicator, values } of stores.connection.collection('indicatorValues').find({}))
    if (Object.values(values as Record<string, { computedAt: string }>).some((one) => one.computedAt >= since))
      found.add(String(indicator));
  return [...found].sort();
}

async function main(indicators: number, months: number): Promise<void> {
  await withEngine(async ({ stores, client, names }) => {
    console.log(`${indicators} indicators, ${months} months; ${names}`);
    await stores.organisation.put(
      'unit',
      { id: 'office', name: 'Office', office: { rounds: { everySeconds: 1 } } },
      { by: 'bench' },
    );
    const library = libraryOf(indicators);
    await fill(stores, library, months);
    await ensureStandingWorkflows(client, stores.organisation);
    const tell = temporalRecompute(client);
    await tell({ kind: 'figures', indicators: library.entered });
    console.log(
      `a review that became due while everything was computed was reminded after ${(await reminded(stores)).toFixed(1)} s`,
    );
    say('everything', await ended(stores, 1));
    const since = new Date().toISOString();
    await define(stores, 'f0', `2 * (${read(library, 0).join(' + ')})`);
    await tell({ kind: 'definition', indicator: 'f0' });
    say('one definition corrected', await ended(stores, 2));
    const found = await written(stores, since);
    const expected = library.formulas.slice(0, DEPENDENT).sort();
    const exactly = found.join() === expected.join();
    console.log(
      `${found.length} indicators were written after the correction: ${exactly ? 'exactly' : 'NOT'} its dependents`,
    );
    if (!exactly) process.exitCode = 1;
  });
}

main(Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 60)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
