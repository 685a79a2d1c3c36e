import { Readable } from 'node:stream';
import { z } from 'zod';
import { RETENTION } from '../../activities/privacy.ports';
import { FROM_THE_BEGINNING } from '../../domain/indicators/facts';
import { PERSONAL } from '../../domain/privacy/purposes';
import type { PersonalKind } from '../../domain/privacy/purposes';
import { Retention } from '../../domain/privacy/retention.schema';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';
import { expectedVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Context, Route } from '../http/route';
import { ProblemError } from '../problems/problem';

const TAG = 'Privacy';
const KINDS = Object.keys(PERSONAL) as [PersonalKind, ...PersonalKind[]];

const RetentionView = z
  .object({
    version: z.number().int().min(0).describe('0: nobody has changed what is assumed'),
    kinds: z.array(
      z.object({
        kind: z.enum(KINDS),
        name: z.string(),
        purpose: z.string().describe('Why it is kept'),
        months: z.number().int().describe('It is deleted when it is older'),
        assumed: z.boolean().describe('No source states it, and the office has not set it'),
      }),
    ),
    facts: z.string().describe('What is not deleted, and why'),
  })
  .meta({ id: 'Retention' });

const FACTS = {
  vi: 'Sự kiện, quyết định và điểm số là hồ sơ của cơ quan: không bị xoá. Khi một người được xoá khỏi hệ thống, hồ sơ chỉ còn mã của người đó, không còn tên và địa chỉ.',
  en: 'Events, decisions and scores are the record of the office and are not deleted. When a person is removed, the record keeps their id alone, neither name nor address.',
  ja: '出来事、決定、点数は役所の記録であり、削除されません。本人を削除すると、記録には識別子だけが残り、氏名と連絡先は残りません。',
};
const example = {
  version: 0,
  kinds: [
    {
      ...{ kind: 'messages', months: 36, assumed: true },
      name: PERSONAL.messages.name.en,
      purpose: PERSONAL.messages.purpose.en,
    },
  ],
  facts: FACTS.en,
};

async function retentionView({ deps }: Context, language: Language) {
  const stored = await deps.privacy.retention.get(RETENTION);
  const own = stored?.versions.at(-1)?.value.months;
  const kinds = KINDS.map((kind) => {
    const { name, purpose, months } = PERSONAL[kind];
    return {
      kind,
      name: inWords(name, language),
      purpose: inWords(purpose, language),
      months: own?.[kind] ?? months,
      assumed: own === undefined,
    };
  });
  return { version: stored?.version ?? 0, kinds, facts: inWords(FACTS, language) };
}

const read = route({
  method: 'get',
  path: '/v1/settings/retention',
  id: 'getRetention',
  tag: TAG,
  summary: 'Which personal data is kept, what for, and for how long',
  action: 'privacy.read',
  responses: { 200: { description: 'By kind', schema: RetentionView, headers: ['ETag'], example } },
  handle: async (_input, context) => {
    await context.allow('privacy.read');
    const body = await retentionView(context, context.language);
    return { status: 200, body, version: body.version };
  },
});

const RetentionInput = Retention.extend({ reason: z.string().trim().min(1).max(4000).describe('Why it is changed') });

const put = route({
  method: 'put',
  path: '/v1/settings/retention',
  id: 'putRetention',
  tag: TAG,
  summary: 'Set for how long personal data is kept',
  description: 'Holds from now on, for what is stored already too: what is older is deleted within a day, for good.',
  action: 'privacy.manage',
  body: RetentionInput,
  bodyExample: { months: { messages: 24 }, reason: 'Decision of the office' },
  responses: { 200: { description: 'As it is now', schema: RetentionView, headers: ['ETag'], example } },
  problems: ['CHANGED_MEANWHILE'],
  handle: async ({ body: { months, reason } }, context) => {
    await context.allow('privacy.manage');
    const { deps, person } = context;
    const stored = await deps.privacy.retention.get(RETENTION);
    const expected = expectedVersion(context, stored?.version ?? 0, false);
    const edited = await deps.privacy.retention.put(
      {
        id: RETENTION,
        validFrom: FROM_THE_BEGINNING,
        by: person.id,
        reason,
        ...(expected !== undefined && { expected }),
      },
      { months },
    );
    if (!edited.ok) throw new ProblemError('CHANGED_MEANWHILE', { params: { current: stored?.version ?? 0 } });
    const body = await retentionView(context, context.language);
    return { status: 200, body, version: body.version };
  },
});

const own = route({
  method: 'get',
  path: '/v1/me/data',
  id: 'getOwnData',
  tag: TAG,
  summary: 'Everything that is stored about me, as a file',
  description:
    'One JSON object a line: `from` names the collection, `item` is the row. Passwords, tokens and sealed notes are not in it. Facts of the record in which your id stands as the author are in the histories of the cycle, review or evaluation they belong to.',
  action: 'signed-in',
  responses: { 200: { description: 'JSON lines', binary: 'application/x-ndjson' } },
  handle: (_input, { deps, person: { id }, at }) =>
    Promise.resolve({
      status: 200,
      bytes: Readable.from(lines(deps.privacy.about(id)), { objectMode: false }),
      headers: {
        'Content-Type': 'application/x-ndjson; charset=utf-8',
        'Content-Disposition': `attachment; filename="kairyo-${at.slice(0, 10)}.ndjson"`,
      },
    }),
});

async function* lines(items: AsyncIterable<unknown>): AsyncIterable<Buffer> {
  for await (const item of items) yield Buffer.from(`${JSON.stringify(item)}\n`);
}

const RemovedView = z
  .object({
    person: Id,
    by: Id,
    at: IsoInstant,
    reason: z.string(),
    deleted: z.record(z.string(), z.number().int()).describe('Rows that were deleted, by collection'),
  })
  .meta({ id: 'RemovedPerson' });
const PersonParams = z.object({ person: Id });
const removedExample = {
  ...{ person: 'lan', by: 'administrator', at: '2026-11-24T08:00:00.000Z', reason: 'Left on 1 January 2016' },
  deleted: { accounts: 1, messages: 214, sessions: 2 },
};

const removal = route({
  method: 'post',
  path: '/v1/people/{person}/removal',
  id: 'removePersonalData',
  tag: TAG,
  summary: 'Remove a person: their name and address, account and messages; the facts stay under the id',
  description:
    'Cannot be undone. The name leaves every version of the person, account, sessions, tokens, messages and private notes are deleted; events and scores stay, with the id alone. Give the duties to somebody else first: whoever is named as manager, lead or reviewer stays named by id.',
  action: 'privacy.manage',
  params: PersonParams,
  body: z.object({ reason: z.string().trim().min(1).max(4000).describe('The legal ground') }).strict(),
  bodyExample: { reason: 'Left on 1 January 2016; the time of keeping is over' },
  responses: { 200: { description: 'What was done', schema: RemovedView, example: removedExample } },
  problems: ['NOT_FOUND', 'NOT_ONESELF'],
  handle: async ({ params: { person: id }, body: { reason } }, context) => {
    await context.allow('privacy.manage');
    if (id === context.person.id) throw new ProblemError('NOT_ONESELF', { params: { id } });
    if ((await context.deps.organisation.people.get(id)) === undefined)
      throw new ProblemError('NOT_FOUND', { params: { kind: 'person', id } });
    const body = await context.deps.privacy.forget({ person: id, by: context.person.id, at: context.at, reason });
    await context.deps.onChanged('person', id);
    return { status: 200, body };
  },
});

export const privacyRoutes: readonly Route[] = [read, put, own, removal];
