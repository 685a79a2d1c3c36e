import { ACTIONS } from '../access/actions';
import type { Action } from '../access/actions';

/** Who holds a token of the first two could make themselves any other token: they are in no list. */
const NEVER_LISTED: readonly string[] = ['token', 'account'];
const groupOf = (action: string): string => action.split('.')[0] ?? action;

/** `cycle`, `indicator` …: everything in the policy that begins so. */
export const ACTION_GROUPS: readonly string[] = [...new Set(Object.keys(ACTIONS).map(groupOf))].filter(
  (group) => !NEVER_LISTED.includes(group),
);
/** A group, or only what reads in it (`cycle:read`). */
export const SCOPE_ENTRIES: readonly string[] = ACTION_GROUPS.flatMap((group) => [group, `${group}:read`]);

/** What a token is for: everything its person may do, only reading, or some groups of actions. */
export type TokenScope = 'full' | 'read' | readonly string[];

/** Whether a token reaches so far. What its person may do is asked besides, and is never widened. */
export function withinScope(scope: TokenScope, action: Action): boolean {
  if (scope === 'full') return true;
  const reads = ACTIONS[action].kind === 'read';
  if (scope === 'read') return reads;
  const group = groupOf(action);
  return scope.includes(group) || (reads && scope.includes(`${group}:read`));
}

export const scopeWords = (scope: TokenScope): string => (typeof scope === 'string' ? scope : scope.join(', '));
