import { addWorkingDays, endOfWorkingDay, workingDaysBetween } from '../calendar/workingDays';
import type { Calendar } from '../calendar/calendar.schema';
import { instantAt, localDateOf } from '../calendar/zone';
import { endOf, lastDayOf } from '../indicators/period';
import type { SchemeDefinition } from '../schemes/scheme.schema';
import type { Instant, LocalDate } from '../shared/time';
import { STEPS } from './state';
import type { Deadline, PeriodDates, Step } from './state';

const deadlineOn = (calendar: Calendar, day: LocalDate): Deadline => ({ day, at: endOfWorkingDay(calendar, day) });

/** Deadlines of the steps, counted in working days from the end of the period, or from the opening where that is later. */
export function periodDates(
  deadlines: SchemeDefinition['deadlines'],
  of: { readonly period: string; readonly at: Instant },
  calendar: Calendar,
): PeriodDates {
  const [last, today] = [lastDayOf(of.period), localDateOf(of.at, calendar.timeZone)];
  const from = today > last ? today : last;
  const ends = instantAt(endOf(of.period), '00:00', calendar.timeZone);
  return {
    endsAt: ends > of.at ? ends : of.at,
    steps: eachStep((step) => deadlineOn(calendar, addWorkingDays(calendar, from, deadlines[step]))),
  };
}

/** One step is due on another day; a later one that would lie before it is due on that day too. */
export function extendedDates(
  dates: PeriodDates,
  { step: extended, to }: { readonly step: Step; readonly to: LocalDate },
  calendar: Calendar,
): PeriodDates {
  const from = STEPS.indexOf(extended);
  return {
    ...dates,
    steps: eachStep((step, index) => {
      const kept = dates.steps[step];
      return index < from || (index > from && kept.day >= to) ? kept : deadlineOn(calendar, to);
    }),
  };
}

/** After a pause: what was still ahead is due as many working days later as the pause took. */
export function resumedDates(
  dates: PeriodDates,
  pause: { readonly from: Instant; readonly to: Instant },
  calendar: Calendar,
): PeriodDates {
  const [from, to] = [localDateOf(pause.from, calendar.timeZone), localDateOf(pause.to, calendar.timeZone)];
  const days = workingDaysBetween(calendar, from, to);
  return {
    ...dates,
    steps: eachStep((step) => {
      const kept = dates.steps[step];
      return kept.at < pause.from || days <= 0 ? kept : deadlineOn(calendar, addWorkingDays(calendar, kept.day, days));
    }),
  };
}

/** From publication on, so many working days to appeal. */
export const appealsUntil = (calendar: Calendar, at: Instant, workingDays: number): Deadline =>
  deadlineOn(calendar, addWorkingDays(calendar, localDateOf(at, calendar.timeZone), workingDays));

function eachStep(deadline: (step: Step, index: number) => Deadline): Readonly<Record<Step, Deadline>> {
  return Object.fromEntries(STEPS.map((step, index) => [step, deadline(step, index)])) as Record<Step, Deadline>;
}
