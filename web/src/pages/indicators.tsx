import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { answer, api } from '../api/client';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';

/** The name of an indicator in the language of the page, whichever way it is given. */
export function nameIn(name: unknown, language: string): string {
  if (typeof name === 'string') return name;
  if (typeof name !== 'object' || name === null) return '';
  const names = name as Readonly<Record<string, string>>;
  return names[language] ?? names['en'] ?? names['vi'] ?? Object.values(names)[0] ?? '';
}

/** The library: what is measured, of whom, how often. */
export default function Indicators() {
  const { say, language } = useWords();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const [typed, setTyped] = useState(q);
  const { data, error } = useQuery({
    queryKey: ['indicators', q],
    queryFn: () =>
      answer(api.GET('/v1/indicators', { params: { query: { limit: 200, ...(q.trim() !== '' && { q: q.trim() }) } } })),
  });
  return (
    <>
      <PageTitle>{say('nav.indicators')}</PageTitle>
      <search>
        <form
          className="line narrow"
          onSubmit={(event) => {
            event.preventDefault();
            setSearch(typed === '' ? {} : { q: typed }, { replace: true });
          }}
        >
          <input
            type="search"
            aria-label={say('filter.text')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          <button type="submit">{say('filter.text')}</button>
        </form>
      </search>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data?.items.length === 0 && <p className="card empty">{say('indicators.none')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <ul className="tasks">
          {data.items.map(({ id, name, frequency, retired }) => (
            <li key={id} className="card small">
              <Link href={`/indicators/${encodeURIComponent(id)}`}>{nameIn(name, language)}</Link>
              <p className="hint">
                {say(`frequency.${frequency}`)}
                {retired === true && ` · ${say('indicators.retired')}`}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
