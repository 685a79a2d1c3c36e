import type { Question, SurveyDefinition } from './survey.schema';

/** What a link says of those it was given to; results may be shown by it. */
export const LINK_ATTRIBUTES = ['unit', 'channel', 'group'] as const;
export type LinkAttribute = (typeof LINK_ATTRIBUTES)[number];

type Problem = { readonly path: (string | number)[]; readonly message: string };
type Looked = Pick<
  SurveyDefinition,
  'questions' | 'factors' | 'groups' | 'opens' | 'closes' | 'belongsTo' | 'personalData' | 'purpose'
>;

/** Rules that hold between the parts of a definition. Messages are English; the API has the Vietnamese beside them. */
export function problemsOf(definition: Looked): readonly Problem[] {
  return [
    ...definition.questions.flatMap((question, index) => questionProblems(question, ['questions', index], definition)),
    ...groupProblems(definition),
    ...timeProblems(definition),
    ...(definition.personalData && definition.purpose === undefined
      ? [{ path: ['purpose'], message: 'state what personal data is collected for' }]
      : []),
  ];
}

function questionProblems(question: Question, path: (string | number)[], { questions, factors }: Looked): Problem[] {
  const problems: Problem[] = [];
  if (questions.filter(({ key }) => key === question.key).length > 1)
    problems.push({ path: [...path, 'key'], message: 'keys of questions must differ' });
  if (question.factor !== undefined && factors !== undefined && !factors.some(({ key }) => key === question.factor))
    problems.push({ path: [...path, 'factor'], message: 'the factor is not among the factors' });
  if (question.type === 'choice' && new Set(question.options.map(({ key }) => key)).size < question.options.length)
    problems.push({ path: [...path, 'options'], message: 'keys of options must differ' });
  if (question.type === 'scale') problems.push(...scaleProblems(question, path, questions));
  return problems;
}

type Scale = Extract<Question, { type: 'scale' }>;

function scaleProblems(scale: Scale, path: (string | number)[], questions: readonly Question[]): Problem[] {
  const problems: Problem[] = [];
  if (scale.min >= scale.max) problems.push({ path: [...path, 'max'], message: 'max must be above min' });
  if (scale.topBox !== undefined && (scale.topBox <= scale.min || scale.topBox > scale.max))
    problems.push({ path: [...path, 'topBox'], message: 'topBox must lie above min, up to max' });
  const outside = Object.keys(scale.labels ?? {}).some(
    (point) => Number(point) < scale.min || Number(point) > scale.max,
  );
  if (outside) problems.push({ path: [...path, 'labels'], message: 'labels must lie on the scale' });
  const other = questions.some(
    (one) =>
      one.type === 'scale' &&
      scale.factor !== undefined &&
      one.factor === scale.factor &&
      (one.min !== scale.min || one.max !== scale.max),
  );
  if (other) problems.push({ path: [...path, 'factor'], message: 'questions of a factor must have the same scale' });
  return problems;
}

function groupProblems({ groups = [], questions }: Looked): Problem[] {
  return groups.flatMap((group, index) => {
    const question = questions.find(({ key }) => key === group);
    const splits = question?.type === 'yes-no' || (question?.type === 'choice' && question.multiple !== true);
    return LINK_ATTRIBUTES.some((one) => one === group) || splits
      ? []
      : [{ path: ['groups', index], message: 'unit, channel, group or the key of a question with one choice' }];
  });
}

function timeProblems({ opens, closes, belongsTo }: Looked): Problem[] {
  if ('event' in opens && !('cycle' in belongsTo))
    return [{ path: ['opens'], message: 'only a survey of a cycle opens after its Do began' }];
  if ('at' in opens && 'at' in closes && Date.parse(closes.at) <= Date.parse(opens.at))
    return [{ path: ['closes'], message: 'it must close after it opens' }];
  return [];
}

/** From which point on an answer counts as satisfied. */
export const topBoxOf = ({ max, topBox }: { readonly max: number; readonly topBox?: number | undefined }): number =>
  topBox ?? max - 1;
