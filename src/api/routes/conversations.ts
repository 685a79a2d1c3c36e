import { z } from 'zod';
import type { Conversation } from '../../activities/conversations.ports';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { namesOf } from './trainingReading';

const tag = 'Conversations';
const Params = z.object({ id: Id });
const NoteParams = Params.extend({ note: Id });
const ConversationView = z.object({
  id: Id,
  person: Id.describe('Whose development it is about'),
  personName: z.string(),
  with: Id,
  withName: z.string(),
  startedAt: IsoInstant,
  mine: z.boolean().describe('It is about me'),
});
const NoteView = z.object({
  id: Id,
  by: Id,
  at: IsoInstant,
  text: z.string().optional(),
  unreadable: z.literal(true).optional().describe('Its key is not there any more'),
  mine: z.boolean(),
});

const list = route({
  method: 'get',
  path: '/v1/conversations',
  id: 'listConversations',
  tag,
  summary: 'My development conversations',
  action: 'signed-in',
  responses: {
    200: {
      description: 'Newest first',
      schema: z.object({ conversations: z.array(ConversationView), ready: z.boolean() }),
    },
  },
  handle: async (_input, context) => {
    const { conversations } = context.deps;
    const found = await conversations.of(context.person.id);
    return { status: 200, body: { conversations: await shown(found, context), ready: conversations.ready } };
  },
});

const begin = route({
  method: 'post',
  path: '/v1/conversations',
  id: 'beginConversation',
  tag,
  summary: 'Begin a development conversation with one other person, or open the one there is',
  description:
    'One of the two must be the caller. What the two write is sealed; nobody else can read it, whatever their role.',
  action: 'signed-in',
  body: z.object({ person: Id.describe('Whose development it is about'), with: Id }).strict(),
  bodyExample: { person: 'binh', with: 'head' },
  responses: { 201: { description: 'The conversation', schema: ConversationView, headers: ['Location'] } },
  problems: ['CONVERSATION_IS_OF_OTHERS', 'UNKNOWN_PERSON', 'NOTES_KEY_MISSING'],
  handle: async ({ body: pair }, context) => {
    const { deps, person, at } = context;
    const two = [pair.person, pair.with];
    if (!two.includes(person.id) || pair.person === pair.with) throw new ProblemError('CONVERSATION_IS_OF_OTHERS');
    const known = await namesOf(two, context);
    const stranger = two.find((id) => !known.has(id));
    if (stranger !== undefined) throw new ProblemError('UNKNOWN_PERSON', { field: '/with', params: { id: stranger } });
    demandReady(context);
    const begun = await deps.conversations.begin(pair, at);
    const [body] = await shown([begun], context);
    return { status: 201, body, location: `/v1/conversations/${begun.id}/notes` };
  },
});

const notes = route({
  method: 'get',
  path: '/v1/conversations/{id}/notes',
  id: 'listConversationNotes',
  tag,
  summary: 'Notes of a conversation of mine, oldest first',
  action: 'signed-in',
  params: Params,
  responses: {
    200: { description: 'Notes', schema: z.object({ conversation: ConversationView, notes: z.array(NoteView) }) },
  },
  problems: ['NO_SUCH_CONVERSATION', 'NOTES_KEY_MISSING'],
  handle: async ({ params: { id } }, context) => notesAnswer(await mine(id, context), context),
});

const write = route({
  method: 'post',
  path: '/v1/conversations/{id}/notes',
  id: 'writeConversationNote',
  tag,
  summary: 'Write a note that the two alone can read',
  action: 'signed-in',
  params: Params,
  body: z
    .object({
      text: z.string().trim().min(1).max(8000),
      id: z.uuid().optional().describe('The same again writes no second note'),
    })
    .strict(),
  bodyExample: { text: 'Quý tới nhận thêm hai hồ sơ phức tạp; gặp lại đầu tháng Bảy.' },
  keyless: true,
  responses: { 201: { description: 'The note, without its text', schema: NoteView } },
  problems: ['NO_SUCH_CONVERSATION', 'NOTES_KEY_MISSING'],
  handle: async ({ params: { id }, body: { text, id: noteId } }, context) => {
    const { deps, person, at, commandId } = context;
    const conversation = await mine(id, context);
    const note = { id: `note-${noteId ?? commandId}`, by: person.id, at };
    await deps.conversations.write(conversation, { ...note, text });
    return { status: 201, body: { ...note, mine: true } };
  },
});

const erase = route({
  method: 'delete',
  path: '/v1/conversations/{id}/notes/{note}',
  id: 'deleteConversationNote',
  tag,
  summary: 'Delete a note that I wrote',
  action: 'signed-in',
  params: NoteParams,
  responses: { 204: { description: 'Deleted' } },
  problems: ['NO_SUCH_CONVERSATION', 'NO_SUCH_NOTE', 'NOTES_KEY_MISSING'],
  handle: async ({ params: { id, note } }, context) => {
    const conversation = await mine(id, context);
    if (!(await context.deps.conversations.erase(conversation, note, context.person.id)))
      throw new ProblemError('NO_SUCH_NOTE');
    return { status: 204 };
  },
});

const shred = route({
  method: 'delete',
  path: '/v1/conversations/{id}',
  id: 'shredConversation',
  tag,
  summary: 'Delete a conversation about me with all its notes, for ever',
  description:
    'Its key is thrown away first. What is left of the notes in a copy of the database needs that copy’s key too.',
  action: 'signed-in',
  params: Params,
  responses: { 204: { description: 'Deleted' } },
  problems: ['NO_SUCH_CONVERSATION', 'CONVERSATION_IS_THE_PERSONS', 'NOTES_KEY_MISSING'],
  handle: async ({ params: { id } }, context) => {
    const conversation = await mine(id, context);
    if (conversation.person !== context.person.id) throw new ProblemError('CONVERSATION_IS_THE_PERSONS');
    await context.deps.conversations.shred(conversation);
    return { status: 204 };
  },
});

/** Only of the two themselves: no role, no deputy. @throws ProblemError NO_SUCH_CONVERSATION for everybody else */
async function mine(id: string, context: Context): Promise<Conversation> {
  const { deps, person } = context;
  const found = await deps.conversations.get(id);
  if (found === undefined || (found.person !== person.id && found.with !== person.id))
    throw new ProblemError('NO_SUCH_CONVERSATION');
  demandReady(context);
  return found;
}

function demandReady({ deps }: Context): void {
  if (!deps.conversations.ready) throw new ProblemError('NOTES_KEY_MISSING');
}

async function shown(conversations: readonly Conversation[], context: Context) {
  const names = await namesOf(
    conversations.flatMap((one) => [one.person, one.with]),
    context,
  );
  const name = (id: string): string => names.get(id) ?? id;
  return conversations.map((one) => ({
    ...{ ...one, personName: name(one.person), withName: name(one.with), mine: one.person === context.person.id },
  }));
}

async function notesAnswer(conversation: Conversation, context: Context) {
  const [about] = await shown([conversation], context);
  const found = await context.deps.conversations.notes(conversation);
  const mineToo = found.map((note) => ({ ...note, mine: note.by === context.person.id }));
  return { status: 200 as const, body: { conversation: about, notes: mineToo } };
}

export const conversationRoutes = [list, begin, notes, write, erase, shred];
