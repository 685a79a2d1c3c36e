import { ACTIONS, ROLES_A_HEAD_GIVES } from './actions';
import type { Action, Grant, Reach, Relation } from './actions';
import type { AccessCode } from './refusals';
import type { Role } from '../organisation/organisation.schema';
import type { Refusal } from '../shared/result';

/** A person as the policy sees them. `standsInFor`: ids of absent people whose deputy this person is today. */
export type Standing = {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly unit: string;
  readonly standsInFor?: readonly string[];
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
export type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal<AccessCode> };

const YES: Answer = { ok: true };

/** May this person do this here? Pure; the API and the workflow ask the same question. */
export function allowed(question: Question): Answer {
  const { person, action } = question;
  const grant: Grant = ACTIONS[action];
  if (person.roles.includes('administrator') || related(grant, question)) return YES;
  const reaches = person.roles.flatMap((role) => grant.roles[role] ?? []);
  if (reaches.some((reach) => within(reach, person.unit, question.place))) return YES;
  return { ok: false, refusal: reaches.length > 0 ? notYourUnit(question) : roleNeeded(action, grant) };
}

/** A tie counts for whoever works here: an auditor changes nothing and a citizen has no place here, tie or not. */
function related(grant: Grant, { person, relations = [] }: Question): boolean {
  const works = person.roles.some((role) => role !== 'auditor' && role !== 'citizen');
  return relations.some((relation) => grant.relations.includes(relation) && (works || relation === 'self'));
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
