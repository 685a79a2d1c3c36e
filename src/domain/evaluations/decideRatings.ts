import type { SchemeDefinition } from '../schemes/scheme.schema';
import { accept, refuse } from '../shared/result';
import type { Refusal } from '../shared/result';
import type { CommandOf, EvaluationContext, EvaluationVerdict } from './decide';
import type { EvaluationRefusalCode } from './refusals';
import type { Evaluation, Points } from './state';

type RatingCommand = CommandOf<'AssessSelf' | 'Rate' | 'Approve' | 'SendBack' | 'Calibrate'>;
type Refused = Refusal<EvaluationRefusalCode> | undefined;

export function decideRatings(
  command: RatingCommand,
  evaluation: Evaluation,
  context: EvaluationContext,
): EvaluationVerdict {
  const { at, by, definition } = context;
  switch (command.type) {
    case 'AssessSelf': {
      const refusal = unfit(command.ratings, definition, 'whole');
      if (refusal !== undefined) return { ok: false, refusal };
      return accept({ type: 'SelfAssessed', at, by, ratings: command.ratings, ...noteOf(command) });
    }
    case 'Rate':
      return rated(command, evaluation, context);
    case 'Approve':
      return evaluation.ratings.manager?.by === by
        ? refuse('RATED_BY_THE_SAME_PERSON')
        : accept({ type: 'Approved', at, by, ...noteOf(command) });
    case 'SendBack':
      return accept({ type: 'SentBack', at, by, reason: command.reason });
    case 'Calibrate': {
      const refusal = unfit(command.ratings, definition, 'part');
      if (refusal !== undefined) return { ok: false, refusal };
      return accept({ type: 'Calibrated', at, by, ratings: command.ratings, reason: command.reason });
    }
  }
}

const noteOf = ({ note }: { readonly note?: string | undefined }) => (note === undefined ? {} : { note });

/** Most points of each criterion, by `section/criterion`. */
export const maximaOf = ({ sections }: Pick<SchemeDefinition, 'sections'>): ReadonlyMap<string, number> =>
  new Map(
    sections.flatMap(({ key, of }) =>
      of.type === 'rated' ? of.criteria.map((one) => [`${key}/${one.key}`, one.max] as const) : [],
    ),
  );

/** Why these points cannot be given; names the criterion. */
export function unfit(ratings: Points, definition: SchemeDefinition, want: 'whole' | 'part', at = '/ratings'): Refused {
  const maxima = maximaOf(definition);
  for (const [key, points] of Object.entries(ratings)) {
    const max = maxima.get(key);
    const field = `${at}/${key.replace(/~/g, '~0').replace(/\//g, '~1')}`;
    if (max === undefined) return { code: 'NO_SUCH_CRITERION', field, params: { key, known: [...maxima.keys()] } };
    if (points > max) return { code: 'TOO_MANY_POINTS', field, params: { key, max, points } };
  }
  const missing = [...maxima.keys()].filter((key) => ratings[key] === undefined);
  if (want === 'part' || missing.length === 0) return undefined;
  return { code: 'RATINGS_INCOMPLETE', field: at, params: { count: missing.length, missing } };
}

function rated(command: CommandOf<'Rate'>, evaluation: Evaluation, context: EvaluationContext): EvaluationVerdict {
  const { at, by, definition } = context;
  const refusal =
    unfit(command.ratings, definition, 'whole') ??
    unexplained(command, evaluation.ratings.self?.points) ??
    unled(command, evaluation, definition);
  if (refusal !== undefined) return { ok: false, refusal };
  const { ratings, leader, reasons } = command;
  return accept({
    ...{ type: 'Rated', at, by, ratings },
    ...(leader && { leader }),
    ...(reasons && { reasons }),
    ...noteOf(command),
    ...(definition.raters.second === 'none' && { approved: true as const }),
  });
}

function unexplained({ ratings, reasons = {} }: CommandOf<'Rate'>, self: Points | undefined): Refused {
  if (self === undefined) return undefined;
  const key = Object.keys(ratings).find((one) => ratings[one] !== self[one] && reasons[one] === undefined);
  if (key === undefined) return undefined;
  const field = `/reasons/${key.replace(/\//g, '~1')}`;
  return {
    code: 'DIFFERENCE_NEEDS_A_REASON',
    field,
    params: { key, points: ratings[key] ?? 0, self: self[key] ?? '–' },
  };
}

function unled({ leader }: CommandOf<'Rate'>, evaluation: Evaluation, { sections }: SchemeDefinition): Refused {
  const needed = sections.some(({ of }) => of.type === 'work' && of.leaderFormula !== undefined);
  return evaluation.leader && needed && leader === undefined
    ? { code: 'LEADER_POINTS_NEEDED', field: '/leader' }
    : undefined;
}
