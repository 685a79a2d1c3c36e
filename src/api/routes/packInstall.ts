import { z } from 'zod';
import type { Installation } from '../../activities/packs.ports';
import { withoutExamples } from '../../domain/packs/examples';
import { fitted } from '../../domain/packs/fit';
import type { Surroundings } from '../../domain/packs/fit';
import { itemsOf, keyOf } from '../../domain/packs/items';
import type { PackItem, Value } from '../../domain/packs/items';
import { InstallRequest } from '../../domain/packs/pack.schema';
import type { PackContents, PackDocument } from '../../domain/packs/pack.schema';
import { broughtBy, planInstall } from '../../domain/packs/planInstall';
import type { PlannedItem } from '../../domain/packs/planInstall';
import { prefixing, renamed } from '../../domain/packs/rename';
import { readable } from '../../domain/indicators/named';
import { Id } from '../../domain/shared/ids.schema';
import { canonicalJson } from '../../domain/shared/canonicalJson';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { installationIn, presentPack } from './packLibrary';
import { examplesView, installExample, InstallView, itemView } from './packViews';
import { WRITERS } from './packWriters';
import type { Present } from './packWriters';

/** An installation that was asked for, with everything it needs to know. */
type Asked = {
  readonly document: PackDocument;
  readonly request: InstallRequest;
  readonly before: Installation | undefined;
  readonly owner: string;
  readonly prefix: string;
  readonly procedures: Readonly<Record<string, string>>;
  readonly examples: boolean;
};
type Planned = {
  readonly asked: Asked;
  readonly items: readonly PackItem[];
  readonly present: ReadonlyMap<string, Present>;
  readonly plan: readonly PlannedItem[];
};

export const installPack = route({
  method: 'post',
  path: '/v1/packs/{pack}/install',
  id: 'installPack',
  tag: 'Packs',
  summary: 'Put what is in a pack into a unit, or bring it up to date',
  description:
    'With `?dryRun=true` the answer says what would happen and nothing is stored. The same again changes nothing. Where a ' +
    "newer version of the pack meets the office's own changes, three are compared: what the pack brought, what the office " +
    'made of it, and what the pack brings now. What the office alone changed is kept; where both did, `choices` says which ' +
    'holds, and without a choice nothing is stored (409). An installation that broke off is finished by sending it again.',
  action: 'pack.install',
  params: z.object({ pack: Id }),
  query: z.object({ dryRun: z.enum(['true', 'false']).default('false') }).strict(),
  body: InstallRequest,
  bodyExample: installExample,
  responses: { 200: { description: 'What was done, or would be', schema: InstallView } },
  problems: [
    ...['NOT_FOUND', 'UNKNOWN_UNIT', 'UNKNOWN_PERSON', 'UNKNOWN_PROCEDURE', 'PACK_NEEDS_CHOICES'],
    ...['PACK_HAS_NO_SUCH_ITEM', 'CHANGED_MEANWHILE'],
  ] as const,
  handle: async ({ params: { pack }, query, body }, context) => {
    await context.allow('pack.install', { unit: body.unit });
    const planned = await plannedFor(await askedFor(pack, body, context), context);
    const dryRun = query.dryRun === 'true';
    if (!dryRun) await carryOut(planned, context);
    return { status: 200, body: answerOf(planned, dryRun, context) };
  },
});

async function askedFor(pack: string, request: InstallRequest, context: Context): Promise<Asked> {
  const { document } = await presentPack(pack, context);
  const { unit, prefix } = request;
  if ((await context.deps.organisation.units.get(unit)) === undefined)
    throw new ProblemError('UNKNOWN_UNIT', { field: '/unit', params: { id: unit } });
  const before = await installationIn({ pack, unit, prefix }, context);
  const owner = request.owner ?? before?.owner ?? context.person.id;
  if ((await context.deps.organisation.people.get(owner)) === undefined)
    throw new ProblemError('UNKNOWN_PERSON', { field: '/owner', params: { id: owner } });
  const procedures = { ...before?.procedures, ...request.procedures };
  const examples = request.examples ?? before?.examples ?? false;
  return { document, request, before, owner, prefix: prefix ?? before?.prefix ?? '', procedures, examples };
}

/** What would be done. Reads only. @throws ProblemError when a choice is for nothing in the pack */
async function plannedFor(asked: Asked, context: Context): Promise<Planned> {
  const { document, request, before, owner, prefix } = asked;
  const { id, version } = document;
  const contents = asked.examples ? document.contents : withoutExamples(document.contents);
  const named = renamed(contents, prefixing(contents, prefix));
  const { contents: fit, waiting } = fitted(named, await surroundings(named, asked, context));
  const items = itemsOf(fit, { unit: request.unit, owner, pack: `${id}@${version}` });
  const installed = before?.brought ?? new Map<string, Value>();
  const present = await presentOf([...new Set([...items.map(keyOf), ...installed.keys()])], context);
  const choices = request.choices ?? {};
  const library = new Set(items.filter(({ kind }) => WRITERS[kind] === undefined).map(keyOf));
  const values = new Map([...present].map(([key, { value }]) => [key, value]));
  const office = { unit: request.unit, present: values, library, installed, choices, waiting };
  const plan = planInstall(items, office);
  for (const key of Object.keys(choices))
    if (!plan.some((item) => keyOf(item) === key))
      throw new ProblemError('PACK_HAS_NO_SUCH_ITEM', { field: `/choices/${pointed(key)}`, params: { id: key } });
  return { asked, items, present, plan };
}

const pointed = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

async function surroundings(contents: PackContents, asked: Asked, { deps }: Context): Promise<Surroundings> {
  const mapped = asked.procedures;
  const procedures = new Set<string>();
  const surveys = new Set<string>();
  for (const [named, own] of Object.entries(asked.request.procedures ?? {}))
    if ((await deps.organisation.procedures.get(own)) === undefined)
      throw new ProblemError('UNKNOWN_PROCEDURE', { field: `/procedures/${pointed(named)}`, params: { id: own } });
  for (const { source, watch } of Object.values(contents.indicators)) {
    const wanted = [source.type === 'cases' ? source.procedure : undefined, watch?.procedure];
    for (const one of wanted) {
      const id = one === undefined ? undefined : (mapped[one] ?? one);
      if (id !== undefined && (await deps.organisation.procedures.get(id)) !== undefined) procedures.add(id);
    }
    if (source.type === 'survey' && (await deps.surveys.ofSeries(source.survey)).length > 0) surveys.add(source.survey);
  }
  return { procedures, surveys, mapped };
}

export async function presentOf(keys: readonly string[], context: Context): Promise<ReadonlyMap<string, Present>> {
  const found = new Map<string, Present>();
  for (const key of keys) {
    const at = key.indexOf('/');
    const writer = WRITERS[key.slice(0, at) as PackItem['kind']];
    const one = await writer?.present(key.slice(at + 1), context);
    if (one !== undefined) found.set(key, one);
  }
  return found;
}

/**
 * Writes what is to be written, in the order in which things need each other. Whatever breaks off in between, the next try
 * finds what is there the same and goes on.
 */
async function carryOut({ asked, items, present, plan }: Planned, context: Context): Promise<void> {
  const open = plan.filter(({ action }) => action === 'conflict').map(keyOf);
  if (open.length > 0) throw new ProblemError('PACK_NEEDS_CHOICES', { field: '/choices', params: { items: open } });
  const brought = broughtBy(items);
  const todo = plan.filter(({ action }) => action === 'add' || action === 'upgrade');
  if (todo.length === 0 && isRecorded(asked, brought)) return;
  const { document, before } = asked;
  await record(asked, { state: 'installing', brought: before?.brought ?? new Map() }, context);
  const coming = new Set(plan.flatMap(({ kind, id }) => (kind === 'indicator' ? [id] : [])));
  const reason = `${document.id}@${document.version}`;
  const made = document.contents.figures && readable(document.contents.figures.madeData, context.language);
  for (const item of todo) {
    const { kind, id, after } = item;
    const expected = present.get(keyOf(item))?.version ?? 0;
    const writing = { id, expected, reason, coming, ...(made !== undefined && { made }) };
    if (after !== undefined) await WRITERS[kind]?.write({ ...writing, value: after }, context);
  }
  await record(asked, { state: 'installed', brought }, context);
}

function isRecorded(
  { before, document, owner, procedures, examples }: Asked,
  brought: ReadonlyMap<string, Value>,
): boolean {
  if (before?.state !== 'installed' || before.version !== document.version || before.owner !== owner) return false;
  if ((before.examples ?? false) !== examples) return false;
  const text = (map: ReadonlyMap<string, Value>) => canonicalJson(Object.fromEntries(map));
  return text(before.brought) === text(brought) && canonicalJson(before.procedures) === canonicalJson(procedures);
}

const record = (
  { document, request, owner, prefix, procedures, examples }: Asked,
  done: Pick<Installation, 'state' | 'brought'>,
  { deps, at, person }: Context,
): Promise<void> => {
  const { id: pack, version } = document;
  return deps.packs.putInstallation({
    unit: request.unit,
    pack,
    version,
    owner,
    prefix,
    procedures,
    examples,
    at,
    by: person.id,
    ...done,
  });
};

function answerOf({ asked, plan }: Planned, dryRun: boolean, { language }: Context) {
  const { document, request, before, owner, prefix, procedures } = asked;
  const examples = examplesView(document.contents, asked.examples, language);
  return {
    ...{ pack: document.id, version: document.version, unit: request.unit, owner, prefix, procedures, dryRun },
    ...(before !== undefined && { from: before.version }),
    ...(examples !== undefined && { examples }),
    items: plan.map((item) => itemView(item, language)),
  };
}
