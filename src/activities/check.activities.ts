import { heartbeat } from '@temporalio/activity';
import type { CheckResult } from '../domain/cycle/verdict';
import { checkOver, type CheckDeps, type CheckInput } from './checkResult';

export type { CheckDeps, CheckInput } from './checkResult';

export type CheckActivities = ReturnType<typeof checkActivities>;

/** What Check asks the world to do. */
export function checkActivities(deps: CheckDeps) {
  return {
    /** Cases are streamed from the store and never travel through Temporal. The same facts give the same result. */
    async computeCheck(input: CheckInput): Promise<CheckResult> {
      return checkOver(deps, input, () => heartbeat());
    },
  };
}
