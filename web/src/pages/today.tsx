import { Link } from 'wouter';
import { useToday } from '../api/queries';
import type { TodayItem } from '../api/queries';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';

export function Today() {
  const { say } = useWords();
  const { data, error } = useToday();
  const launch = (
    <Link href="/launch" className="button main">
      {say('launch.do')}
    </Link>
  );
  return (
    <>
      <PageTitle aside={launch}>{say('nav.today')}</PageTitle>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && (
        <>
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

function Item({ item: { title, dueAt, overdue, action, who } }: { readonly item: TodayItem }) {
  const { say, of, format } = useWords();
  const label = action === undefined ? '' : typeof action.label === 'string' ? action.label : of(action.label);
  const whom = namesIn(who);
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
          {whom !== '' && <span> {say('today.from', { who: whom })}</span>}
        </p>
      </div>
      {action !== undefined && (
        <Link href={pageOf(action.href)} className="button" aria-label={`${label}: ${of(title)}`}>
          {label}
        </Link>
      )}
    </article>
  );
}

/** Somebody's name, however the list tells it. */
function namesIn(who: unknown): string {
  if (typeof who === 'string') return who;
  if (Array.isArray(who))
    return who
      .map(namesIn)
      .filter((name) => name !== '')
      .join(', ');
  return typeof who === 'object' && who !== null && 'name' in who ? String(who.name) : '';
}

/** An address of the API leads to the page about the same thing. */
const pageOf = (href: string): string => href.replace(/^\/v1(?=\/)/, '');
