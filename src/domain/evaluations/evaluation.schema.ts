import { z } from 'zod';
import { Id, IsoDate, IsoInstant } from '../shared/ids.schema';

const Reason = z.string().trim().min(1).max(4000);
const ItemId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/, 'letters, digits, dot, dash and underscore; at most 80 characters');
const Key = z.string().min(1).max(60);
const Points = z.number().min(0).max(1000);
const Evidence = z
  .array(z.string().min(1).max(200))
  .max(20)
  .optional()
  .describe('Ids of evidence files, or references');

export const Assigned = z
  .object({
    item: ItemId,
    title: z.string().trim().min(1).max(500),
    product: Key.optional().describe('Of the catalogue of the scheme: gives category and coefficient'),
    category: Key.optional(),
    coefficient: z.number().positive().max(10_000).optional().describe('Default: of the product, else 1'),
    quantity: z.number().positive().max(100_000).default(1),
    due: IsoDate,
    from: z.string().max(300).optional().describe('Case, cycle or record of another system that it was taken from'),
  })
  .strict();
export type Assigned = z.infer<typeof Assigned>;

/** What the appeal disputes. */
export const Disputed = z
  .object({
    part: z.enum(['section', 'criterion', 'item', 'override']),
    key: z.string().min(1).max(120).describe('Section, section/criterion, item or override'),
    why: Reason,
    evidence: Evidence,
  })
  .strict();

const Ratings = z.record(z.string(), Points).describe('Points by `section/criterion`');

/** What people do with one evaluation. */
export const EvaluationCommand = z.discriminatedUnion('type', [
  Assigned.extend({ type: z.literal('AssignWork') }),
  z
    .object({
      type: z.literal('ReviseWork'),
      item: ItemId,
      due: IsoDate.optional(),
      quantity: z.number().positive().optional(),
      reason: Reason,
    })
    .strict(),
  z.object({ type: z.literal('WithdrawWork'), item: ItemId, reason: Reason }).strict(),
  z.object({ type: z.literal('ReportDone'), item: ItemId, doneOn: IsoDate, evidence: Evidence }).strict(),
  z.object({ type: z.literal('TakeBackDone'), item: ItemId, reason: Reason }).strict(),
  z
    .object({
      type: z.literal('CheckQuality'),
      item: ItemId,
      passed: z.boolean(),
      note: z.string().max(4000).optional(),
    })
    .strict(),
  z.object({ type: z.literal('NoteDelay'), item: ItemId, on: IsoDate, note: z.string().max(4000).optional() }).strict(),
  z
    .object({
      type: z.literal('BeginWaiting'),
      item: ItemId,
      on: IsoDate,
      waitingFor: z.string().trim().min(1).max(500),
    })
    .strict(),
  z.object({ type: z.literal('EndWaiting'), item: ItemId, on: IsoDate }).strict(),
  z.object({ type: z.literal('RequestObjectiveCause'), item: ItemId, reason: Reason, evidence: Evidence }).strict(),
  z.object({ type: z.literal('DecideObjectiveCause'), item: ItemId, granted: z.boolean(), reason: Reason }).strict(),
  z.object({ type: z.literal('AssessSelf'), ratings: Ratings, note: z.string().max(8000).optional() }).strict(),
  z
    .object({
      type: z.literal('Rate'),
      ratings: Ratings,
      leader: z
        .object({ organising: z.number().min(0).max(100), cohesion: z.number().min(0).max(100) })
        .strict()
        .optional(),
      reasons: z.record(z.string(), Reason).optional().describe('Where it differs from the self-assessment'),
      note: z.string().max(8000).optional(),
    })
    .strict(),
  z.object({ type: z.literal('Approve'), note: z.string().max(8000).optional() }).strict(),
  z.object({ type: z.literal('SendBack'), reason: Reason }).strict(),
  z.object({ type: z.literal('Calibrate'), ratings: Ratings, reason: Reason }).strict(),
  z
    .object({
      type: z.literal('SetGoals'),
      goals: z
        .array(
          z
            .object({
              key: Key,
              name: z.string().trim().min(1).max(300),
              weight: z.number().positive().max(1e6),
              scorecard: Id.optional(),
              objective: Key.optional(),
              attainment: z.number().min(0).max(1).optional(),
            })
            .strict(),
        )
        .max(200),
    })
    .strict(),
  z.object({ type: z.literal('RecordOverride'), override: Key, document: Reason, from: IsoDate }).strict(),
  z.object({ type: z.literal('RevokeOverride'), override: Key, reason: Reason }).strict(),
  z
    .object({ type: z.literal('Exclude'), reason: Reason })
    .strict()
    .describe('Not rated in this period'),
  z.object({ type: z.literal('Include'), reason: Reason }).strict(),
  z.object({ type: z.literal('Pause'), reason: Reason }).strict(),
  z.object({ type: z.literal('Resume'), reason: Reason }).strict(),
  z.object({ type: z.literal('Transfer'), unit: Id, on: IsoDate, manager: Id.optional(), reason: Reason }).strict(),
  z.object({ type: z.literal('Appeal'), points: z.array(Disputed).min(1).max(100) }).strict(),
  z.object({ type: z.literal('WithdrawAppeal'), reason: Reason }).strict(),
  z
    .object({
      type: z.literal('DecideAppeal'),
      decisions: z
        .array(z.object({ key: z.string().min(1).max(120), upheld: z.boolean(), reason: Reason }).strict())
        .min(1)
        .max(100),
      changes: z
        .object({
          ratings: Ratings.optional(),
          items: z
            .record(
              ItemId,
              z
                .object({
                  qualityFailures: z.number().int().min(0).optional(),
                  delays: z.number().int().min(0).optional(),
                  done: z.boolean().optional(),
                  objectiveCause: z.boolean().optional(),
                })
                .strict(),
            )
            .optional(),
          revokedOverrides: z.array(Key).max(30).optional(),
        })
        .strict()
        .optional(),
    })
    .strict(),
  z
    .object({
      type: z.literal('Correct'),
      changes: z
        .object({
          ratings: Ratings.optional(),
          items: z
            .record(
              ItemId,
              z
                .object({
                  qualityFailures: z.number().int().min(0).optional(),
                  delays: z.number().int().min(0).optional(),
                  done: z.boolean().optional(),
                  objectiveCause: z.boolean().optional(),
                })
                .strict(),
            )
            .optional(),
        })
        .strict(),
      reason: Reason,
    })
    .strict()
    .describe('After publication: the person is told, the trace stays'),
]);
export type EvaluationCommand = z.infer<typeof EvaluationCommand>;
export const At = IsoInstant;
