import type { Meeting } from '../../../src/domain/reviews/state';
import { useNames } from '../parts/names';
import { useReviewWords } from '../words/reviews';
import { useWords } from '../words/words';
import type { Decision, ReviewView } from './queries';

/** Where something of a review stands on its page, for those who are sent there. */
export const anchorOf = (id: string): string => `about-${encodeURIComponent(id)}`;

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
          <li key={one.id} id={anchorOf(one.id)} tabIndex={-1} className="card small">
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
