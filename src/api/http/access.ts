import { A_DEPUTY_DOES } from '../../domain/access/actions';
import type { Action } from '../../domain/access/actions';
import { scopeWords, withinScope } from '../../domain/accounts/scope';
import type { TokenScope } from '../../domain/accounts/scope';
import { allowed } from '../../domain/access/policy';
import type { Place, Standing } from '../../domain/access/policy';
import type { Refusal } from '../../domain/shared/result';
import type { ApiDeps } from '../ports';
import { problemOf } from '../problems/problem';
import type { Where } from './route';

export type Access = {
  readonly allow: (action: Action, where?: Where) => Promise<void>;
  readonly may: (action: Action, where?: Where) => Promise<boolean>;
  /** The actions asked about so far. */
  readonly asked: ReadonlySet<Action>;
};

type Asking = {
  readonly standing: Standing;
  readonly organisation: ApiDeps['organisation'];
  readonly scope?: TokenScope | undefined;
  /** The person with everyone they stand in for today; asked where it could matter only. */
  readonly acting: () => Promise<Standing>;
};

/** Asks the policy for one person during one request; places in the tree are looked up once. */
export function accessOf({ standing, organisation, scope = 'full', acting }: Asking): Access {
  const asked = new Set<Action>();
  let represented: Promise<Standing> | undefined;
  const places = new Map<string, Promise<Place>>();
  const placeOf = ({ unit, place }: Where): Promise<Place> | Place => {
    if (place !== undefined) return place;
    if (unit === undefined || standing.roles.includes('administrator')) return [];
    const known = places.get(unit) ?? upwards(organisation, unit);
    places.set(unit, known);
    return known;
  };
  const refusal = async (action: Action, where: Where): Promise<Refusal | undefined> => {
    asked.add(action);
    if (!withinScope(scope, action))
      return { code: 'TOKEN_SCOPE_EXCEEDED', params: { action, scope: scopeWords(scope) } };
    const place = await placeOf(where);
    const { relations = [] } = where;
    const answer = allowed({ person: standing, action, place, relations });
    if (answer.ok) return undefined;
    if (!passesOn(action)) return answer.refusal;
    const person = await (represented ??= acting());
    const again = allowed({ person, action, place, relations });
    return again.ok ? undefined : again.refusal;
  };
  return {
    asked,
    may: async (action, where = {}) => (await refusal(action, where)) === undefined,
    allow: async (action, where = {}) => {
      const refused = await refusal(action, where);
      if (refused !== undefined) throw problemOf(refused);
    },
  };
}

const passesOn = (action: Action): boolean => (A_DEPUTY_DOES as readonly Action[]).includes(action);

/** The unit and those above it: a few reads by key. A unit that is not there stands nowhere, yet names itself. */
async function upwards(organisation: ApiDeps['organisation'], unit: string): Promise<Place> {
  const place: string[] = [];
  for (let at: string | undefined = unit; at !== undefined && !place.includes(at);) {
    place.push(at);
    at = (await organisation.units.get(at))?.value.parent;
  }
  return place;
}
