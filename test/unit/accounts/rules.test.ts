import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { networkOf } from '../../../src/api/auth/addressKey';
import { cookieWith, csrfOf, isCsrf, newSessionSecret, sessionSecretOf } from '../../../src/api/auth/cookie';
import { newRecoveryCodes, newSecret, stepOf } from '../../../src/api/auth/oneTimeCodes';
import { ACTIONS } from '../../../src/domain/access/actions';
import type { Action } from '../../../src/domain/access/actions';
import { ACTION_GROUPS, withinScope } from '../../../src/domain/accounts/scope';
import { endOf, isAlive } from '../../../src/domain/accounts/session';
import { SLOWDOWNS, waitMs } from '../../../src/domain/accounts/slowdown';

const T0 = Date.parse('2026-08-21T00:00:00.000Z');
const iso = (ms: number): string => new Date(T0 + ms).toISOString();
const kinds = fc.constantFrom(...Object.values(SLOWDOWNS));

describe('slowing guesses down', () => {
  it('asks nobody to wait before the free failures are used up', () => {
    fc.assert(
      fc.property(kinds, fc.nat(60), (rule, failures) => {
        fc.pre(failures < rule.free);
        expect(waitMs({ failures, lastAt: iso(0) }, rule, iso(1))).toBe(0);
      }),
    );
  });

  it('locks nobody out: however often it failed, waiting ends within the most', () => {
    fc.assert(
      fc.property(kinds, fc.nat(1e9), fc.nat(1e6), (rule, failures, later) => {
        const known = { failures, lastAt: iso(0) };
        expect(waitMs(known, rule, iso(later))).toBeLessThanOrEqual(rule.mostMs);
        expect(waitMs(known, rule, iso(rule.mostMs))).toBe(0);
      }),
    );
  });

  it('lets one wait no shorter after another failure', () => {
    fc.assert(
      fc.property(kinds, fc.nat(200), (rule, failures) => {
        const wait = (count: number) => waitMs({ failures: count, lastAt: iso(0) }, rule, iso(0));
        expect(wait(failures + 1)).toBeGreaterThanOrEqual(wait(failures));
      }),
    );
  });
});

describe('a session', () => {
  const limits = { idleMs: 1_000, mostMs: 5_000 };
  it('ends when it was not used for a while, and in any case in the end', () => {
    expect(endOf({ createdAt: iso(0), lastSeenAt: iso(500) }, limits)).toBe(iso(1_500));
    expect(endOf({ createdAt: iso(0), lastSeenAt: iso(4_900) }, limits)).toBe(iso(5_000));
    expect(isAlive({ createdAt: iso(0), lastSeenAt: iso(500) }, limits, iso(1_499))).toBe(true);
    expect(isAlive({ createdAt: iso(0), lastSeenAt: iso(500) }, limits, iso(1_500))).toBe(false);
  });

  it('has a cookie that scripts do not see and other sites do not send', () => {
    expect(cookieWith('x', 60_000, true)).toBe('kairyo_session=x; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure');
    const secret = newSessionSecret();
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(sessionSecretOf(`a=b; kairyo_session=${secret}; c=d`)).toBe(secret);
    expect(sessionSecretOf('kairyo_session=short')).toBeUndefined();
    expect(sessionSecretOf(undefined)).toBeUndefined();
  });

  it('knows its own CSRF token and no other', () => {
    const [mine, other] = [newSessionSecret(), newSessionSecret()];
    expect(isCsrf(mine, csrfOf(mine))).toBe(true);
    expect(isCsrf(mine, csrfOf(other))).toBe(false);
    expect(isCsrf(mine, '')).toBe(false);
    expect(isCsrf(mine, undefined)).toBe(false);
  });
});

describe('the scope of a token', () => {
  const actions = Object.keys(ACTIONS) as Action[];
  it('that reads changes nothing', () => {
    for (const action of actions) expect(withinScope('read', action)).toBe(ACTIONS[action].kind === 'read');
  });
  it('of groups reaches these and never tokens or accounts', () => {
    expect(ACTION_GROUPS).not.toContain('token');
    expect(ACTION_GROUPS).not.toContain('account');
    for (const action of actions) {
      expect(withinScope(['observation'], action)).toBe(action.startsWith('observation.'));
      expect(withinScope(['cycle:read'], action)).toBe(action === 'cycle.read');
      expect(withinScope(ACTION_GROUPS, action)).toBe(!/^(token|account)\./.test(action));
      expect(withinScope('full', action)).toBe(true);
    }
  });
});

describe('codes', () => {
  it('are those of RFC 6238, of the step before and the one after too', () => {
    // The secret of the RFC's test vectors; its eight digits end in these six.
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(stepOf(secret, '287082', 59_000)).toBe(1);
    expect(stepOf(secret, '287 082', 59_000)).toBe(1);
    expect(stepOf(secret, '287082', 59_000 + 30_000)).toBe(1);
    expect(stepOf(secret, '287082', 59_000 - 30_000)).toBe(1);
    expect(stepOf(secret, '287082', 59_000 + 60_000)).toBeUndefined();
    expect(stepOf(secret, 'abcdef', 59_000)).toBeUndefined();
  });
  it('have a secret of 160 bits and ten recovery codes of 80', () => {
    expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
    const { codes, hashes } = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    expect(new Set(hashes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([a-z2-7]{4}-){3}[a-z2-7]{4}$/);
  });
});

describe('an address', () => {
  it('of IPv6 stands for its network, and an IPv4 address within IPv6 for itself', () => {
    expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe(networkOf('2001:db8:1:2:aaaa::1'));
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'));
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(networkOf('')).toBe('');
  });
});
