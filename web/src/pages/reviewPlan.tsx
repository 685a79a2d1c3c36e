import { useState } from 'react';
import { Link } from 'wouter';
import { useUnits } from '../api/queries';
import { useSession } from '../api/session';
import { useMay, useUnitsWhere } from '../indicators/may';
import { useNames } from '../parts/names';
import { NotThere } from '../parts/notThere';
import { Waiting } from '../parts/notes';
import { draftOf, freshDraft, STEPS } from '../reviews/plans/draft';
import { PlanEditor } from '../reviews/plans/editor';
import { OpenNow } from '../reviews/plans/openNow';
import { usePlan } from '../reviews/plans/queries';
import type { Plan } from '../reviews/plans/queries';
import { StopPlan } from '../reviews/plans/stop';
import { useSubjectName } from '../reviews/plans/subject';
import { reviewHref, useReviewsOf } from '../reviews/queries';
import { PageTitle } from '../shell';
import { useReviewPlanWords } from '../words/reviewPlans';
import { useReviewWords } from '../words/reviews';
import { useWords } from '../words/words';
import '../styles/scorecards.css';

/** A new review plan (`id` empty), or one with its reviews. */
export default function ReviewPlanPage({ id }: { readonly id: string }) {
  const word = useReviewPlanWords();
  const { data, error } = usePlan(id);
  const homes = useUnitsWhere('review.manage');
  const { isPending } = useUnits();
  const { session } = useSession();
  if (isPending) return <Waiting />;
  if (id === '') {
    const own = homes.find(({ value }) => value === session?.person.unit) ?? homes[0];
    return (
      <>
        <PageTitle>{word('rp.new')}</PageTitle>
        <p className="lead">{word('rp.about')}</p>
        {own === undefined ? (
          <MayNot />
        ) : (
          <PlanEditor stored={undefined} fresh={freshDraft(own.value, session?.person.id ?? '')} />
        )}
      </>
    );
  }
  if (error !== null) return <NotThere error={error} list={{ to: '/reviews/plans', text: word('rp.to') }} />;
  return data === undefined ? <Waiting /> : <Shown plan={data} />;
}

function MayNot() {
  const word = useReviewPlanWords();
  return (
    <>
      <p className="note warn">{word('rp.mayNot')}</p>
      <Link href="/reviews/plans">{word('rp.to')}</Link>
    </>
  );
}

function Shown({ plan }: { readonly plan: Plan }) {
  const { format } = useWords();
  const word = useReviewPlanWords();
  const { person } = useNames();
  const { session, last } = useSession();
  const manages = useMay(plan.unit)('review.manage');
  const may = manages || (session ?? last)?.person.id === plan.chair;
  const name = useSubjectName()(plan.subject);
  const { data: reviews = [] } = useReviewsOf(plan.id);
  const [asked, ask] = useState<'open' | 'stop'>();
  const close = () => ask(undefined);
  return (
    <>
      <PageTitle>{word('rp.editOf', { name })}</PageTitle>
      <p className="hint">
        {[plan.id, word('rp.since', { when: format.moment(plan.recordedAt), who: person(plan.by) })].join(' · ')}
      </p>
      <Reviews list={reviews} />
      {may && (
        <div className="buttons">
          <button type="button" onClick={() => ask('open')}>
            {word('rp.openNow')}
          </button>
          <button type="button" onClick={() => ask('stop')}>
            {word('rp.stop')}
          </button>
        </div>
      )}
      {may ? <PlanEditor key={plan.id} stored={plan} fresh={draftOf(plan)} /> : <Facts plan={plan} />}
      {asked === 'open' && <OpenNow plan={plan} known={reviews.map(({ period }) => period)} onClose={close} />}
      {asked === 'stop' && <StopPlan {...{ plan, name }} onClose={close} />}
    </>
  );
}

type ReviewsProps = { readonly list: NonNullable<ReturnType<typeof useReviewsOf>['data']> };
function Reviews({ list }: ReviewsProps) {
  const { format } = useWords();
  const word = useReviewPlanWords();
  const reviewWord = useReviewWords();
  return (
    <section className="card">
      <h2>{word('rp.reviews')}</h2>
      {list.length === 0 && <p className="hint">{word('rp.noReviews')}</p>}
      <ul>
        {list.map(({ id, period, phase }) => (
          <li key={id}>
            <Link href={reviewHref(id)}>{format.period(period)}</Link>{' '}
            <span className="hint">{reviewWord(`rv.phase.${phase}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** For those who may read the plan and not change it. */
function Facts({ plan }: { readonly plan: Plan }) {
  const { say } = useWords();
  const word = useReviewPlanWords();
  const { unit, person } = useNames();
  const facts: readonly (readonly [string, string])[] = [
    [word('rp.unit'), unit(plan.unit)],
    [word('rp.frequency'), say(`frequency.${plan.frequency}`)],
    [word('rp.chair'), person(plan.chair)],
    [word('rp.members'), plan.members.length === 0 ? '–' : plan.members.map(person).join(', ')],
    ...STEPS.map((step) => [word(`rp.${step}`), String(plan[step])] as const),
  ];
  return (
    <dl className="facts card">
      {facts.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
