import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { memberOf } from '../../../src/domain/evaluationPeriods/membership';
import type { MembershipOf } from '../../../src/domain/evaluationPeriods/membership';
import type { Post } from '../../../src/domain/evaluationPeriods/period.schema';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';

const LINES: Readonly<Record<string, readonly string[]>> = { dpi: ['dpi', 'kh'], office: ['office', 'dpi', 'kh'] };
const of: MembershipOf = {
  definition: { group: {} },
  span: { from: '2026-03-01', to: '2026-03-31' },
  calendar: VIETNAM,
  inTree: (unit) => (LINES[unit] ?? []).includes('kh'),
  placeOf: (unit) => LINES[unit] ?? [],
};
const an = { id: 'an', unit: 'dpi', manager: 'head', roles: ['officer' as const] };
const post = (from: string, unit: string, more: Partial<Post> = {}): Post => ({
  ...{ from, unit, position: 'specialist', kind: 'civil-servant', leader: false, ...more },
});

describe('somebody is evaluated in a period', () => {
  it('where the organisation says, when no posts are known', () => {
    expect(memberOf(an, [], of)).toMatchObject({ unit: 'dpi', manager: 'head', workingShare: 1, duties: 'officer' });
  });

  it('by the last post, carrying what came before a transfer', () => {
    const member = memberOf(an, [post('2020-01-01', 'dpi'), post('2026-03-16', 'office', { manager: 'mai' })], of);
    expect(member).toMatchObject({ unit: 'office', manager: 'mai' });
    expect(member?.segments).toEqual([
      { unit: 'dpi', from: '2026-03-01', to: '2026-03-15', manager: 'head' },
      { unit: 'office', from: '2026-03-16', to: '2026-03-31', manager: 'mai' },
    ]);
  });

  it('not where they have gone elsewhere, and not by a scheme for others', () => {
    expect(memberOf(an, [post('2020-01-01', 'dpi'), post('2026-03-16', 'elsewhere')], of)).toBeUndefined();
    expect(memberOf(an, [post('2026-04-01', 'dpi')], of)).toBeUndefined();
    expect(memberOf(an, [], { ...of, definition: { group: { leaders: true } } })).toBeUndefined();
    expect(memberOf(an, [], { ...of, definition: { group: { units: ['office'] } } })).toBeUndefined();
  });

  it('with leave, joining and leaving counted in working days', () => {
    const joined = memberOf(an, [post('2026-03-16', 'dpi')], of);
    expect(joined?.workingShare).toBeCloseTo(12 / 22, 10);
    const left = memberOf(an, [post('2020-01-01', 'dpi', { to: '2026-03-06' })], of);
    expect(left?.workingShare).toBeCloseTo(5 / 22, 10);
    const away = {
      ...an,
      absences: [
        { from: '2026-03-02', to: '2026-03-06' },
        { from: '2026-03-05', to: '2026-03-09' },
      ],
    };
    expect(memberOf(away, [], of)?.workingShare).toBeCloseTo(16 / 22, 10);
  });

  it('with a share from 0 to 1 that no order of posts and absences changes', () => {
    const day = fc.integer({ min: 1, max: 30 }).map((d) => `2026-03-${String(d).padStart(2, '0')}`);
    const absence = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
    fc.assert(
      fc.property(
        fc.array(absence, { maxLength: 5 }),
        fc.uniqueArray(day, { minLength: 1, maxLength: 4 }),
        (absences, days) => {
          const posts = days.map((from, i) => post(from, i % 2 === 0 ? 'dpi' : 'office'));
          const one = memberOf({ ...an, absences }, posts, of);
          const other = memberOf({ ...an, absences: [...absences].reverse() }, [...posts].reverse(), of);
          expect(one).toEqual(other);
          expect(one?.workingShare ?? 0).toBeGreaterThanOrEqual(0);
          expect(one?.workingShare ?? 0).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
