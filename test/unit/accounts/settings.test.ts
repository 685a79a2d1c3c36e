import { describe, expect, it } from '@jest/globals';
import { settingsFrom } from '../../../src/worker/settings';

const ENV = { MONGODB_URI: 'mongodb://127.0.0.1/kairyo', TEMPORAL_ADDRESS: '127.0.0.1:7233', PORT: '3100' };
const HOUR = 3_600_000;

describe('what the environment says about signing in', () => {
  it('needs to be nothing', () => {
    expect(settingsFrom(ENV)).toMatchObject({
      access: {
        publicUrl: 'http://localhost:3100',
        trustedProxies: [],
        sessions: { idleMs: 12 * HOUR, mostMs: 30 * 24 * HOUR },
      },
      oidc: undefined,
    });
  });

  it('is where pages are reached, which proxies count, how long one stays signed in', () => {
    const { access } = settingsFrom({
      ...ENV,
      KAIRYO_PUBLIC_URL: 'https://kairyo.example.gov.vn',
      KAIRYO_TRUSTED_PROXIES: 'loopback, 10.0.0.0/8',
      KAIRYO_SESSION_IDLE_HOURS: '0.5',
      KAIRYO_SESSION_HOURS: '24',
    });
    expect(access).toEqual({
      publicUrl: 'https://kairyo.example.gov.vn',
      trustedProxies: ['loopback', '10.0.0.0/8'],
      sessions: { idleMs: HOUR / 2, mostMs: 24 * HOUR },
    });
  });

  it('is a provider of OpenID Connect', () => {
    const given = { KAIRYO_OIDC_ISSUER: 'https://id.example.gov.vn', KAIRYO_OIDC_CLIENT_ID: 'kairyo' };
    expect(settingsFrom({ ...ENV, ...given }).oidc).toEqual({
      issuer: 'https://id.example.gov.vn',
      clientId: 'kairyo',
      clientSecret: undefined,
      scope: 'openid email profile',
      claim: 'email',
      trustEmail: false,
      label: 'id.example.gov.vn',
    });
  });

  it.each([
    ['KAIRYO_PUBLIC_URL', 'kairyo.example.gov.vn'],
    ['KAIRYO_PUBLIC_URL', 'javascript:alert(1)'],
    ['KAIRYO_SESSION_HOURS', 'a week'],
    ['KAIRYO_SESSION_IDLE_HOURS', '-1'],
    ['KAIRYO_OIDC_ISSUER', 'not an address'],
  ])('is refused by name when it cannot be: %s=%s', (name, value) => {
    expect(() => settingsFrom({ ...ENV, [name]: value })).toThrow(name);
  });

  it('names what a provider lacks', () => {
    expect(() => settingsFrom({ ...ENV, KAIRYO_OIDC_ISSUER: 'https://id.example.gov.vn' })).toThrow(
      'KAIRYO_OIDC_CLIENT_ID',
    );
  });
});
