import { z } from 'zod';
import { Id } from '../shared/ids.schema';

const Reason = z.string().trim().min(1).max(4000);

/** What somebody proposes. Two sentences are enough. */
export const IdeaProposal = z
  .object({
    title: z.string().trim().min(1).max(200),
    text: z.string().trim().min(1).max(8000),
    unit: Id.optional().describe('Whom it concerns; default: the unit of whoever proposes'),
    procedure: Id.optional(),
    contributors: z
      .array(z.object({ person: Id, share: z.number().positive().max(1) }).strict())
      .max(20)
      .optional()
      .describe('Shares sum to 1; default: whoever proposes alone'),
    anonymous: z.boolean().default(false).describe('The name is shown only to the lead who answers'),
  })
  .strict();
export type IdeaProposal = z.infer<typeof IdeaProposal>;

export const IdeaCommand = z.discriminatedUnion('type', [
  z
    .object({
      type: z.literal('ReviseIdea'),
      title: z.string().trim().min(1).max(200).optional(),
      text: z.string().trim().min(1).max(8000).optional(),
    })
    .strict(),
  z.object({ type: z.literal('WithdrawIdea'), reason: Reason }).strict(),
  z.object({ type: z.literal('SupportIdea') }).strict(),
  z.object({ type: z.literal('TakeBackSupport') }).strict(),
  z.object({ type: z.literal('CommentIdea'), text: z.string().trim().min(1).max(4000) }).strict(),
  z
    .object({
      type: z.literal('AnswerIdea'),
      answer: z.enum(['take-up', 'later', 'declined', 'merged']),
      reason: Reason,
      mergedInto: z.string().max(120).optional(),
    })
    .strict(),
  z.object({ type: z.literal('LinkCycle'), cycle: z.string().min(1).max(300) }).strict(),
  z
    .object({
      type: z.literal('NoteSpread'),
      unit: Id,
      evidence: z.string().trim().min(1).max(2000).describe('Cycle or decision by which another unit took it over'),
    })
    .strict(),
  z
    .object({
      type: z.literal('AgreeShares'),
      contributors: z
        .array(z.object({ person: Id, share: z.number().positive().max(1) }).strict())
        .min(1)
        .max(20),
    })
    .strict(),
]);
export type IdeaCommand = z.infer<typeof IdeaCommand>;

/** Points by evidence, as a setting. [A] */
export const IdeaPoints = z
  .object({
    proposed: z.number().min(0).max(100).default(1),
    tested: z.number().min(0).max(100).default(3),
    improved: z.number().min(0).max(100).default(10),
    adopted: z.number().min(0).max(100).default(10),
    spread: z.number().min(0).max(100).default(5).describe('For each other unit'),
    answerWithinWorkingDays: z.number().int().min(1).max(250).default(10),
  })
  .strict();
export type IdeaPoints = z.infer<typeof IdeaPoints>;
