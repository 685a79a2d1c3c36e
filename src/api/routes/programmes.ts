import { z } from 'zod';
import { withUnitsBelow } from '../../domain/access/place';
import { FROM_THE_BEGINNING } from '../../domain/indicators/facts';
import { spellings } from '../../domain/indicators/named';
import { PROGRAMME_STATES, stateOn } from '../../domain/programmes/programme';
import type { ProgrammeDefinition } from '../../domain/programmes/programme.schema';
import { folded } from '../../domain/shared/folded';
import { Id } from '../../domain/shared/ids.schema';
import type { LocalDate } from '../../domain/shared/time';
import { afterOf, keptPage, pageOf, pageQuery } from '../http/cursor';
import { expectedVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Answer, Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { demandEdit, Strict } from './documents';
import { todayFor } from './indicatorLists';
import { demandProgramme, editOf } from './programmeChecks';
import * as examples from './programmeExamples';
import { booksOf, newestProgramme, presentProgramme, ProgrammeParams } from './programmeReading';
import {
  ProgrammeInput,
  ProgrammeListed,
  programmeListed,
  ProgrammeVersionView,
  ProgrammeView,
  programmeView,
  versionViews,
} from './programmeViews';
import { pageOfItems } from './views';

const TAG = 'Programmes';
const LOOKED_THROUGH = 500;

const Filter = z
  .object({
    unit: Id.optional().describe('Carried by this unit or one below it'),
    state: z.enum(PROGRAMME_STATES).optional(),
    partOf: Id.optional().describe('Belonging to this programme'),
    q: z.string().trim().min(1).max(200).optional().describe('In the id or a name; case and diacritics do not matter'),
    ...pageQuery,
  })
  .strict();
type Wanted = Omit<z.output<typeof Filter>, 'unit'> & {
  readonly units: readonly string[] | undefined;
  readonly today: LocalDate;
};
function isWanted(id: string, definition: ProgrammeDefinition, { units, state, partOf, q, today }: Wanted): boolean {
  return (
    (units === undefined || units.includes(definition.unit)) &&
    (state === undefined || stateOn(definition, today) === state) &&
    (partOf === undefined || definition.partOf === partOf) &&
    (q === undefined || [id, ...spellings(definition.name)].some((text) => folded(text).includes(folded(q))))
  );
}

const list = route({
  method: 'get',
  path: '/v1/programmes',
  id: 'listProgrammes',
  tag: TAG,
  summary: 'List programmes and projects, with how they stand today',
  action: 'programme.read',
  query: Filter,
  responses: {
    200: { description: 'Programmes, by id', schema: pageOfItems(ProgrammeListed), headers: ['Link', 'ETag'] },
  },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query }, context) => {
    await context.may('programme.read');
    const { today } = await todayFor(context);
    const units =
      query.unit === undefined ? undefined : withUnitsBelow(await context.deps.organisation.allUnits(), query.unit);
    const page = await keptPage(
      (after, most) => context.deps.programmes.list(after, Math.max(most, LOOKED_THROUGH)),
      { after: afterOf(query.cursor), limit: query.limit, keyOf: ({ id }) => id },
      async (stored) => {
        const { definition } = newestProgramme(stored);
        if (!isWanted(stored.id, definition, { ...query, units, today })) return false;
        return context.may('programme.read', { unit: definition.unit });
      },
    );
    const books = await booksOf(
      page.items.map(({ id }) => id),
      context,
    );
    const items = page.items.map((one) => programmeListed(one, { books: books(one.id), day: today }, context));
    return { status: 200, body: { ...page, items } };
  },
});

const get = route({
  method: 'get',
  path: '/v1/programmes/{programme}',
  id: 'getProgramme',
  tag: TAG,
  summary: 'Read a programme or project',
  action: 'programme.read',
  params: ProgrammeParams,
  responses: {
    200: { description: 'The programme', schema: ProgrammeView, headers: ['ETag'], example: examples.programmeAnswer },
  },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { programme: id } }, context) => {
    const stored = await presentProgramme(id, context);
    return { status: 200, body: programmeView(stored, context), version: stored.version };
  },
});

const shown = { schema: ProgrammeView, headers: ['ETag', 'Location'], example: examples.programmeAnswer } as const;
const put = route({
  method: 'put',
  path: '/v1/programmes/{programme}',
  id: 'putProgramme',
  tag: TAG,
  summary: 'Record a programme or project, or change it',
  description:
    'The planned end of the first version is the one that was approved: on time is measured against it for good. Moving it ' +
    'needs a `reason` and is kept as a revision. Every change is a version; the same again changes nothing. `If-Match` and ' +
    '`If-None-Match` as with every document.',
  action: 'programme.edit',
  params: ProgrammeParams,
  query: Strict,
  body: ProgrammeInput,
  bodyExample: examples.programme,
  responses: {
    200: { description: 'The programme, changed (or there already)', ...shown },
    201: { description: 'The programme, recorded', ...shown },
  },
  problems: [
    ...['ID_DIFFERS', 'CHANGED_MEANWHILE', 'PRECONDITION_NEEDED', 'UNKNOWN_UNIT', 'UNKNOWN_PERSON'],
    ...['UNKNOWN_PROGRAMME', 'PROGRAMME_ENDS_BEFORE_IT_STARTS', 'PROGRAMME_FINISHED_BEFORE_IT_STARTED'],
    ...['PROGRAMME_FINISHED_AND_CANCELLED', 'MILESTONE_GIVEN_TWICE', 'PROGRAMMES_FORM_A_CIRCLE'],
    'MOVED_DATE_NEEDS_A_REASON',
  ] as const,
  handle: async ({ params: { programme: id }, query: { strict }, body }, context) => {
    if (body.id !== undefined && body.id !== id) throw new ProblemError('ID_DIFFERS', { field: '/id', params: { id } });
    return putProgramme({ id, body, expected: (seen) => expectedVersion(context, seen, strict === 'true') }, context);
  },
});

type Putting = {
  readonly id: string;
  readonly body: z.output<typeof ProgrammeInput>;
  /** Asked once the edit is allowed. `seen`: the version there is; 0: none. */
  readonly expected: (seen: number) => number | undefined;
};

/** Records a programme for whoever may: of the route above, and of a pack. @throws ProblemError of the rule it breaks */
export async function putProgramme({ id, body, expected: ask }: Putting, context: Context): Promise<Answer> {
  const before = await context.deps.programmes.get(id);
  const { definition, reason } = editOf(body, before);
  const units = [...(before === undefined ? [] : [newestProgramme(before).definition.unit]), definition.unit];
  for (const unit of new Set(units)) await context.allow('programme.edit', { unit });
  const expected = ask(before?.version ?? 0);
  await demandProgramme({ id, definition, before, reason }, context);
  const by = { by: context.person.id, ...(reason !== undefined && { reason }) };
  const editing = { id, validFrom: FROM_THE_BEGINNING, ...by, ...(expected !== undefined && { expected }) };
  const { stored, created } = demandEdit(await context.deps.programmes.put(editing, definition));
  const answer = { body: programmeView(stored, context), version: stored.version };
  return created
    ? { status: 201, ...answer, location: `/v1/programmes/${encodeURIComponent(id)}` }
    : { status: 200, ...answer };
}

const versions = route({
  method: 'get',
  path: '/v1/programmes/{programme}/versions',
  id: 'listProgrammeVersions',
  tag: TAG,
  summary: 'Every version of a programme, as they were recorded',
  action: 'programme.read',
  params: ProgrammeParams,
  query: z.object(pageQuery).strict(),
  responses: {
    200: {
      description: 'Versions, oldest first',
      schema: pageOfItems(ProgrammeVersionView),
      headers: ['Link', 'ETag'],
    },
  },
  problems: ['NOT_FOUND', 'INVALID_CURSOR'],
  handle: async ({ params: { programme: id }, query: { cursor, limit } }, context) => {
    const stored = await presentProgramme(id, context);
    const after = Number(afterOf(cursor) ?? 0);
    if (!Number.isSafeInteger(after) || after < 0) throw new ProblemError('INVALID_CURSOR');
    const page = pageOf(versionViews(stored).slice(after, after + limit + 1), limit, ({ version }) => `${version}`);
    return { status: 200, body: page };
  },
});

export const programmeRoutes = [list, get, put, versions];
