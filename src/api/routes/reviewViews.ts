import { z } from 'zod';
import type { CampaignStep, ReviewRow, StoredReviewPlan } from '../../activities/reviews.ports';
import { planNow } from '../../activities/reviews.ports';
import { PeriodText } from '../../domain/indicators/indicator.schema';
import { duesOf } from '../../domain/reviews/dues';
import { owedKey } from '../../domain/reviews/events';
import { DECISION_STATUSES, ReviewPlan, RISK_CLASSES } from '../../domain/reviews/review.schema';
import type { Review, ReviewDecision } from '../../domain/reviews/state';
import { REVIEW_PHASES, statusOf, uncommented } from '../../domain/reviews/state';
import type { ReviewMemo } from '../../domain/reviews/memo';
import { REVIEW_DUE_KINDS } from '../../domain/reminders/due';
import { Id, IsoDate, IsoInstant } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';
import { told } from './indicatorViews';

const Said = z.string().describe('In the language of the caller');
const Ratio = z.number().min(0).max(1);

export const ReviewPlanView = z.object({
  id: Id,
  version: z.number().int().min(1).describe('Counts from 1; also the ETag'),
  recordedAt: IsoInstant,
  by: z.string(),
  reason: z.string().optional(),
  ...ReviewPlan.shape,
});
/** `undefined`: it was taken back. */
export function reviewPlanView(stored: StoredReviewPlan) {
  const value = planNow(stored);
  const newest = stored.versions.at(-1);
  if (value === undefined || newest === undefined) return undefined;
  const { recordedAt, by, reason } = newest;
  return { id: stored.id, version: stored.version, recordedAt, by, ...(reason !== undefined && { reason }), ...value };
}

export const CAMPAIGN_STATES = ['owed', 'asked', 'reminded', 'climbed', 'arrived'] as const;
const Owed = z.object({
  indicator: Id,
  unit: Id,
  period: PeriodText,
  title: z.string(),
  persons: z.array(z.string()).describe('Who is asked for it'),
  state: z
    .enum(CAMPAIGN_STATES)
    .describe('asked: told once; reminded: more often; climbed: superiors were told; arrived: the figure is there'),
  told: z.number().int().min(0).describe('How many times somebody was told'),
  lastTold: IsoInstant.optional(),
  toldTo: z.array(z.string()),
  arrivedAt: IsoInstant.optional(),
});
const Report = z.object({ status: z.enum(DECISION_STATUSES), note: z.string(), at: IsoInstant, by: z.string() });
const DecisionView = z.object({
  id: z.string().describe('`<review>#<key>`'),
  text: z.string(),
  owner: z.string(),
  due: IsoDate,
  dueAt: IsoInstant,
  madeAt: IsoInstant,
  measure: z.string().optional(),
  cycle: z.string().optional(),
  carries: z.string().optional().describe('Decision of an earlier review that it carries on'),
  status: z.enum(DECISION_STATUSES),
  reports: z.array(Report),
});
const Minutes = z.object({ text: z.string(), at: IsoInstant, by: z.string(), reason: z.string().optional() });
export const LinkedCycle = z.object({
  measure: z.string(),
  cycle: z.string(),
  phase: z.string().optional(),
  title: z.string().optional(),
  outcome: z.string().optional().describe('What was decided at its end'),
});

export const ReviewView = z.object({
  id: z.string().describe('`<plan>~<period>`'),
  version: z.number().int().min(1).describe('Counts events; also the ETag'),
  plan: Id,
  period: PeriodText,
  unit: Id,
  title: Said,
  phase: z.enum(REVIEW_PHASES),
  definition: ReviewPlan.describe('The plan as it was when the review was opened'),
  dates: z.object({ collectUntil: IsoInstant, memoAt: IsoInstant, meeting: IsoDate, meetingAt: IsoInstant }),
  openedAt: IsoInstant,
  openedBy: z.string(),
  previous: z.string().optional(),
  measures: z.array(z.object({ measure: Id, unit: Id, name: Said, owners: z.array(z.string()) })),
  owed: z.array(Owed),
  comments: z.array(z.object({ measure: Id, text: z.string(), at: IsoInstant, by: z.string() })),
  commentsMissing: z
    .array(z.string())
    .describe('Red measures without a comment: they keep the review from being closed'),
  earlier: z.array(DecisionView).describe('Decisions of earlier reviews that were open when this one began'),
  decisions: z.array(DecisionView),
  dues: z.array(
    z.object({ kind: z.enum(REVIEW_DUE_KINDS), title: z.string(), persons: z.array(z.string()), dueAt: IsoInstant }),
  ),
  cycles: z.array(LinkedCycle),
  memoPreparedAt: IsoInstant.optional(),
  meeting: z
    .object({
      on: IsoDate,
      present: z.array(z.string()),
      absent: z.array(z.object({ person: z.string(), reason: z.string().optional() })),
      minutes: z.array(Minutes).describe('The last one is in force; the earlier ones are kept'),
    })
    .optional(),
  closedAt: IsoInstant.optional(),
  closedBy: z.string().optional(),
  summary: z.string().optional(),
  cancelledAt: IsoInstant.optional(),
  reason: z.string().optional(),
});
export const ReviewListed = ReviewView.pick({
  ...{ id: true, version: true, plan: true, period: true, unit: true, title: true, phase: true, dates: true },
  ...{ openedAt: true, closedAt: true, cancelledAt: true },
}).extend({ owedCount: z.number().int().min(0).describe('Figures that are still missing') });

const decisionView = (one: ReviewDecision) => ({ ...one, status: statusOf(one) });

export function reviewView({ review, version }: Pick<ReviewRow, 'review' | 'version'>, more: More, language: Language) {
  const { title, measures, owed, earlier, decisions, ...rest } = review;
  const memo = 'memo' in rest ? rest.memo : undefined;
  const { memo: _memo, published: _published, ...shown } = { memo, published: undefined, ...rest };
  return {
    ...shown,
    version,
    title: inWords(title, language),
    measures: measures.map(({ name, ...one }) => ({ ...one, name: inWords(name, language) })),
    owed: owed.map((one) => ({ ...one, ...campaignOf(review, one, more.campaign) })),
    commentsMissing: uncommented(review),
    earlier: earlier.map(decisionView),
    decisions: decisions.map(decisionView),
    dues: duesOf(review).map(({ kind, title: of, persons, dueAt }) => ({ kind, title: of, persons, dueAt })),
    cycles: more.cycles,
    ...(memo !== undefined && { memoPreparedAt: memo.preparedAt }),
  };
}
type More = { readonly campaign: readonly CampaignStep[]; readonly cycles: readonly z.infer<typeof LinkedCycle>[] };

function campaignOf(review: Review, one: Review['owed'][number], steps: readonly CampaignStep[]) {
  const own = steps.filter(({ due }) => due === `${review.id}/review-value/${owedKey(one)}`);
  const last = own.at(-1)?.at;
  const asked = own.some(({ level }) => level > 0) ? 'climbed' : own.length > 1 ? 'reminded' : 'asked';
  const state = one.arrivedAt !== undefined ? 'arrived' : own.length === 0 ? 'owed' : asked;
  const toldTo = [...new Set(own.map(({ person }) => person))];
  return { state, told: own.length, toldTo, ...(last !== undefined && { lastTold: last }) } as const;
}

export function reviewListed({ review, version }: ReviewRow, language: Language) {
  const { id, plan, period, unit, title, phase, dates, openedAt, owed } = review;
  const owedCount = owed.filter(({ arrivedAt }) => arrivedAt === undefined).length;
  return {
    ...{ id, version, plan, period, unit, phase, dates, openedAt, owedCount },
    title: inWords(title, language),
    ...(phase === 'closed' && { closedAt: review.closedAt }),
    ...(phase === 'cancelled' && { cancelledAt: review.cancelledAt }),
  };
}

export const MemoView = z.object({
  review: z.string(),
  preparedAt: IsoInstant.describe('Everything in it is as known then'),
  period: PeriodText,
  summary: Said,
  measures: z.array(
    z.object({
      measure: Id,
      unit: Id,
      name: Said,
      state: z.string(),
      value: z.number().optional(),
      target: z.number().optional(),
      score: Ratio.optional(),
      colour: z.enum(['red', 'yellow', 'green', 'none']),
      movement: z.enum(['improving', 'steady', 'worsening', 'unknown']),
      movementRule: Said.describe('By which rule'),
      likelihood: z
        .object({ likelihood: Ratio, words: Said })
        .optional()
        .describe("Of meeting the target by the year's end"),
      risk: z.enum(RISK_CLASSES),
      specialCauses: z.array(Said),
      cycles: z.array(z.string()).describe('Open improvement cycles about it'),
      owners: z.array(z.string()),
      words: Said,
    }),
  ),
  missing: z.array(z.object({ measure: Id, unit: Id, persons: z.array(z.string()) })),
  redWithoutAction: z.array(z.string()),
  openDecisions: z.array(z.object({ decision: z.string(), text: z.string(), owner: z.string(), due: IsoDate })),
  contributors: z.array(z.string()),
  prospects: z
    .array(z.object({ measure: z.string(), words: Said }))
    .describe('For those at greatest risk, the gravest first'),
});

export function memoView(review: string, memo: ReviewMemo, language: Language) {
  const measures = memo.measures.map(({ name, movementRule, specialCauses, ...one }) => ({
    ...told(one, language),
    name: inWords(name, language),
    movementRule: inWords(movementRule, language),
    specialCauses: specialCauses.map((words) => inWords(words, language)),
  }));
  return { ...told(memo, language), review, measures, summary: inWords(memo.summary, language) };
}
