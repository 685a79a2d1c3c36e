import { useState } from 'react';
import { Link } from 'wouter';
import { useMay } from '../indicators/may';
import { useSession } from '../api/session';
import { useNames } from '../parts/names';
import { NotThere } from '../parts/notThere';
import { Waiting } from '../parts/notes';
import { OrderDialog } from '../reviews/dialog';
import { CycleDialog } from '../reviews/cycleDialog';
import { MeetingDialog } from '../reviews/meetingDialog';
import { Memo } from '../reviews/memo';
import { IN_PHASES, TAKING_PART } from '../reviews/orders';
import type { Order } from '../reviews/orders';
import { BeforeClose } from '../reviews/beforeClose';
import { NextStep } from '../reviews/next';
import { Campaign } from '../reviews/owed';
import { Decisions, MeetingCard, Steps } from '../reviews/parts';
import { ReviewTimeline } from '../reviews/timeline';
import { planHref } from '../reviews/plans/queries';
import { useMemoOf, useReview } from '../reviews/queries';
import type { ReviewView } from '../reviews/queries';
import { Files } from '../scorecards/takeAway';
import { PageTitle } from '../shell';
import { useReviewWords } from '../words/reviews';
import { useWords } from '../words/words';
import '../styles/scorecards.css';

type AskedFor = { readonly type: Order; readonly given: Readonly<Record<string, string>> };

/** A review from the collecting of figures to its end: what is owed, the memo, the meeting, the decisions. */
export default function ReviewPage({ id }: { readonly id: string }) {
  const word = useReviewWords();
  const { data: review, error } = useReview(id);
  if (error !== null) return <NotThere error={error} list={{ to: '/reviews', text: word('rv.title') }} />;
  return review === undefined ? <Waiting /> : <Cockpit review={review} />;
}

/** The engine's own rules, asked here so that no button is shown that would be refused. */
function useMayOrder(review: ReviewView): (order: Order) => boolean {
  const { session, last } = useSession();
  const may = useMay(review.unit);
  const id = (session ?? last)?.person.id ?? '';
  const { chair, members } = review.definition;
  const owns = [...review.decisions, ...review.earlier].some(({ owner }) => owner === id);
  const takesPart = members.includes(id) || owns || review.measures.some(({ owners }) => owners.includes(id));
  return (order) => {
    if (!IN_PHASES[order].includes(review.phase)) return false;
    if (chair === id || may('review.manage')) return true;
    return TAKING_PART.has(order) && (takesPart || may('review.takePart'));
  };
}

function Cockpit({ review }: { readonly review: ReviewView }) {
  const { format } = useWords();
  const word = useReviewWords();
  const { unit } = useNames();
  const may = useMayOrder(review);
  const { data: memo } = useMemoOf(review);
  const mayOpen = useMay(review.unit)('review.manage');
  const [cycle, setCycle] = useState<string>();
  const [asked, setAsked] = useState<AskedFor>();
  const ask = (type: Order, given: AskedFor['given'] = {}) => setAsked({ type, given });
  const close = () => setAsked(undefined);
  const status = may('SetDecisionStatus') ? (decision: string) => ask('SetDecisionStatus', { decision }) : undefined;
  const given = (type: Order): AskedFor['given'] =>
    type === 'AmendMinutes' ? { minutes: review.meeting?.minutes.at(-1)?.text ?? '' } : {};
  const comment = may('Comment') ? (measure: string) => ask('Comment', { measure }) : undefined;
  return (
    <>
      <PageTitle {...(review.memoPreparedAt !== undefined && { aside: <MemoFile review={review} /> })}>
        {review.title}
      </PageTitle>
      <p className="hint">
        {[unit(review.unit), format.period(review.period)].join(' · ')}
        {' · '}
        <Link href={planHref(review.plan)}>{word('rv.plan')}</Link>
      </p>
      {review.phase === 'cancelled' ? (
        <p className="note warn">{word('rv.cancelled', { reason: review.reason ?? '' })}</p>
      ) : (
        <Steps review={review} />
      )}
      {review.closedAt !== undefined && review.phase === 'closed' && (
        <p className="note good">
          {word('rv.closed', { when: format.moment(review.closedAt), summary: review.summary ?? '' })}
        </p>
      )}
      <NextStep {...{ review, may }} onAsk={(type) => ask(type, given(type))} />
      <BeforeClose review={review} onComment={comment} onStatus={status} />
      <Campaign review={review} />
      {memo !== undefined && (
        <Memo
          {...{ review, memo }}
          onCycle={mayOpen && review.phase !== 'cancelled' ? setCycle : undefined}
          onComment={comment}
        />
      )}
      <Decisions title={word('rv.earlier')} none={word('rv.noEarlier')} list={review.earlier} onStatus={status} />
      {review.meeting !== undefined && <MeetingCard meeting={review.meeting} />}
      <Decisions title={word('rv.decisions')} none={word('rv.noDecisions')} list={review.decisions} onStatus={status} />
      <ReviewTimeline review={review} />
      {cycle !== undefined && <CycleDialog review={review} measure={cycle} onClose={() => setCycle(undefined)} />}
      {asked?.type === 'HoldMeeting' && <MeetingDialog review={review} onClose={close} />}
      {asked !== undefined && asked.type !== 'HoldMeeting' && (
        <OrderDialog review={review} type={asked.type} given={asked.given} onClose={close} />
      )}
    </>
  );
}

function MemoFile({ review: { id } }: { readonly review: ReviewView }) {
  const word = useReviewWords();
  const path = `/v1/reviews/${encodeURIComponent(id)}/memo`;
  const files = [{ text: word('rv.memoPdf'), path, name: `${id}.pdf` }];
  return <Files label={word('rv.memo')} files={files} />;
}
