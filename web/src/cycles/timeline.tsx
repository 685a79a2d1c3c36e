import { useState } from 'react';
import { useCycleEvents } from '../api/queries';
import type { CycleView, RecordedEvent } from '../api/queries';
import { useAddress } from '../parts/address';
import { Choice } from '../parts/choices';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { useCycleWords } from '../words/cycles';
import { useWords } from '../words/words';
import { EVENT_KINDS, KIND_OF } from './eventKinds';
import { useVerified } from './queries';

const NEWEST = 30;

/** Everything that happened: what, who, when, why; the newest first. One kind alone by the address. */
export function Timeline({ cycle }: { readonly cycle: CycleView }) {
  const { say } = useWords();
  const tell = useCycleWords();
  const [search, set] = useAddress();
  const { data, error } = useCycleEvents(cycle.id);
  const kind = EVENT_KINDS.find((one) => one === search.get('events'));
  const events = (data ?? []).filter(({ event }) => kind === undefined || KIND_OF[event.type] === kind).toReversed();
  return (
    <section aria-labelledby="timeline" className="card">
      <h2 id="timeline">{say('timeline.title')}</h2>
      <div className="filters">
        <Choice
          label={tell('events.kind')}
          value={kind ?? ''}
          empty={say('filter.all')}
          options={EVENT_KINDS.map((value) => ({ value, text: tell(`events.${value}`) }))}
          onChange={(value) => set('events', value)}
        />
      </div>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && events.length === 0 && <p className="hint">{tell('events.none')}</p>}
      <Events events={events.slice(0, NEWEST)} />
      {events.length > NEWEST && (
        <details>
          <summary>{say('timeline.older', { count: events.length - NEWEST })}</summary>
          <Events events={events.slice(NEWEST)} />
        </details>
      )}
      <Verified id={cycle.id} version={cycle.version} />
    </section>
  );
}

function Events({ events }: { readonly events: readonly RecordedEvent[] }) {
  const { say, format } = useWords();
  return (
    <ol className="timeline" reversed>
      {events.map(({ sequence, event }) => (
        <li key={sequence} value={sequence}>
          <strong>{say(`event.${event.type}`)}</strong>
          <p className="hint">
            <time dateTime={event.at}>{format.moment(event.at)}</time> · <Who event={event} />
          </p>
          <Why event={event} />
        </li>
      ))}
    </ol>
  );
}

type EventProps = { readonly event: RecordedEvent['event'] };

function Who({ event }: EventProps) {
  const { say } = useWords();
  const tell = useCycleWords();
  const names = useNames();
  if (event.by === 'kairyo') return <>{say('timeline.engine')}</>;
  const absent = absentIn(event);
  const name = names.person(event.by);
  return <>{absent === undefined ? name : tell('events.for', { name, absent: names.person(absent) })}</>;
}

/** In whose place it was done, where it was. */
function absentIn(event: RecordedEvent['event']): string | undefined {
  if (event.type === 'ReviewRecorded') return event.review.reviewer === event.by ? undefined : event.review.reviewer;
  return 'inPlaceOf' in event ? event.inPlaceOf : undefined;
}

function Why({ event }: EventProps) {
  const told =
    event.type === 'CycleDecided'
      ? event.decision.reason
      : 'reason' in event
        ? event.reason
        : 'note' in event
          ? event.note
          : 'text' in event
            ? event.text
            : undefined;
  return told === undefined ? null : <p className="said">{told}</p>;
}

/** Whether the record is whole, in words, once somebody asks. */
function Verified({ id, version }: { readonly id: string; readonly version: number }) {
  const tell = useCycleWords();
  const [asked, setAsked] = useState<number>();
  const { data, error, isFetching, refetch } = useVerified(id, asked === version);
  const ask = () => (asked === version ? void refetch() : setAsked(version));
  return (
    <div className="verified">
      <p className="hint">{tell('events.check.why')}</p>
      <button type="button" disabled={isFetching} onClick={ask}>
        {tell('events.check.do')}
      </button>
      {error !== null && <ProblemNote error={error} />}
      <div role="status">
        {data?.valid === true && asked !== undefined && (
          <p className="note good">{tell('events.whole', { count: data.events })}</p>
        )}
        {data?.valid === false && (
          <p className="note bad">
            {tell('events.broken', { at: data.brokenAt, reason: tell(`events.reason.${data.reason}`) })}
          </p>
        )}
      </div>
    </div>
  );
}
