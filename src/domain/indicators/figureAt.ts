import type { Instant } from '../shared/time';
import type { Figure } from './facts';

type Standing =
  | { readonly figure: Figure; readonly waiting?: undefined }
  /** Versions wait for approval, and none that counts came before. */
  | { readonly figure?: undefined; readonly waiting: Figure };

/** An approval or rejection that came later was a waiting one then. */
function approvalThen(
  { approval }: Figure,
  knownAt: Instant | undefined,
): 'waiting' | 'approved' | 'rejected' | undefined {
  if (approval === undefined) return undefined;
  const decidedLater = knownAt !== undefined && approval.at !== undefined && approval.at > knownAt;
  return decidedLater ? 'waiting' : approval.state;
}

/**
 * The version that counted at an instant (missing: now): the last one known that was not rejected and, where the indicator
 * asks for approval, does not wait for it. `undefined`: there was none.
 */
export function figureAt(
  versions: readonly Figure[],
  { knownAt, approval }: { readonly knownAt?: Instant | undefined; readonly approval: boolean },
): Standing | undefined {
  let figure: Figure | undefined;
  let waiting: Figure | undefined;
  for (const one of versions) {
    if (knownAt !== undefined && one.recordedAt > knownAt) continue;
    const then = approvalThen(one, knownAt);
    if (then === 'rejected') continue;
    if (approval && then === 'waiting') waiting = newer(waiting, one);
    else figure = newer(figure, one);
  }
  if (figure !== undefined) return { figure };
  return waiting === undefined ? undefined : { waiting };
}

const newer = (one: Figure | undefined, other: Figure): Figure =>
  one === undefined || other.version > one.version ? other : one;
