import { refuse } from '../shared/result';
import type { Refusal } from '../shared/result';
import type { PeriodRefusalCode } from './refusals';
import type { GroupKept, QuotaAccepted } from './state';

export type Ranked = { readonly person: string; readonly total: number };
/**
 * What a quota rule says of one group: the best `keep` the class, those in `lower` would lose it. `tied` have equal points
 * across the limit: the calibrating body decides about them, not the engine.
 */
export type QuotaGroup = {
  /** Place of the rule in the scheme. */
  readonly rule: number;
  readonly per: 'agency' | 'duties';
  readonly group: string;
  readonly class: string;
  readonly base: number;
  readonly limit: number;
  readonly keep: readonly Ranked[];
  readonly lower: readonly Ranked[];
  readonly tied: readonly Ranked[];
};

const membersOf = ({ keep, tied, lower }: QuotaGroup): readonly Ranked[] => [...keep, ...tied, ...lower];
const keyOf = ({ rule, group }: Pick<QuotaGroup, 'rule' | 'group'>): string => `${rule}/${group}`;

/** Groups with more people in the limited class than its limit, or than was accepted; in words such as `kh-dpi: 5 > 3`. */
export function exceededGroups(groups: readonly QuotaGroup[], accepted: QuotaAccepted | undefined): readonly string[] {
  const lowered = new Set(accepted?.lowered);
  const agreed = new Map(accepted?.groups.map((one) => [keyOf(one), one.kept]));
  return groups.flatMap((group) => {
    const count = membersOf(group).filter(({ person }) => !lowered.has(person)).length;
    const most = Math.max(group.limit, agreed.get(keyOf(group)) ?? 0);
    return count > most ? [`${group.group}: ${count} > ${most}`] : [];
  });
}

type Choice = { readonly keep?: readonly string[] | undefined; readonly reason?: string | undefined };
type Accepted = {
  readonly lowered: readonly string[];
  readonly groups: readonly GroupKept[];
  readonly reason?: string;
};
type Outcome =
  | { readonly ok: true; readonly value: Accepted }
  | { readonly ok: false; readonly refusal: Refusal<PeriodRefusalCode> };

/**
 * Who is lowered by the calibrating body's choice; without a choice as the rule proposes. Whoever one rule lowers is lowered.
 * Never a lower score over a higher one in the same group; more than the limit only with a reason.
 */
export function acceptQuota(groups: readonly QuotaGroup[], { keep, reason }: Choice): Outcome {
  const tied = keep === undefined ? groups.flatMap((group) => group.tied.map(({ person }) => person)) : [];
  if (tied.length > 0) return refuse('QUOTA_TIE_IS_OPEN', { field: '/keep', params: { persons: [...new Set(tied)] } });
  const lowered = keep === undefined ? proposed(groups) : chosen(groups, keep);
  const kept = (group: QuotaGroup) => membersOf(group).filter(({ person }) => !lowered.has(person));
  for (const group of groups) {
    const passed = passedOver(membersOf(group), lowered, proposed(groups));
    if (passed !== undefined) return refuse('QUOTA_LOWER_OVER_HIGHER', { field: '/keep', params: passed });
  }
  const over = groups.filter((group) => kept(group).length > group.limit);
  if (over.length > 0 && reason === undefined)
    return refuse('QUOTA_REASON_NEEDED', {
      field: '/reason',
      params: { groups: over.map((group) => `${group.group}: ${kept(group).length} > ${group.limit}`) },
    });
  const value = {
    lowered: [...lowered].sort(),
    groups: groups.map((group) => ({
      ...{ rule: group.rule, group: group.group, limit: group.limit, kept: kept(group).length },
    })),
    ...(reason !== undefined && { reason }),
  };
  return { ok: true, value };
}

const proposed = (groups: readonly QuotaGroup[]): ReadonlySet<string> =>
  new Set(groups.flatMap(({ lower }) => lower.map(({ person }) => person)));

function chosen(groups: readonly QuotaGroup[], keep: readonly string[]): ReadonlySet<string> {
  const kept = new Set(keep);
  return new Set(
    groups.flatMap((group) => membersOf(group).flatMap(({ person }) => (kept.has(person) ? [] : [person]))),
  );
}

/** Somebody kept with fewer points than somebody lowered, whom no other rule lowers anyway. */
function passedOver(members: readonly Ranked[], lowered: ReadonlySet<string>, elsewhere: ReadonlySet<string>) {
  const kept = members.filter(({ person }) => !lowered.has(person));
  const least = kept.reduce<Ranked | undefined>((a, b) => (a === undefined || b.total < a.total ? b : a), undefined);
  if (least === undefined) return undefined;
  const higher = members.find(
    ({ person, total }) => lowered.has(person) && total > least.total && !elsewhere.has(person),
  );
  return higher && { kept: least.person, lowered: higher.person };
}
