import { useEffect, useMemo } from 'react';
import { Link } from 'wouter';
import { CycleBoard } from '../cycles/board';
import { FilterFields, useFilters } from '../cycles/filters';
import { CycleList } from '../cycles/list';
import { useCycleLines, useShortenedWhenLeft } from '../cycles/queries';
import type { CycleFilter } from '../cycles/queries';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useUnitsWhere } from '../indicators/may';
import { useCycleWords } from '../words/cycles';
import { useWords } from '../words/words';

export default function Cycles() {
  const { say } = useWords();
  const filters = useFilters();
  const { filter, view } = filters;
  const mayLaunch = useUnitsWhere('cycle.launch').length > 0;
  const launch = (
    <Link href="/launch" className="button main">
      {say('launch.do')}
    </Link>
  );
  return (
    <>
      <PageTitle {...(mayLaunch && { aside: launch })}>{say('nav.cycles')}</PageTitle>
      <FilterFields filters={filters} />
      {view === 'board' ? <CycleBoard filter={filter} /> : <Found filter={filter} />}
    </>
  );
}

/** The server searches and counts; pages are read as they come into sight. */
function Found({ filter }: { readonly filter: CycleFilter | undefined }) {
  const { say, format } = useWords();
  const tell = useCycleWords();
  const { data, error, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = useCycleLines(filter);
  useShortenedWhenLeft();
  const lines = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const searching = JSON.stringify(filter);
  useEffect(() => {
    if (window.scrollY > 0 && !isPlaceholderData) window.scrollTo({ top: 0 });
    // Another list begins at its top.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [searching]);
  const total = data?.pages[0]?.total ?? lines.length;
  const more = hasNextPage && !isFetchingNextPage && error === null ? () => void fetchNextPage() : undefined;
  if (data === undefined) return error === null ? <Waiting /> : <ProblemNote error={error} />;
  return (
    <>
      <p role="status" className="hint">
        {isPlaceholderData ? tell('find.reading') : say('cycles.count', { count: format.number(total) })}
      </p>
      {lines.length === 0 ? (
        <p className="card empty">{say('cycles.none')}</p>
      ) : (
        <CycleList lines={lines} total={total} more={more} />
      )}
      {error !== null && (
        <div className="note warn" role="alert">
          <p>{tell('find.error')}</p>
          <button type="button" onClick={() => void fetchNextPage()}>
            {tell('find.again')}
          </button>
        </div>
      )}
    </>
  );
}
