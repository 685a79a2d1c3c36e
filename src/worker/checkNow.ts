import { checkOver } from '../activities/checkResult';
import type { CheckDeps } from '../activities/checkResult';
import type { ApiDeps } from '../api/ports';

/** The check of a cycle on today's data, by the very computation that its Check recorded. Nothing is stored. */
export const checkNowOver =
  (deps: CheckDeps): NonNullable<ApiDeps['checkNow']> =>
  ({ id, procedure, plan, approvedAt, checkOpenedAt }, indicatorValues) =>
    checkOver(
      { ...deps, indicatorValues },
      { cycleId: id, procedure, plan, doBeganAt: approvedAt, checkOpenedAt },
      () => undefined,
    );
