import { Link } from 'wouter';
import { useMay } from '../indicators/may';
import { useAddress } from '../parts/address';
import { useNames } from '../parts/names';
import { NotThere } from '../parts/notThere';
import { Waiting } from '../parts/notes';
import { Board } from '../scorecards/board';
import { Cascade } from '../scorecards/cascade';
import { ExplainScore } from '../scorecards/explain';
import { Lint } from '../scorecards/lint';
import { Linked } from '../scorecards/linked';
import { Matrix } from '../scorecards/matrix';
import { NewerVersion } from '../scorecards/newer';
import { scorecardHref, useReading } from '../scorecards/queries';
import type { Asked } from '../scorecards/queries';
import type { Reading } from '../scorecards/reading';
import { Notes, Rated } from '../scorecards/scored';
import { TakeAway } from '../scorecards/takeAway';
import { Units } from '../scorecards/units';
import { When } from '../scorecards/when';
import { PageTitle } from '../shell';
import { useScorecardWords } from '../words/scorecards';
import { useWords } from '../words/words';
import '../styles/indicators.css';
import '../styles/scorecards.css';

const VIEWS = ['board', 'map', 'cascade', 'matrix', 'units'] as const;
type View = (typeof VIEWS)[number];

/** A scorecard for a period, as known now or on a day: what it holds, its map, its cascade, and what stands behind each score. */
export default function ScorecardPage({ id }: { readonly id: string }) {
  const word = useScorecardWords();
  const [search] = useAddress();
  const query = { asOf: search.get('asOf') ?? '', period: search.get('period') ?? '' };
  const { data: reading, error } = useReading(id, query);
  if (error !== null && reading === undefined)
    return <NotThere error={error} list={{ to: '/scorecards', text: word('sc.title') }} />;
  return reading === undefined ? <Waiting /> : <Read {...{ reading, query }} />;
}

function Read({ reading, query }: { readonly reading: Reading; readonly query: Asked }) {
  const { say, format } = useWords();
  const word = useScorecardWords();
  const { unit, person } = useNames();
  const [search, set] = useAddress();
  const view = VIEWS.find((one) => one === search.get('view')) ?? 'board';
  const explained = search.get('explain');
  const asked = { ...query, period: reading.period };
  return (
    <>
      <PageTitle aside={<Buttons {...{ reading, query: asked }} />}>{reading.name}</PageTitle>
      {reading.mission !== undefined && <p className="lead">{reading.mission}</p>}
      <p className="hint">
        {[
          unit(reading.unit),
          ...(reading.owner === undefined ? [] : [person(reading.owner)]),
          say(`frequency.${reading.frequency}`),
          ...(reading.public ? [word('sc.isPublic')] : []),
        ].join(' · ')}
      </p>
      <search className="filters">
        <When frequency={reading.frequency} {...query} set={set} />
      </search>
      {query.asOf !== '' && (
        <p className="note" role="status">
          {word('sc.asOfNote', { day: format.day(query.asOf) })}{' '}
          <button type="button" className="link" onClick={() => set('asOf', '')}>
            {word('sc.backToNow')}
          </button>
        </p>
      )}
      {query.asOf === '' && <NewerVersion reading={reading} />}
      <section className="card" aria-label={word('sc.whole')}>
        <h2>{word('sc.wholeIn', { period: format.period(reading.period) })}</h2>
        <Rated scored={reading} />
        <Notes notes={reading.notes} />
        <p>
          <Link href={withOut(reading.id, search, 'explain', 'all')}>{word('sc.howCome')}</Link>
        </p>
      </section>
      <Views id={reading.id} view={view} search={search} />
      {explained !== null && (
        <ExplainScore
          {...{ reading, query: asked, what: explained }}
          backHref={withOut(reading.id, search, 'explain')}
        />
      )}
      <Shown {...{ reading, view, asked, search, set }} />
      <Lint id={reading.id} query={asked} />
    </>
  );
}

type ShownProps = {
  readonly reading: Reading;
  readonly view: View;
  readonly asked: Asked;
  readonly search: URLSearchParams;
  readonly set: (name: string, value: string) => void;
};
function Shown({ reading, view, asked, search, set }: ShownProps) {
  switch (view) {
    case 'board':
      return (
        <Board
          {...{ reading, asOf: asked.asOf }}
          explainHref={(what) => withOut(reading.id, search, 'explain', what)}
        />
      );
    case 'map':
      return (
        <Linked
          {...{ reading, query: asked, chosen: search.get('objective') ?? undefined }}
          choose={(key) => set('objective', key)}
        />
      );
    case 'cascade':
      return <Cascade {...{ reading, query: asked }} />;
    case 'matrix':
      return <Matrix reading={reading} />;
    case 'units':
      return (
        <Units
          {...{ reading, measure: search.get('measure') }}
          setMeasure={(indicator) => set('measure', indicator)}
          setPeriod={(period) => set('period', period)}
        />
      );
  }
}

/** The address with one parameter put, or taken out. */
function withOut(id: string, search: URLSearchParams, name: string, value?: string): string {
  const next = new URLSearchParams(search);
  if (value === undefined) next.delete(name);
  else next.set(name, value);
  return scorecardHref(id, next.toString());
}

type ViewsProps = { readonly id: string; readonly view: View; readonly search: URLSearchParams };
function Views({ id, view, search }: ViewsProps) {
  const word = useScorecardWords();
  return (
    <nav aria-label={word('sc.show')} className="tabs">
      {VIEWS.map((one) => {
        const next = new URLSearchParams(search);
        next.delete('explain');
        return (
          <Link
            key={one}
            href={withOut(id, next, 'view', one === 'board' ? undefined : one)}
            {...(one === view && { 'aria-current': 'page' as const })}
          >
            {word(`sc.view.${one}`)}
          </Link>
        );
      })}
    </nav>
  );
}

function Buttons({ reading, query }: { readonly reading: Reading; readonly query: Asked }) {
  const word = useScorecardWords();
  const may = useMay(reading.unit, reading.owner);
  return (
    <span className="buttons">
      {may('scorecard.edit') && (
        <Link href={`${scorecardHref(reading.id)}/edit`} className="button main">
          {word('sc.edit')}
        </Link>
      )}
      <TakeAway {...{ reading, query }} />
    </span>
  );
}
