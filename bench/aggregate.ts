import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { aggregator, type Point } from '../src/domain/cases/aggregate';
import { median } from '../src/domain/cases/aggregations/median';
import { p90 } from '../src/domain/cases/aggregations/p90';
import { shareWithinDays } from '../src/domain/cases/aggregations/shareWithinDays';
import type { CaseFact } from '../src/domain/cases/case';
import { seededRandom } from '../src/domain/statistics/random';
import { PANDAS } from './aggregate.pandas';

/**
 * 1,000,000 made-up cases (seeded) by month: median, 90th percentile and share within 15 days, read from one CSV file; the
 * same by pandas where a Python with pandas is there (KAIRYO_BENCH_PYTHON, default python3). Each runs in a process of its
 * own, so that the peak of its memory is its own. Exits 1 when the two disagree.
 */
const CASES = Number(process.env['KAIRYO_BENCH_CASES'] ?? 1_000_000);
const ZONE = 'Asia/Ho_Chi_Minh';
const RANGE = { from: '2021-01-01', to: '2026-01-01', by: 'month', timeZone: ZONE } as const;

type Measured = { readonly seconds: number; readonly peakMiB: number; readonly months: readonly (readonly number[])[] };

async function writeCases(file: string): Promise<void> {
  const random = seededRandom('bench');
  const [start, span] = [Date.parse('2020-12-31T17:00:00Z'), 1826 * 86_400_000];
  const out = createWriteStream(file);
  out.write('id,received,decided\n');
  for (let i = 0; i < CASES; i += 1) {
    const received = Math.floor(start + random() * span);
    const decided = Math.floor(received - Math.log(1 - random()) * 8 * 86_400_000);
    const row = `case-${i},${new Date(received).toISOString()},${new Date(decided).toISOString()}\n`;
    if (!out.write(row)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

async function* read(file: string): AsyncIterable<CaseFact> {
  let header = true;
  for await (const line of createInterface({ input: createReadStream(file, { highWaterMark: 1 << 20 }) })) {
    const [id = '', received = '', decided = ''] = line.split(',');
    if (!header) yield { id, receivedAt: Date.parse(received), decidedAt: Date.parse(decided) };
    header = false;
  }
}

async function measure(file: string): Promise<Measured> {
  const began = process.hrtime.bigint();
  const all = [median, p90, shareWithinDays].map((aggregation) => aggregator({ ...RANGE, aggregation }));
  for await (const fact of read(file)) for (const { add } of all) add(fact);
  const points: readonly (readonly Point[])[] = all.map(({ result }) => result().points);
  const months = (points[0] ?? []).map(({ n }, i) => [n, ...points.map((p) => p[i]?.value ?? Number.NaN)]);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  return { seconds, peakMiB: process.resourceUsage().maxRSS / 1024, months };
}

function run(command: string, args: readonly string[]): Measured | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return status === 0 ? (JSON.parse(stdout) as Measured) : undefined;
}

/** Largest relative distance of two tables. */
function distance(a: Measured, b: Measured): number {
  if (a.months.length !== b.months.length) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...a.months.flatMap((row, i) => row.map((v, j) => Math.abs(v - (b.months[i]?.[j] ?? Number.NaN)) / Math.abs(v))),
  );
}

const line = (name: string, { seconds, peakMiB, months }: Measured): string =>
  `${name}: ${seconds.toFixed(2)} s, peak ${peakMiB.toFixed(0)} MiB, ${months.length} months`;

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kairyo-bench-'));
  const file = path.join(folder, 'cases.csv');
  try {
    await writeCases(file);
    const ours = run(process.execPath, [...process.execArgv, __filename, '--measure', file]);
    if (ours === undefined) throw new Error('the measurement failed');
    console.log(`${CASES} cases by month: median, 90th percentile, share within 15 days`);
    console.log(line('kairyo', ours));
    const theirs = run(process.env['KAIRYO_BENCH_PYTHON'] ?? 'python3', ['-c', PANDAS, file, ZONE]);
    if (theirs === undefined) return console.log('pandas: not there (set KAIRYO_BENCH_PYTHON to a Python that has it)');
    console.log(line('pandas', theirs));
    const apart = distance(ours, theirs);
    console.log(`largest relative difference: ${apart.toExponential(1)}`);
    if (!(apart < 1e-9)) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [, , mode, file = ''] = process.argv;
if (mode === '--measure') void measure(file).then((measured) => process.stdout.write(JSON.stringify(measured)));
else void main();
