import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { useReviewWords } from '../words/reviews';
import { useWords } from '../words/words';
import { useReviewEvents } from './queries';
import type { ReviewEventTold, ReviewView } from './queries';

const NEWEST = 20;

/** Everything that happened to a review: what, who, when and why; the newest first. */
export function ReviewTimeline({ review }: { readonly review: ReviewView }) {
  const { say } = useWords();
  const { data, error } = useReviewEvents(review);
  const events = data?.toReversed() ?? [];
  return (
    <section className="card" aria-labelledby="happened">
      <h2 id="happened">{say('timeline.title')}</h2>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      <Events review={review} events={events.slice(0, NEWEST)} />
      {events.length > NEWEST && (
        <details>
          <summary>{say('timeline.older', { count: events.length - NEWEST })}</summary>
          <Events review={review} events={events.slice(NEWEST)} />
        </details>
      )}
    </section>
  );
}

type EventsProps = { readonly review: ReviewView; readonly events: readonly ReviewEventTold[] };
function Events({ review, events }: EventsProps) {
  const { say, format } = useWords();
  const word = useReviewWords();
  const { person } = useNames();
  const details = useDetails(review);
  return (
    <ol className="timeline" reversed>
      {events.map(({ sequence, event }) => (
        <li key={sequence} value={sequence}>
          <strong>{word(`rv.event.${event.type}`)}</strong>
          <p className="hint">
            <time dateTime={event.at}>{format.moment(event.at)}</time>
            {` · ${event.by === 'kairyo' ? say('timeline.engine') : person(event.by)}`}
          </p>
          {details(event).map((line) => (
            <p key={line} className="said">
              {line}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** What an event says beyond its name. */
function useDetails(review: ReviewView): (event: ReviewEventTold['event']) => readonly string[] {
  const { format } = useWords();
  const word = useReviewWords();
  const { person } = useNames();
  const named = (id: string) => review.measures.find(({ measure }) => measure === id)?.name ?? id;
  const decided = (id: string) => [...review.earlier, ...review.decisions].find((one) => one.id === id)?.text ?? id;
  return (event) => {
    switch (event.type) {
      case 'ReviewOpened':
      case 'MemoPrepared':
        return [];
      case 'ValuesArrived':
        return [event.arrived.map((key) => named(key.split('~')[0] ?? key)).join(', ')];
      case 'Commented':
        return [`${named(event.measure)}: ${event.text}`];
      case 'MeetingHeld':
        return [word('rv.meetingOf', { day: format.day(event.on) }), event.present.map(person).join(', ')];
      case 'DecisionMade':
        return [
          event.decision.text,
          word('rv.ownerDue', { who: person(event.decision.owner), day: format.day(event.decision.due) }),
        ];
      case 'DecisionStatusSet':
        return [`${decided(event.decision)}: ${word(`rv.status.${event.status}`)}. ${event.note}`];
      case 'CycleLinked':
        return [named(event.measure)];
      case 'MeetingPostponed':
        return [word('rv.meetingOf', { day: format.day(event.meeting) }), event.reason];
      case 'ReviewClosed':
        return [event.summary];
      case 'MinutesAmended':
      case 'ReviewReopened':
      case 'ReviewCancelled':
        return [event.reason];
    }
  };
}
