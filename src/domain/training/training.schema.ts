import { z } from 'zod';
import { Described, Named } from '../indicators/indicator.schema';
import { Id, IsoDate } from '../shared/ids.schema';

const Reason = z.string().trim().min(1).max(4000);

/** A need: a weak criterion that was suggested, confirmed or dropped; or one that a person or manager states. */
export const NeedInput = z.discriminatedUnion('type', [
  z
    .object({
      type: z.literal('suggested'),
      evaluation: z.string().min(1).max(400).describe('Evaluation the suggestion came from'),
      criterion: z.string().min(1).max(130).describe('`section/criterion`'),
      answer: z.enum(['confirmed', 'dropped']),
      reason: Reason.optional().describe('Needed when it is dropped'),
    })
    .strict(),
  z
    .object({
      type: z.literal('stated'),
      person: Id,
      topic: z.string().trim().min(1).max(200),
      reason: Reason,
    })
    .strict(),
]);
export type NeedInput = z.infer<typeof NeedInput>;

export const TrainingWay = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('course'), course: Id }).strict(),
  z.object({ kind: z.literal('mentor'), mentor: Id }).strict(),
]);
export type TrainingWay = z.infer<typeof TrainingWay>;

export const TrainingCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('DropNeed'), reason: Reason }).strict(),
  z.object({ type: z.literal('ReopenNeed'), reason: Reason }).strict(),
  z
    .object({
      type: z.literal('PlanTraining'),
      way: TrainingWay,
      from: IsoDate,
      to: IsoDate,
      owner: Id.describe('Who sees to it'),
      note: Reason.optional(),
    })
    .strict(),
  z
    .object({
      type: z.literal('CompleteTraining'),
      on: IsoDate,
      evidence: Reason.describe('Certificate, minutes, piece of work'),
    })
    .strict(),
  z.object({ type: z.literal('RecordOutcome'), useful: z.enum(['yes', 'partly', 'no']), text: Reason }).strict(),
]);
export type TrainingCommand = z.infer<typeof TrainingCommand>;

/** A course on offer; a dated document. */
export const Course = z
  .object({
    name: Named,
    description: Described.optional(),
    provider: z.string().trim().min(1).max(200).optional(),
    hours: z.number().positive().max(2000).optional(),
    offered: z.boolean().default(true).describe('false: no new plan may choose it'),
  })
  .strict();
export type Course = z.infer<typeof Course>;

/** Assumed by the office. [A] */
export const TrainingSettings = z
  .object({
    weakBelow: z
      .number()
      .gt(0)
      .max(1)
      .default(0.6)
      .describe('A criterion with less than this share of its points is suggested as a need'),
    planWithinWorkingDays: z.number().int().min(1).max(250).default(10),
    outcomeWithinWorkingDays: z.number().int().min(1).max(250).default(20),
    smallGroup: z.number().int().min(5).max(50).default(5).describe('No statistic is shown of fewer people'),
  })
  .strict();
export type TrainingSettings = z.infer<typeof TrainingSettings>;
