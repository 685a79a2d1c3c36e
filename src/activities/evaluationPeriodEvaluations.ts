import { bottomUp } from '../domain/evaluationPeriods/bottomUp';
import { ENGINE } from '../domain/evaluations/events';
import type { Evaluation } from '../domain/evaluations/state';
import type { EngineCommand } from '../domain/evaluations/commands';
import { evaluationId } from '../domain/evaluations/state';
import type { EvaluationPeriod } from '../domain/evaluationPeriods/state';
import { firstDayOf } from '../domain/indicators/period';
import type { SchemeDefinition } from '../domain/schemes/scheme.schema';
import { resultsOf, scored } from './evaluationPeriodScores';
import type { OpeningOf, PeriodEvaluations, Result, SchemeInForce } from './evaluationPeriods.ports';
import type { EvaluationRow, Evaluations } from './evaluations.ports';

export type PeriodEvaluationsDeps = { readonly evaluations: Evaluations; readonly schemeInForce: SchemeInForce };
/** Evaluations that are told at once of a step. */
const AT_ONCE = 200;
const REVISED = 'Kết quả của cấp dưới đã thay đổi nên điểm kết quả của đơn vị được tính lại.';

/** The evaluations of a period, as the period commands them. */
export function periodEvaluations({ evaluations, schemeInForce }: PeriodEvaluationsDeps): PeriodEvaluations {
  const orderOf = (id: string, command: EngineCommand, { commandId }: OpeningOf, mark = '') => ({
    ...{ id, command, by: { id: ENGINE }, commandId: `${commandId}${mark}` },
  });

  async function everybody(periodId: string): Promise<readonly EvaluationRow[]> {
    const rows: EvaluationRow[] = [];
    for await (const row of evaluations.ofPeriod(periodId)) rows.push(row);
    return rows;
  }
  async function definitionOf({ scheme, period }: EvaluationPeriod): Promise<SchemeDefinition> {
    const found = await schemeInForce(scheme.id, firstDayOf(period));
    if (found === undefined) throw new Error(`there is no scheme ${scheme.id}`);
    return found.definition;
  }
  /** In batches, whatever each of them says of itself: one that has gone on is past it. */
  async function tell(of: OpeningOf, commandFor: (one: Evaluation) => EngineCommand | undefined): Promise<void> {
    let some: ReturnType<typeof orderOf>[] = [];
    for await (const { id, evaluation } of evaluations.ofPeriod(of.period.id)) {
      const command = commandFor(evaluation);
      if (command !== undefined) some.push(orderOf(id, command, of));
      if (some.length < AT_ONCE) continue;
      await evaluations.commandMany(some);
      some = [];
    }
    if (some.length > 0) await evaluations.commandMany(some);
  }

  return {
    async openMany(people, { period, at, commandId }) {
      const { appeal, appealDecision, lateEntryGrace } = period.scheme.deadlines;
      const common = {
        periodId: period.id,
        period: period.period,
        scheme: { id: period.scheme.id, version: period.scheme.version },
        rules: { appeal, appealDecision, lateEntryGrace },
      };
      await evaluations.openMany(
        people.map((placed) => ({ ...placed, ...common })),
        { at, by: ENGINE, commandId },
      );
    },
    async adjustMany(people, of) {
      const orders = people.map(({ person, ...placed }) =>
        orderOf(evaluationId(of.period.id, person), { type: 'AdjustPlace', ...placed }, of),
      );
      await evaluations.commandMany(orders);
    },
    beginStep: (phase, of) => tell(of, () => ({ type: 'BeginStep', phase })),
    async results(period) {
      const [rows, definition] = await Promise.all([everybody(period.id), definitionOf(period)]);
      const all = rows.map(({ evaluation }) => evaluation);
      return [...resultsOf(all, { period, definition }).values()];
    },
    async publishMany(results, of) {
      const orders = results.map(({ id, person: _person, ...result }) =>
        orderOf(id, { type: 'PublishResult', ...result }, of),
      );
      await evaluations.commandMany(orders);
    },
    async reviseLeaders(of) {
      const [rows, definition] = await Promise.all([everybody(of.period.id), definitionOf(of.period)]);
      const stale = staleLeaders(rows, of.period, definition);
      for (const { row, result } of stale) {
        const { id, person: _person, subordinates, lowered: _lowered, ...after } = result;
        const command = {
          type: 'ReviseResult',
          after,
          reason: REVISED,
          ...(subordinates && { subordinates }),
        } as const;
        await evaluations.command(id, orderOf(id, command, of, `/${row.version}`));
      }
    },
    finaliseMany: (of) => tell(of, ({ published }) => (published === undefined ? undefined : { type: 'Finalise' })),
  };
}

type Stale = { readonly row: EvaluationRow; readonly result: Result };

/** Leaders whose told result is not what the told classes below give, lower ones first: each counts for the one above. */
function staleLeaders(
  rows: readonly EvaluationRow[],
  period: EvaluationPeriod,
  definition: SchemeDefinition,
): readonly Stale[] {
  const lowered = new Set(period.quota?.lowered);
  const byPerson = new Map(rows.map((row) => [row.evaluation.person, row]));
  const told = rows.map(({ evaluation }) => evaluation).filter(({ published }) => published?.class !== undefined);
  const stale: Stale[] = [];
  bottomUp(told, (one, subordinates) => {
    const { published, leader, id, person } = one;
    const now = leader ? scored(one, subordinates, { definition, lowered }) : undefined;
    const row = byPerson.get(person);
    if (now !== undefined && row !== undefined && (now.total !== published?.total || now.class !== published?.class))
      stale.push({ row, result: { id, person, ...now } });
    const of = now?.class ?? published?.class;
    return of === undefined ? undefined : { class: of };
  });
  return stale;
}
