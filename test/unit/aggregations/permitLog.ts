import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CaseFact } from '../../../src/domain/cases/case';

const FILE = path.resolve(__dirname, '../../../../shared/data/permit-receipt.csv.gz');

/** The real log is not part of the project (terms of use): tests that need it say so when it is not there. */
export const permitLogIsThere = existsSync(FILE);
if (!permitLogIsThere) console.warn(`SKIPPED: the permit log is not at ../shared/data; its figures are not tested.`);

type Row = Readonly<Record<string, string>>;

const ms = (text: string | undefined): number | undefined => (text ? Date.parse(text.replace(' ', 'T')) : undefined);

function rows(): readonly Row[] {
  const [header = '', ...lines] = gunzipSync(readFileSync(FILE)).toString('utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i] ?? '', value])));
}

/** Adds the facts that are there, so that absent ones stay absent. */
function fact(id: string, receivedAt: number, decidedAt: number | undefined, row: Row): CaseFact {
  const dueAt = ms(row['case:deadline']);
  return {
    id,
    receivedAt,
    ...(decidedAt === undefined ? {} : { decidedAt }),
    ...(dueAt === undefined ? {} : { dueAt }),
    channel: row['case:channel'] ?? '',
    group: row['case:group'] ?? '',
  };
}

function casesOf(all: readonly Row[]): readonly (readonly Row[])[] {
  const byCase = new Map<string, Row[]>();
  for (const row of all) {
    const id = row['case:concept:name'] ?? '';
    byCase.set(id, [...(byCase.get(id) ?? []), row]);
  }
  return [...byCase.values()];
}

/** Received: first event, decided: last event; the default reading of a log. */
export function permitCasesByEvents(): readonly CaseFact[] {
  return casesOf(rows()).map((events) => {
    const times = events.map((row) => ms(row['time:timestamp']) ?? Number.NaN);
    const [first = {}] = events;
    return fact(first['case:concept:name'] ?? '', Math.min(...times), Math.max(...times), first);
  });
}

/** Received: `startdate`, decided: `enddate`, due: `deadline`. */
export function permitCasesByDates(): readonly CaseFact[] {
  return casesOf(rows()).map(([first = {}]) =>
    fact(first['case:concept:name'] ?? '', ms(first['case:startdate']) ?? Number.NaN, ms(first['case:enddate']), first),
  );
}
