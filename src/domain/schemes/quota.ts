import { Exact } from '../scoring/scored';
import type { QuotaRule } from './scheme.schema';

export type QuotaPerson = {
  readonly person: string;
  readonly agency: string;
  readonly duties: string;
  readonly total: number;
  readonly class: string;
  /** Where totals are equal it only orders the list; it breaks no tie. */
  readonly task?: number;
};
export type QuotaRanked = { readonly person: string; readonly total: number };
export type QuotaGroupProposal = {
  readonly per: 'agency' | 'duties';
  readonly group: string;
  readonly base: number;
  readonly limit: number;
  readonly keep: readonly QuotaRanked[];
  readonly lower: readonly QuotaRanked[];
  /** Equal points across the limit: for the calibrating body. */
  readonly tied: readonly QuotaRanked[];
};
export type QuotaProposal = {
  readonly groups: readonly QuotaGroupProposal[];
  /** Whom some rule lowers, and who is kept by all. */
  readonly lowered: readonly string[];
  readonly kept: readonly string[];
};

const ROUNDINGS = { down: Exact.ROUND_FLOOR, 'half-up': Exact.ROUND_HALF_UP, up: Exact.ROUND_CEIL } as const;

/** How many of so many people may have the class. */
export const quotaLimit = ({ share, rounding }: Pick<QuotaRule, 'share' | 'rounding'>, base: number): number =>
  new Exact(share).times(base).toDecimalPlaces(0, ROUNDINGS[rounding]).toNumber();

/**
 * Who keeps a limited class, by rank, for each office and each group of similar duties. The base are all people in the classes
 * `of`; where the limited class is not among them itself, whoever is lowered joins the base, and the largest fitting number
 * is kept. Never a lower total over a higher one; a tie across the limit is not broken.
 */
export function quotaProposal(rule: QuotaRule, people: readonly QuotaPerson[]): QuotaProposal {
  const groups = rule.per.flatMap((per) =>
    [...new Set(people.map((one) => one[per]))].sort().flatMap((group) => {
      const members = people.filter((one) => one[per] === group);
      return members.some((one) => one.class === rule.class) ? [groupOf(rule, members, { per, group })] : [];
    }),
  );
  const lowered = new Set(groups.flatMap(({ lower }) => lower.map(({ person }) => person)));
  const open = new Set(groups.flatMap(({ tied }) => tied.map(({ person }) => person)));
  const kept = people.filter(({ person, class: of }) => of === rule.class && !lowered.has(person) && !open.has(person));
  return { groups, lowered: [...lowered].sort(), kept: kept.map(({ person }) => person).sort() };
}

type Grouped = Pick<QuotaGroupProposal, 'per' | 'group'>;

function groupOf(rule: QuotaRule, members: readonly QuotaPerson[], grouped: Grouped): QuotaGroupProposal {
  const ranked = members.filter((one) => one.class === rule.class).sort(byRank);
  const { base, limit } = limitOf(rule, members, ranked.length);
  const most = Math.min(limit, ranked.length);
  const edge = ranked[most - 1]?.total;
  const cut = most < ranked.length && ranked[most]?.total === edge ? edge : undefined;
  const of = (some: readonly QuotaPerson[]) => some.map(({ person, total }): QuotaRanked => ({ person, total }));
  return {
    ...{ ...grouped, base, limit },
    keep: of(ranked.slice(0, most).filter(({ total }) => total !== cut)),
    tied: of(ranked.filter(({ total }) => total === cut)),
    lower: of(ranked.slice(most).filter(({ total }) => total !== cut)),
  };
}

/** The largest number k with k ≤ share × base, where those not kept are counted in the base. */
function limitOf(rule: QuotaRule, members: readonly QuotaPerson[], candidates: number) {
  const others = members.filter((one) => one.class !== rule.class && rule.of.includes(one.class)).length;
  const all = others + candidates;
  if (rule.of.includes(rule.class)) return { base: all, limit: quotaLimit(rule, all) };
  for (let k = candidates; k > 0; k--) if (k <= quotaLimit(rule, all - k)) return { base: all - k, limit: k };
  return { base: all, limit: 0 };
}

const byRank = (a: QuotaPerson, b: QuotaPerson): number =>
  b.total - a.total || (b.task ?? 0) - (a.task ?? 0) || (a.person < b.person ? -1 : 1);
