import { useCycleEvents } from '../api/queries';
import type { CycleView, RecordedEvent } from '../api/queries';
import { useWords } from '../words/words';
import { useNames } from './names';
import { ProblemNote, Waiting } from './notes';

const NEWEST = 30;

/** Everything that happened: what, who, when, why; the newest first. */
export function Timeline({ cycle }: { readonly cycle: CycleView }) {
  const { say } = useWords();
  const { data, error } = useCycleEvents(cycle.id);
  const events = data?.toReversed() ?? [];
  return (
    <section aria-labelledby="timeline" className="card">
      <h2 id="timeline">{say('timeline.title')}</h2>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      <Events events={events.slice(0, NEWEST)} />
      {events.length > NEWEST && (
        <details>
          <summary>{say('timeline.older', { count: events.length - NEWEST })}</summary>
          <Events events={events.slice(NEWEST)} />
        </details>
      )}
    </section>
  );
}

function Events({ events }: { readonly events: readonly RecordedEvent[] }) {
  const { say, format } = useWords();
  const names = useNames();
  return (
    <ol className="timeline" reversed>
      {events.map(({ sequence, event }) => (
        <li key={sequence}>
          <strong>{say(`event.${event.type}`)}</strong>
          <p className="hint">
            <time dateTime={event.at}>{format.moment(event.at)}</time> ·{' '}
            {event.by === 'kairyo' ? say('timeline.engine') : names.person(event.by)}
          </p>
          <Why event={event} />
        </li>
      ))}
    </ol>
  );
}

function Why({ event }: { readonly event: RecordedEvent['event'] }) {
  const told =
    'reason' in event ? event.reason : 'note' in event ? event.note : 'text' in event ? event.text : undefined;
  return told === undefined ? null : <p className="said">{told}</p>;
}
