import ipaddr from 'ipaddr.js';
import { sha256 } from '../sha256';

const PREFIX_BITS = 64;

/** An address as limits see it: one of IPv6 stands for its whole network, which is what a household or an office gets. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === 'ipv4') return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${PREFIX_BITS}`).toString()}/${PREFIX_BITS}`;
}

export const hashOf = (...parts: readonly string[]): string => sha256(parts.join('\n'));
