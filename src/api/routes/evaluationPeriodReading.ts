import { z } from 'zod';
import type { PeriodRow } from '../../activities/evaluationPeriods.ports';
import type { Action } from '../../domain/access/actions';
import { relationsToPeriod } from '../../domain/evaluationPeriods/relations';
import type { Context } from '../http/route';
import { ProblemError, problemOf } from '../problems/problem';
import type { PeriodOutcome } from '../temporalPeriods';
import { periodView } from './evaluationPeriodViews';
import { actingFor } from './standing';

export const PeriodParams = z.object({ id: z.string().min(1).max(260).describe('`<scheme>~<unit>~<period>`') });
export const PERIOD_TAG = 'Evaluation periods';

/** The period, when it is there and the person may do this with it. @throws ProblemError NO_SUCH_EVALUATION_PERIOD, or the policy's refusal */
export async function presentPeriod(id: string, action: Action, context: Context): Promise<PeriodRow> {
  const row = await context.deps.evaluationPeriods.get(id);
  if (row === undefined) {
    await context.allow(action, { relations: ['lead', 'reviewer'] });
    throw new ProblemError('NO_SUCH_EVALUATION_PERIOD', { params: { id } });
  }
  const relations = relationsToPeriod(row.period, await actingFor(context));
  await context.allow(action, { unit: row.period.unit, relations });
  return row;
}

export async function shownPeriod(row: Pick<PeriodRow, 'period' | 'version'>, { deps, language }: Context) {
  return periodView(row, await deps.periodPeople.counts(row.period.id), language);
}

/** @throws ProblemError with the refusal */
export async function answerOf(outcome: PeriodOutcome, context: Context) {
  if (!outcome.ok) throw problemOf(outcome.refusal);
  return { body: await shownPeriod(outcome, context), version: outcome.version };
}
