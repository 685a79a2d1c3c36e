import { z } from 'zod';
import type { Versioned } from '../../activities/ports';
import { Id } from '../../domain/shared/ids.schema';
import { testEvent } from '../../domain/webhooks/events';
import type { Webhook } from '../../domain/webhooks/webhook.schema';
import { afterOf, keptPage, pageQuery } from '../http/cursor';
import { expectedVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { viewOf } from './documents';
import { pageOfItems } from './views';
import { deliveryView, DeliveryView, webhookExample, WebhookInput, WebhookView } from './webhookViews';

const tag = 'Webhooks';
const path = '/v1/webhooks/{webhook}';
const params = z.object({ webhook: Id });

async function present(id: string, { deps }: Context): Promise<Versioned<Webhook>> {
  const found = await deps.webhooks.get(id);
  if (found === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'webhook', id } });
  return found;
}

const list = route({
  method: 'get',
  path: '/v1/webhooks',
  id: 'listWebhooks',
  tag,
  summary: 'Systems that are told of what happens',
  action: 'webhook.read',
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Webhooks, by id', schema: pageOfItems(WebhookView), headers: ['Link', 'ETag'] } },
  handle: async ({ query: { cursor, limit } }, { deps, allow }) => {
    await allow('webhook.read');
    const read = (after: string | undefined, most: number) => deps.webhooks.list(after, most);
    const keyOf = ({ value }: Versioned<Webhook>) => value.id;
    const page = await keptPage(read, { after: afterOf(cursor), limit, keyOf }, () => true);
    return { status: 200, body: { ...page, items: page.items.map(viewOf) } };
  },
});

const get = route({
  method: 'get',
  path,
  id: 'getWebhook',
  tag,
  summary: 'Read a webhook',
  action: 'webhook.read',
  params,
  responses: { 200: { description: 'The webhook', schema: WebhookView, headers: ['ETag'] } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { webhook } }, context) => {
    await context.allow('webhook.read');
    const found = await present(webhook, context);
    return { status: 200, body: viewOf(found), version: found.version };
  },
});

const put = route({
  method: 'put',
  path,
  id: 'putWebhook',
  tag,
  summary: 'Make or replace a webhook',
  description:
    'From then on each event it listens to is posted to `url`, signed: `Kairyo-Signature: t=…,v1=…` is the HMAC-SHA256 of ' +
    '`t.body` with the secret, hexadecimal. The secret is named, never sent. Anything but an answer 2xx within 15 seconds is ' +
    'tried again, for five days. The same event may come twice: know it by `Kairyo-Event-Id`. See docs/exchange.md.',
  action: 'webhook.edit',
  params,
  body: WebhookInput,
  bodyExample: webhookExample,
  responses: {
    200: { description: 'The webhook, replaced (or unchanged)', schema: WebhookView, headers: ['ETag'] },
    201: { description: 'The webhook, made', schema: WebhookView, headers: ['ETag', 'Location'] },
  },
  problems: ['ID_DIFFERS', 'CHANGED_MEANWHILE'],
  handle: async ({ params: { webhook: id }, body }, context) => {
    const { deps, person } = context;
    await context.allow('webhook.edit');
    const { id: given, version: _version, updatedAt: _at, updatedBy: _by, ...input } = body;
    if (given !== undefined && given !== id) throw new ProblemError('ID_DIFFERS', { field: '/id', params: { id } });
    const before = await deps.webhooks.get(id);
    const expected = expectedVersion(context, before?.version ?? 0, false);
    const stored = await deps.webhooks.put({ id, ...input }, person.id, expected);
    if (stored === 'conflict') throw new ProblemError('CHANGED_MEANWHILE', { params: { current: '?' } });
    await deps.wakeOutbox?.();
    const answer = { body: viewOf(stored), version: stored.version };
    return before === undefined
      ? { status: 201, ...answer, location: `/v1/webhooks/${encodeURIComponent(id)}` }
      : { status: 200, ...answer };
  },
});

const remove = route({
  method: 'delete',
  path,
  id: 'deleteWebhook',
  tag,
  summary: 'Remove a webhook',
  description: 'What still waits for it is dropped; what was delivered stays in the list of deliveries.',
  action: 'webhook.edit',
  params,
  responses: { 204: { description: 'Removed' } },
  problems: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
  handle: async ({ params: { webhook: id } }, context) => {
    await context.allow('webhook.edit');
    const { version } = await present(id, context);
    const expected = expectedVersion(context, version, false);
    const removed = await context.deps.webhooks.remove(id, context.person.id, expected);
    if (removed === 'conflict') throw new ProblemError('CHANGED_MEANWHILE', { params: { current: '?' } });
    return { status: 204 };
  },
});

const deliveries = route({
  method: 'get',
  path: `${path}/deliveries`,
  id: 'listWebhookDeliveries',
  tag,
  summary: 'What was sent to a webhook, and what is still on its way, newest first',
  action: 'webhook.read',
  params,
  query: z.object(pageQuery).strict(),
  responses: { 200: { description: 'Deliveries', schema: pageOfItems(DeliveryView), headers: ['Link', 'ETag'] } },
  problems: ['NOT_FOUND', 'INVALID_CURSOR'],
  handle: async ({ params: { webhook }, query: { cursor, limit } }, context) => {
    await context.allow('webhook.read');
    await present(webhook, context);
    const read = (after: string | undefined, most: number) => context.deps.webhooks.deliveries(webhook, after, most);
    const keyOf = ({ createdAt, event }: { createdAt: string; event: string }) => `${createdAt} ${event}`;
    const page = await keptPage(read, { after: afterOf(cursor), limit, keyOf }, () => true);
    return { status: 200, body: { ...page, items: page.items.map(deliveryView) } };
  },
});

const again = route({
  method: 'post',
  path: `${path}/deliveries/{delivery}/retry`,
  id: 'retryWebhookDelivery',
  tag,
  summary: 'Send an event to a webhook again, now',
  description: 'Also one that was delivered or given up. The event keeps its id; the signature is a new one.',
  action: 'webhook.edit',
  params: params.extend({ delivery: z.string().min(1).max(600) }),
  responses: { 204: { description: 'It is sent now' } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { webhook, delivery } }, context) => {
    await context.allow('webhook.edit');
    await present(webhook, context);
    if (!(await context.deps.webhooks.again(webhook, delivery, context.at)))
      throw new ProblemError('NOT_FOUND', { params: { kind: 'delivery', id: delivery } });
    await context.deps.wakeOutbox?.();
    return { status: 204 };
  },
});

const test = route({
  method: 'post',
  path: `${path}/test`,
  id: 'testWebhook',
  tag,
  summary: 'Send a test event to a webhook',
  description: 'Of type `test`, signed like every other. Whether it arrived stands in the list of deliveries.',
  action: 'webhook.edit',
  params,
  responses: {
    202: { description: 'It is on its way', schema: z.object({ event: z.string() }), headers: ['Location'] },
  },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { webhook } }, context) => {
    await context.allow('webhook.edit');
    await present(webhook, context);
    const event = testEvent(webhook, context.commandId, context.at);
    await context.deps.webhooks.send(webhook, event);
    await context.deps.wakeOutbox?.();
    return {
      ...{ status: 202, body: { event: event.id } },
      location: `/v1/webhooks/${encodeURIComponent(webhook)}/deliveries`,
    };
  },
});

export const webhookRoutes = [list, get, put, remove, deliveries, again, test];
