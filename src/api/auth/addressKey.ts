import { createHash } from 'node:crypto';
import ipaddr from 'ipaddr.js';

const PREFIX_BITS = 64;

/** An address as limits see it: one of IPv6 stands for its whole network, which is what a household or an office gets. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${PREFIX_BITS}`).toString()}/${PREFIX_BITS}`;
}

export const hashOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n'), 'utf8').digest('hex');
