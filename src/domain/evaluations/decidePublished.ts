import { addWorkingDays } from '../calendar/workingDays';
import { accept, refuse } from '../shared/result';
import type { Refusal } from '../shared/result';
import type { CommandOf, EvaluationContext, EvaluationVerdict } from './decide';
import { maximaOf, unfit } from './decideRatings';
import type { EvaluationRefusalCode } from './refusals';
import type { Changes, DisputedPoint, Evaluation } from './state';

type PublishedCommand = CommandOf<
  'PublishResult' | 'ReviseResult' | 'Appeal' | 'WithdrawAppeal' | 'DecideAppeal' | 'Correct'
>;
type Refused = Refusal<EvaluationRefusalCode> | undefined;

/** What happens from the moment the person is told. */
export function decidePublished(
  command: PublishedCommand,
  evaluation: Evaluation,
  context: EvaluationContext,
): EvaluationVerdict {
  const { at, by, today, calendar } = context;
  switch (command.type) {
    case 'PublishResult':
      return accept({ ...command, type: 'ResultPublished', at, by, appealUntil: day(evaluation.rules.appeal) });
    case 'ReviseResult':
      return revised(command, evaluation, context);
    case 'Appeal': {
      const refusal = unappealable(command, evaluation, context);
      if (refusal !== undefined) return { ok: false, refusal };
      return accept({
        type: 'Appealed',
        at,
        by,
        points: command.points,
        decideUntil: day(evaluation.rules.appealDecision),
      });
    }
    case 'WithdrawAppeal':
      return accept({ type: 'AppealWithdrawn', at, by, reason: command.reason });
    case 'DecideAppeal': {
      const refusal = undecidable(command, evaluation, context);
      if (refusal !== undefined) return { ok: false, refusal };
      const { decisions, changes } = command;
      return accept({ type: 'AppealDecided', at, by, decisions, ...(changes && { changes }) });
    }
    case 'Correct': {
      const refusal = unchangeable(command.changes, evaluation, context);
      if (refusal !== undefined) return { ok: false, refusal };
      if (isEmpty(command.changes)) return refuse('NO_CHANGE_TO_MAKE', { field: '/changes' });
      return accept({ type: 'Corrected', at, by, changes: command.changes, reason: command.reason });
    }
  }

  function day(workingDays: number): string {
    return addWorkingDays(calendar, today, workingDays);
  }
}

function revised(
  { after, reason, subordinates }: CommandOf<'ReviseResult'>,
  { published }: Evaluation,
  { at, by }: EvaluationContext,
): EvaluationVerdict {
  if (published?.total === after.total && published?.class === after.class) return accept();
  const before = {
    ...(published?.total !== undefined && { total: published.total }),
    ...(published?.class !== undefined && { class: published.class }),
  };
  return accept({ type: 'ResultRevised', at, by, before, after, reason, ...(subordinates && { subordinates }) });
}

function unappealable(
  { points }: CommandOf<'Appeal'>,
  evaluation: Evaluation,
  { today, definition }: EvaluationContext,
): Refused {
  const { published, appeal } = evaluation;
  if (appeal?.decided !== undefined) return { code: 'ONE_APPEAL_EACH' };
  if (published !== undefined && today > published.appealUntil)
    return { code: 'APPEAL_IS_TOO_LATE', params: { until: published.appealUntil, today } };
  const known: Record<DisputedPoint['part'], readonly string[]> = {
    section: definition.sections.map(({ key }) => key),
    criterion: [...maximaOf(definition).keys()],
    item: evaluation.items.map(({ item }) => item),
    override: evaluation.findings.map(({ override }) => override),
  };
  const at = points.findIndex(({ part, key }) => !known[part].includes(key));
  const point = points[at];
  if (point === undefined) return undefined;
  const { part, key } = point;
  return { code: 'NO_SUCH_POINT_TO_DISPUTE', field: `/points/${at}/key`, params: { part, key } };
}

function undecidable(command: CommandOf<'DecideAppeal'>, evaluation: Evaluation, context: EvaluationContext): Refused {
  const { decisions, changes } = command;
  if (hadPart(evaluation, context.by)) return { code: 'DECIDED_BY_WHOEVER_RATED' };
  const disputed = evaluation.appeal?.points.map(({ key }) => key) ?? [];
  const other = decisions.find(({ key }) => !disputed.includes(key));
  if (other !== undefined) return { code: 'POINT_WAS_NOT_DISPUTED', field: '/decisions', params: { key: other.key } };
  const missing = disputed.filter((key) => !decisions.some((one) => one.key === key));
  if (missing.length > 0) return { code: 'APPEAL_POINTS_UNDECIDED', field: '/decisions', params: { missing } };
  const keys = decisions.filter(({ upheld }) => upheld).map(({ key }) => key);
  if (keys.length > 0 && isEmpty(changes))
    return { code: 'UPHELD_WITHOUT_A_CHANGE', field: '/changes', params: { keys } };
  if (keys.length === 0 && !isEmpty(changes)) return { code: 'CHANGE_WITHOUT_AN_UPHELD_POINT', field: '/changes' };
  return changes === undefined ? undefined : unchangeable(changes, evaluation, context);
}

/** Whoever rated, approved or calibrated, whatever became of it. */
const hadPart = ({ ratings, manager, approver }: Evaluation, by: string): boolean =>
  [ratings.manager?.by, ratings.approved?.by, manager, approver, ...ratings.calibrated.map((one) => one.by)].includes(
    by,
  );

function unchangeable(
  { ratings = {}, items = {}, revokedOverrides = [] }: Changes,
  evaluation: Evaluation,
  { definition }: EvaluationContext,
): Refused {
  const unknown = Object.keys(items).find((key) => !evaluation.items.some(({ item }) => item === key));
  if (unknown !== undefined)
    return { code: 'NO_SUCH_ITEM', field: `/changes/items/${unknown}`, params: { item: unknown } };
  const standing = evaluation.findings.filter(({ revoked }) => revoked === undefined);
  const override = revokedOverrides.find((key) => !standing.some((one) => one.override === key));
  if (override !== undefined)
    return { code: 'OVERRIDE_DOES_NOT_STAND', field: '/changes/revokedOverrides', params: { override } };
  return unfit(ratings, definition, 'part', '/changes/ratings');
}

const isEmpty = (changes: Changes | undefined): boolean =>
  changes === undefined ||
  (Object.keys(changes.ratings ?? {}).length === 0 &&
    Object.keys(changes.items ?? {}).length === 0 &&
    (changes.revokedOverrides ?? []).length === 0);
