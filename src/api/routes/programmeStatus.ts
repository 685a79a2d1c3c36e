import { z } from 'zod';
import { statusOn } from '../../domain/programmes/status';
import type { ProgrammeStatus } from '../../domain/programmes/status';
import { inWords, LANGUAGES } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';
import { programmeSheetOf } from '../print/programmeSheet';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { AsOf } from './indicatorReading';
import { told } from './indicatorViews';
import { readerOf } from './printFacts';
import { pdf, PDF } from './printed';
import { programmeSheetExample } from './programmeSheetExample';
import { sheetOfProgramme } from './programmeSheetFacts';
import { ProgrammeSheetView } from './programmeSheetViews';
import { booksOf, newestProgramme, ProgrammeParams, programmeThen } from './programmeReading';
import { ProgrammeStatusView } from './programmeViews';
import { spoken } from './scorecardViews';

const TAG = 'Programmes';

const Moment = {
  asOf: AsOf.optional(),
  known: z.enum(['then', 'now']).default('then').describe('By what is known'),
};
const status = route({
  method: 'get',
  path: '/v1/programmes/{programme}/status',
  id: 'getProgrammeStatus',
  tag: TAG,
  summary: 'How a programme stands on a day: money, time, milestones, earned value',
  description:
    'With `asOf` everything is read as it was known then; `known=now` reads that day by what is known today. Of what is ' +
    'spent and committed the periods that have begun count; of the budget all that is recorded.',
  action: 'programme.read',
  params: ProgrammeParams,
  query: z.object(Moment).strict(),
  responses: { 200: { description: 'How it stands', schema: ProgrammeStatusView, headers: ['ETag'] } },
  problems: ['NOT_FOUND', 'PROGRAMME_NOT_KNOWN_THEN'],
  handle: async ({ params: { programme: id }, query }, context) => {
    const { programme, day, knownAt } = await programmeThen(id, query, context);
    const books = await booksOf([id], context, knownAt);
    const parts = await partsOf(id, context);
    const { approvedEnd, moved, definition } = programme;
    const about = {
      id,
      plannedEnd: definition.plannedEnd,
      approvedEnd,
      moved,
      ...(knownAt !== undefined && { knownAt }),
    };
    return {
      status: 200,
      body: { ...about, ...statusView(statusOn(programme, books(id), day), context.language), parts },
    };
  },
});

const sheet = route({
  method: 'get',
  path: '/v1/programmes/{programme}/evaluation-sheet',
  id: 'getProgrammeEvaluationSheet',
  tag: TAG,
  summary: 'The Japanese evaluation sheet of a programme, as JSON or to print (PDF)',
  description:
    'Budget, spent and execution rate by year; dates and milestones planned and actual; the objectives of scorecards that it ' +
    'serves by an initiative, with attainment and band; comments of its reviews; and the next action (expand, continue, ' +
    'revise, shrink, stop) as a review decided it. What the bands and the budget suggest is marked as a proposal.',
  action: 'programme.read',
  params: ProgrammeParams,
  query: z
    .object({ ...Moment, language: z.enum(LANGUAGES).optional().describe('Of the sheet; default: Japanese') })
    .strict(),
  responses: {
    200: {
      description: 'The sheet',
      schema: ProgrammeSheetView,
      also: [PDF],
      headers: ['ETag'],
      example: programmeSheetExample,
    },
  },
  problems: ['NOT_FOUND', 'PROGRAMME_NOT_KNOWN_THEN'],
  handle: async ({ params: { programme: id }, query: { language = 'ja', ...moment } }, context) => {
    const made = await sheetOfProgramme(await programmeThen(id, moment, context), context);
    if (context.accepts(['application/json', PDF]) !== PDF) {
      const status = statusView(made.status, language);
      return { status: 200, body: { ...spoken(made, language), status } };
    }
    const reader = await readerOf({ place: { unit: made.unit, procedure: '' }, about: made, language }, context);
    return pdf(`evaluation-${id}-${made.status.day}`, language, programmeSheetOf(made, reader));
  },
});

async function partsOf(id: string, context: Context): Promise<readonly string[]> {
  const parts: string[] = [];
  for (const stored of await context.deps.programmes.pointingAt('partOf', [id])) {
    const { definition } = newestProgramme(stored);
    if (definition.partOf === id && (await context.may('programme.read', { unit: definition.unit })))
      parts.push(stored.id);
  }
  return parts;
}

function statusView(status: ProgrammeStatus, language: Language) {
  const because = status.earnedValue.because.map((words) => inWords(words, language));
  return {
    ...told(status, language),
    stateWords: inWords(status.stateWords, language),
    earnedValue: { ...status.earnedValue, because },
  };
}

export const programmeStatusRoutes = [status, sheet];
