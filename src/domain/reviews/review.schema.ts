import { z } from 'zod';
import { Id, IsoDate } from '../shared/ids.schema';
import { PeriodText } from '../indicators/indicator.schema';

const Text = z.string().trim().min(1).max(4000);
const Days = z.number().int().min(0).max(120);

export const ReviewSubject = z.discriminatedUnion('type', [
  z.object({ type: z.literal('scorecard'), id: Id }).strict(),
  z.object({ type: z.literal('unit'), id: Id }).strict(),
  z.object({ type: z.literal('programme'), id: Id }).strict(),
]);
export type ReviewSubject = z.infer<typeof ReviewSubject>;

/** How something is reviewed, period after period. Days are working days of the unit's calendar, counted from the period's end. */
export const ReviewPlan = z
  .object({
    subject: ReviewSubject,
    unit: Id,
    frequency: z.enum(['month', 'quarter', 'year']).default('quarter'),
    chair: Id.describe('Person who holds the meeting and closes the review'),
    members: z.array(Id).max(100).default([]),
    collectDays: Days.default(5).describe('Missing values are owed by then'),
    memoDays: Days.default(7).describe('The memo is prepared then, with what there is'),
    meetingDays: Days.default(10),
    followUpDays: Days.default(20).describe('Decisions without a date of their own are due so long after the meeting'),
    reminders: Id.optional().describe("Reminder policy; default is the office's"),
    publish: z
      .boolean()
      .default(false)
      .describe('Summary, memo and decisions are published at the close, with a scorecard that is public'),
  })
  .strict();
export type ReviewPlan = z.infer<typeof ReviewPlan>;

export const DECISION_STATUSES = ['open', 'done', 'dropped', 'carried-over'] as const;
export const RISK_CLASSES = ['on-track', 'at-risk', 'high-risk', 'unknown'] as const;

/** What people do in a review. The engine's own (OpenReview, CloseCollection, PrepareMemo) come by its timers. */
export const ReviewCommand = z.discriminatedUnion('type', [
  z
    .object({ type: z.literal('Comment'), measure: Id, text: Text })
    .strict()
    .describe('On a measure; required where it is red'),
  z.object({ type: z.literal('PrepareMemoNow') }).strict(),
  z
    .object({
      type: z.literal('HoldMeeting'),
      on: IsoDate,
      present: z.array(Id).min(1).max(200),
      absent: z
        .array(z.object({ person: Id, reason: Text.optional() }).strict())
        .max(200)
        .default([]),
      minutes: z.string().trim().min(1).max(50_000),
    })
    .strict(),
  z.object({ type: z.literal('AmendMinutes'), minutes: z.string().trim().min(1).max(50_000), reason: Text }).strict(),
  z
    .object({
      type: z.literal('Decide'),
      key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
      text: Text,
      owner: Id,
      due: IsoDate.optional(),
      measure: Id.optional(),
      cycle: z.string().max(300).optional(),
    })
    .strict(),
  z
    .object({
      type: z.literal('SetDecisionStatus'),
      decision: z.string().max(400).describe('<review>#<key>, of this review or of the one before'),
      status: z.enum(DECISION_STATUSES),
      note: Text,
    })
    .strict(),
  z.object({ type: z.literal('Close'), summary: Text }).strict(),
  z.object({ type: z.literal('Reopen'), reason: Text }).strict(),
  z.object({ type: z.literal('Postpone'), meeting: IsoDate, reason: Text }).strict(),
  z.object({ type: z.literal('Cancel'), reason: Text }).strict(),
]);
export type ReviewCommand = z.infer<typeof ReviewCommand>;

export const ReviewOpening = z.object({ plan: Id, period: PeriodText }).strict();
