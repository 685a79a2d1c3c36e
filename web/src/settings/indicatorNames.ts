import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client';

type Named = { readonly id: string; readonly name: string };

/** Indicators that the reader may see, with their names in the reader's language. */
export function useIndicatorNames(): readonly Named[] {
  const { data = [] } = useQuery({
    queryKey: ['indicators', 'names'],
    queryFn: async () => {
      const items = [];
      for (let after = '', more = true; more; more = after !== '') {
        const cursor = after === '' ? '' : `&cursor=${encodeURIComponent(after)}`;
        const page = await call<{ items: readonly Named[]; next?: string }>('GET', `/v1/indicators?limit=200${cursor}`);
        items.push(...page.items);
        after = page.next ?? '';
      }
      return items;
    },
  });
  return data;
}
