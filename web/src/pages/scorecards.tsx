import { Link } from 'wouter';
import { useUnitsWhere } from '../indicators/may';
import { useAddress } from '../parts/address';
import { UnitChoice } from '../parts/choices';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { scorecardHref, useScorecards } from '../scorecards/queries';
import { PageTitle } from '../shell';
import { useScorecardWords } from '../words/scorecards';
import { useWords } from '../words/words';
import '../styles/scorecards.css';

const WAYS = [
  { to: '/reviews', word: 'sc.reviews' },
  { to: '/programmes', word: 'sc.programmes' },
  { to: '/packs', word: 'sc.packs' },
  { to: '/public', word: 'sc.publicPage' },
] as const;

/** The scorecards, and the ways to what belongs to them. */
export default function Scorecards() {
  const { say } = useWords();
  const word = useScorecardWords();
  const { unit } = useNames();
  const [search, set] = useAddress();
  const { data: scorecards, error } = useScorecards();
  const mayMake = useUnitsWhere('scorecard.edit').length > 0;
  const wanted = search.get('unit') ?? '';
  const shown = scorecards?.filter((one) => wanted === '' || one.unit === wanted);
  const make = (
    <Link href="/new-scorecard" className="button main">
      {word('sc.new')}
    </Link>
  );
  return (
    <>
      <PageTitle {...(mayMake && { aside: make })}>{word('sc.title')}</PageTitle>
      <p className="lead">{word('sc.lead')}</p>
      <nav aria-label={word('sc.ways')} className="buttons">
        {WAYS.map(({ to, word: name }) => (
          <Link key={to} href={to} className="button">
            {word(name)}
          </Link>
        ))}
      </nav>
      <search className="filters">
        <UnitChoice value={wanted} onChange={(value) => set('unit', value)} empty={say('filter.all')} />
      </search>
      {error !== null && <ProblemNote error={error} />}
      {shown === undefined && error === null && <Waiting />}
      {shown?.length === 0 && (
        <div className="card empty">
          <p>{word('sc.none')}</p>
          {mayMake && <p>{word('sc.noneHow')}</p>}
        </div>
      )}
      <ul className="tasks">
        {shown?.map((one) => (
          <li key={one.id} className="card small">
            <Link href={scorecardHref(one.id)}>{one.name}</Link>
            <p className="hint">
              {[
                unit(one.unit),
                say(`frequency.${one.frequency}`),
                word('sc.counts', { objectives: one.objectives, measures: one.measures }),
                ...(one.public ? [word('sc.isPublic')] : []),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
