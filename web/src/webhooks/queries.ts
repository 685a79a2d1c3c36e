import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { WebhookEventType } from '../../../src/domain/webhooks/events';
import { call } from '../api/client';
import type { paths } from '../api/schema';

type Listed = paths['/v1/webhooks']['get']['responses'][200]['content']['application/json'];
type Sent = paths['/v1/webhooks/{webhook}/deliveries']['get']['responses'][200]['content']['application/json'];
export type StoredWebhook = Listed['items'][number];
export type Delivery = Sent['items'][number];
export type NewWebhook = Pick<StoredWebhook, 'name' | 'url' | 'secret'> & {
  readonly events: readonly WebhookEventType[];
  readonly allowPrivate?: boolean;
};

const LOOK_AGAIN_MS = 2000;
const SHOWN = 20;
export const pathOf = (id: string): string => `/v1/webhooks/${encodeURIComponent(id)}`;
const KEY = ['webhooks'];

export const useWebhooks = () =>
  useQuery({ queryKey: KEY, queryFn: async () => (await call<Listed>('GET', '/v1/webhooks?limit=200')).items });

/** The newest; asked for again while one is on its way. */
export const useDeliveries = (id: string) =>
  useQuery({
    queryKey: [...KEY, id, 'deliveries'],
    queryFn: async () => (await call<Sent>('GET', `${pathOf(id)}/deliveries?limit=${SHOWN}`)).items,
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ state }) => state === 'pending') === true ? LOOK_AGAIN_MS : false,
  });

/** Something is done with a webhook; then everything about it is read again. */
export function useWebhookOrder<Given>(order: (given: Given) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: order, onSettled: () => queries.invalidateQueries({ queryKey: KEY }) });
}
