import { z } from 'zod';
import type { EvaluationRow } from '../../activities/evaluations.ports';
import { effectiveRatings, factsOf } from '../../domain/evaluations/factsOf';
import { delaysOf, EVALUATION_PHASES, failuresOf, isDone, isForgiven, weightOf } from '../../domain/evaluations/state';
import type { WorkItem } from '../../domain/evaluations/state';
import { shown } from '../../domain/schemes/explain';
import type { SchemeDefinition } from '../../domain/schemes/scheme.schema';
import { scoreOf } from '../../domain/schemes/score';
import { Id, IsoDate, IsoInstant } from '../../domain/shared/ids.schema';

const Points = z.record(z.string(), z.number()).describe('By `section/criterion`');
const Count = z.number().int().min(0);

export const ItemView = z.object({
  item: z.string(),
  title: z.string(),
  product: z.string().optional(),
  category: z.string().optional(),
  weight: z.number().describe('Coefficient × quantity'),
  due: IsoDate,
  from: z.string().optional(),
  done: z.boolean(),
  doneOn: IsoDate.optional(),
  qualityFailures: Count,
  delays: Count.describe('Being late is one by itself; each noted one is another'),
  lateDays: Count.describe('Working days late, net of waiting'),
  waiting: z.boolean(),
  objectiveCause: z.enum(['none', 'asked', 'granted', 'refused']),
  forgiven: z.boolean(),
  lateEntry: z.boolean().describe('Entered after the period, within the grace: not punished'),
  withdrawn: z.boolean(),
});
export const EvaluationListed = z.object({
  id: z.string().describe('`<scheme>~<unit>~<period>~<person>`'),
  version: z.number().int().min(1).describe('Counts events; also the ETag'),
  person: Id,
  period: z.string(),
  scheme: Id,
  unit: Id,
  position: z.string(),
  phase: z.enum(EVALUATION_PHASES),
  paused: z.boolean(),
  manager: Id.optional(),
  approver: Id.optional(),
  items: Count,
  done: Count,
  total: z.number().optional().describe('As published, rounded to three decimals'),
  class: z.string().optional().describe('As published: key of a band'),
});
export const EvaluationView = EvaluationListed.omit({ items: true, done: true }).extend({
  periodId: z.string(),
  schemeVersion: z.number().int(),
  agency: Id,
  duties: z.string(),
  kind: z.string(),
  leader: z.boolean(),
  segments: z.array(z.looseObject({ unit: Id, from: IsoDate, to: IsoDate })),
  workingShare: z.number().describe('Working days really worked ÷ those of the period'),
  openedAt: IsoInstant,
  items: z.array(ItemView),
  effective: Points.describe('Points as they count now, by `section/criterion`'),
  ratings: z.looseObject({}).describe('self, manager, approved, calibrated, corrected: each with who and when'),
  goals: z.array(z.looseObject({ key: z.string(), name: z.string(), weight: z.number() })),
  findings: z.array(z.looseObject({ override: z.string(), document: z.string(), from: IsoDate })),
  score: z
    .object({ total: z.number(), class: z.string() })
    .optional()
    .describe('By the facts as they are now; missing while something that the scheme needs is not there'),
  published: z.looseObject({ at: IsoInstant, appealUntil: IsoDate }).optional(),
  corrections: z.array(z.looseObject({ at: IsoInstant, by: z.string(), reason: z.string() })),
  appeal: z.looseObject({ at: IsoInstant, decideUntil: IsoDate }).optional(),
  excluded: z.looseObject({ reason: z.string() }).optional(),
});

const itemView = (item: WorkItem): z.input<typeof ItemView> => ({
  ...{ item: item.item, title: item.title, weight: weightOf(item), due: item.due },
  ...(item.product !== undefined && { product: item.product }),
  ...(item.category !== undefined && { category: item.category }),
  ...(item.from !== undefined && { from: item.from }),
  done: isDone(item),
  ...(item.done && { doneOn: item.done.on }),
  qualityFailures: failuresOf(item),
  delays: delaysOf(item),
  lateDays: item.lateDays,
  waiting: item.waiting.some(({ to }) => to === undefined),
  objectiveCause: item.objectiveCause.is,
  forgiven: isForgiven(item),
  lateEntry: item.lateEntry ?? false,
  withdrawn: item.withdrawn !== undefined,
});

function about({ id, version, evaluation }: EvaluationRow) {
  const { person, period, scheme, unit, position, phase, paused, manager, approver, published } = evaluation;
  return {
    ...{ id, version, person, period, scheme: scheme.id, unit, position, phase, paused: paused !== undefined },
    ...(manager !== undefined && { manager }),
    ...(approver !== undefined && { approver }),
    ...(published?.total !== undefined && { total: rounded(published.total) }),
    ...(published?.class !== undefined && { class: published.class }),
  };
}
const rounded = (value: number): number => Math.round(value * 1000 + 1e-9) / 1000;

export function evaluationListed(row: EvaluationRow): z.input<typeof EvaluationListed> {
  const items = row.evaluation.items.filter(({ withdrawn }) => withdrawn === undefined);
  return { ...about(row), items: items.length, done: items.filter(isDone).length };
}

export function evaluationView(row: EvaluationRow, definition: SchemeDefinition): z.input<typeof EvaluationView> {
  const { evaluation } = row;
  const { periodId, scheme, agency, duties, kind, leader, segments, workingShare, openedAt } = evaluation;
  const { items, ratings, goals, findings, published, corrections, appeal, excluded } = evaluation;
  const score = scoreOf(definition, factsOf(evaluation));
  return {
    ...about(row),
    ...{ periodId, schemeVersion: scheme.version, agency, duties, kind, leader, workingShare, openedAt },
    segments: segments.map((one) => ({ ...one })),
    items: items.map(itemView),
    effective: { ...effectiveRatings(evaluation) },
    ratings: { ...ratings },
    goals: goals.map((one) => ({ ...one })),
    findings: findings.map((one) => ({ ...one })),
    ...(score.ok && { score: { total: shown(score.score.total), class: score.score.class } }),
    ...(published && { published: { ...published } }),
    corrections: corrections.map((one) => ({ ...one })),
    ...(appeal && { appeal: { ...appeal } }),
    ...(excluded && { excluded: { ...excluded } }),
  };
}
