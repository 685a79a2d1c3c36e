import { z } from 'zod';
import type { Installation } from '../../activities/packs.ports';
import { exportedPack } from '../../domain/packs/exported';
import { proceduresOf } from '../../domain/packs/fit';
import { PackDocument } from '../../domain/packs/pack.schema';
import { canonicalJson } from '../../domain/shared/canonicalJson';
import { Id } from '../../domain/shared/ids.schema';
import { expectedVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Context, Route } from '../http/route';
import { ProblemError } from '../problems/problem';
import { demandUnit } from './indicatorReading';
import { installPack, presentOf } from './packInstall';
import { installationIn, knownPacks, presentPack } from './packLibrary';
import { packExample, packView, PackView, WholePackView } from './packViews';
import type { Known } from './packViews';

const tag = 'Packs';
const Params = z.object({ pack: Id });

const list = route({
  method: 'get',
  path: '/v1/packs',
  id: 'listPacks',
  tag,
  summary: 'Packs that can be installed, and where they are',
  action: 'pack.read',
  responses: {
    200: { description: 'Packs, by id', schema: z.object({ items: z.array(PackView) }), headers: ['ETag'] },
  },
  handle: async (_input, context) => {
    await context.allow('pack.read');
    const installations = await context.deps.packs.installations();
    return { status: 200, body: { items: (await knownPacks(context)).map((one) => packView(one, installations)) } };
  },
});

const get = route({
  method: 'get',
  path: '/v1/packs/{pack}',
  id: 'getPack',
  tag,
  summary: 'What is in a pack, where it is from, and what of it is an assumption',
  action: 'pack.read',
  params: Params,
  responses: { 200: { description: 'The pack', schema: WholePackView, headers: ['ETag'] } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { pack } }, context) => {
    await context.allow('pack.read');
    const found = await presentPack(pack, context);
    return { status: 200, body: wholeView(found, await context.deps.packs.installations(pack)) };
  },
});

function wholeView(known: Known, installations: readonly Installation[]) {
  const { contents } = known.document;
  return { ...packView(known, installations), contents, procedures: proceduresOf(contents) };
}

const add = route({
  method: 'post',
  path: '/v1/packs',
  id: 'addPack',
  tag,
  summary: 'Add a pack of your own, or one that another office shared',
  description:
    'The document is what an export answers. The same again changes nothing; other content needs a higher `version`. Adding ' +
    'a pack installs nothing; its practices and surveys stand in the library from then on.',
  action: 'pack.install',
  query: z.object({ unit: Id.optional().describe('Unit that keeps it; default is your own') }).strict(),
  body: PackDocument,
  bodyExample: packExample,
  limit: ({ packBytes }) => packBytes,
  responses: {
    200: { description: 'It was there already, or is replaced by a new version', schema: WholePackView },
    201: { description: 'The pack, added', schema: WholePackView, headers: ['Location'] },
  },
  problems: ['PACK_IS_SHIPPED', 'PACK_VERSION_EXISTS', 'UNKNOWN_UNIT', 'CHANGED_MEANWHILE'],
  handle: async ({ query, body: document }, context) => {
    const { deps, person } = context;
    const { id } = document;
    const before = (await deps.packs.own()).find(({ value }) => value.id === id);
    const unit = query.unit ?? before?.value.unit ?? (await keeperOf(context));
    for (const one of new Set([unit, before?.value.unit ?? unit])) await context.allow('pack.install', { unit: one });
    if (deps.packs.shipped().some((one) => one.id === id))
      throw new ProblemError('PACK_IS_SHIPPED', { field: '/id', params: { id } });
    await demandUnit(unit, context);
    demandNewVersion(before?.value.document, document);
    const put = await deps.packs.putOwn({ id, unit, document }, { by: person.id, expected: before?.version ?? 0 });
    if (put === 'conflict') throw new ProblemError('CHANGED_MEANWHILE', { params: { current: '?' } });
    const body = wholeView({ document: put.value.document, keptBy: unit }, await deps.packs.installations(id));
    return before === undefined
      ? { status: 201, body, location: `/v1/packs/${encodeURIComponent(id)}` }
      : { status: 200, body };
  },
});

/** The unit of whoever adds it; an administrator may stand in none, and then the root of the tree keeps it. */
async function keeperOf({ deps, person }: Context): Promise<string> {
  const units = await deps.organisation.allUnits();
  if (units.some(({ id }) => id === person.unit)) return person.unit;
  return units.find(({ parent }) => parent === undefined)?.id ?? person.unit;
}

/** Whoever installed a version must be able to rely on what is in it. */
function demandNewVersion(before: PackDocument | undefined, { id, version, ...rest }: PackDocument): void {
  if (before?.version !== version) return;
  if (canonicalJson({ ...rest, id, version }) === canonicalJson(before)) return;
  throw new ProblemError('PACK_VERSION_EXISTS', { field: '/version', params: { id, version } });
}

const remove = route({
  method: 'delete',
  path: '/v1/packs/{pack}',
  id: 'removePack',
  tag,
  summary: 'Remove a pack of your own from the library',
  description: 'What was installed from it stays, and stays yours.',
  action: 'pack.install',
  params: Params,
  responses: { 204: { description: 'Removed' } },
  problems: ['NOT_FOUND', 'PACK_IS_SHIPPED', 'CHANGED_MEANWHILE'],
  handle: async ({ params: { pack: id } }, context) => {
    const { deps, person } = context;
    const found = (await deps.packs.own()).find(({ value }) => value.id === id);
    await context.allow('pack.install', { unit: found?.value.unit ?? person.unit });
    if (found === undefined && deps.packs.shipped().some((one) => one.id === id))
      throw new ProblemError('PACK_IS_SHIPPED', { params: { id } });
    if (found === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'pack', id } });
    const expected = expectedVersion(context, found.version, false) ?? found.version;
    const removed = await deps.packs.removeOwn(id, { by: person.id, expected });
    if (removed === 'conflict') throw new ProblemError('CHANGED_MEANWHILE', { params: { current: '?' } });
    return { status: 204 };
  },
});

const exported = route({
  method: 'get',
  path: '/v1/packs/{pack}/export',
  id: 'exportPack',
  tag,
  summary: 'The pack as an office has adapted it, to share',
  description:
    'What the unit changed is in it as the unit has it, under the ids of the pack. People, meetings and cycles of the office ' +
    'are left out. Another office adds the document with POST /v1/packs.',
  action: 'pack.read',
  params: Params,
  query: z.object({ unit: Id, prefix: z.string().max(30).optional() }).strict(),
  responses: { 200: { description: 'A pack document', schema: PackDocument } },
  problems: ['NOT_FOUND', 'PACK_NOT_INSTALLED'],
  handle: async ({ params: { pack }, query }, context) => {
    await context.allow('pack.read', { unit: query.unit });
    const { document } = await presentPack(pack, context);
    const found = await installationIn({ pack, ...query }, context);
    if (found === undefined) throw new ProblemError('PACK_NOT_INSTALLED', { params: { pack, unit: query.unit } });
    const { unit, prefix, brought } = found;
    const there = await presentOf([...brought.keys()], context);
    const present = new Map([...there].map(([key, { value }]) => [key, value]));
    return { status: 200, body: exportedPack(document, { unit, prefix, brought, present }) };
  },
});

export const packRoutes: readonly Route[] = [list, get, add, installPack, exported, remove];
