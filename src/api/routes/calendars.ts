import { z } from 'zod';
import { addWorkingDays, beyondKnownYears, workingDaysBetween } from '../../domain/calendar/workingDays';
import type { Calendar } from '../../domain/calendar/calendar.schema';
import { Id } from '../../domain/shared/ids.schema';
import { route } from '../http/route';
import { ProblemError } from '../problems/problem';
import { Day } from './query';
import { WorkingDaysView } from './views';

export const workingDays = route({
  method: 'get',
  path: '/v1/calendars/{calendar}/working-days',
  id: 'countWorkingDays',
  tag: 'Calendars',
  summary: 'Add working days to a day, or count those between two days',
  description:
    '`?from=2026-08-21&add=5` answers the day that is five working days later, counted from the next working day; `add` may ' +
    'be negative, and 0 is the day itself when worked, else the next worked one. `?from=…&to=…` counts the working days ' +
    'after `from` up to and including `to`.',
  action: 'calendar.read',
  params: z.object({ calendar: Id }),
  query: z
    .object({
      from: Day,
      add: z.coerce.number().int().min(-100_000).max(100_000).optional().describe('Working days to add'),
      to: Day.optional(),
    })
    .strict()
    .refine(({ add, to }) => (add === undefined) !== (to === undefined), {
      message: 'give either add or to',
      path: ['add'],
    }),
  responses: {
    200: { description: 'A day, or a number', schema: WorkingDaysView, example: { date: '2026-08-27' } },
  },
  problems: ['NOT_FOUND', 'CALENDAR_CANNOT_COUNT'],
  handle: async ({ params: { calendar: id }, query: { from, add, to } }, { deps, allow }) => {
    await allow('calendar.read');
    const calendar = (await deps.organisation.calendars.get(id))?.value;
    if (calendar === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'calendar', id } });
    const counted = counting(calendar, () =>
      to === undefined
        ? { end: addWorkingDays(calendar, from, add ?? 0) }
        : { end: to, workingDays: workingDaysBetween(calendar, from, to) },
    );
    const unsure = [from, counted.end].some((day) => beyondKnownYears(calendar, day));
    const answer = 'workingDays' in counted ? { workingDays: counted.workingDays } : { date: counted.end };
    return { status: 200, body: { ...answer, ...(unsure && { beyondKnownYears: true }) } };
  },
});

function counting<T>({ id }: Calendar, count: () => T): T {
  try {
    return count();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ProblemError('CALENDAR_CANNOT_COUNT', { params: { calendar: id, reason: error.message } });
  }
}
