import type { Action, Relation } from '../access/actions';
import { placeOf } from '../access/place';
import { allowed } from '../access/policy';
import type { Standing } from '../access/policy';

export const LIVE_KINDS = [
  'cycle',
  'indicator',
  'scorecard',
  'programme',
  'survey',
  'idea',
  'review',
  'evaluationPeriod',
  'message',
  'delivery',
  'period',
  'document',
] as const;
export type LiveKind = (typeof LIVE_KINDS)[number];

/**
 * Who may hear of a change: one person alone, or whoever may do `action` in one of the units (`[]`: nowhere in particular).
 * `ties`: people tied to the thing, by kind of tie.
 */
export type Audience =
  | { readonly person: string }
  | {
      readonly action: Action;
      readonly units: readonly string[];
      readonly ties?: Readonly<Partial<Record<Relation, readonly string[]>>>;
    };

/** That a thing changed, without what changed. The facts for the policy travel with it, so that telling reads nothing. */
export type Change = {
  readonly kind: LiveKind;
  readonly id: string;
  readonly version?: number;
  readonly audience: Audience;
};

type Units = readonly { readonly id: string; readonly parent?: string | undefined }[];

/** May this person hear of the change? A message is nobody's but the reader's own, whatever somebody's role. */
export function mayHear(person: Standing, { audience }: Change, units: Units): boolean {
  if ('person' in audience) return audience.person === person.id;
  const { action, ties = {} } = audience;
  const selves = [person.id, ...(person.standsInFor ?? [])];
  const relations = (Object.keys(ties) as Relation[]).filter((tie) => ties[tie]?.some((id) => selves.includes(id)));
  const places = audience.units.length === 0 ? [[]] : audience.units.map((unit) => placeOf(units, unit));
  return places.some((place) => allowed({ person, action, place, relations }).ok);
}
