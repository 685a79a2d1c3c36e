import type { Connection, mongo } from 'mongoose';
import type { KeptValues } from '../activities/indicators.ports';
import { endOf, firstDayOf, type Period } from '../domain/indicators/period';
import type { IndicatorValue } from '../domain/indicators/value';
import { canonicalJson } from '../domain/shared/canonicalJson';
import type { Instant } from '../domain/shared/time';
import type { CollectionSpec } from './collections';

type Kept = IndicatorValue & { readonly computedAt: Instant };
/** The values of an indicator and a unit in one year, by period: a page, so that many thousands are written at once. */
type PageDocument = {
  readonly _id: string;
  readonly indicator: string;
  readonly unit: string;
  readonly year: string;
  readonly values: Readonly<Record<Period, Kept>>;
};
type KeptQuery = Parameters<KeptValues['find']>[0];

export const keptValueCollections: readonly CollectionSpec[] = [
  {
    name: 'indicatorValues',
    indexes: [{ keys: { indicator: 1, unit: 1, year: 1 } }, { keys: { unit: 1, indicator: 1, year: 1 } }],
  },
];

const PAGES_A_QUERY = 1_000;
const yearOf = (period: Period): string => period.slice(0, 4);
const pageOf = ({ indicator, unit, period }: IndicatorValue): string => `${indicator}~${unit}~${yearOf(period)}`;

export function createKeptValues(connection: Connection): KeptValues {
  const pages = connection.collection<PageDocument>('indicatorValues');

  async function keepPages(byPage: readonly (readonly [string, readonly IndicatorValue[]])[], at: Instant) {
    const ids = byPage.map(([id]) => id);
    const found = await pages.find({ _id: { $in: ids } }, { batchSize: ids.length + 1 }).toArray();
    const known = new Map(found.map((page) => [page._id, page.values]));
    const writes: mongo.AnyBulkWriteOperation<PageDocument>[] = [];
    const changed: IndicatorValue[] = [];
    for (const [id, values] of byPage) {
      const before = known.get(id) ?? {};
      const news = values.filter((value) => differs(value, before[value.period]));
      const again = values.filter((value) => before[value.period]?.computedAt === at && !news.includes(value));
      changed.push(...news, ...again);
      if (news.length > 0) writes.push(writeOf(id, news, at));
    }
    if (writes.length > 0) await pages.bulkWrite(writes, { ordered: false });
    return changed;
  }

  return {
    async keep(values, at) {
      const byPage = new Map<string, IndicatorValue[]>();
      for (const value of values) byPage.set(pageOf(value), [...(byPage.get(pageOf(value)) ?? []), value]);
      const all = [...byPage];
      const changed: IndicatorValue[] = [];
      for (let start = 0; start < all.length; start += PAGES_A_QUERY)
        changed.push(...(await keepPages(all.slice(start, start + PAGES_A_QUERY), at)));
      return changed;
    },

    async find(query) {
      const found: Kept[] = [];
      for await (const page of pages.find(selection(query)).sort({ indicator: 1, unit: 1, year: 1 })) {
        found.push(...inRange(Object.values(page.values), query));
        if (found.length >= query.limit) break;
      }
      return found.slice(0, query.limit);
    },
  };
}

function differs(value: IndicatorValue, kept: Kept | undefined): boolean {
  if (kept === undefined) return true;
  const { computedAt: _computedAt, ...before } = kept;
  return canonicalJson(value) !== canonicalJson(before);
}

function writeOf(
  _id: string,
  news: readonly IndicatorValue[],
  computedAt: Instant,
): mongo.AnyBulkWriteOperation<PageDocument> {
  const [first] = news;
  const { indicator, unit, period } = first ?? { indicator: '', unit: '', period: '' };
  const values = Object.fromEntries(news.map((value) => [`values.${value.period}`, { ...value, computedAt }]));
  const update = { $set: values, $setOnInsert: { indicator, unit, year: yearOf(period) } };
  return { updateOne: { filter: { _id }, update: update, upsert: true } };
}

function selection({ indicators, units, from, to }: KeptQuery): mongo.Filter<PageDocument> {
  const year = {
    ...(from !== undefined && { $gte: yearOf(from) }),
    ...(to !== undefined && { $lte: yearOf(to) }),
  };
  return {
    ...(indicators !== undefined && { indicator: { $in: [...indicators] } }),
    ...(units !== undefined && { unit: { $in: [...units] } }),
    ...(Object.keys(year).length > 0 && { year }),
  };
}

/** Periods that lie wholly in the range, in order. */
function inRange(values: readonly Kept[], { from, to }: KeptQuery): readonly Kept[] {
  return values
    .filter(({ period }) => from === undefined || firstDayOf(period) >= firstDayOf(from))
    .filter(({ period }) => to === undefined || endOf(period) <= endOf(to))
    .sort((a, b) => (a.period < b.period ? -1 : 1));
}
