import type { Before, PersonRow } from '../domain/evaluationPeriods/fairness/row';
import type { QuotaGroup } from '../domain/evaluationPeriods/quota';
import { periodId } from '../domain/evaluationPeriods/state';
import type { Evaluation } from '../domain/evaluations/state';
import { firstDayOf, shifted } from '../domain/indicators/period';
import type { SchemeDefinition } from '../domain/schemes/scheme.schema';
import { resultsOf } from './evaluationPeriodScores';
import type { PeriodPeople, Result, SchemeInForce } from './evaluationPeriods.ports';
import type { EvaluationReader } from './evaluations.ports';
import { quotaProposal } from '../domain/schemes/quota';

type Deps = {
  readonly evaluations: Pick<EvaluationReader, 'counts' | 'ofPeriod'>;
  readonly schemeInForce: SchemeInForce;
};

/** Looks across the people of a period, with scores as they stand. */
export function periodPeople({ evaluations, schemeInForce }: Deps): PeriodPeople {
  return {
    counts: (period) => evaluations.counts(period),
    async look(period) {
      const scheme = await schemeInForce(period.scheme.id, firstDayOf(period.period));
      if (scheme === undefined) throw new Error(`there is no scheme ${period.scheme.id}`);
      const { definition } = scheme;
      const all: Evaluation[] = [];
      for await (const { evaluation } of evaluations.ofPeriod(period.id)) all.push(evaluation);
      const { quota: _accepted, ...unlimited } = period;
      const results = resultsOf(all, { period: unlimited, definition });
      const rows = all.map((one) => rowOf(one, results.get(one.person)));
      return { definition, rows, quota: quotaGroups(all, rows, definition) };
    },
    async before({ scheme, unit, period }, persons) {
      const wanted = new Set(persons);
      const found = new Map<string, Before>();
      for await (const { evaluation } of evaluations.ofPeriod(periodId(scheme.id, unit, shifted(period, -1)))) {
        const { person, published } = evaluation;
        if (wanted.has(person) && published?.total !== undefined && published.class !== undefined)
          found.set(person, { person, total: published.total, class: published.class });
      }
      return found;
    },
  };
}

/** A score counts once a manager has rated; what was told stands. */
function rowOf(one: Evaluation, now: Result | undefined): PersonRow {
  const { id, person, unit, agency, manager, approver, phase, ratings, findings, published } = one;
  const result = published ?? (ratings.manager === undefined ? undefined : now);
  return {
    ...{ id, person, unit, agency, phase },
    ...(manager !== undefined && { manager }),
    ...(approver !== undefined && { approver }),
    ...(ratings.self !== undefined && { self: ratings.self.points }),
    ...(ratings.manager !== undefined && { rated: ratings.manager.points }),
    ...(result?.total !== undefined && { total: result.total }),
    ...(result?.class !== undefined && { class: result.class }),
    overrides: findings.filter(({ revoked }) => revoked === undefined).map(({ override }) => override),
  };
}

function quotaGroups(
  all: readonly Evaluation[],
  rows: readonly PersonRow[],
  { quotas }: SchemeDefinition,
): readonly QuotaGroup[] {
  const duties = new Map(all.map((one) => [one.person, one.duties]));
  const people = rows.flatMap(({ person, agency, total, class: of, phase }) =>
    total === undefined || of === undefined || phase === 'excluded'
      ? []
      : [{ person, agency, duties: duties.get(person) ?? '', total, class: of }],
  );
  return quotas.flatMap((rule, place) =>
    quotaProposal(rule, people).groups.map((group) => ({ rule: place, class: rule.class, ...group })),
  );
}
