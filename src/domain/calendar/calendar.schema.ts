import { z } from 'zod';
import { IsoDate } from '../shared/ids.schema';
import { TimeZone } from '../organisation/organisation.schema';

const TimeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day such as 07:30');
/** Working hours of a day: `[["07:30","11:30"],["13:30","17:00"]]`; empty: a day off. */
const Hours = z.array(z.tuple([TimeOfDay, TimeOfDay])).max(6);

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export const CalendarDay = z
  .object({
    date: IsoDate,
    kind: z
      .enum(['off', 'work', 'half'])
      .describe('off: not worked; work: worked although the week says otherwise; half: the given hours only'),
    name: z.string().max(200).optional(),
    hours: Hours.optional().describe('For half (and work) days; default: first half of a day'),
    status: z.enum(['announced', 'expected']).default('announced').describe('expected: by the rule, not announced yet'),
    source: z.string().max(500).optional(),
  })
  .strict();

export const Calendar = z
  .object({
    name: z.string().min(1).max(300),
    timeZone: TimeZone,
    week: z.object({ mon: Hours, tue: Hours, wed: Hours, thu: Hours, fri: Hours, sat: Hours, sun: Hours }).strict(),
    days: z.array(CalendarDay).max(5000).default([]),
    /** Years whose days off are complete; beyond them only the week counts, and answers say so. */
    years: z.object({ from: z.number().int(), to: z.number().int() }).strict().optional(),
  })
  .strict();
export type CalendarInput = z.infer<typeof Calendar>;
export type Calendar = CalendarInput & { readonly id: string };
