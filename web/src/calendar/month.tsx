import type { KeyboardEvent } from 'react';
import type { Calendar } from '../../../src/domain/calendar/calendar.schema';
import { useWords } from '../words/words';
import { daysOfMonth, isWorked, lookOf, moved, weekdayOf } from './year';
import type { SpecialDay } from './year';

const LOCALES = { vi: 'vi-VN', en: 'en-GB', ja: 'ja-JP' } as const;
const SIGNS = { off: '×', work: '+', half: '½', 'week-off': '', 'week-work': '' } as const;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

type Props = {
  readonly calendar: Calendar;
  readonly special: ReadonlyMap<string, SpecialDay>;
  readonly year: number;
  readonly month: number;
  /** Missing: for reading only. */
  readonly onChoose: ((date: string) => void) | undefined;
};

/** A month as a table of days, Monday first. One day of it is a stop of the Tab key; arrows go on, into other months too. */
export function Month({ calendar, special, year, month, onChoose }: Props) {
  const { say, language } = useWords();
  const dates = daysOfMonth(year, month);
  const title = new Intl.DateTimeFormat(LOCALES[language], { month: 'long', timeZone: 'UTC' }).format(
    new Date(dates[0] ?? ''),
  );
  const short = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'narrow', timeZone: 'UTC' });
  const long = new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' });
  const monday = (i: number) => new Date(Date.UTC(2024, 0, 1 + i));
  const lead = (weekdayOf(dates[0] ?? '') + 6) % 7;
  const cells = [...Array.from({ length: lead }, () => undefined), ...dates];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_one, i) => cells.slice(i * 7, i * 7 + 7));
  const worked = dates.filter((date) => isWorked(lookOf(calendar, special.get(date), date))).length;
  const walk = (event: KeyboardEvent, date: string) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    document.getElementById(`day-${moved(date, step)}`)?.focus();
  };
  return (
    <table className="month">
      <caption>
        {title} <span className="count">{say('calendar.monthCount', { count: worked })}</span>
      </caption>
      <thead>
        <tr>
          {Array.from({ length: 7 }, (_one, i) => (
            <th key={i} scope="col" abbr={long.format(monday(i))}>
              {short.format(monday(i))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, i) => (
          <tr key={i}>
            {week.map((date, at) => {
              if (date === undefined) return <td key={at} />;
              const day = special.get(date);
              const look = lookOf(calendar, day, date);
              const told = [Number(date.slice(8)), title, say(`calendar.day.${look}`), day?.name ?? ''];
              return (
                <td key={at}>
                  <button
                    type="button"
                    id={`day-${date}`}
                    className={`day day-${look}${day?.status === 'expected' ? ' day-expected' : ''}`}
                    aria-label={told.filter((one) => one !== '').join(', ')}
                    title={day?.name}
                    tabIndex={date.endsWith('-01') ? 0 : -1}
                    aria-disabled={onChoose === undefined}
                    onKeyDown={(event) => walk(event, date)}
                    onClick={() => onChoose?.(date)}
                  >
                    {Number(date.slice(8))}
                    <span aria-hidden="true">{SIGNS[look]}</span>
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
