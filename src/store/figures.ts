import type { Collection, Connection, mongo } from 'mongoose';
import type { FigureKey, FigureQuery, Figures, NewFigure } from '../activities/indicators.ports';
import { saysTheSame } from '../domain/indicators/entry';
import type { Figure } from '../domain/indicators/facts';
import { grainOf } from '../domain/indicators/period';
import type { CollectionSpec } from './collections';
import { ifDuplicate } from './duplicateKey';
import { inTransaction } from './transaction';

const NAME = 'indicator_figures';

export const figureCollections: readonly CollectionSpec[] = [
  {
    name: NAME,
    indexes: [
      { keys: { indicator: 1, unit: 1, period: 1, version: 1 }, options: { unique: true } },
      { keys: { 'approval.state': 1, unit: 1 } },
    ],
  },
];

/** A version a row. `superseded`: it waited for approval when a later version came, and waits no more. */
type Row = Figure & { readonly _id: string; readonly grain: string; readonly superseded?: boolean };
type Recording = NewFigure & { readonly expected?: number };
type Recorded = { readonly figure: Figure; readonly changed: boolean };

/** Two writers of the same key meet seldom; whoever comes second looks again. */
const ATTEMPTS = 10;
const KEYS_A_QUERY = 500;

export function createFigures(connection: Connection): Figures {
  const rows = connection.collection(NAME) as unknown as Collection<Row>;

  const figures: Figures = {
    async record(wanted) {
      for (let attempt = 1; ; attempt += 1) {
        const written = await inTransaction(connection, (session) => recordIn(rows, wanted, session)).catch(
          ifDuplicate('again' as const),
        );
        if (written !== 'again') return written;
        if (attempt >= ATTEMPTS) throw new Error('the same figures are being written by others; try again');
      }
    },
    async find(query) {
      const found: Figure[] = [];
      for (const portion of portionsOf(query))
        for (const row of await rows.find(portion).sort({ indicator: 1, unit: 1, period: 1, version: 1 }).toArray())
          found.push(figureOf(row));
      return found;
    },
    async versions({ indicator, unit, period }) {
      return (await rows.find({ indicator, unit, period }).sort({ version: 1 }).toArray()).map(figureOf);
    },
    async decideApproval(key, approval) {
      const waits = { _id: idOf(key), 'approval.state': 'waiting', superseded: { $ne: true } };
      return (await rows.updateOne(waits, { $set: { approval: plain(approval) } })).matchedCount === 1;
    },
    async waiting(units, after, limit) {
      const filter = {
        'approval.state': 'waiting' as const,
        unit: { $in: [...units] },
        superseded: { $ne: true },
        ...(after !== undefined && { _id: { $gt: after } }),
      };
      return (await rows.find(filter).sort({ _id: 1 }).limit(limit).toArray()).map(figureOf);
    },
  };
  return figures;
}

/** Place of a figure in the list of those that wait. No part of it contains the sign. */
const idOf = ({ indicator, unit, period, version }: FigureKey & { readonly version: number }): string =>
  `${indicator}|${unit}|${period}|${version}`;
const seriesOf = ({ indicator, unit, period }: FigureKey): string => `${indicator}|${unit}|${period}`;

async function recordIn(
  rows: Collection<Row>,
  wanted: readonly Recording[],
  session: mongo.ClientSession,
): Promise<readonly Recorded[] | 'conflict'> {
  const latest = await latestOf(rows, wanted, session);
  const recorded: Recorded[] = [];
  const before: Figure[] = [];
  for (const { expected, ...figure } of wanted) {
    const known = latest.get(seriesOf(figure));
    if (expected !== undefined && expected !== (known?.version ?? 0)) return 'conflict';
    if (known !== undefined && saysTheSame(known, figure)) recorded.push({ figure: known, changed: false });
    else {
      const next = { ...figure, version: (known?.version ?? 0) + 1 };
      if (known !== undefined) before.push(known);
      latest.set(seriesOf(figure), next);
      recorded.push({ figure: next, changed: true });
    }
  }
  const added = recorded.filter(({ changed }) => changed).map(({ figure }) => rowOf(figure));
  if (added.length > 0) await rows.insertMany(added, { session });
  const waited = before.filter(({ approval }) => approval?.state === 'waiting').map(idOf);
  if (waited.length > 0) await rows.updateMany({ _id: { $in: waited } }, { $set: { superseded: true } }, { session });
  return recorded;
}

async function latestOf(
  rows: Collection<Row>,
  wanted: readonly FigureKey[],
  session: mongo.ClientSession,
): Promise<Map<string, Figure>> {
  const latest = new Map<string, Figure>();
  for (const { indicator, units, periods } of asked(wanted)) {
    const filter = { indicator, unit: { $in: units }, period: { $in: periods } };
    for (const row of await rows.find(filter, { session }).sort({ version: 1 }).toArray())
      latest.set(seriesOf(row), figureOf(row));
  }
  return latest;
}

/** Few queries for many keys: the units of an indicator in portions, each with the periods wanted of them. */
function asked(wanted: readonly FigureKey[]): readonly { indicator: string; units: string[]; periods: string[] }[] {
  return [...new Set(wanted.map(({ indicator }) => indicator))].flatMap((indicator) => {
    const keys = wanted.filter((key) => key.indicator === indicator);
    const units = [...new Set(keys.map(({ unit }) => unit))];
    const periods = [...new Set(keys.map(({ period }) => period))];
    const portions = Math.ceil(units.length / KEYS_A_QUERY);
    return Array.from({ length: portions }, (_, i) => ({
      indicator,
      units: units.slice(i * KEYS_A_QUERY, (i + 1) * KEYS_A_QUERY),
      periods,
    }));
  });
}

/**
 * Filters whose answers, one after the other, are sorted. An `$in` on indicators and one on units would have the surrogate
 * read every unit of the indicators; with one alternative an indicator it seeks the units.
 */
function portionsOf({ indicators, units, grain, from, to }: FigureQuery): readonly mongo.Filter<Row>[] {
  const period = { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lte: to }) };
  const narrowed = { ...(grain !== undefined && { grain }), ...(Object.keys(period).length > 0 && { period }) };
  const sorted = [...new Set(indicators)].sort();
  if (units === undefined) return [{ indicator: { $in: sorted }, ...narrowed }];
  const size = Math.max(1, Math.floor(KEYS_A_QUERY / Math.max(1, units.length)));
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, i) => ({
    $or: sorted
      .slice(i * size, (i + 1) * size)
      .map((indicator) => ({ indicator, unit: { $in: [...units] }, ...narrowed })),
  }));
}

/** Through JSON, so that no `undefined` becomes a null in the database. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const rowOf = (figure: Figure): Row => ({ _id: idOf(figure), grain: grainOf(figure.period), ...plain(figure) });
function figureOf({ _id, grain: _grain, superseded: _superseded, ...figure }: Row): Figure {
  return figure;
}
