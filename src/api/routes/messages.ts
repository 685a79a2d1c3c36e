import { z } from 'zod';
import { afterOf, pageOf, pageQuery } from '../http/cursor';
import { Id } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import { ProblemError } from '../problems/problem';
import { InboxMessageView, pageOfItems, UndeliveredView } from './views';

const inbox = route({
  method: 'get',
  path: '/v1/inbox',
  id: 'listInbox',
  tag: 'Reminders',
  summary: 'My messages, newest first',
  action: 'inbox.read',
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Messages', schema: pageOfItems(InboxMessageView), headers: ['Link', 'ETag'] } },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query: { cursor, limit } }, { deps, allow, person }) => {
    await allow('inbox.read', { relations: ['self'] });
    const found = await deps.inbox.inbox(person.id, afterOf(cursor), limit + 1);
    return { status: 200, body: pageOf(found, limit, ({ key }) => key) };
  },
});

const markRead = route({
  method: 'post',
  path: '/v1/inbox/{key}/read',
  id: 'markMessageRead',
  tag: 'Reminders',
  summary: 'Mark a message of mine as read',
  description: 'The key is sent percent-encoded. Marking twice keeps the first time.',
  action: 'inbox.read',
  params: z.object({ key: z.string().min(1).max(500) }),
  responses: { 204: { description: 'It is marked' } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { key } }, { deps, allow, person, at }) => {
    await allow('inbox.read', { relations: ['self'] });
    if (!(await deps.inbox.markRead(person.id, key, at)))
      throw new ProblemError('NOT_FOUND', { params: { kind: 'message', id: key } });
    return { status: 204 };
  },
});

const undelivered = route({
  method: 'get',
  path: '/v1/undelivered',
  id: 'listUndelivered',
  tag: 'Reminders',
  summary: 'Messages that could not be delivered so far, newest first',
  action: 'undelivered.read',
  query: z.object({ limit: pageQuery.limit }).strict(),
  responses: { 200: { description: 'Deliveries', schema: z.object({ items: z.array(UndeliveredView) }) } },
  handle: async ({ query: { limit } }, { deps, allow }) => {
    await allow('undelivered.read');
    return { status: 200, body: { items: await deps.outbox.undelivered(limit) } };
  },
});

const retry = route({
  method: 'post',
  path: '/v1/undelivered/{key}/{channel}/retry',
  id: 'retryUndelivered',
  tag: 'Reminders',
  summary: 'Try again now to deliver a message that failed',
  description:
    'The key is sent percent-encoded. An e-mail goes to the address the person has now; one that was given up is tried from the beginning.',
  action: 'undelivered.retry',
  params: z.object({ key: z.string().min(1).max(500), channel: Id }),
  responses: { 204: { description: 'It is tried now' } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { key, channel } }, { deps, allow, at }) => {
    await allow('undelivered.retry');
    const person = await deps.outbox.addressee(key);
    const stored = person === undefined ? undefined : await deps.organisation.people.get(person);
    const address = channel === 'email' ? stored?.value.email : undefined;
    if (!(await deps.outbox.retry(key, channel, at, address)))
      throw new ProblemError('NOT_FOUND', { params: { kind: 'message', id: key } });
    await deps.wakeOutbox?.();
    return { status: 204 };
  },
});

export const messageRoutes = [inbox, markRead, undelivered, retry];
