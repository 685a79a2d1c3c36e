import { z } from 'zod';
import { LANGUAGES } from '../../domain/shared/language';
import { evaluationSheetOf } from '../print/evaluationSheet';
import { scorecardOf } from '../print/scorecard';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { EvaluationSheetView } from './outputViews';
import { sheetOfScorecard } from './outputFacts';
import { readerOf } from './printFacts';
import { pdf, PDF } from './printed';
import { askedScorecard, ScorecardParams, TAG, WhichPeriod } from './scorecardReading';
import { spoken } from './scorecardViews';

const problems = ['NOT_FOUND', 'SCORECARD_NOT_KNOWN_YET'] as const;
const languageOf = (fallback: string) => z.enum(LANGUAGES).optional().describe(`Of the sheet; default: ${fallback}`);

const sheet = route({
  method: 'get',
  path: '/v1/scorecards/{scorecard}/evaluation-sheet',
  id: 'getEvaluationSheet',
  tag: TAG,
  summary: 'The Japanese evaluation sheet of a scorecard, as JSON or to print (PDF)',
  description:
    'For each objective: policy, indicators with baseline, target, yearly actuals, attainment and its band, factors and ' +
    'external factors (comments of reviews), budget execution of the programmes of its initiatives, and the next action ' +
    '(expand, continue, revise, shrink, stop) as a review decided it; what the bands suggest is marked as a proposal.',
  action: 'scorecard.read',
  params: ScorecardParams,
  query: z.object({ ...WhichPeriod, language: languageOf('Japanese') }).strict(),
  responses: {
    200: { description: 'The sheet', schema: EvaluationSheetView, also: [PDF], headers: ['ETag'] },
  },
  problems,
  handle: async ({ params: { scorecard }, query: { language = 'ja', ...which } }, context) => {
    const asked = await askedScorecard(scorecard, which, context);
    const made = await sheetOfScorecard(asked, context);
    if (context.accepts(['application/json', PDF]) !== PDF) return { status: 200, body: spoken(made, language) };
    const place = { unit: made.unit, procedure: '' };
    const reader = await readerOf({ place, about: made, language }, context);
    return pdf(`evaluation-${scorecard}-${made.period}`, language, evaluationSheetOf(made, reader));
  },
});

const print = route({
  method: 'get',
  path: '/v1/scorecards/{scorecard}/print',
  id: 'printScorecard',
  tag: TAG,
  summary: 'A scorecard of a period to print (PDF)',
  action: 'scorecard.read',
  params: ScorecardParams,
  query: z.object({ ...WhichPeriod, language: languageOf('that of the request') }).strict(),
  responses: { 200: { description: 'A PDF', binary: PDF } },
  problems,
  handle: async ({ params: { scorecard }, query: { language, ...which } }, context: Context) => {
    const { reading } = await askedScorecard(scorecard, which, context);
    const said = language ?? context.language;
    const { view } = reading;
    const reader = await readerOf({ place: { unit: view.unit, procedure: '' }, about: view, language: said }, context);
    return pdf(`scorecard-${scorecard}-${view.period}`, said, scorecardOf(view, reader));
  },
});

export const outputRoutes = [sheet, print];
