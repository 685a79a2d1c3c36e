import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { PROGRAMME_STATES } from '../../../src/domain/programmes/programme';
import { useSession } from '../api/session';
import { useUnitsWhere } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { useAddress } from '../parts/address';
import { Choice, UnitChoice } from '../parts/choices';
import { useHomeUnit, useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { downloadList, programmeHref, useProgrammes } from '../programmes/queries';
import type { Filter, ProgrammeLine } from '../programmes/queries';
import { StateSign, VerdictSign } from '../programmes/signs';
import { SummaryPanel } from '../programmes/summary';
import { PageTitle } from '../shell';
import { useProgrammeWords } from '../words/programmes';
import { useWords } from '../words/words';
import '../styles/scorecards.css';
import '../styles/programmes.css';

/** Filters live in the address: a link to a list shows the same list. */
function useFilters() {
  const { session } = useSession();
  const [search, set] = useAddress();
  const home = useHomeUnit(session?.person.unit);
  const state = PROGRAMME_STATES.find((one) => one === search.get('state')) ?? '';
  return { unit: search.get('unit') ?? home ?? '', state, q: search.get('q') ?? '', set, search };
}

/** The portfolio: what is under way, what it costs, what was finished on time and on budget. */
export default function Programmes() {
  const { say } = useWords();
  const word = useProgrammeWords();
  const { set, search, ...filter } = useFilters();
  const q = useDeferredValue(filter.q.trim());
  const asked = { unit: filter.unit, state: filter.state, q };
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useProgrammes(asked);
  const lines = data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <PageTitle aside={<NewProgramme />}>{word('title')}</PageTitle>
      <search className="filters">
        <UnitChoice value={filter.unit} onChange={(value) => set('unit', value)} />
        <Choice
          label={word('state')}
          value={filter.state}
          empty={word('any')}
          options={PROGRAMME_STATES.map((value) => ({ value, text: word(`state.${value}`) }))}
          onChange={(value) => set('state', value)}
        />
        <div className="field">
          <label htmlFor="q">{say('filter.text')}</label>
          <input id="q" type="search" value={filter.q} onChange={({ target }) => set('q', target.value)} />
        </div>
      </search>
      {error !== null && <ProblemNote error={error} />}
      {lines === undefined && error === null && <Waiting />}
      {lines !== undefined && (
        <>
          <div className="list-head">
            <p role="status" className="hint">
              {word('count', { count: `${lines.length}${hasNextPage ? '+' : ''}` })}
            </p>
            {lines.length > 0 && <Files filter={asked} />}
          </div>
          {lines.length === 0 ? <p className="card empty">{word('none')}</p> : <Portfolio lines={lines} />}
        </>
      )}
      {hasNextPage && (
        <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {word('more')}
        </button>
      )}
      <SummaryPanel unit={filter.unit} from={search.get('from') ?? ''} to={search.get('to') ?? ''} set={set} />
    </>
  );
}

function NewProgramme() {
  const word = useProgrammeWords();
  if (useUnitsWhere('programme.edit').length === 0) return null;
  return (
    <Link href="/new-programme" className="button main">
      {word('new')}
    </Link>
  );
}

function Files({ filter }: { readonly filter: Filter }) {
  const word = useProgrammeWords();
  const [error, setError] = useState<unknown>(null);
  const get = (format: 'csv' | 'xlsx') => {
    setError(null);
    downloadList(filter, format).catch(setError);
  };
  return (
    <div className="buttons">
      <button type="button" onClick={() => get('csv')}>
        {word('asCsv')}
      </button>
      <button type="button" onClick={() => get('xlsx')}>
        {word('asXlsx')}
      </button>
      {error !== null && <ProblemNote error={error} />}
    </div>
  );
}

function Portfolio({ lines }: { readonly lines: readonly ProgrammeLine[] }) {
  const word = useProgrammeWords();
  return (
    <div className="scroll card" tabIndex={0} role="region" aria-label={word('title')}>
      <table className="library portfolio">
        <thead>
          <tr>
            <th scope="col">{word('name')}</th>
            <th scope="col">{word('state')}</th>
            <th scope="col">{word('end')}</th>
            <th scope="col">{word('onTime')}</th>
            <th scope="col" className="number">
              {word('spent')}
            </th>
            <th scope="col">{word('onBudget')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ line }: { readonly line: ProgrammeLine }) {
  const { format, language } = useWords();
  const word = useProgrammeWords();
  const { unit } = useNames();
  const { money, actualEnd, plannedEnd } = line;
  return (
    <tr>
      <th scope="row">
        <Link href={programmeHref(line.id)}>{nameIn(line.name, language)}</Link>
        <p className="hint">{`${unit(line.unit)} · ${word(`kind.${line.kind}`)}`}</p>
      </th>
      <td>
        <StateSign state={line.state} />
      </td>
      <td>
        {actualEnd === undefined
          ? word('plannedFor', { day: format.day(plannedEnd) })
          : word('finishedOn', { day: format.day(actualEnd) })}
      </td>
      <td>
        <VerdictSign verdict={line.onTime} />
      </td>
      <td className="number">
        {money.spent === null ? '–' : format.number(money.spent)}
        {money.executionRate !== null && (
          <span className="hint block">{word('rateIs', { rate: format.value(money.executionRate, 'ratio') })}</span>
        )}
      </td>
      <td>
        <VerdictSign verdict={line.onBudget} />
      </td>
    </tr>
  );
}
