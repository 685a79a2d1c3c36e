import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { A_DEPUTY_DOES, ACTIONS } from '../../../src/domain/access/actions';
import type { Action, Grant, Relation } from '../../../src/domain/access/actions';
import { allowed, mayChangeReach, mayGiveRoles } from '../../../src/domain/access/policy';
import type { Standing } from '../../../src/domain/access/policy';
import { ACCESS_REFUSALS } from '../../../src/domain/access/refusals';
import { ROLES } from '../../../src/domain/organisation/roles';
import type { Role } from '../../../src/domain/organisation/roles';

/** province > department > office; `health` stands beside the department. */
const PLACES = {
  own: ['department', 'province'],
  below: ['office', 'department', 'province'],
  above: ['province'],
  beside: ['health', 'province'],
} as const;
type Where = keyof typeof PLACES;
const WHERES = Object.keys(PLACES) as Where[];

const holder = (...roles: Role[]): Standing => ({ id: 'p', roles, unit: 'department' });
const may = (role: Role, action: Action, where: Where, relations: readonly Relation[] = []) =>
  allowed({ person: holder(role), action, place: PLACES[where], relations }).ok;
const wheresOf = (role: Role, action: Action) => WHERES.filter((where) => may(role, action, where));

/** What the brief of each role says, written down a second time and by hand: one line a role, one column a place. */
const EXPECTED: Record<
  Role,
  { readonly reads: readonly Where[]; readonly launches: readonly Where[]; readonly approves: readonly Where[] }
> = {
  administrator: { reads: WHERES, launches: WHERES, approves: WHERES },
  'head-of-unit': { reads: ['own', 'below'], launches: ['own', 'below'], approves: ['own', 'below'] },
  'improvement-lead': { reads: ['own', 'below'], launches: ['own', 'below'], approves: [] },
  reviewer: { reads: ['own'], launches: [], approves: [] },
  officer: { reads: ['own'], launches: [], approves: [] },
  evaluator: { reads: ['own'], launches: [], approves: [] },
  auditor: { reads: WHERES, launches: [], approves: [] },
  citizen: { reads: [], launches: [], approves: [] },
};

describe('who may do what, where', () => {
  for (const role of ROLES) {
    it(`gives ${role} exactly the places its row says`, () => {
      expect(wheresOf(role, 'history.read')).toEqual(EXPECTED[role].reads);
      expect(wheresOf(role, 'cycle.launch')).toEqual(EXPECTED[role].launches);
      expect(wheresOf(role, 'cycle.command.ApprovePlan')).toEqual(EXPECTED[role].approves);
    });
  }

  it.each(Object.entries(ACTIONS) as [Action, Grant][])(
    'answers %s by its row of the table, in every place',
    (action, grant) => {
      for (const role of ROLES) {
        const reach = role === 'administrator' ? 'everywhere' : grant.roles[role];
        const expected: Record<string, readonly Where[]> = {
          everywhere: WHERES,
          'own-and-below': ['own', 'below'],
          'own-unit': ['own'],
        };
        expect([role, wheresOf(role, action)]).toEqual([role, reach === undefined ? [] : expected[reach]]);
      }
    },
  );

  it('lets an auditor change nothing, even one who is named reviewer', () => {
    for (const [action, grant] of Object.entries(ACTIONS) as [Action, Grant][]) {
      if (grant.kind === 'read') continue;
      for (const where of WHERES)
        expect(may('auditor', action, where, ['lead', 'reviewer', 'countermeasure-owner'])).toBe(false);
    }
  });

  it('lets a reviewer of the cycle review wherever they stand, and nobody but them and the administrator', () => {
    expect(may('officer', 'cycle.command.RecordReview', 'beside', ['reviewer'])).toBe(true);
    expect(may('head-of-unit', 'cycle.command.RecordReview', 'own')).toBe(false);
    expect(may('administrator', 'cycle.command.RecordReview', 'beside')).toBe(true);
  });

  it('lets everyone read their own inbox and nobody else read it', () => {
    for (const role of ROLES) expect(may(role, 'inbox.read', 'own', ['self'])).toBe(true);
    expect(may('head-of-unit', 'inbox.read', 'own')).toBe(false);
  });

  it('gives a person without any role nothing but what is their own', () => {
    for (const action of Object.keys(ACTIONS) as Action[]) {
      expect(allowed({ person: holder(), action, place: PLACES.own }).ok).toBe(false);
    }
    expect(allowed({ person: holder(), action: 'token.manage', place: [], relations: ['self'] }).ok).toBe(true);
  });

  it('names the unit when the role is there and the place is not', () => {
    expect(allowed({ person: holder('head-of-unit'), action: 'unit.edit', place: PLACES.beside })).toEqual({
      ok: false,
      refusal: { code: 'NOT_YOUR_UNIT', params: { action: 'unit.edit', unit: 'health', yours: 'department' } },
    });
  });

  it('names the roles that would be allowed when the role is missing', () => {
    expect(allowed({ person: holder('officer'), action: 'cycle.launch', place: PLACES.own })).toEqual({
      ok: false,
      refusal: {
        code: 'ROLE_NEEDED',
        params: { action: 'cycle.launch', roles: ['administrator', 'head-of-unit', 'improvement-lead'] },
      },
    });
  });

  it('adds rights with every role and takes none away', () => {
    const roles = fc.subarray([...ROLES]);
    const action = fc.constantFrom(...(Object.keys(ACTIONS) as Action[]));
    fc.assert(
      fc.property(roles, roles, action, fc.constantFrom(...WHERES), (some, more, asked, where) => {
        const before = allowed({ person: holder(...some), action: asked, place: PLACES[where] });
        const after = allowed({ person: holder(...some, ...more), action: asked, place: PLACES[where] });
        return !before.ok || after.ok;
      }),
    );
  });
});

describe('a deputy of someone absent', () => {
  const hoa = { id: 'hoa', unit: 'department', roles: ['head-of-unit', 'administrator', 'auditor'] as const };
  const deputy = (...roles: Role[]): Standing => ({
    ...{ id: 'binh', unit: 'elsewhere', roles },
    ...{ standsInFor: ['hoa'], represents: [hoa] },
  });
  const asks = (person: Standing, action: Action, where: Where) => allowed({ person, action, place: PLACES[where] });

  it('approves, decides and reads the cycle where the head would, and it is said for whom', () => {
    for (const action of A_DEPUTY_DOES)
      for (const where of WHERES) {
        const reached = where === 'own' || where === 'below';
        expect([action, where, asks(deputy('officer'), action, where)]).toMatchObject([
          ...[action, where],
          reached ? { ok: true, inPlaceOf: ['hoa'] } : { ok: false },
        ]);
      }
  });
  it('does nothing else by the role of whoever is away, whatever the role', () => {
    for (const action of Object.keys(ACTIONS) as Action[])
      if (!(A_DEPUTY_DOES as readonly Action[]).includes(action)) {
        const alone = allowed({
          person: { id: 'binh', unit: 'elsewhere', roles: ['officer'] },
          action,
          place: PLACES.own,
        });
        expect([action, asks(deputy('officer'), action, 'own').ok]).toEqual([action, alone.ok]);
      }
  });
  it('acts by their own right where they have it', () => {
    const own = { ...deputy('head-of-unit'), unit: 'province' };
    expect(asks(own, 'cycle.command.ApprovePlan', 'own')).toEqual({ ok: true });
  });
  it.each(['auditor', 'citizen'] as const)('is nobody who is %s alone', (role) => {
    expect(asks(deputy(role), 'cycle.command.ApprovePlan', 'own').ok).toBe(false);
  });
  it('does not approve in the place of a lead, who may not approve either', () => {
    const lead = { id: 'lan', unit: 'department', roles: ['improvement-lead'] as const };
    const person = { ...deputy('officer'), represents: [lead] };
    expect(asks(person, 'cycle.command.ApprovePlan', 'own').ok).toBe(false);
    expect(asks(person, 'cycle.command.AdoptChange', 'own')).toEqual({ ok: true, inPlaceOf: ['lan'] });
  });
});

describe('giving roles', () => {
  it('lets a head of unit make an officer a reviewer', () => {
    expect(mayGiveRoles(holder('head-of-unit'), ['officer'], ['officer', 'reviewer']).ok).toBe(true);
  });
  it('does not let a head of unit make an administrator, or unmake one', () => {
    expect(mayGiveRoles(holder('head-of-unit'), ['officer'], ['administrator']).ok).toBe(false);
    expect(mayGiveRoles(holder('head-of-unit'), ['auditor'], [])).toMatchObject({
      refusal: { code: 'ROLE_NOT_YOURS_TO_GIVE', params: { roles: ['auditor'] } },
    });
  });
  it('asks nothing about roles that stay', () => {
    expect(mayGiveRoles(holder('head-of-unit'), ['administrator'], ['administrator', 'officer']).ok).toBe(true);
  });
});

describe('how somebody is written to, and who stands in for them', () => {
  const chief = { id: 'chief', roles: ['administrator'] as const, email: 'chief@province.vn', deputy: 'lan' };
  it('is not changed by a head of unit where the person is an administrator or an auditor', () => {
    const head = holder('head-of-unit');
    expect(mayChangeReach(head, chief, { ...chief, email: 'head@province.vn' })).toMatchObject({
      refusal: { code: 'PERSON_NOT_YOURS_TO_REACH', field: '/email', params: { person: 'chief' } },
    });
    expect(mayChangeReach(head, { ...chief, roles: ['auditor'] }, { email: chief.email })).toMatchObject({
      refusal: { code: 'PERSON_NOT_YOURS_TO_REACH', field: '/deputy' },
    });
  });
  it('stays as it is while a head of unit changes something else of an administrator', () => {
    expect(mayChangeReach(holder('head-of-unit'), chief, chief).ok).toBe(true);
  });
  it('is changed by a head of unit for an officer, and by an administrator for everybody', () => {
    const officer = { id: 'tam', roles: ['officer'] as const };
    expect(mayChangeReach(holder('head-of-unit'), officer, { email: 'tam@province.vn' }).ok).toBe(true);
    expect(mayChangeReach(holder('administrator'), chief, {}).ok).toBe(true);
  });
});

describe('the words of a refusal', () => {
  it.each(Object.entries(ACCESS_REFUSALS))('%s uses the same params in both languages', (_code, { vi, en }) => {
    const params = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
    expect(params(vi)).toEqual(params(en));
  });
});
