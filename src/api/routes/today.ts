import { z } from 'zod';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { today as composed, TODAY_KINDS } from '../../domain/today/today';
import { route } from '../http/route';
import { todayFacts } from './todayFacts';
import { SpokenWords } from './wordsView';

const Somebody = z.object({ id: Id, name: z.string() });
const Item = z.object({
  kind: z.enum(TODAY_KINDS),
  title: SpokenWords,
  dueAt: IsoInstant.optional(),
  overdue: z.boolean(),
  cycle: z.string().optional(),
  review: z.string().optional().describe('Review that waits for it'),
  evaluation: z.string().optional().describe('Evaluation, or period of evaluation, that waits for it'),
  indicator: Id.optional(),
  unit: Id.optional(),
  period: z.string().optional(),
  message: z.string().optional().describe('Key of the message; waits until it is marked as read'),
  inPlaceOf: Somebody.optional().describe('The absent person in whose place it waits for me'),
  action: z.object({
    label: SpokenWords,
    href: z.string().describe('Page of the web application'),
    command: z.string().optional().describe('Command of the cycle that does it, where it is one'),
  }),
});
const TodayView = z.object({
  waiting: z.array(Item),
  waitingFor: z.array(Item.extend({ who: z.array(Somebody).describe('Who owes it; empty: nobody known may do it') })),
});

export const today = route({
  method: 'get',
  path: '/v1/today',
  id: 'getToday',
  tag: 'Access',
  summary: 'What waits for me, and what I wait for',
  description:
    'By due date: what is overdue first, what has no date last. Whoever stands in for an absent person sees what waits for ' +
    'that person, marked. Each item has its one action.',
  action: 'signed-in',
  responses: { 200: { description: 'My day', schema: TodayView, headers: ['ETag'] } },
  handle: async (_input, context) => {
    const { waiting, waitingFor } = composed(await todayFacts(context));
    const ids = [...waiting, ...waitingFor].flatMap(({ inPlaceOf }) => inPlaceOf ?? []);
    const all = [...new Set([...ids, ...waitingFor.flatMap(({ who }) => who)])];
    const people = all.length === 0 ? [] : await context.deps.organisation.peopleById(all);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const named = (id: string) => ({ id, name: names.get(id) ?? id });
    const view = <One extends { readonly inPlaceOf?: string }>({ inPlaceOf, ...item }: One) => ({
      ...item,
      ...(inPlaceOf !== undefined && { inPlaceOf: named(inPlaceOf) }),
    });
    const body = {
      waiting: waiting.map(view),
      waitingFor: waitingFor.map(({ who, ...item }) => ({ ...view(item), who: who.map(named) })),
    };
    return { status: 200, body };
  },
});
