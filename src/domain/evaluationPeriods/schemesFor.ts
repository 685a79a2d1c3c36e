import type { SchemeDefinition } from '../schemes/scheme.schema';
import type { Words } from '../shared/language';
import type { LocalDate } from '../shared/time';
import { postOn, suits } from './membership';
import type { MembershipOf, Somebody } from './membership';
import type { Post } from './period.schema';

/** A scheme of the office as it holds on the day. */
export type HeldScheme = { readonly id: string; readonly version: number; readonly definition: SchemeDefinition };
export type OnDay = Pick<MembershipOf, 'placeOf'> & { readonly day: LocalDate };
export type Posted = { readonly person: Somebody; readonly posts: readonly Post[] };

/** By which schemes somebody is evaluated on a day. No post: they are not here. More than one: a mistake of the groups. */
export function schemesFor(
  { person, posts }: Posted,
  schemes: readonly HeldScheme[],
  { day, placeOf }: OnDay,
): { readonly post?: Post; readonly schemes: readonly HeldScheme[] } {
  const post = postOn(person, posts, day);
  if (post === undefined) return { schemes: [] };
  const those = schemes.filter(
    ({ definition: { group, validTo } }) => (validTo ?? day) >= day && suits(group, post, { placeOf }),
  );
  return { post, schemes: those };
}

/** People for whom both schemes are: `people` in the order given. */
export type SchemeOverlap = { readonly other: HeldScheme; readonly people: readonly string[] };

/** With which other schemes a scheme shares people on the day. */
export function overlapsWith(
  scheme: HeldScheme,
  others: readonly HeldScheme[],
  { people, ...on }: OnDay & { readonly people: readonly Posted[] },
): readonly SchemeOverlap[] {
  const shared = new Map<HeldScheme, string[]>();
  for (const one of people) {
    const [own, ...those] = schemesFor(one, [scheme, ...others], on).schemes;
    if (own !== scheme) continue;
    for (const other of those) shared.set(other, [...(shared.get(other) ?? []), one.person.id]);
  }
  return [...shared].map(([other, ids]) => ({ other, people: ids }));
}

export const OVERLAP_WORDS: Words = {
  vi: 'Từ ngày {day}, {count} người thuộc cả chế độ này và «{other}» ({people}). Mỗi người chỉ được đánh giá theo một chế độ tại một thời điểm: hãy thu hẹp nhóm áp dụng (đối tượng, vị trí, đơn vị, lãnh đạo), hoặc đặt ngày cuối cho một trong hai.',
  en: 'On {day}, {count} people belong to both this scheme and “{other}” ({people}). Everybody is evaluated by one scheme at a time: narrow the group (kinds, positions, units, leaders), or give one of the two a last day.',
  ja: '{day} 時点で {count} 人がこの制度と「{other}」の両方の対象です（{people}）。一人に適用できる制度は同時に一つだけです。対象（種別、職位、部署、管理職）を狭めるか、どちらかに最終日を設定してください。',
};
