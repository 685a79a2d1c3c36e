import { useDeferredValue, useEffect } from 'react';
import { Link } from 'wouter';
import { useCycles } from '../api/queries';
import type { CycleFilter, CycleView } from '../api/queries';
import { useSession } from '../api/session';
import { useAddress, searched } from '../parts/address';
import { Choice, ProcedureChoice, UnitChoice } from '../parts/choices';
import { CycleBoard } from '../parts/cycleBoard';
import { CycleList } from '../parts/cycleList';
import { useHomeUnit, useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { PHASES } from '../parts/phase';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';

/** Filters live in the address: a link to a list shows the same list. */
function useFilters() {
  const { session } = useSession();
  const [search, set] = useAddress();
  const home = useHomeUnit(session?.person.unit);
  const unit = search.get('unit') ?? home;
  const phase = PHASES.find((one) => one === search.get('phase'));
  const procedure = search.get('procedure') ?? '';
  const filter: CycleFilter | undefined =
    unit === undefined ? undefined : { unit, ...(phase && { phase }), ...(procedure !== '' && { procedure }) };
  return { filter, set, text: search.get('q') ?? '', view: search.get('view') === 'board' ? 'board' : 'list' } as const;
}

export default function Cycles() {
  const { say } = useWords();
  const { filter, set, text, view } = useFilters();
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useCycles(filter);
  const names = useNames();
  const wanted = searched(useDeferredValue(text));
  const all = data?.pages.flatMap(({ items }) => items) ?? [];
  const matches = ({ title, unit, procedure, id }: CycleView) =>
    [title, id, names.unit(unit), names.procedure(procedure)].some((one) => searched(one).includes(wanted));
  const shown = wanted === '' ? all : all.filter(matches);
  const readAll = wanted !== '' || view === 'board';
  useEffect(() => {
    if (readAll && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [readAll, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const more = hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined;
  return (
    <>
      <PageTitle
        aside={
          <Link href="/launch" className="button main">
            {say('launch.do')}
          </Link>
        }
      >
        {say('nav.cycles')}
      </PageTitle>
      <search className="filters">
        <UnitChoice value={filter?.unit ?? ''} onChange={(value) => set('unit', value)} />
        <Choice
          label={say('cycle.phase')}
          value={filter?.phase ?? ''}
          empty={say('filter.all')}
          options={PHASES.map((phase) => ({ value: phase, text: say(`phase.${phase}`) }))}
          onChange={(value) => set('phase', value)}
        />
        <ProcedureChoice value={filter?.procedure ?? ''} onChange={(value) => set('procedure', value)} />
        <div className="field">
          <label htmlFor="q">{say('filter.text')}</label>
          <input id="q" type="search" value={text} onChange={({ target }) => set('q', target.value)} />
        </div>
        <ViewChoice view={view} set={(value) => set('view', value)} />
      </search>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && (
        <>
          <p role="status" className="hint">
            {say(hasNextPage ? 'cycles.countMore' : 'cycles.count', { count: shown.length })}
          </p>
          {shown.length === 0 && !hasNextPage && <p className="card empty">{say('cycles.none')}</p>}
          {shown.length > 0 &&
            (view === 'board' ? <CycleBoard cycles={shown} /> : <CycleList cycles={shown} more={more} />)}
        </>
      )}
    </>
  );
}

function ViewChoice({ view, set }: { readonly view: 'list' | 'board'; readonly set: (view: string) => void }) {
  const { say } = useWords();
  return (
    <div className="segments" role="group" aria-label={say('cycles.view')}>
      <button type="button" aria-pressed={view === 'list'} onClick={() => set('')}>
        {say('cycles.list')}
      </button>
      <button type="button" aria-pressed={view === 'board'} onClick={() => set('board')}>
        {say('cycles.board')}
      </button>
    </div>
  );
}
