import { Link } from 'wouter';
import { useUnitsWhere } from '../indicators/may';
import { useAddress } from '../parts/address';
import { UnitChoice } from '../parts/choices';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { planHref, usePlans } from '../reviews/plans/queries';
import { useSubjectName } from '../reviews/plans/subject';
import { PageTitle } from '../shell';
import { useReviewPlanWords } from '../words/reviewPlans';
import { useReviewWords } from '../words/reviews';
import { useWords } from '../words/words';
import '../styles/scorecards.css';

/** What is reviewed, how often and by whom. */
export default function ReviewPlans() {
  const { say } = useWords();
  const word = useReviewPlanWords();
  const reviewWord = useReviewWords();
  const { unit, person } = useNames();
  const [search, set] = useAddress();
  const { data: plans, error } = usePlans();
  const may = useUnitsWhere('review.manage').length > 0;
  const subjectName = useSubjectName();
  const wanted = search.get('unit') ?? '';
  const shown = plans?.filter((one) => wanted === '' || one.unit === wanted) ?? [];
  const make = (
    <Link href="/new-review-plan" className="button main">
      {word('rp.new')}
    </Link>
  );
  return (
    <>
      <PageTitle aside={may && make}>{word('rp.title')}</PageTitle>
      <p className="lead">{word('rp.about')}</p>
      <p>
        <Link href="/reviews">{reviewWord('rv.title')}</Link>
      </p>
      <search className="filters">
        <UnitChoice value={wanted} onChange={(value) => set('unit', value)} empty={say('filter.all')} />
      </search>
      {error !== null && <ProblemNote error={error} />}
      {plans === undefined && error === null && <Waiting />}
      {plans !== undefined && shown.length === 0 && <p className="card empty">{word('rp.none')}</p>}
      <ul className="tasks">
        {shown.map((one) => (
          <li key={one.id} className="card small">
            <Link href={planHref(one.id)}>{subjectName(one.subject)}</Link>{' '}
            <span className="tag">{word(`rp.subject.${one.subject.type}`)}</span>
            <p className="hint">
              {[
                unit(one.unit),
                word('rp.next', { frequency: say(`frequency.${one.frequency}`), who: person(one.chair) }),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
