import { useQuery } from '@tanstack/react-query';
import { call } from '../api/client';
import type { CycleView } from '../api/queries';
import { useIdeaWords } from '../words/ideas';
import { useNames } from '../parts/names';
import { useIdeas } from './queries';
import type { IdeaShown } from './queries';

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

/** Cycles that were launched after the idea: no other can have come from it. */
const useCyclesSince = (since: string) =>
  useQuery({
    queryKey: ['cycles', 'since', since],
    queryFn: () =>
      call<{ readonly items: readonly CycleView[] }>('GET', `/v1/cycles?limit=200&from=${since.slice(0, 10)}`),
    select: ({ items }) => items.filter(({ launchedAt }) => launchedAt >= since),
  });

export function CycleField({ since }: { readonly since: string }) {
  const word = useIdeaWords();
  const { data = [] } = useCyclesSince(since);
  return (
    <div className="field">
      <label htmlFor="cycle">{word('id.cycle')}</label>
      <select id="cycle" name="cycle" required>
        {data.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The cycle by which another unit took the idea over; the unit is that of the cycle. */
export function SpreadField({ idea }: { readonly idea: IdeaShown }) {
  const word = useIdeaWords();
  const names = useNames();
  const { data = [] } = useCyclesSince(idea.proposedAt);
  const others = data.filter(({ unit }) => unit !== idea.unit);
  return (
    <div className="field">
      <label htmlFor="spread">{word('id.spreadBy')}</label>
      <select id="spread" name="spread" required>
        {others.map(({ id, title, unit }) => (
          <option key={id} value={`${unit} ${id}`}>
            {`${names.unit(unit)}: ${title}`}
          </option>
        ))}
      </select>
      {others.length === 0 && <p className="hint">{word('id.spreadNone')}</p>}
    </div>
  );
}

export function ReviseFields({ idea: { title, text } }: { readonly idea: IdeaShown }) {
  const word = useIdeaWords();
  return (
    <>
      <div className="field">
        <label htmlFor="title">{word('id.name')}</label>
        <input id="title" name="title" required maxLength={200} defaultValue={title} />
      </div>
      <div className="field">
        <label htmlFor="text">{word('id.text')}</label>
        <textarea id="text" name="text" required rows={5} maxLength={8000} defaultValue={text} />
      </div>
    </>
  );
}
