import { z } from 'zod';
import { LINT_CODES } from '../../domain/scorecards/lintWords';
import { lintScorecard, MOST_INDICATORS, TARGET_PERIODS } from '../../domain/scorecards/lint';
import { xMatrixOf } from '../../domain/scorecards/xMatrix';
import { Id } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { PeriodName } from './indicatorViews';
import * as readExamples from './scorecardReadExamples';
import { askedScorecard, ScorecardParams, TAG, WhichPeriod } from './scorecardReading';
import { spoken } from './scorecardViews';

const Finding = z.object({
  code: z.enum(LINT_CODES),
  field: z.string().describe('JSON pointer into the definition'),
  words: z.string().describe('In the language of the caller'),
});

const lint = route({
  method: 'get',
  path: '/v1/scorecards/{scorecard}/lint',
  id: 'lintScorecard',
  tag: TAG,
  summary: 'What an office should look at in its scorecard',
  description:
    `More than ${MOST_INDICATORS} indicators, no leading one, no counter-indicator; an objective without measure, owner or ` +
    `initiative; a measure without target or scoring; a target that was met, or missed, in each of the last ${TARGET_PERIODS} periods.`,
  action: 'scorecard.read',
  params: ScorecardParams,
  query: z.object(WhichPeriod).strict(),
  responses: {
    200: {
      description: 'Findings; none: nothing was found',
      schema: z.object({ scorecard: Id, period: PeriodName, findings: z.array(Finding) }),
      headers: ['ETag'],
      example: readExamples.lint,
    },
  },
  problems: ['NOT_FOUND', 'SCORECARD_NOT_KNOWN_YET'],
  handle: async ({ params: { scorecard }, query }, context) => {
    const { reading } = await askedScorecard(scorecard, query, context);
    const findings = lintScorecard(reading.version.value, reading.measures);
    return { status: 200, body: { scorecard, period: reading.period, findings: spoken(findings, context.language) } };
  },
});

const Side = z.object({ key: z.string(), name: z.string() });
const Meetings = z.array(z.object({ one: z.string(), other: z.string() }));
const XMatrixView = z.object({
  scorecard: Id,
  period: PeriodName,
  objectives: z.array(Side.extend({ perspective: z.string() })),
  initiatives: z.array(Side),
  measures: z.array(Side).describe('By indicator'),
  owners: z.array(Side).describe('By person'),
  objectiveInitiative: Meetings,
  initiativeMeasure: Meetings.describe('Through the objective that both serve'),
  objectiveMeasure: Meetings,
  initiativeOwner: Meetings,
  objectiveOwner: Meetings,
});

const xMatrix = route({
  method: 'get',
  path: '/v1/scorecards/{scorecard}/x-matrix',
  id: 'getScorecardXMatrix',
  tag: TAG,
  summary: 'Objectives, initiatives, measures and owners, and where they meet',
  description: 'The X-matrix of Hoshin Kanri as data: four sides, and pairs of keys where two sides meet.',
  action: 'scorecard.read',
  params: ScorecardParams,
  query: z.object(WhichPeriod).strict(),
  responses: {
    200: { description: 'The matrix', schema: XMatrixView, headers: ['ETag'], example: readExamples.xMatrix },
  },
  problems: ['NOT_FOUND', 'SCORECARD_NOT_KNOWN_YET'],
  handle: async ({ params: { scorecard }, query }, context) => {
    const { reading } = await askedScorecard(scorecard, query, context);
    const { measures, owners, ...rest } = spoken(xMatrixOf(reading.version.value), context.language);
    const named = spoken(reading.view, context.language)
      .perspectives.flatMap(({ objectives }) => objectives)
      .flatMap((objective) => objective.measures);
    const nameOf = (id: string) => named.find(({ indicator }) => indicator === id)?.name ?? id;
    const sides = {
      measures: measures.map(({ key }) => ({ key, name: nameOf(key) })),
      owners: await Promise.all(owners.map(({ key }) => personIn(key, context))),
    };
    return { status: 200, body: { scorecard, period: reading.period, ...rest, ...sides } };
  },
});

async function personIn(key: string, { deps }: Context) {
  return { key, name: (await deps.organisation.people.get(key))?.value.name ?? key };
}

export const scorecardLintRoutes = [lint, xMatrix];
