import { z } from 'zod';
import { PeriodText } from '../indicators/indicator.schema';
import { Id, IsoDate } from '../shared/ids.schema';

const Reason = z.string().trim().min(1).max(4000);

/** Where somebody works, from a day on; the latest that has begun is in force. */
export const Post = z
  .object({
    from: IsoDate,
    to: IsoDate.optional().describe('Last day: whoever leaves'),
    unit: Id,
    position: Id,
    duties: Id.optional().describe('Group of similar duties, for quotas; default: the position'),
    kind: z.string().min(1).max(80).default('civil-servant').describe('cadre, civil-servant, public-employee …'),
    leader: z.boolean().default(false),
    manager: Id.optional().describe('Who rates; default: the manager of the person'),
  })
  .strict();
export type Post = z.infer<typeof Post>;
export const Posts = z.object({ posts: z.array(Post).min(1).max(100) }).strict();
export type Posts = z.infer<typeof Posts>;

/** Opens the evaluation of everybody in a tree of units for a period. */
export const PeriodOpening = z
  .object({
    scheme: Id,
    unit: Id.describe('This unit and those below'),
    period: PeriodText,
    excluded: z
      .array(z.object({ person: Id, reason: Reason }).strict())
      .max(10_000)
      .default([]),
    calibrators: z.array(Id).max(50).default([]).describe('The calibrating body'),
  })
  .strict();
export type PeriodOpening = z.infer<typeof PeriodOpening>;

export const PeriodCommand = z.discriminatedUnion('type', [
  z
    .object({
      type: z.literal('HoldCalibration'),
      attendance: z.array(Id).min(1).max(200),
      minutes: z.string().trim().min(1).max(50_000),
    })
    .strict(),
  z
    .object({
      type: z.literal('AcceptQuota'),
      keep: z.array(Id).max(10_000).optional().describe('Default: as proposed'),
      reason: Reason.optional(),
    })
    .strict(),
  z
    .object({
      type: z.literal('DrawSample'),
      size: z.number().int().min(1).max(500),
      seed: z.string().min(1).max(80).optional().describe('Default: drawn, and recorded with the sample'),
    })
    .strict()
    .describe('Evaluations drawn by chance, to be checked'),
  z.object({ type: z.literal('Publish') }).strict(),
  z.object({ type: z.literal('Finalise') }).strict(),
  z.object({ type: z.literal('PausePeriod'), reason: Reason }).strict(),
  z.object({ type: z.literal('ResumePeriod'), reason: Reason }).strict(),
  z
    .object({
      type: z.literal('ExtendStep'),
      step: z.enum(['selfAssessment', 'managerRating', 'approval', 'calibration', 'publication']),
      to: IsoDate,
      reason: Reason,
    })
    .strict(),
  z.object({ type: z.literal('CancelPeriod'), reason: Reason }).strict(),
  z
    .object({
      type: z.literal('ApproveMany'),
      persons: z.array(Id).min(1).max(5000),
      note: z.string().max(4000).optional(),
    })
    .strict(),
]);
export type PeriodCommand = z.infer<typeof PeriodCommand>;
