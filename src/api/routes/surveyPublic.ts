import { z } from 'zod';
import { Id } from '../../domain/shared/ids.schema';
import { LANGUAGES } from '../../domain/shared/language';
import { mistakeWords } from '../../domain/survey/answers';
import type { Mistake } from '../../domain/survey/answers';
import { formOf, languageFor } from '../../domain/survey/form';
import type { Form } from '../../domain/survey/form';
import { AnswersInput } from '../../domain/survey/survey.schema';
import { route } from '../http/route';
import { ProblemError } from '../problems/problem';
import { limitsOf, publicSurvey, selfIssuedToken, takeAnswer, visitOf } from './surveyDoor';
import * as examples from './surveyExamples';
import { FormView, pageAddress } from './surveyViews';

const SurveyParams = z.object({ survey: Id });

const form = route({
  method: 'get',
  path: '/v1/public/surveys/{survey}',
  id: 'getSurveyForm',
  tag: 'Surveys',
  summary: 'The form of a survey, as a citizen sees it',
  action: 'public',
  params: SurveyParams,
  query: z
    .object({
      token: z.string().max(200).optional().describe('Of the link'),
      language: z.enum(LANGUAGES).optional().describe('Default: that of Accept-Language'),
    })
    .strict(),
  responses: { 200: { description: 'The form, and whether it is open', schema: FormView } },
  problems: ['NO_SUCH_SURVEY', 'NO_SUCH_LINK', 'SURVEY_HAS_NO_OPEN_LINK', 'TOO_MANY_REQUESTS'],
  handle: async ({ params: { survey: id }, query: { token, language } }, { deps, at, address, language: accepted }) => {
    limitsOf(deps).answers(address, Date.parse(at));
    const row = await publicSurvey(deps, id);
    const visit = token === undefined ? undefined : await visitOf(deps, row, token, at);
    if (visit === undefined && !row.survey.definition.openLink) throw new ProblemError('SURVEY_HAS_NO_OPEN_LINK');
    const body = formOf(row.survey, language ?? accepted, at);
    return {
      status: 200,
      body: asData({ ...body, answered: visit?.answer !== undefined }),
      headers: { 'Cache-Control': 'no-store' },
    };
  },
});

const asData = (view: Form & { readonly answered: boolean }): FormView => JSON.parse(JSON.stringify(view)) as FormView;

const token = route({
  method: 'post',
  path: '/v1/public/surveys/{survey}/token',
  id: 'issueSurveyToken',
  tag: 'Surveys',
  summary: 'A token for a visitor without a link, where the survey allows it',
  action: 'public',
  params: SurveyParams,
  shownOnce: ['token', 'address'],
  responses: {
    201: {
      description: 'The token, good for one answer',
      schema: z.object({ token: z.string().optional(), address: z.string().optional() }),
    },
  },
  problems: [
    'NO_SUCH_SURVEY',
    'SURVEY_HAS_NO_OPEN_LINK',
    'SURVEY_NOT_OPEN_YET',
    'SURVEY_IS_CLOSED',
    'TOO_MANY_REQUESTS',
  ],
  handle: async ({ params: { survey: id } }, { deps, at, address }) => {
    limitsOf(deps).tokens(address, Date.parse(at));
    const issued = await selfIssuedToken(deps, await publicSurvey(deps, id), at);
    const body = { token: issued, address: `${pageAddress(id)}?t=${issued}` };
    return { status: 201, body, headers: { 'Cache-Control': 'no-store' } };
  },
});

const answer = route({
  method: 'post',
  path: '/v1/public/surveys/{survey}/answers',
  id: 'answerSurvey',
  tag: 'Surveys',
  summary: 'Answer a survey, once a token',
  description:
    'Neither address nor device is kept. The same answer sent again under its token is answered as the first time, so that ' +
    'a lost connection loses nothing; another answer is refused.',
  action: 'public',
  params: SurveyParams,
  body: AnswersInput,
  bodyExample: examples.answers,
  responses: { 200: { description: 'Taken', schema: z.object({ survey: Id, taken: z.literal(true) }) } },
  problems: [
    'NO_SUCH_SURVEY',
    'NO_SUCH_LINK',
    'ALREADY_ANSWERED',
    'SURVEY_NOT_OPEN_YET',
    'SURVEY_IS_CLOSED',
    'TOO_MANY_REQUESTS',
  ],
  handle: async ({ params: { survey: id }, body }, { deps, at, address, language }) => {
    limitsOf(deps).answers(address, Date.parse(at));
    const row = await publicSurvey(deps, id);
    const { languages } = row.survey.definition;
    const given = { ...body, language: languageFor(body.language ?? language, languages) };
    const taken = await takeAnswer(deps, row, given, at);
    if (!taken.ok) throw mistaken(taken.mistakes);
    return { status: 200, body: { survey: id, taken: true } };
  },
});

/** Every mistake with its place in the body. */
const mistaken = (mistakes: readonly Mistake[]): ProblemError =>
  new ProblemError('VALIDATION_FAILED', {
    params: { count: mistakes.length },
    errors: (language) =>
      mistakes.map((mistake) => ({
        in: 'body',
        field: mistake.question === undefined ? '/answers' : `/answers/${pointerPart(mistake.question)}`,
        rule: mistake.rule,
        message: mistakeWords(mistake, language),
      })),
  });
const pointerPart = (text: string): string => text.replaceAll('~', '~0').replaceAll('/', '~1');

export const publicSurveyRoutes = [form, token, answer];
