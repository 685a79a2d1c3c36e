import { z } from 'zod';
import type { OwnPractice } from '../../activities/packs.ports';
import type { Versioned } from '../../activities/ports';
import { Practice } from '../../domain/packs/pack.schema';
import { isSought } from '../../domain/packs/practices';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { expectedVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Context, Route } from '../http/route';
import { ProblemError } from '../problems/problem';
import { Strict } from './documents';
import { knownPacks } from './packLibrary';

const tag = 'Practices';
const path = '/v1/practices/{practice}';
const Params = z.object({ practice: Id });
const View = z.object({
  ...Practice.shape,
  pack: Id.optional().describe('Pack it comes with'),
  unit: Id.optional().describe('Unit of this office that learnt it'),
  cycle: z.string().optional().describe('Closed cycle that showed it'),
  version: z.number().int().min(1).optional(),
  updatedAt: IsoInstant.optional(),
  updatedBy: z.string().optional(),
});
type View = z.output<typeof View>;
const read = { readOnly: true } as const;
const Input = Practice.extend({
  id: Id.optional(),
  unit: Id.describe('Whose it is: its head and improvement lead edit it'),
  cycle: z.string().max(300).optional(),
  pack: Id.optional().meta(read),
  version: z.number().optional().meta(read),
  updatedAt: z.string().optional().meta(read),
  updatedBy: z.string().optional().meta(read),
}).strict();

export const practiceExample = {
  unit: 'phong-dkkd',
  title: { vi: 'Kiểm tra hồ sơ ngay tại quầy', en: 'Checking files at the counter', ja: '窓口での書類確認' },
  where: 'Phòng Đăng ký kinh doanh, 2026',
  source: ['Chu kỳ cải tiến của phòng'],
  context: 'Một phần ba hồ sơ phải bổ sung.',
  change: 'Kiểm tra theo danh mục khi nhận hồ sơ.',
  result: 'Tỷ lệ phải bổ sung giảm từ 32 % xuống 11 %.',
  strength: 'before-after',
  checkBefore: ['Có đủ người ở quầy trong giờ cao điểm không?'],
  tags: ['quầy'],
};

async function everyPractice(context: Context): Promise<readonly View[]> {
  const packs = await knownPacks(context);
  const packed = packs.flatMap(({ document }) =>
    document.contents.practices.map((one) => ({ ...one, pack: document.id })),
  );
  const own = (await context.deps.practices.all()).map(viewOf);
  return [...new Map([...own, ...packed].map((one) => [one.id, one])).values()];
}

const viewOf = ({ value, ...stored }: Versioned<OwnPractice>): View => ({ ...value, ...stored });

const list = route({
  method: 'get',
  path: '/v1/practices',
  id: 'listPractices',
  tag,
  summary: 'What others did, how well it is shown to have worked, and what to check before copying',
  action: 'practice.read',
  query: z
    .object({
      q: z
        .string()
        .trim()
        .min(1)
        .max(200)
        .optional()
        .describe('Words, in any language; case and diacritics do not matter'),
      tag: z.string().trim().min(1).max(60).optional(),
      strength: Practice.shape.strength.optional(),
    })
    .strict(),
  responses: {
    200: { description: 'Practices, by id', schema: z.object({ items: z.array(View) }), headers: ['ETag'] },
  },
  handle: async ({ query }, context) => {
    await context.allow('practice.read');
    const found = (await everyPractice(context)).filter((one) => isSought(one, query));
    return { status: 200, body: { items: found.toSorted((a, b) => (a.id < b.id ? -1 : 1)) } };
  },
});

const get = route({
  method: 'get',
  path,
  id: 'getPractice',
  tag,
  summary: 'Read a practice',
  action: 'practice.read',
  params: Params,
  responses: { 200: { description: 'The practice', schema: View, headers: ['ETag'] } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { practice: id } }, context) => {
    await context.allow('practice.read');
    const found = (await everyPractice(context)).find((one) => one.id === id);
    if (found === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'practice', id } });
    return { status: 200, body: found, ...(found.version !== undefined && { version: found.version }) };
  },
});

const put = route({
  method: 'put',
  path,
  id: 'putPractice',
  tag,
  summary: 'Share what your office learnt as a practice, or correct it',
  description: 'Every version stays. `If-Match` and `If-None-Match` as with every document.',
  action: 'practice.edit',
  params: Params,
  query: Strict,
  body: Input,
  bodyExample: practiceExample,
  responses: {
    200: { description: 'The practice, replaced (or unchanged)', schema: View, headers: ['ETag'] },
    201: { description: 'The practice, made', schema: View, headers: ['ETag', 'Location'] },
  },
  problems: [
    'ID_DIFFERS',
    'CHANGED_MEANWHILE',
    'PRECONDITION_NEEDED',
    'UNKNOWN_UNIT',
    'PRACTICE_OF_A_PACK',
    'NO_SUCH_CYCLE',
  ],
  handle: async ({ params: { practice: id }, query: { strict }, body }, context) => {
    const { deps, person } = context;
    const { id: given = id, pack: _p, version: _v, updatedAt: _a, updatedBy: _b, ...value } = body;
    if (given !== id) throw new ProblemError('ID_DIFFERS', { field: '/id', params: { id } });
    const before = await deps.practices.get(id);
    for (const unit of new Set([value.unit, before?.value.unit ?? value.unit]))
      await context.allow('practice.edit', { unit });
    await demandSound(id, value, context);
    const expected = expectedVersion(context, before?.version ?? 0, strict === 'true');
    const edit = { by: person.id, ...(expected !== undefined && { expected }) };
    const stored = await deps.practices.put({ ...value, id }, edit);
    if (stored === 'conflict') throw new ProblemError('CHANGED_MEANWHILE', { params: { current: '?' } });
    const answer = { body: viewOf(stored), version: stored.version };
    return before === undefined
      ? { status: 201, ...answer, location: `/v1/practices/${encodeURIComponent(id)}` }
      : { status: 200, ...answer };
  },
});

async function demandSound(
  id: string,
  { unit, cycle }: Pick<OwnPractice, 'unit' | 'cycle'>,
  context: Context,
): Promise<void> {
  const { deps } = context;
  if ((await deps.organisation.units.get(unit)) === undefined)
    throw new ProblemError('UNKNOWN_UNIT', { field: '/unit', params: { id: unit } });
  if (await isPacked(id, context)) throw new ProblemError('PRACTICE_OF_A_PACK', { params: { id } });
  if (cycle !== undefined && (await deps.cycles.get(cycle)) === undefined)
    throw new ProblemError('NO_SUCH_CYCLE', { field: '/cycle', params: { id: cycle } });
}

const isPacked = async (id: string, context: Context): Promise<boolean> =>
  (await knownPacks(context)).some(({ document }) => document.contents.practices.some((one) => one.id === id));

const remove = route({
  method: 'delete',
  path,
  id: 'removePractice',
  tag,
  summary: 'Take a practice of your own out of the library',
  description: 'Its history stays; it may be made again.',
  action: 'practice.edit',
  params: Params,
  responses: { 204: { description: 'Removed' } },
  problems: ['NOT_FOUND', 'PRACTICE_OF_A_PACK', 'CHANGED_MEANWHILE'],
  handle: async ({ params: { practice: id } }, context) => {
    const { deps, person } = context;
    const before = await deps.practices.get(id);
    await context.allow('practice.edit', { unit: before?.value.unit ?? person.unit });
    if (before === undefined && (await isPacked(id, context)))
      throw new ProblemError('PRACTICE_OF_A_PACK', { params: { id } });
    if (before === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'practice', id } });
    const expected = expectedVersion(context, before.version, false) ?? before.version;
    const removed = await deps.practices.remove(id, { by: person.id, expected });
    if (removed === 'conflict') throw new ProblemError('CHANGED_MEANWHILE', { params: { current: '?' } });
    return { status: 204 };
  },
});

export const practiceRoutes: readonly Route[] = [list, get, put, remove];
