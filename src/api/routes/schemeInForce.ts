import { z } from 'zod';
import { placeOf } from '../../domain/access/place';
import { OVERLAP_WORDS, overlapsWith, schemesFor } from '../../domain/evaluationPeriods/schemesFor';
import type { HeldScheme, OnDay as Held } from '../../domain/evaluationPeriods/schemesFor';
import { readable, readableWords } from '../../domain/indicators/named';
import { inForceOn } from '../../domain/indicators/versions';
import { filledWords } from '../../domain/scorecards/words';
import { Id, IsoDate } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { todayFor } from './indicatorLists';
import * as examples from './schemeExamples';
import { TAG } from './schemeTry';

/** What the office itself put in force: shipped schemes are for nobody until it takes them over. */
async function heldOn(day: string, { deps }: Context): Promise<readonly HeldScheme[]> {
  const found: HeldScheme[] = [];
  for await (const { id, versions } of deps.schemes.all()) {
    const version = inForceOn(versions, day);
    if (version !== undefined) found.push({ id, version: version.version, definition: version.value });
  }
  return found;
}

async function placed(day: string, { deps }: Context): Promise<Held> {
  const units = await deps.organisation.allUnits();
  return { day, placeOf: (unit) => placeOf(units, unit) };
}

const NAMED = 5;
/** With which schemes of the office people would share two on that day, in words, each with the first few people. */
export async function overlapsOf(scheme: HeldScheme, day: string, context: Context) {
  const { organisation, posts } = context.deps;
  const others = (await heldOn(day, context)).filter(({ id }) => id !== scheme.id);
  if (others.length === 0) return [];
  const units = await organisation.allUnits();
  const people = await organisation.peopleInUnits(units.map(({ id }) => id));
  const held = await posts.of(people.map(({ id }) => id));
  const posted = people.map((person) => ({ person, posts: held.get(person.id) ?? [] }));
  const found = overlapsWith(scheme, others, { ...(await placed(day, context)), people: posted });
  return found.map(({ other, people: ids }) => {
    const few = `${ids.slice(0, NAMED).join(', ')}${ids.length > NAMED ? ' …' : ''}`;
    const params = { day, count: ids.length, other: readableWords(other.definition.name), people: few };
    return {
      ...{ code: 'SCHEME_FOR_THE_SAME_PEOPLE' as const, field: '/group', scheme: other.id, count: ids.length },
      people: ids.slice(0, NAMED),
      message: inWords(filledWords(OVERLAP_WORDS, params), context.language),
    };
  });
}

const InForceView = z.object({
  person: Id,
  on: IsoDate,
  unit: Id.optional().describe('Where they work on that day'),
  position: Id.optional(),
  items: z
    .array(z.object({ scheme: Id, name: z.string(), version: z.number().int(), cadence: z.string() }))
    .describe('Schemes of the office that are for this person; more than one is a mistake of the groups'),
});

const inForce = route({
  method: 'get',
  path: '/v1/schemes/in-force',
  id: 'schemesInForce',
  tag: TAG,
  summary: 'By which scheme a person is evaluated on a day',
  description:
    'From the posts and the groups of the schemes (kinds, positions, units with those below, leaders). Shipped schemes count ' +
    'once the office has made them its own. Of somebody of whom no posts are stated, the unit and roles of the person count.',
  action: ['scheme.read', 'post.read'],
  query: z
    .object({
      person: Id.optional().describe('Default: the caller'),
      on: IsoDate.optional().describe('Default: today'),
    })
    .strict(),
  responses: { 200: { description: 'The schemes', schema: InForceView, example: examples.inForce } },
  problems: ['NOT_FOUND'],
  handle: async ({ query: { person: asked, on } }, context) => {
    const { deps, allow, person: caller } = context;
    await allow('scheme.read');
    const id = asked ?? caller.id;
    const person = (await deps.organisation.people.get(id))?.value;
    await allow('post.read', { unit: person?.unit ?? caller.unit, relations: id === caller.id ? ['self'] : [] });
    if (person === undefined) throw new ProblemError('NOT_FOUND', { field: '/person', params: { kind: 'person', id } });
    const day = on ?? (await todayFor(context)).today;
    const posts = (await deps.posts.get(id))?.posts ?? [];
    const held = await heldOn(day, context);
    const { post, schemes } = schemesFor({ person, posts }, held, await placed(day, context));
    const items = schemes.map(({ id: scheme, version, definition: { name, cadence } }) => ({
      ...{ scheme, version, cadence, name: readable(name, context.language) },
    }));
    return {
      status: 200,
      body: { person: id, on: day, ...(post && { unit: post.unit, position: post.position }), items },
    };
  },
});

export const schemeInForceRoutes = [inForce];
