import { z } from 'zod';
import type { EvaluationOutcome, EvaluationRow } from '../../activities/evaluations.ports';
import type { Action, Relation } from '../../domain/access/actions';
import { relationsToEvaluation } from '../../domain/evaluations/relations';
import type { Evaluation } from '../../domain/evaluations/state';
import { firstDayOf } from '../../domain/indicators/period';
import type { SchemeDefinition } from '../../domain/schemes/scheme.schema';
import type { Context } from '../http/route';
import { ProblemError, problemOf } from '../problems/problem';
import { evaluationView } from './evaluationViews';
import { actingFor } from './standing';

export const EVALUATION_TAG = 'Evaluations';
export const EvaluationParams = z.object({
  id: z.string().min(1).max(400).describe('`<scheme>~<unit>~<period>~<person>`'),
});
const EVERY_TIE: readonly Relation[] = ['self', 'manager', 'approver', 'reviewer'];

/** The person's ties to evaluations, asked of each period once. */
export function tiesFor(context: Context): (evaluation: Evaluation) => Promise<readonly Relation[]> {
  const acting = actingFor(context);
  const bodies = new Map<string, Promise<readonly string[]>>();
  const bodyOf = async (period: string) => (await context.deps.evaluationPeriods.get(period))?.period.calibrators ?? [];
  return async (evaluation) => {
    const body = bodies.get(evaluation.periodId) ?? bodyOf(evaluation.periodId);
    bodies.set(evaluation.periodId, body);
    return relationsToEvaluation(evaluation, await acting, await body);
  };
}

/** The evaluation, when the person may do this with it. @throws ProblemError NO_SUCH_EVALUATION, or the policy's refusal */
export async function presentEvaluation(id: string, action: Action, context: Context): Promise<EvaluationRow> {
  const row = await context.deps.evaluations.get(id);
  if (row === undefined) {
    await context.allow(action, { relations: EVERY_TIE });
    throw new ProblemError('NO_SUCH_EVALUATION', { params: { id } });
  }
  const relations = await tiesFor(context)(row.evaluation);
  await context.allow(action, { unit: row.evaluation.unit, relations });
  return row;
}

/** Writes down that the caller looked at these evaluations; their own are nobody's business. */
export async function noteAccess(rows: readonly EvaluationRow[], what: string, context: Context): Promise<void> {
  const { deps, person, at } = context;
  const others = rows.filter(({ evaluation }) => evaluation.person !== person.id);
  await deps.accessLog.record(
    others.map(({ id, evaluation }) => ({ person: evaluation.person, evaluation: id, by: person.id, at, what })),
  );
}

/** The scheme as it was in force when the period began. */
export async function definitionFor({ scheme, period }: Evaluation, { deps }: Context): Promise<SchemeDefinition> {
  const found = await deps.schemeInForce(scheme.id, firstDayOf(period));
  if (found === undefined) throw new Error(`there is no scheme ${scheme.id}`);
  return found.definition;
}

/** What was told may be different now: leaders above are computed again. Should this fail, the end of the period does it. */
export async function tellLeaders(outcome: EvaluationOutcome, { deps }: Context): Promise<void> {
  if (!outcome.ok || outcome.evaluation.corrections.length === 0) return;
  const { id, periodId } = outcome.evaluation;
  await deps.periodCommands
    .resultsChanged(periodId)
    .catch((error: unknown) => deps.log.error({ err: error, evaluation: id }, 'leaders are not computed again yet'));
}

/** @throws ProblemError with the refusal */
export async function answerOf(outcome: EvaluationOutcome, context: Context) {
  if (!outcome.ok) throw problemOf(outcome.refusal);
  const { evaluation, version } = outcome;
  const row = { id: evaluation.id, version, evaluation };
  return { body: evaluationView(row, await definitionFor(evaluation, context)), version };
}
