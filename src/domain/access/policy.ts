import { A_DEPUTY_DOES, ACTIONS, ROLES_A_HEAD_GIVES, ROLES_BEYOND_A_HEAD, ROLES_STOOD_IN_FOR } from './actions';
import type { Action, Grant, Reach, Relation } from './actions';
import type { AccessCode } from './refusals';
import type { Role } from '../organisation/roles';
import type { Refusal } from '../shared/result';

/** Somebody who is away today, as far as it matters to their deputy. */
export type Represented = { readonly id: string; readonly unit: string; readonly roles: readonly Role[] };

/**
 * A person as the policy sees them. `standsInFor`: ids of absent people whose deputy this person is today; `represents`: the
 * same people with what they are.
 */
export type Standing = {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly unit: string;
  readonly standsInFor?: readonly string[];
  readonly represents?: readonly Represented[];
};

/** A place in the tree of units: the unit itself first, then its parent, up to the root. Empty: nowhere in the tree. */
export type Place = readonly string[];

export type Question = {
  readonly person: Standing;
  readonly action: Action;
  readonly place: Place;
  /** The person's ties to the thing asked about. */
  readonly relations?: readonly Relation[];
};
/** `inPlaceOf`: only as the deputy of one of these; missing: by the person's own right. */
export type Answer =
  | { readonly ok: true; readonly inPlaceOf?: readonly string[] }
  | { readonly ok: false; readonly refusal: Refusal<AccessCode> };

const YES: Answer = { ok: true };

/** May this person do this here? Pure; the API and the workflow ask the same question. */
export function allowed(question: Question): Answer {
  const { person, action } = question;
  const grant: Grant = ACTIONS[action];
  if (person.roles.includes('administrator') || related(grant, question)) return YES;
  const reaches = person.roles.flatMap((role) => grant.roles[role] ?? []);
  if (reaches.some((reach) => within(reach, person.unit, question.place))) return YES;
  const inPlaceOf = representedIn(grant, question);
  if (inPlaceOf.length > 0) return { ok: true, inPlaceOf };
  return { ok: false, refusal: reaches.length > 0 ? notYourUnit(question) : roleNeeded(action, grant) };
}

/** The absent people whose role would reach here, for what a deputy does. */
function representedIn(grant: Grant, { person, action, place }: Question): readonly string[] {
  const passesOn: readonly Action[] = A_DEPUTY_DOES;
  if (!passesOn.includes(action) || !works(person)) return [];
  const reached = ({ roles, unit }: Represented) =>
    ROLES_STOOD_IN_FOR.some((role) => {
      const reach = grant.roles[role];
      return reach !== undefined && roles.includes(role) && within(reach, unit, place);
    });
  return (person.represents ?? []).filter(reached).map(({ id }) => id);
}

const works = ({ roles }: Standing): boolean => roles.some((role) => role !== 'auditor' && role !== 'citizen');

/** A tie counts for whoever works here: an auditor changes nothing and a citizen has no place here, tie or not. */
function related(grant: Grant, { person, relations = [] }: Question): boolean {
  return relations.some((relation) => grant.relations.includes(relation) && (works(person) || relation === 'self'));
}

function within(reach: Reach, unit: string, place: Place): boolean {
  switch (reach) {
    case 'everywhere':
      return true;
    case 'own-and-below':
      return place.includes(unit);
    case 'own-unit':
      return place[0] === unit;
  }
}

const notYourUnit = ({ action, person, place }: Question): Refusal<AccessCode> => ({
  code: 'NOT_YOUR_UNIT',
  params: { action, unit: place[0] ?? '-', yours: person.unit },
});

function roleNeeded(action: Action, grant: Grant): Refusal<AccessCode> {
  const roles = ['administrator', ...Object.keys(grant.roles)];
  const { relations } = grant;
  if (relations.length === 0) return { code: 'ROLE_NEEDED', params: { action, roles } };
  return { code: 'ROLE_OR_TIE_NEEDED', params: { action, roles, relations } };
}

/** May this person change someone's roles from `before` to `after`? Only what differs counts. */
export function mayGiveRoles(person: Standing, before: readonly Role[], after: readonly Role[]): Answer {
  if (person.roles.includes('administrator')) return YES;
  const given: readonly Role[] = ROLES_A_HEAD_GIVES;
  const changed = [...before.filter((r) => !after.includes(r)), ...after.filter((r) => !before.includes(r))];
  const refused = changed.filter((role) => !given.includes(role));
  if (refused.length === 0) return YES;
  return { ok: false, refusal: { code: 'ROLE_NOT_YOURS_TO_GIVE', field: '/roles', params: { roles: refused } } };
}

/** How a person is written to and who stands in for them: with these, somebody else could come to act as that person. */
type Reached = {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly email?: string | undefined;
  readonly deputy?: string | undefined;
};

/** Whether the e-mail and the deputy of someone with these roles may be changed at all; a page then offers no field for them. */
export const mayReach = (person: Standing, { id, roles }: Pick<Reached, 'id' | 'roles'>): boolean => {
  const beyond: readonly Role[] = ROLES_BEYOND_A_HEAD;
  return person.roles.includes('administrator') || id === person.id || !roles.some((role) => beyond.includes(role));
};

/** May this person make these changes to how someone is reached? Invitations and passwords go to the e-mail. */
export function mayChangeReach(person: Standing, before: Reached, after: Omit<Reached, 'id' | 'roles'>): Answer {
  const field = (['email', 'deputy'] as const).find((one) => before[one] !== after[one]);
  if (field === undefined || mayReach(person, before)) return YES;
  return {
    ok: false,
    refusal: { code: 'PERSON_NOT_YOURS_TO_REACH', field: `/${field}`, params: { person: before.id } },
  };
}
