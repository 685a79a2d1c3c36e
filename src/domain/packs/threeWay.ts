/** What becomes of one thing: put there, left as it is, brought up to date, or for a person to decide. */
export const INSTALL_ACTIONS = ['add', 'same', 'keep', 'upgrade', 'conflict'] as const;
export type InstallAction = (typeof INSTALL_ACTIONS)[number];
export type Choice = 'ours' | 'theirs';

/** Canonical texts: the pack's as it was installed, the office's own now, the pack's new. */
export type ThreeWay = {
  readonly base: string | undefined;
  readonly ours: string | undefined;
  readonly theirs: string;
  readonly choice?: Choice | undefined;
};

/**
 * Compares three versions of one thing. Only one side changed: that side holds. Both changed, or it was there before the
 * pack: a person chooses. A choice is heard only where the office has its own.
 */
export function threeWay({ base, ours, theirs, choice }: ThreeWay): InstallAction {
  if (ours === theirs) return 'same';
  if (base === undefined && ours === undefined) return 'add';
  if (ours !== undefined && ours === base) return 'upgrade';
  if (choice === 'theirs') return ours === undefined ? 'add' : 'upgrade';
  if (choice === 'ours' || base === theirs) return 'keep';
  return 'conflict';
}
