import { z } from 'zod';
import { Calendar } from '../../domain/calendar/calendar.schema';
import { TokenScopeInput } from '../../domain/accounts/scope.schema';
import { Person, Procedure, Unit } from '../../domain/organisation/organisation.schema';
import { PlanTemplate } from '../../domain/cycle/planTemplate.schema';
import { ReminderPolicy } from '../../domain/reminders/policy.schema';
import { Terms } from '../../domain/terms/terms.schema';
import { Id, IsoDate, IsoInstant } from '../../domain/shared/ids.schema';
import { WordsView } from './wordsView';

/** What every stored document shows besides its own fields. */
const stored = {
  id: Id,
  version: z.number().int().min(1).describe('Counts from 1; also the ETag'),
  updatedAt: IsoInstant,
  updatedBy: z.string().describe('Person, or `kairyo` for what came with the product'),
};
/** The same on the way in: whoever read a document may send it back as it came. */
const echoed = {
  id: Id.optional().meta({ readOnly: true }),
  version: z.number().optional().meta({ readOnly: true }),
  updatedAt: z.string().optional().meta({ readOnly: true }),
  updatedBy: z.string().optional().meta({ readOnly: true }),
};

export const UnitInput = Unit.extend(echoed);
export const PersonInput = Person.extend(echoed);
export const ProcedureInput = Procedure.extend(echoed);
export const CalendarInput = Calendar.extend(echoed);
export const ReminderPolicyInput = ReminderPolicy.extend(echoed);
export const PlanTemplateInput = PlanTemplate.extend(echoed);
export const TermsInput = Terms.safeExtend(echoed);

export const UnitView = z.object({ ...stored, ...Unit.shape });
export const PersonView = z.object({ ...stored, ...Person.shape });
export const ProcedureView = z.object({ ...stored, ...Procedure.shape });
export const CalendarView = z.object({ ...stored, ...Calendar.shape });
export const ReminderPolicyView = z.object({ ...stored, ...ReminderPolicy.shape });
export const PlanTemplateView = z.object({ ...stored, ...PlanTemplate.shape });
export const TermsView = z.object({ ...stored, ...Terms.shape });

export const pageOfItems = <T extends z.ZodType>(items: T) =>
  z.object({
    items: z.array(items),
    next: z.string().optional().describe('`cursor` of the next page; missing on the last one'),
  });

const Count = z.number().int().min(0);
export const ImportView = z.object({
  id: z.string(),
  procedure: Id,
  status: z.enum(['running', 'done', 'failed', 'cancelled']),
  dryRun: z.boolean().describe('true: read and compared, nothing stored'),
  contentType: z.string(),
  progress: z
    .object({ bytes: Count, bytesRead: Count, share: z.number().min(0).max(1) })
    .describe('Bytes of the file as sent; `share` is the part read so far, 0..1'),
  cases: z.object({
    added: Count,
    updated: Count,
    unchanged: Count,
    older: Count.optional().describe('States older than the stored one: kept in the history of the case'),
  }),
  errors: z
    .array(z.object({ row: Count, field: z.string(), message: z.string(), code: z.string() }))
    .describe('Rows that were left out, in the language of the caller; the first 1000 are kept'),
  errorCount: Count,
  failure: z.string().optional().describe('Why the file as a whole was refused'),
  startedAt: IsoInstant,
  finishedAt: IsoInstant.optional(),
});

export const AggregationView = z.object({
  key: z.string(),
  aliases: z.array(z.string()),
  unit: z.enum(['days', 'ratio', 'cases']),
  better: z.enum(['higher', 'lower']),
  speed: z.boolean().describe('Measures how fast the work is; a plan puts a balancing indicator beside it'),
  parameters: z.array(z.string()),
  needs: z.array(z.string()),
  name: z.string().describe('In the language of the caller'),
  description: z.string(),
  names: WordsView,
});
export const SeriesView = z.object({
  unit: z.enum(['days', 'ratio', 'cases']),
  points: z.array(
    z.object({
      period: z.string().describe('`2010-10`, `2010-Q4`, `2010`, or `from/to` without `by`'),
      group: z.string().optional(),
      value: z.number().optional().describe('Not rounded; missing when nothing was measured'),
      n: Count.describe('Cases measured'),
    }),
  ),
});

/** The state of a cycle grows with its phases; what every cycle has is described here, the rest comes as the engine keeps it. */
export const CycleView = z.looseObject({
  id: z.string().describe('`<unit>~<procedure>~<no>`'),
  version: z.number().int().min(1).describe('Number of events; also the ETag'),
  phase: z.enum(['plan', 'do', 'check', 'act', 'closed']),
  unit: Id,
  procedure: Id,
  no: z.number().int().min(1),
  stage: z.number().int().min(1),
  title: z.string(),
  lead: z.string(),
  launchedAt: IsoInstant,
  authors: z.array(z.string()),
  plan: z.looseObject({}),
  dueAt: IsoInstant.optional().describe('When the present phase is due'),
});
export const EventView = z.object({
  stream: z.string(),
  sequence: z.number().int().min(1),
  commandId: z.string(),
  previous: z.string().describe("Hash of the event before; '' for the first"),
  hash: z.string().describe('SHA-256 over stream, sequence, commandId, previous and event as canonical JSON'),
  event: z.looseObject({ type: z.string(), by: z.string(), at: IsoInstant }),
});
export const ChainView = z.discriminatedUnion('valid', [
  z.object({ valid: z.literal(true), events: Count, head: z.string() }),
  z.object({
    valid: z.literal(false),
    events: Count.describe('Events that are in order'),
    brokenAt: z.number().int(),
    reason: z.enum(['hash', 'order', 'link', 'incomplete']),
  }),
]);

export const InboxMessageView = z.object({
  key: z.string(),
  subject: z.string(),
  body: z.string(),
  language: z.string(),
  items: z.array(z.object({ due: z.string(), step: z.string(), stream: z.string(), title: z.string() })),
  createdAt: IsoInstant,
  readAt: IsoInstant.optional(),
});
export const UndeliveredView = z.object({
  key: z.string(),
  person: z.string(),
  channel: z.string(),
  subject: z.string(),
  state: z.enum(['pending', 'gave-up']),
  attempts: Count,
  lastError: z.string(),
  firstAttemptAt: IsoInstant.optional(),
  nextAttemptAt: IsoInstant.optional(),
});

export const TokenView = z.object({
  id: z.string(),
  person: Id,
  name: z.string(),
  createdAt: IsoInstant,
  createdBy: z.string(),
  expiresAt: IsoInstant.optional(),
  scope: TokenScopeInput,
});
export const NewTokenView = TokenView.extend({
  token: z.string().optional().describe('Shown this once; only its hash is kept'),
});

export const WorkingDaysView = z.union([
  z
    .object({
      date: IsoDate,
      beyondKnownYears: z
        .literal(true)
        .optional()
        .describe('Days off of that year are not known: only the week counted'),
    })
    .strict(),
  z.object({ workingDays: z.number().int(), beyondKnownYears: z.literal(true).optional() }).strict(),
]);
