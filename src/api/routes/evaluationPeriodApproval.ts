import { z } from 'zod';
import type { PeriodCommand } from '../../domain/evaluationPeriods/period.schema';
import { evaluationId } from '../../domain/evaluations/state';
import type { Answer, Context } from '../http/route';
import { problemDocument, ProblemError, problemOf } from '../problems/problem';
import { shownPeriod } from './evaluationPeriodReading';
import { actingFor } from './standing';

export const ManyApproved = z
  .object({
    approved: z.array(z.string()),
    refused: z.array(z.object({ person: z.string(), code: z.string(), words: z.string() })),
  })
  .describe('Of `ApproveMany`: who was approved, and why the others were not');

type Order = Extract<PeriodCommand, { type: 'ApproveMany' }>;

/** Approves each of them as if one by one, with the same rules; whoever is refused is named with the reason. */
export async function approveMany(id: string, { persons, note }: Order, context: Context): Promise<Answer> {
  const { deps, commandId, language, requestId } = context;
  const row = await deps.evaluationPeriods.get(id);
  const by = await actingFor(context);
  const selves = [by.id, ...(by.standsInFor ?? [])];
  const theirs = await Promise.all(selves.map((approver) => deps.evaluations.list({ period: id, approver, limit: 1 })));
  const relations = theirs.flat().length > 0 ? (['approver'] as const) : [];
  await context.allow('evaluation.approve', { ...(row && { unit: row.period.unit }), relations });
  if (row === undefined) throw new ProblemError('NO_SUCH_EVALUATION_PERIOD', { params: { id } });
  const command = { type: 'Approve', ...(note !== undefined && { note }) } as const;
  const outcomes = await deps.evaluations.commandMany(
    [...new Set(persons)].map((person) => ({
      ...{ id: evaluationId(id, person), command, by, commandId: `${commandId}/${person}` },
    })),
  );
  const personOf = (evaluation: string): string => evaluation.slice(id.length + 1);
  const many = {
    approved: outcomes.flatMap(({ ok, id: one }) => (ok ? [personOf(one)] : [])),
    refused: outcomes.flatMap((one) => {
      if (one.ok) return [];
      const { detail } = problemDocument(problemOf(one.refusal), { language, requestId });
      return [{ person: personOf(one.id), code: one.refusal.code, words: detail }];
    }),
  };
  return { status: 200, body: { ...(await shownPeriod(row, context)), many }, version: row.version };
}
