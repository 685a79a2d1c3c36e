import { describe, expect, it } from '@jest/globals';
import { limitPerMinute } from '../../../src/api/http/perMinute';

describe('requests of a minute', () => {
  it('are counted by address, and begin anew with the next minute', () => {
    const limit = limitPerMinute(2);
    limit('192.0.2.1', 0);
    limit('192.0.2.1', 1);
    expect(() => limit('192.0.2.1', 2)).toThrow('TOO_MANY_REQUESTS');
    expect(() => limit('192.0.2.2', 2)).not.toThrow();
    expect(() => limit('192.0.2.1', 60_000)).not.toThrow();
  });
  it('are counted by network of 64 bits for IPv6, whichever address of it is taken', () => {
    const limit = limitPerMinute(2, 'TOO_MANY_ATTEMPTS');
    limit('2001:db8:1:2::1', 0);
    limit('2001:db8:1:2:ffff::9', 0);
    expect(() => limit('2001:db8:1:2::3', 0)).toThrow('TOO_MANY_ATTEMPTS');
    expect(() => limit('2001:db8:1:3::1', 0)).not.toThrow();
  });
  it('are the same of an IPv4 address written as one of IPv6', () => {
    const limit = limitPerMinute(1);
    limit('::ffff:192.0.2.1', 0);
    expect(() => limit('192.0.2.1', 0)).toThrow('TOO_MANY_REQUESTS');
  });
});
