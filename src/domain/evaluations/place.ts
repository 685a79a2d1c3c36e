import { firstDayOf, lastDayOf } from '../indicators/period';
import type { Refusal } from '../shared/result';
import type { LocalDate } from '../shared/time';
import type { Placed } from './events';
import type { EvaluationRefusalCode } from './refusals';
import type { Evaluation } from './state';

/** `undefined`: it is there already. Somebody who was excluded stays so until they are included again. */
export function movedPlace(evaluation: Evaluation, wanted: Placed): Placed | undefined {
  const now = placeIn(evaluation);
  const next = placeIn(isNews(wanted, evaluation) ? wanted : { ...now, workingShare: wanted.workingShare });
  const excluded = evaluation.excluded === undefined ? wanted.excluded : undefined;
  if (excluded === undefined && JSON.stringify(now) === JSON.stringify(next)) return undefined;
  return { ...next, ...(excluded !== undefined && { excluded }) };
}

/** Posts that do not know yet of a transfer that was stated do not undo it. */
const isNews = ({ segments }: Placed, { transferred }: Evaluation): boolean =>
  transferred === undefined ||
  segments.some(({ unit, from }) => from > transferred.on || (unit === transferred.unit && from >= transferred.on));

function placeIn(of: Omit<Placed, 'excluded'>): Omit<Placed, 'excluded'> {
  const { unit, agency, position, duties, kind, leader, manager, approver, segments, workingShare } = of;
  return {
    ...{ unit, agency, position, duties, kind, leader },
    ...(manager !== undefined && { manager }),
    ...(approver !== undefined && { approver }),
    segments: segments.map(({ unit: at, from, to, manager: by }) => ({
      ...{ unit: at, from, to },
      ...(by !== undefined && { manager: by }),
    })),
    workingShare,
  };
}

export function transferRefusal(
  on: LocalDate,
  { segments, period }: Evaluation,
): Refusal<EvaluationRefusalCode> | undefined {
  const from = segments.at(-1)?.from ?? firstDayOf(period);
  const last = lastDayOf(period);
  return on <= from || on > last
    ? { code: 'TRANSFER_BEFORE_ITS_POST', field: '/on', params: { on, from, last } }
    : undefined;
}
