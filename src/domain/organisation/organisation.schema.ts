import { z } from 'zod';
import { LANGUAGES } from '../shared/language';
import { Id } from '../shared/ids.schema';
import { ROLES } from './roles';

const Name = z.string().trim().min(1).max(300);
export const TimeZone = z.string().refine(isTimeZone, { message: 'an IANA time zone such as Asia/Ho_Chi_Minh' });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** When an office sends its reminders. `everySeconds` is for demonstrations: a round again and again, at any hour. */
export const Rounds = z
  .object({
    at: z
      .array(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day such as 08:00'))
      .min(1)
      .max(12)
      .optional(),
    everySeconds: z.number().int().min(1).max(3600).optional(),
  })
  .strict();

/** Makes a unit an office: it has its own calendar, hours and `officeDay`. Units below it belong to it. A root unit is always an office. */
export const OfficeSettings = z
  .object({
    calendar: Id.optional(),
    timeZone: TimeZone.optional(),
    rounds: Rounds.optional(),
    reminderPolicy: Id.optional(),
  })
  .strict();
export type OfficeSettings = z.infer<typeof OfficeSettings>;

export const Unit = z.object({ name: Name, parent: Id.optional(), office: OfficeSettings.optional() }).strict();
export type UnitInput = z.infer<typeof Unit>;
export type Unit = UnitInput & { readonly id: string };

export const Person = z
  .object({
    name: Name,
    email: z.email().optional(),
    unit: Id,
    manager: Id.optional().describe('Superior: reminders climb to this person'),
    deputy: Id.optional().describe('Stands in while the person is away'),
    roles: z.array(z.enum(ROLES)).max(ROLES.length),
    language: z.enum(LANGUAGES).default('vi'),
    absences: z
      .array(z.object({ from: z.iso.date(), to: z.iso.date() }).strict())
      .max(200)
      .optional()
      .describe('Days away, both included'),
  })
  .strict();
export type PersonInput = z.infer<typeof Person>;
export type Person = PersonInput & { readonly id: string };

/** How the attributes of a log are read. Names are those of the file; default is first and last event of a case. */
export const Mapping = z
  .object({
    case: z.string().optional().describe('CSV column with the case id; default case:concept:name'),
    activity: z.string().optional().describe('CSV column with the activity; default concept:name'),
    timestamp: z.string().optional().describe('CSV column with the time; default time:timestamp'),
    received: z.string().optional(),
    decided: z.string().optional(),
    due: z.string().optional(),
    unit: z.string().optional(),
    channel: z.string().optional(),
    group: z.string().optional(),
    waiting: z
      .array(z.object({ from: z.string(), to: z.string() }).strict())
      .max(20)
      .optional()
      .describe('Activities between which the office waits for the applicant: the clock stops'),
    dateFormat: z.string().optional().describe('Luxon tokens, e.g. dd/MM/yyyy HH:mm; default ISO 8601'),
    timeZone: TimeZone.optional().describe('Zone of times written without offset'),
    delimiter: z.enum([',', ';', '\t']).optional().describe('Default: found in the header'),
  })
  .strict();
export type Mapping = z.infer<typeof Mapping>;

export const Procedure = z
  .object({
    name: Name,
    unit: Id,
    calendar: Id.optional(),
    timeZone: TimeZone.optional(),
    limitWorkingDays: z.number().int().positive().max(3650).optional(),
    mapping: Mapping.optional(),
  })
  .strict();
export type ProcedureInput = z.infer<typeof Procedure>;
export type Procedure = ProcedureInput & { readonly id: string };
