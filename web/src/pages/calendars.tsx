import '../styles/calendar.css';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Session } from '../api/session';
import { DayDialog } from '../calendar/dayDialog';
import { Month } from '../calendar/month';
import { daysOfMonth, isWorked, lookOf, withChanges } from '../calendar/year';
import type { SpecialDay } from '../calendar/year';
import { useCalendars, usePut } from '../organisation/documents';
import type { StoredCalendar } from '../organisation/documents';
import { SaveLine } from '../organisation/fields';
import { Choice } from '../parts/choices';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';

const MONTHS = Array.from({ length: 12 }, (_one, i) => i + 1);

/** The calendars of the office, a year at a time. */
export default function Calendars({ session }: { readonly session: Session }) {
  const { say } = useWords();
  const { data: calendars, error } = useCalendars();
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year') ?? new Date().getFullYear());
  const calendar = calendars?.find(({ id }) => id === search.get('calendar')) ?? calendars?.[0];
  const go = (next: { calendar?: string; year?: number }) =>
    setSearch({ calendar: next.calendar ?? calendar?.id ?? '', year: String(next.year ?? year) }, { replace: true });
  return (
    <>
      <PageTitle>{say('calendar.title')}</PageTitle>
      <p className="lead">{say('calendar.what')}</p>
      {error !== null && <ProblemNote error={error} />}
      {calendars === undefined && error === null && <Waiting />}
      {calendars?.length === 0 && <p className="card empty">{say('calendar.none')}</p>}
      {calendar !== undefined && (
        <>
          <div className="filters">
            <Choice
              label={say('org.calendar')}
              value={calendar.id}
              onChange={(id) => go({ calendar: id })}
              options={(calendars ?? []).map(({ id, name }) => ({ value: id, text: name }))}
            />
            <div className="year-steps" role="group" aria-label={say('calendar.year')}>
              <button type="button" aria-label={say('calendar.earlier')} onClick={() => go({ year: year - 1 })}>
                ‹
              </button>
              <strong aria-live="polite">{year}</strong>
              <button type="button" aria-label={say('calendar.later')} onClick={() => go({ year: year + 1 })}>
                ›
              </button>
            </div>
          </div>
          <Year
            key={calendar.id}
            calendar={calendar}
            year={year}
            mayEdit={session.person.roles.includes('administrator')}
          />
        </>
      )}
    </>
  );
}

type YearProps = { readonly calendar: StoredCalendar; readonly year: number; readonly mayEdit: boolean };
function Year({ calendar: stored, year, mayEdit }: YearProps) {
  const { say, format } = useWords();
  const put = usePut('calendars');
  const [changes, setChanges] = useState<ReadonlyMap<string, SpecialDay | null>>(new Map());
  const [base, setBase] = useState(stored);
  const [asked, ask] = useState<string>();
  const seen = changes.size === 0 ? stored : base;
  const calendar = withChanges(seen, changes);
  const special = new Map(calendar.days.map((day) => [day.date, day]));
  const dates = MONTHS.flatMap((month) => daysOfMonth(year, month));
  const count = dates.filter((date) => isWorked(lookOf(calendar, special.get(date), date))).length;
  const known = calendar.years === undefined || (calendar.years.from <= year && year <= calendar.years.to);
  const set = (date: string, day: SpecialDay | null) => {
    if (changes.size === 0) setBase(stored);
    setChanges(new Map([...changes, [date, day]]));
    ask(undefined);
  };
  const save = async () => {
    const { id, version, updatedAt: _at, updatedBy: _by, ...body } = { ...seen, ...calendar };
    await put.mutateAsync({ id, body, version }).then(
      () => setChanges(new Map()),
      () => undefined,
    );
  };
  return (
    <>
      <p>
        <strong>{say('calendar.count', { count, year })}</strong>
        {mayEdit && ` · ${say('calendar.how')}`}
      </p>
      {!known && <p className="note warn">{say('calendar.unsure', { year })}</p>}
      {changes.size > 0 && (
        <form
          className="note warn unsaved"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <p role="status">{say('calendar.unsaved', { count: changes.size })}</p>
          <SaveLine
            error={put.error}
            busy={put.isPending}
            onClose={() => {
              put.reset();
              setChanges(new Map());
            }}
            label={say('calendar.save')}
          />
        </form>
      )}
      <ul className="key">
        {(['off', 'work', 'half'] as const).map((look) => (
          <li key={look}>
            <span className={`day day-${look}`} aria-hidden="true">
              {{ off: '×', work: '+', half: '½' }[look]}
            </span>{' '}
            {say(`calendar.day.${look}`)}
          </li>
        ))}
      </ul>
      <div className="months">
        {MONTHS.map((month) => (
          <Month
            key={month}
            calendar={calendar}
            special={special}
            year={year}
            month={month}
            onChoose={mayEdit ? ask : undefined}
          />
        ))}
      </div>
      <section className="card">
        <h2>{say('calendar.special', { year })}</h2>
        <ul>
          {calendar.days
            .filter(({ date }) => date.startsWith(`${year}-`))
            .map(({ date, kind, name, status }) => (
              <li key={date}>
                {format.day(date)}: {say(`calendar.day.${kind}`)}
                {name !== undefined && ` · ${name}`}
                {status === 'expected' && ` · ${say('calendar.expected')}`}
              </li>
            ))}
        </ul>
      </section>
      {asked !== undefined && (
        <DayDialog
          key={asked}
          date={asked}
          before={special.get(asked)}
          worked={lookOf(calendar, undefined, asked) === 'week-work'}
          onClose={() => ask(undefined)}
          onSet={(day) => set(asked, day)}
        />
      )}
    </>
  );
}
