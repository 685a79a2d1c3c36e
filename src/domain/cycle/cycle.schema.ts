import { z } from 'zod';
import { Id, IsoDate, IsoDurationText, IsoInstant } from '../shared/ids.schema';

const Text = z.string().trim().min(1).max(4000);
const Line = z.string().trim().min(1).max(300);
const Reason = Text.describe('Why, in the words of the person who decides');

/** Values of a case attribute that belong to a group, e.g. `{"channel":["Internet"]}`. An empty filter means every case. */
export const CaseFilter = z
  .object({
    unit: z.array(z.string()).min(1).optional(),
    channel: z.array(z.string()).min(1).optional(),
    group: z.array(z.string()).min(1).optional(),
  })
  .strict();
export type CaseFilter = z.infer<typeof CaseFilter>;

/** What is expected of an indicator before anyone has seen the result. Values are in the indicator's own unit. */
export const Prediction = z
  .object({
    atMost: z.number().finite().optional(),
    atLeast: z.number().finite().optional(),
    because: Text.optional().describe('The theory behind the prediction'),
  })
  .strict()
  .refine((p) => p.atMost !== undefined || p.atLeast !== undefined, { message: 'give atMost, atLeast or both' });
export type Prediction = z.infer<typeof Prediction>;

/**
 * One indicator of a plan: an aggregation over cases, or an indicator of the library. `value`s are in its unit (days, ratio
 * 0..1, cases; of the library what the definition says).
 */
export const PlanIndicator = z
  .object({
    key: Id.describe('Name of the indicator within this cycle'),
    name: Line.optional(),
    aggregation: z
      .string()
      .optional()
      .describe('Key of an aggregation over cases; see GET /v1/aggregations. This, or `indicator`'),
    indicator: Id.optional().describe(
      'Indicator of the library, compared by its values of whole periods; direction, speed, unit and name are its own',
    ),
    parameters: z
      .object({ days: z.number().positive().max(3650).optional(), net: z.boolean().optional() })
      .strict()
      .optional(),
    role: z.enum(['outcome', 'balancing']).default('outcome'),
    better: z
      .enum(['higher', 'lower'])
      .optional()
      .describe("Direction of improvement; default is the aggregation's or the library indicator's own"),
    baseline: z.number().finite().optional().describe('Value before the change, as known when planning'),
    prediction: Prediction.optional(),
    target: z.number().finite().optional(),
  })
  .strict()
  .refine((i) => (i.aggregation === undefined) !== (i.indicator === undefined), {
    message: 'give either aggregation or indicator',
    path: ['aggregation'],
  })
  .refine((i) => i.indicator === undefined || i.parameters === undefined, {
    message: 'an indicator of the library has its parameters in its definition',
    path: ['parameters'],
  });
/** `speed` and `unit` (of measure) are derived from the catalogue or the library by `resolvePlan`, never sent by a client. */
export type PlanIndicator = z.infer<typeof PlanIndicator> & { readonly speed?: boolean; readonly unit?: string };

export const COUNTERMEASURE_STATUSES = ['planned', 'started', 'done', 'dropped'] as const;

export const Countermeasure = z
  .object({
    key: Id,
    title: Line,
    owner: Id.optional().describe('Person who sees to it'),
    due: IsoDate.optional(),
    cost: z.number().nonnegative().optional().describe('In the currency of the office'),
  })
  .strict();
export type Countermeasure = z.infer<typeof Countermeasure>;

/** A span somebody has for something: working days on the office's calendar, or an ISO 8601 duration. */
export const Term = z.union([z.number().int().min(1).max(260), IsoDurationText]);
export type Term = z.infer<typeof Term>;

/** A plan as it is being written: everything may still be missing; the gate says what is. */
export const DraftPlan = z
  .object({
    problem: Text.optional(),
    causes: z.array(Text).max(50).optional(),
    aim: z
      .object({
        text: Text,
        indicator: Id.optional().describe('Key of the indicator that measures the aim'),
        by: IsoDate.optional(),
      })
      .strict()
      .optional(),
    indicators: z.array(PlanIndicator).max(30).optional(),
    countermeasures: z.array(Countermeasure).max(100).optional(),
    pilot: z
      .object({
        scope: Text.describe('Where it is tried first'),
        smallScale: z.boolean().default(true).describe('false when the whole procedure changes at once'),
        filter: CaseFilter.optional(),
        control: CaseFilter.optional().describe('Comparable cases that keep the old way'),
      })
      .strict()
      .optional(),
    baseline: z
      .object({ from: IsoDate, to: IsoDate })
      .strict()
      .refine((b) => b.from < b.to, { message: 'from must be before to', path: ['to'] })
      .optional()
      .describe('Days whose cases are "before"; `to` is not included'),
    changeFrom: IsoDate.optional().describe('First day of the new way; default is the day Do begins'),
    changeTo: IsoDate.optional().describe('Day after the last one that counts; default is the day Check opens'),
    do: IsoDurationText.optional().describe('How long Do lasts, e.g. P3M'),
    check: Term.optional().describe('Time for the review; default 10 working days'),
    act: Term.optional().describe('Time for the decision; default 10 working days'),
    reviewers: z.array(Id).max(20).optional(),
    reminderPolicy: Id.optional().describe('Default is the policy `standard`'),
  })
  .strict();
export type DraftPlan = Omit<z.infer<typeof DraftPlan>, 'indicators'> & {
  readonly indicators?: readonly PlanIndicator[];
};

export const LaunchCycle = z
  .object({
    procedure: Id,
    unit: Id.optional().describe("Default is the procedure's unit"),
    title: Line.optional(),
    lead: Id.optional().describe('Improvement lead; default is whoever launches'),
    plan: DraftPlan.default({}),
  })
  .strict();
export type LaunchCycle = Omit<z.infer<typeof LaunchCycle>, 'plan'> & { readonly plan: DraftPlan };

const Verdictless = { note: Text.optional() };

/** Commands of a person to an open cycle. The timers of the cycle give the commands in `SystemCommand`. */
export const CycleCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('RevisePlan'), plan: DraftPlan, title: Line.optional() }).strict(),
  z.object({ type: z.literal('WithdrawPlan'), reason: Reason }).strict(),
  z.object({ type: z.literal('ApprovePlan'), ...Verdictless }).strict(),
  z
    .object({
      type: z.literal('ProgressCountermeasure'),
      countermeasure: Id,
      status: z.enum(COUNTERMEASURE_STATUSES),
      note: Text.optional(),
    })
    .strict(),
  z.object({ type: z.literal('NoteDeviation'), text: Text, occurredOn: IsoDate.optional() }).strict(),
  z.object({ type: z.literal('PauseCycle'), reason: Reason }).strict(),
  z.object({ type: z.literal('ResumeCycle'), reason: Reason }).strict(),
  z
    .object({
      type: z.literal('ExtendDo'),
      by: IsoDurationText.optional(),
      until: IsoInstant.optional(),
      reason: Reason,
    })
    .strict()
    .refine((c) => (c.by === undefined) !== (c.until === undefined), {
      message: 'give either by or until',
      path: ['by'],
    }),
  z.object({ type: z.literal('EndDoEarly'), reason: Reason }).strict(),
  z.object({ type: z.literal('CancelCycle'), reason: Reason }).strict(),
  z.object({ type: z.literal('ChangeReviewers'), reviewers: z.array(Id).min(1).max(20), reason: Reason }).strict(),
  z.object({ type: z.literal('RecomputeCheck'), reason: Reason }).strict(),
  z
    .object({
      type: z.literal('RecordReview'),
      strengths: z.array(Text).max(30).default([]),
      weaknesses: z.array(Text).max(30).default([]),
      learning: z.array(Text).max(30).default([]),
      predictionCompared: Text.describe('What was predicted, what happened, and what explains the difference'),
    })
    .strict(),
  z
    .object({
      type: z.literal('CloseEarlierDecision'),
      status: z.enum(['done', 'dropped', 'carried-over']),
      reason: Reason,
    })
    .strict(),
  z
    .object({
      type: z.literal('AdoptChange'),
      reason: Reason,
      newVersion: Line.describe("Name of the procedure's new version"),
      training: Text.describe('How people learn the new standard'),
      sustainAfter: IsoDurationText.optional().describe('When to look again whether it held, e.g. P6M'),
    })
    .strict(),
  z
    .object({
      type: z.literal('AdaptChange'),
      reason: Reason,
      changes: DraftPlan.default({}).describe('What the next cycle of the series changes in the plan'),
    })
    .strict(),
  z
    .object({
      type: z.literal('ExpandChange'),
      reason: Reason,
      unit: Id.optional().describe('Unit of the next stage; default is the same unit'),
      scope: Text.describe('Where the next stage of the roll-out takes place'),
      filter: CaseFilter.optional(),
    })
    .strict(),
  z.object({ type: z.literal('AbandonChange'), reason: Reason }).strict(),
]);
type Parsed = z.infer<typeof CycleCommand>;
type Revising = Extract<Parsed, { type: 'RevisePlan' }>;
type Adapting = Extract<Parsed, { type: 'AdaptChange' }>;
export type CycleCommand =
  | Exclude<Parsed, Revising | Adapting>
  | (Omit<Revising, 'plan'> & { readonly plan: DraftPlan })
  | (Omit<Adapting, 'changes'> & { readonly changes: DraftPlan });
