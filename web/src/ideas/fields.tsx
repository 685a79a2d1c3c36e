import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client';
import type { CycleView } from '../api/queries';
import { useIdeaWords } from '../words/ideas';
import { useIdeas } from './queries';

const OPEN = ['new', 'taken-up', 'later'];

/** The idea another is merged into. */
export function MergeField({ except }: { readonly except: string }) {
  const word = useIdeaWords();
  const { data } = useIdeas({ unit: '', stage: '', mine: false });
  const others = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(({ id, status }) => id !== except && OPEN.includes(status));
  return (
    <div className="field">
      <label htmlFor="mergedInto">{word('id.mergedInto')}</label>
      <select id="mergedInto" name="mergedInto" required>
        {others.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A cycle that was launched after the idea: no other can have come from it. */
export function CycleField({ since }: { readonly since: string }) {
  const word = useIdeaWords();
  const { data } = useQuery({
    queryKey: ['cycles', 'since', since],
    queryFn: () =>
      call<{ readonly items: readonly CycleView[] }>('GET', `/v1/cycles?limit=200&from=${since.slice(0, 10)}`),
  });
  return (
    <div className="field">
      <label htmlFor="cycle">{word('id.cycle')}</label>
      <select id="cycle" name="cycle" required>
        {(data?.items ?? [])
          .filter(({ launchedAt }) => launchedAt >= since)
          .map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
      </select>
    </div>
  );
}
