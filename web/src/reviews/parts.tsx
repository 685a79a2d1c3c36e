import { Link } from 'wouter';
import type { Meeting } from '../../../src/domain/reviews/state';
import { indicatorHref } from '../indicators/names';
import { useNames } from '../parts/names';
import { useReviewWords } from '../words/reviews';
import { useWords } from '../words/words';
import type { Decision, ReviewView } from './queries';

const STEPS = ['collecting', 'prepared', 'held', 'closed'] as const;

/** How far the review is, and when each step is due. */
export function Steps({ review }: { readonly review: ReviewView }) {
  const { format } = useWords();
  const word = useReviewWords();
  const { collectUntil, memoAt, meeting } = review.dates;
  const due = { collecting: collectUntil, prepared: memoAt, held: meeting, closed: undefined };
  const here = STEPS.findIndex((one) => one === review.phase);
  return (
    <ol className="review-steps" aria-label={word('rv.steps')}>
      {STEPS.map((step, at) => (
        <li key={step} {...(at === here && { 'aria-current': 'step' as const })} className={at < here ? 'done' : ''}>
          <strong>
            {at < here && '✓ '}
            {word(`rv.phase.${step}`)}
          </strong>
          {due[step] !== undefined && <span className="hint"> {word('rv.by', { day: format.day(due[step]) })}</span>}
        </li>
      ))}
    </ol>
  );
}

/** The figures that were missing: who owes them, and which have come. */
export function Owed({ review }: { readonly review: ReviewView }) {
  const { format } = useWords();
  const word = useReviewWords();
  const { unit, person } = useNames();
  const { owed } = review;
  const come = owed.filter(({ arrivedAt }) => arrivedAt !== undefined).length;
  return (
    <section className="card">
      <h2>{word('rv.owed')}</h2>
      <p>{owed.length === 0 ? word('rv.nothingOwed') : word('rv.owedCount', { come, of: owed.length })}</p>
      {owed.length > 0 && <progress max={owed.length} value={come} aria-label={word('rv.owed')} />}
      <ul className="tasks">
        {owed.map((one) => (
          <li key={`${one.indicator} ${one.unit} ${one.period}`} className="card small">
            <Link href={indicatorHref(one.indicator, { unit: one.unit })}>{one.title}</Link>
            <p className="hint">
              {[unit(one.unit), format.period(one.period), one.persons.map(person).join(', ')].join(' · ')}
            </p>
            <p>
              {one.arrivedAt === undefined
                ? `○ ${word(`rv.owed.${one.state}`, { count: one.told, when: one.lastTold === undefined ? '' : format.moment(one.lastTold) })}`
                : `✓ ${word('rv.arrived', { when: format.moment(one.arrivedAt) })}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What still stands between the review and its end. */
export function BeforeClose({ review }: { readonly review: ReviewView }) {
  const word = useReviewWords();
  if (review.phase !== 'prepared' && review.phase !== 'held') return null;
  const red = review.commentsMissing;
  const open = review.earlier.filter((one) => one.status === 'open');
  const nameOf = (id: string) => review.measures.find(({ measure }) => measure === id)?.name ?? id;
  if (red.length + open.length === 0) return <p className="note good">{word('rv.canClose')}</p>;
  return (
    <section className="note warn" aria-label={word('rv.beforeClose')}>
      <h2>{word('rv.beforeClose')}</h2>
      <ul>
        {red.map((id) => (
          <li key={id}>{word('rv.needsComment', { name: nameOf(id) })}</li>
        ))}
        {open.map(({ id, text }) => (
          <li key={id}>{word('rv.needsStatus', { text })}</li>
        ))}
      </ul>
    </section>
  );
}

type DecisionsProps = {
  readonly title: string;
  readonly none: string;
  readonly list: readonly Decision[];
  readonly onStatus: ((decision: string) => void) | undefined;
};
/** Decisions with owner, due date and what became of them. */
export function Decisions({ title, none, list, onStatus }: DecisionsProps) {
  const { format } = useWords();
  const word = useReviewWords();
  const { person } = useNames();
  return (
    <section className="card">
      <h2>{title}</h2>
      {list.length === 0 && <p className="hint">{none}</p>}
      <ul className="tasks">
        {list.map((one) => (
          <li key={one.id} className="card small">
            <p className="said">{one.text}</p>
            <p className="hint">{word('rv.ownerDue', { who: person(one.owner), day: format.day(one.due) })}</p>
            <p>
              <strong>{word(`rv.status.${one.status}`)}</strong>
              {one.carries !== undefined && <span className="hint"> {word('rv.carries')}</span>}
            </p>
            {one.reports.map(({ status, note, at, by }) => (
              <p key={at} className="hint">
                {`${format.moment(at)}, ${person(by)}: ${word(`rv.status.${status}`)}. ${note}`}
              </p>
            ))}
            {onStatus !== undefined && one.status === 'open' && (
              <button
                type="button"
                aria-label={word('rv.statusOf', { text: one.text })}
                onClick={() => onStatus(one.id)}
              >
                {word('rv.do.SetDecisionStatus')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who was there, and the minutes; what they said before an amendment stays readable. */
export function MeetingCard({ meeting }: { readonly meeting: Meeting }) {
  const { format } = useWords();
  const word = useReviewWords();
  const { person } = useNames();
  const [now, ...before] = meeting.minutes.toReversed();
  return (
    <section className="card">
      <h2>{word('rv.meetingOf', { day: format.day(meeting.on) })}</h2>
      <dl className="facts">
        <dt>{word('rv.present')}</dt>
        <dd>{meeting.present.map(person).join(', ')}</dd>
        {meeting.absent.length > 0 && (
          <>
            <dt>{word('rv.absent')}</dt>
            <dd>
              {meeting.absent
                .map((one) => person(one.person) + (one.reason === undefined ? '' : ` (${one.reason})`))
                .join(', ')}
            </dd>
          </>
        )}
      </dl>
      <h3>{word('rv.minutes')}</h3>
      <p className="said">{now?.text}</p>
      {before.length > 0 && (
        <details>
          <summary>{word('rv.earlierMinutes', { count: before.length })}</summary>
          {before.map(({ text, at, by }) => (
            <div key={at}>
              <p className="hint">{`${format.moment(at)}, ${person(by)}`}</p>
              <p className="said">{text}</p>
            </div>
          ))}
          {now?.reason !== undefined && <p className="hint">{word('rv.amendedBecause', { reason: now.reason })}</p>}
        </details>
      )}
    </section>
  );
}
