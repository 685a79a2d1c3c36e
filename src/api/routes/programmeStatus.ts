import { z } from 'zod';
import { programmeOf } from '../../domain/programmes/programme';
import { statusOn } from '../../domain/programmes/status';
import type { ProgrammeStatus } from '../../domain/programmes/status';
import { inWords } from '../../domain/shared/language';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { AsOf, momentOf } from './indicatorReading';
import { told } from './indicatorViews';
import { booksOf, newestProgramme, presentProgramme, ProgrammeParams } from './programmeReading';
import { ProgrammeStatusView } from './programmeViews';

const TAG = 'Programmes';

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
  query: z
    .object({ asOf: AsOf.optional(), known: z.enum(['then', 'now']).default('then').describe('By what is known') })
    .strict(),
  responses: { 200: { description: 'How it stands', schema: ProgrammeStatusView, headers: ['ETag'] } },
  problems: ['NOT_FOUND', 'PROGRAMME_NOT_KNOWN_THEN'],
  handle: async ({ params: { programme: id }, query: { asOf, known } }, context) => {
    const stored = await presentProgramme(id, context);
    const { today, knownAt: then } = await momentOf(newestProgramme(stored).definition.unit, asOf, context);
    const knownAt = known === 'now' ? undefined : then;
    const programme = programmeOf(
      id,
      stored.versions.filter(({ recordedAt }) => knownAt === undefined || recordedAt <= knownAt),
    );
    if (programme === undefined)
      throw new ProblemError('PROGRAMME_NOT_KNOWN_THEN', {
        params: { id, asOf: asOf ?? today, first: (stored.versions[0]?.recordedAt ?? '').slice(0, 10) },
      });
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
    return { status: 200, body: { ...about, ...spoken(statusOn(programme, books(id), today), context), parts } };
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

function spoken(status: ProgrammeStatus, { language }: Context) {
  const because = status.earnedValue.because.map((words) => inWords(words, language));
  return {
    ...told(status, language),
    stateWords: inWords(status.stateWords, language),
    earnedValue: { ...status.earnedValue, because },
  };
}

export const programmeStatusRoutes = [status];
