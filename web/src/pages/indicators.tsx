import { useDeferredValue } from 'react';
import { useQueries } from '@tanstack/react-query';
import { Link } from 'wouter';
import { placeOf } from '../../../src/domain/access/place';
import { useUnits } from '../api/queries';
import { useSession } from '../api/session';
import { useUnitsWhere } from '../indicators/may';
import { indicatorHref, nameIn } from '../indicators/names';
import { unitValues, useDefinitions } from '../indicators/queries';
import type { Definition, Value } from '../indicators/queries';
import { Standing, useRemarks } from '../indicators/standing';
import { useAddress, searched } from '../parts/address';
import { Choice, UnitChoice } from '../parts/choices';
import { useHomeUnit, useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useEditorWords } from '../words/indicatorEditor';
import '../styles/indicators.css';

const KINDS = ['input', 'output', 'outcome', 'leading', 'lagging'] as const;

/** Filters live in the address: a link to a list shows the same list. */
function useFilters() {
  const { session } = useSession();
  const [search, set] = useAddress();
  const home = useHomeUnit(session?.person.unit);
  const unit = search.get('unit') ?? home ?? '';
  const kind = KINDS.find((one) => one === search.get('kind'));
  return { unit, kind, mine: search.get('mine') === 'yes', q: search.get('q') ?? '', me: session?.person.id, set };
}

function kindsOf(kind: Definition['kind']): readonly string[] {
  if (kind === undefined) return [];
  if (typeof kind === 'string') return [kind];
  return Array.isArray(kind) ? kind : Object.values(kind);
}

type Row = { readonly definition: Definition; readonly unit: string };

/** Indicators of the unit, of those above it (they hold for it) and of those below it, each with the unit its value is read at. */
function useRows(filters: ReturnType<typeof useFilters>) {
  const { data, error } = useDefinitions();
  const { data: units = [] } = useUnits();
  const { language } = useEditorWords();
  const wanted = searched(useDeferredValue(filters.q).trim());
  const place = placeOf(units, filters.unit);
  const rows = data?.flatMap((definition): readonly Row[] => {
    const { id, name, home, kind, owner } = definition;
    const above = place.includes(home);
    if (!above && !placeOf(units, home).includes(filters.unit)) return [];
    if (filters.kind !== undefined && !kindsOf(kind).includes(filters.kind)) return [];
    if (filters.mine && owner !== filters.me) return [];
    if (![id, nameIn(name, language), JSON.stringify(name)].some((text) => searched(text).includes(wanted))) return [];
    return [{ definition, unit: above ? filters.unit : home }];
  });
  return { rows, error };
}

/** The library: what is measured, of whom, and how it stands. */
export default function Indicators() {
  const { say } = useEditorWords();
  const filters = useFilters();
  const { rows, error } = useRows(filters);
  return (
    <>
      <PageTitle aside={<NewIndicator />}>{say('nav.indicators')}</PageTitle>
      <search className="filters">
        <UnitChoice value={filters.unit} onChange={(value) => filters.set('unit', value)} />
        <Choice
          label={say('ind.kind')}
          value={filters.kind ?? ''}
          empty={say('filter.all')}
          options={KINDS.map((kind) => ({ value: kind, text: say(`kind.${kind}`) }))}
          onChange={(value) => filters.set('kind', value)}
        />
        <div className="field">
          <label htmlFor="q">{say('filter.text')}</label>
          <input id="q" type="search" value={filters.q} onChange={({ target }) => filters.set('q', target.value)} />
        </div>
        <label className="check">
          <input
            type="checkbox"
            checked={filters.mine}
            onChange={({ target }) => filters.set('mine', target.checked ? 'yes' : '')}
          />{' '}
          {say('ind.mine')}
        </label>
      </search>
      {error !== null && <ProblemNote error={error} />}
      {rows === undefined && error === null && <Waiting />}
      {rows !== undefined && (
        <>
          <p role="status" className="hint">
            {say('ind.count', { count: rows.length })}
          </p>
          {rows.length === 0 ? <p className="card empty">{say('ind.none')}</p> : <Library rows={rows} />}
        </>
      )}
    </>
  );
}

function NewIndicator() {
  const { say } = useEditorWords();
  const homes = useUnitsWhere('indicator.edit');
  if (homes.length === 0) return null;
  return (
    <Link href="/new-indicator" className="button main">
      {say('ed.new')}
    </Link>
  );
}

function Library({ rows }: { readonly rows: readonly Row[] }) {
  const { say } = useEditorWords();
  const units = [...new Set(rows.map(({ unit }) => unit))];
  const found = useQueries({ queries: units.map((unit) => unitValues(unit)) });
  const valueOf = ({ definition, unit }: Row) =>
    found[units.indexOf(unit)]?.data?.find(({ indicator }) => indicator === definition.id)?.value;
  return (
    <div className="scroll card" tabIndex={0} role="region" aria-label={say('nav.indicators')}>
      <table className="library">
        <thead>
          <tr>
            <th scope="col">{say('ind.name')}</th>
            <th scope="col">{say('ind.last')}</th>
            <th scope="col" className="number">
              {say('ind.value')}
            </th>
            <th scope="col">{say('ind.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <LibraryRow key={row.definition.id} row={row} value={valueOf(row)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LibraryRow({ row: { definition, unit }, value }: { readonly row: Row; readonly value: Value | undefined }) {
  const { say, format, language } = useEditorWords();
  const names = useNames();
  const remarks = useRemarks();
  const { id, name, kind, frequency, retired, unit: measure, bands } = definition;
  const about = [
    names.unit(unit),
    ...kindsOf(kind).map((one) => say(`kind.${one as (typeof KINDS)[number]}`)),
    say(`frequency.${frequency}`),
    ...(retired === true ? [say('indicators.retired')] : []),
  ];
  return (
    <tr>
      <th scope="row">
        <Link href={indicatorHref(id, { unit })}>{nameIn(name, language)}</Link>
        <p className="hint">{about.join(' · ')}</p>
      </th>
      <td>{value === undefined ? '–' : format.period(value.period)}</td>
      <td className="number">
        {value?.state === 'value' ? format.value(value.value, measure) : '–'}
        {value?.target !== undefined && (
          <span className="hint block">{say('ind.targetIs', { value: format.value(value.target, measure) })}</span>
        )}
      </td>
      <td>
        {value?.state === 'value' && <Standing value={value} bands={bands} />}
        {value !== undefined && value.state !== 'value' && <span className="hint">{say(`state.${value.state}`)}</span>}
        {value?.state === 'value' && <span className="hint block">{remarks(value)}</span>}
      </td>
    </tr>
  );
}
