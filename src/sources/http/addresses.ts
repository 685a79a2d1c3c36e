import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';
import { collectFailure } from '../../domain/collect/failures';
import type { CollectFailure } from '../../domain/collect/failures';

export type Address = { readonly address: string; readonly family: 4 | 6 };
export type Resolve = (host: string) => Promise<readonly Address[]>;

/** All addresses of a host, by the system's own rules. */
export const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true })).map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));

/** Of IPv6 only what the registry gives out as global unicast: `::a.b.c.d` and the like are not in it. */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/** Whether an address is one of the public internet: not private, loopback, link-local, shared, reserved, or one of these inside another. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_IPV6);
}

/** The host of an address as a name server or a socket takes it. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');
export const portOf = (url: URL): number => Number(url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : url.port);

/**
 * Where to connect for a URL: its addresses, all of which must be public, unless the host and port are allowed by the
 * administrator. Whoever connects uses these and does not ask the name server again, which might answer otherwise then.
 */
export async function addressesOf(
  url: URL,
  { resolve, allowed }: { readonly resolve: Resolve; readonly allowed: boolean },
): Promise<readonly Address[] | CollectFailure> {
  const host = hostOf(url);
  const literal = ipaddr.isValid(host) ? ipaddr.parse(host) : undefined;
  const found = literal
    ? [{ address: host, family: literal.kind() === 'ipv6' ? 6 : 4 } as const]
    : await resolve(host).catch(() => []);
  if (found.length === 0) return collectFailure('COLLECT_HOST_UNKNOWN', { detail: host });
  if (allowed || found.every(({ address }) => isPublic(address))) return found;
  return collectFailure('COLLECT_ADDRESS_NOT_ALLOWED', { detail: `${host}:${portOf(url)}` });
}

/** `KAIRYO_COLLECT_ALLOW`: hosts inside, as `host:port`, between commas. */
export function allowList(text: string | undefined): (url: URL) => boolean {
  const named = new Set((text ?? '').split(',').map((one) => one.trim().toLowerCase()));
  return (url) => named.has(`${url.hostname.toLowerCase()}:${portOf(url)}`);
}
