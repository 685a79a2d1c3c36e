import { z } from 'zod';
import { IsoDate } from '../shared/ids.schema';
import { TimeZone } from '../organisation/organisation.schema';

const TimeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day such as 07:30');
/** Working hours of a day: `[["07:30","11:30"],["13:30","17:00"]]`; empty: a day off. */
const Hours = z
  .array(z.tuple([TimeOfDay, TimeOfDay]))
  .max(6)
  .refine(inOrder, { message: 'hours must follow each other, each with its start before its end' });

function inOrder(hours: readonly (readonly [string, string])[]): boolean {
  const times = hours.flat();
  return times.every(
    (time, i) => i === 0 || (i % 2 === 1 ? time > (times[i - 1] ?? '') : time >= (times[i - 1] ?? '')),
  );
}

export const CalendarDay = z
  .object({
    date: IsoDate,
    kind: z
      .enum(['off', 'work', 'half'])
      .describe('off: not worked; work: worked although the week says otherwise; half: the given hours only'),
    name: z.string().max(200).optional().describe("In the office's own language"),
    nameEn: z.string().max(200).optional().describe('In English'),
    hours: Hours.optional().describe('For half (and work) days; default: first half of a day'),
    status: z.enum(['announced', 'expected']).default('announced').describe('expected: by the rule, not announced yet'),
    source: z.string().max(500).optional(),
  })
  .strict();

export const Calendar = z
  .object({
    name: z.string().min(1).max(300),
    timeZone: TimeZone,
    week: z
      .object({ mon: Hours, tue: Hours, wed: Hours, thu: Hours, fri: Hours, sat: Hours, sun: Hours })
      .strict()
      .refine((week) => Object.values(week).some((hours) => hours.length > 0), {
        message: 'at least one day of the week must be worked',
      }),
    days: z
      .array(CalendarDay)
      .max(5000)
      .refine((days) => new Set(days.map(({ date }) => date)).size === days.length, {
        message: 'a date may be given once only',
      })
      .default([]),
    /** Years whose days off are complete; beyond them only the week counts, and answers say so. */
    years: z.object({ from: z.number().int(), to: z.number().int() }).strict().optional(),
  })
  .strict();
export type CalendarInput = z.infer<typeof Calendar>;
export type Calendar = CalendarInput & { readonly id: string };
