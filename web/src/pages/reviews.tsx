import { Link } from 'wouter';
import { useAddress } from '../parts/address';
import { UnitChoice } from '../parts/choices';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { reviewHref, useReviews } from '../reviews/queries';
import { PageTitle } from '../shell';
import { useReviewWords } from '../words/reviews';
import { useWords } from '../words/words';
import '../styles/scorecards.css';

/** The reviews: those under way first, then what was held. */
export default function Reviews() {
  const { say, format } = useWords();
  const word = useReviewWords();
  const { unit } = useNames();
  const [search, set] = useAddress();
  const { data: reviews, error } = useReviews();
  const wanted = search.get('unit') ?? '';
  const shown = reviews?.filter((one) => wanted === '' || one.unit === wanted) ?? [];
  const under = shown.filter(({ phase }) => phase !== 'closed' && phase !== 'cancelled');
  const over = shown.filter((one) => !under.includes(one));
  return (
    <>
      <PageTitle
        aside={
          <Link href="/reviews/plans" className="button">
            {word('rv.plans')}
          </Link>
        }
      >
        {word('rv.title')}
      </PageTitle>
      <p className="lead">{word('rv.about')}</p>
      <search className="filters">
        <UnitChoice value={wanted} onChange={(value) => set('unit', value)} empty={say('filter.all')} />
      </search>
      {error !== null && <ProblemNote error={error} />}
      {reviews === undefined && error === null && <Waiting />}
      {reviews !== undefined && shown.length === 0 && (
        <p className="card empty">
          {word('rv.none')} <Link href="/reviews/plans">{word('rv.plans')}</Link>
        </p>
      )}
      {[
        { title: word('rv.underWay'), list: under },
        { title: word('rv.over'), list: over },
      ].map(({ title, list }) =>
        list.length === 0 ? null : (
          <section key={title}>
            <h2>{title}</h2>
            <ul className="tasks">
              {list.map((one) => (
                <li key={one.id} className="card small">
                  <Link href={reviewHref(one.id)}>{one.title}</Link>
                  <p className="hint">
                    {[
                      unit(one.unit),
                      word(`rv.phase.${one.phase}`),
                      ...(one.dates === undefined
                        ? []
                        : [word('rv.meetingOf', { day: format.day(one.dates.meeting) })]),
                    ].join(' · ')}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </>
  );
}
