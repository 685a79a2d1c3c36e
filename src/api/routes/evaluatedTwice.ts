import { placeOfPeriod } from '../../activities/evaluationPeriods.ports';
import { placeOf, withUnitsBelow } from '../../domain/access/place';
import type { PeriodOpening } from '../../domain/evaluationPeriods/period.schema';
import type { EvaluationPeriod } from '../../domain/evaluationPeriods/state';
import { firstDayOf, lastDayOf } from '../../domain/indicators/period';
import type { SchemeDefinition } from '../../domain/schemes/scheme.schema';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';

const PAGE = 200;
const NAMED = 5;

/** @throws ProblemError EVALUATED_BY_ANOTHER_SCHEME, naming the first few people whom another scheme evaluates in these days */
export async function demandOneScheme(
  opening: PeriodOpening,
  definition: SchemeDefinition,
  context: Context,
): Promise<void> {
  const others = await othersInTheseDays(opening, context);
  if (others.length === 0) return;
  const members = await context.deps.periodMembers(opening, definition);
  const here = new Set(members.filter(({ excluded }) => excluded === undefined).map(({ person }) => person));
  for (const { id } of others) {
    const twice: string[] = [];
    for await (const { evaluation } of context.deps.evaluations.ofPeriod(id))
      if (evaluation.excluded === undefined && here.has(evaluation.person)) twice.push(evaluation.person);
    if (twice.length === 0) continue;
    const people = `${twice.slice(0, NAMED).join(', ')}${twice.length > NAMED ? ' …' : ''}`;
    throw new ProblemError('EVALUATED_BY_ANOTHER_SCHEME', {
      field: '/excluded',
      params: { period: id, count: twice.length, people },
    });
  }
}

/** Periods of other schemes above and below the unit with a day in common, unless they were cancelled. */
async function othersInTheseDays(
  { scheme, unit, period }: PeriodOpening,
  { deps }: Context,
): Promise<readonly EvaluationPeriod[]> {
  const all = await deps.organisation.allUnits();
  const units = [...new Set([...placeOf(all, unit), ...withUnitsBelow(all, unit)])];
  const found: EvaluationPeriod[] = [];
  for (let after: string | undefined; ;) {
    const rows = await deps.evaluationPeriods.list({ units, limit: PAGE, ...(after !== undefined && { after }) });
    found.push(...rows.map((row) => row.period));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) break;
    after = placeOfPeriod(last);
  }
  return found.filter(
    (one) =>
      one.scheme.id !== scheme &&
      one.phase !== 'cancelled' &&
      firstDayOf(one.period) <= lastDayOf(period) &&
      firstDayOf(period) <= lastDayOf(one.period),
  );
}
