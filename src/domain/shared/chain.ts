import { canonicalJson } from './canonicalJson';

/** SHA-256 of a text as lower-case hex; comes from outside, as the domain has no cryptography. */
export type Digest = (text: string) => string;

export type Link<Event> = {
  readonly stream: string;
  readonly sequence: number;
  readonly commandId: string;
  readonly previous: string;
  readonly hash: string;
  readonly event: Event;
};

/** Hash of an event with its place: stream, sequence, command and the hash of the one before it. */
export const hashOf = <Event>(
  { stream, sequence, commandId, previous, event }: Omit<Link<Event>, 'hash'>,
  digest: Digest,
): string => digest(canonicalJson({ stream, sequence, commandId, previous, event }));

export type ChainCheck =
  | { readonly valid: true; readonly events: number; readonly head: string }
  | {
      readonly valid: false;
      readonly events: number;
      readonly brokenAt: number;
      readonly reason: 'hash' | 'order' | 'link';
    };

/** Checks a stream read in order: numbers without gaps, each event linked to the one before it, each hash recomputed. */
export async function verifyChain<Event>(links: AsyncIterable<Link<Event>>, digest: Digest): Promise<ChainCheck> {
  let previous = '';
  let events = 0;
  for await (const link of links) {
    const sequence = events + 1;
    if (link.sequence !== sequence) return { valid: false, events, brokenAt: sequence, reason: 'order' };
    if (link.previous !== previous) return { valid: false, events, brokenAt: sequence, reason: 'link' };
    if (hashOf(link, digest) !== link.hash) return { valid: false, events, brokenAt: sequence, reason: 'hash' };
    previous = link.hash;
    events = sequence;
  }
  return { valid: true, events, head: previous };
}
