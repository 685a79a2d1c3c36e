import { z } from 'zod';

/** Ids of units, people, procedures, calendars: what an office already calls them (Vietnam's procedure codes have dots). `~` and `/` separate ids in keys. */
export const Id = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u, 'letters, digits, dot, dash and underscore; at most 80 characters')
  .describe('Stable identifier chosen by the office');
export type Id = z.infer<typeof Id>;

export const IsoDate = z.iso.date().describe('Calendar day, e.g. 2026-08-21');
export const IsoInstant = z.iso.datetime({ offset: true }).describe('Instant, ISO 8601 with offset');
export const IsoDurationText = z
  .string()
  .regex(
    /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/,
    'an ISO 8601 duration such as P3M or P14D',
  )
  .describe('ISO 8601 duration, e.g. P3M');
