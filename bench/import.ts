/**
 * How fast and in how much memory a large file is imported: `node dist/bench/import.js [cases] [events per case]`.
 *
 * Each measurement is a process of its own, so that its peak of memory is its own, and reads the same file from disk:
 * - `read`    bytes alone, the physical limit;
 * - `parse`   the parser alone (csv-parse or saxes, nothing kept), the limit of any program using it;
 * - `import`  what an import does until its cases are ready to be stored: unpack, check, parse, stage, put together;
 * - `store`   the same and stored, twice, when MONGODB_URI names a database to use (its cases are added to it).
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { SaxesParser } from 'saxes';
import { createSources } from '../src/sources/catalogue';
import { caseCollections, createCases } from '../src/store/cases';
import { prepareCollections } from '../src/store/collections';
import { connect } from '../src/store/connection';
import { csvOf, xesOf } from './importData';

const SEED = 20_260_821;
const FORMATS = { csv: 'text/csv', xes: 'application/xes+xml' } as const;
type Format = keyof typeof FORMATS;
const STAGES = ['read', 'parse', 'import', 'store'] as const;
type Stage = (typeof STAGES)[number];

/** What a measuring process prints: seconds, cases (or bytes, rows, tags) seen, peak of memory. */
type Measured = { readonly seconds: number; readonly seen: number; readonly peakMebibytes: number };

async function main(): Promise<void> {
  const cases = Number(process.argv[2] ?? 1_000_000);
  const eventsPerCase = Number(process.argv[3] ?? 6);
  const folder = mkdtempSync(join(tmpdir(), 'kairyo-bench-'));
  try {
    for (const format of ['csv', 'xes'] as const) {
      const file = join(folder, `cases.${format}`);
      const made = { cases, eventsPerCase, seed: SEED };
      await pipeline(Readable.from(format === 'csv' ? csvOf(made) : xesOf(made)), createWriteStream(file));
      const megabytes = statSync(file).size / 1e6;
      console.log(`${format}: ${cases} cases, ${cases * eventsPerCase} events, ${megabytes.toFixed(0)} MB`);
      for (const stage of STAGES)
        if (stage !== 'store' || process.env['MONGODB_URI']) show(stage, format, file, megabytes, cases);
      rmSync(file);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function show(stage: Stage, format: Format, file: string, megabytes: number, cases: number): void {
  const child = spawnSync(process.execPath, [...process.execArgv, __filename, '--measure', stage, format, file], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.status !== 0) throw new Error(`${stage} of ${format} failed`);
  const { seconds, seen, peakMebibytes } = JSON.parse(child.stdout) as Measured;
  const rates = `${Math.round(cases / seconds)} cases/s, ${(megabytes / seconds).toFixed(1)} MB/s`;
  console.log(
    `  ${stage.padEnd(6)} ${seconds.toFixed(1)} s, ${rates}, peak ${peakMebibytes.toFixed(0)} MiB (${seen} seen)`,
  );
}

async function measure(stage: Stage, format: Format, file: string): Promise<void> {
  const work = { read, parse: format === 'csv' ? parseCsv : parseXml, import: importFile, store: storeFile }[stage];
  const start = performance.now();
  const seen = await work(file, format);
  const measured: Measured = {
    seconds: (performance.now() - start) / 1_000,
    seen,
    peakMebibytes: process.resourceUsage().maxRSS / 1_024,
  };
  console.log(JSON.stringify(measured));
}

async function read(file: string): Promise<number> {
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) bytes += chunk.length;
  return bytes;
}

async function parseCsv(file: string): Promise<number> {
  let rows = 0;
  const parser = parse();
  parser.on('data', () => (rows += 1));
  await pipeline(createReadStream(file), parser);
  return rows;
}

async function parseXml(file: string): Promise<number> {
  let tags = 0;
  const parser = new SaxesParser({ xmlns: false, position: false } as const);
  parser.on('opentag', () => (tags += 1));
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) parser.write(chunk);
  parser.close();
  return tags;
}

async function importFile(file: string, format: Format): Promise<number> {
  let cases = 0;
  for await (const batch of casesOf(file, format)) cases += batch.length;
  return cases;
}

async function storeFile(file: string, format: Format): Promise<number> {
  const connection = await connect(process.env['MONGODB_URI'] ?? '');
  await prepareCollections(connection, caseCollections);
  const store = createCases(connection);
  let stored = 0;
  for (const importId of ['first', 'second'])
    for await (const batch of casesOf(file, format)) {
      await store.store(`bench-${format}`, importId, batch);
      stored += batch.length;
    }
  await connection.close();
  return stored;
}

function casesOf(file: string, format: Format) {
  const options = { mapping: { channel: 'channel' }, timeZone: 'Asia/Ho_Chi_Minh', report: () => undefined };
  return createSources().read(FORMATS[format], createReadStream(file) as AsyncIterable<Buffer>, options);
}

const [, , first, stage, format, file] = process.argv;
const done = first === '--measure' ? measure(stage as Stage, format as Format, file ?? '') : main();
done.catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
