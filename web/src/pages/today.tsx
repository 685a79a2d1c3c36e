import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { useUnitsWhere } from '../indicators/may';
import { useMarkRead, useToday } from '../api/queries';
import type { TodayItem } from '../api/queries';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';

const FirstSteps = lazy(() => import('./firstSteps'));

export function Today() {
  const { say } = useWords();
  const { data, error } = useToday();
  const mayLaunch = useUnitsWhere('cycle.launch').length > 0;
  const launch = (
    <Link href="/launch" className="button main">
      {say('launch.do')}
    </Link>
  );
  return (
    <>
      <PageTitle {...(mayLaunch && { aside: launch })}>{say('nav.today')}</PageTitle>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && (
        <>
          <Suspense>
            <FirstSteps />
          </Suspense>
          <section aria-labelledby="waiting">
            <h2 id="waiting">{say('today.waiting')}</h2>
            {data.waiting.length === 0 ? <NothingWaits /> : <Items items={data.waiting} />}
          </section>
          <section aria-labelledby="waiting-for">
            <h2 id="waiting-for">{say('today.waitingFor')}</h2>
            {data.waitingFor.length === 0 ? (
              <p className="hint">{say('today.nothingElse')}</p>
            ) : (
              <Items items={data.waitingFor} />
            )}
          </section>
        </>
      )}
    </>
  );
}

function NothingWaits() {
  const { say } = useWords();
  return (
    <div className="card empty">
      <p>
        <strong>{say('today.nothing')}</strong>
      </p>
      <p>{say('today.nothingWhy')}</p>
      <p>
        <Link href="/cycles">{say('today.toCycles')}</Link>
      </p>
    </div>
  );
}

function Items({ items }: { readonly items: readonly TodayItem[] }) {
  return (
    <ul className="tasks">
      {items.map((item, index) => (
        <li key={`${item.kind} ${item.cycle ?? item.indicator ?? ''} ${index}`}>
          <Item item={item} />
        </li>
      ))}
    </ul>
  );
}

function Item({ item }: { readonly item: TodayItem }) {
  const { say, of, format } = useWords();
  const markRead = useMarkRead();
  const { title, dueAt, overdue, action, inPlaceOf, message, who = [] } = item;
  const label = of(action.label);
  return (
    <article className={overdue === true ? 'task late' : 'task'}>
      <div>
        <h3>{of(title)}</h3>
        <p className="hint">
          {dueAt !== undefined && (
            <time dateTime={dueAt}>
              {say(overdue === true ? 'today.wasDue' : 'today.due', { day: format.day(dueAt) })}
            </time>
          )}
          {dueAt !== undefined && who.length > 0 && ' · '}
          {who.length > 0 && <span>{say('today.from', { who: who.map(({ name }) => name).join(', ') })}</span>}
          {inPlaceOf !== undefined && <span> {say('today.inPlaceOf', { name: inPlaceOf.name })}</span>}
        </p>
      </div>
      <Link
        href={pageOf(action)}
        className="button"
        aria-label={`${label}: ${of(title)}`}
        onClick={() => message !== undefined && markRead.mutate(message)}
      >
        {label}
      </Link>
    </article>
  );
}

/** The page about it; a command opens there as the question it is. */
const pageOf = ({ href, command }: TodayItem['action']): string =>
  command === undefined || command === 'RevisePlan' ? href : `${href}${href.includes('?') ? '&' : '?'}do=${command}`;
