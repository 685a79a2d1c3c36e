import { z } from 'zod';
import type { NeedRow } from '../../activities/trainings.ports';
import { NEED_STATUSES } from '../../domain/training/state';
import type { Need } from '../../domain/training/state';
import { TrainingSettings, TrainingWay } from '../../domain/training/training.schema';
import { Id, IsoDate, IsoInstant } from '../../domain/shared/ids.schema';

const Share = z.number().min(0).max(1);
export const SuggestionView = z.object({
  id: Id.describe('The need it becomes when it is answered'),
  evaluation: z.string(),
  person: Id,
  name: z.string(),
  scheme: Id,
  period: z.string(),
  criterion: z.string().describe('`section/criterion`'),
  topic: z.string().describe('Name of the criterion'),
  points: z.number(),
  max: z.number(),
  mine: z.boolean(),
});
export type SuggestionShown = z.infer<typeof SuggestionView>;

const PlanPart = z.object({
  way: TrainingWay,
  from: IsoDate,
  to: IsoDate,
  owner: Id,
  note: z.string().optional(),
  by: Id,
  at: IsoInstant,
});
const CompletedPart = z.object({ on: IsoDate, evidence: z.string(), by: Id, at: IsoInstant });
const OutcomePart = z.object({ useful: z.enum(['yes', 'partly', 'no']), text: z.string(), by: Id, at: IsoInstant });
export const ChangeView = z.object({
  period: z.string().describe('First period that began after the completion'),
  before: Share.describe('Share of the points of the criterion'),
  after: Share,
  words: z.string().describe('What it does not prove'),
});
export const NeedView = z.object({
  id: Id,
  version: z.number().int().min(1).describe('Counts events; also the ETag'),
  person: Id,
  unit: Id,
  manager: Id.optional(),
  topic: z.string(),
  status: z.enum(NEED_STATUSES),
  reason: z.string().optional(),
  openedAt: IsoInstant,
  openedBy: Id,
  due: IsoInstant.optional().describe('By when the next step is owed'),
  late: z.boolean(),
  source: z
    .object({
      evaluation: z.string(),
      scheme: Id,
      period: z.string(),
      criterion: z.string(),
      points: z.number().optional().describe('Only for whoever may read the evaluation'),
      max: z.number(),
    })
    .optional(),
  dropped: z.object({ reason: z.string(), by: Id, at: IsoInstant }).optional(),
  plan: PlanPart.optional(),
  completed: CompletedPart.optional(),
  outcome: OutcomePart.optional(),
  change: ChangeView.optional(),
  mine: z.boolean(),
  mayChange: z.boolean(),
  people: z.record(z.string(), z.string()).describe('Names by id'),
});
export type NeedShown = z.infer<typeof NeedView>;

/** A plan as the lead of training sees it: nothing of any score. */
export const PlanView = z.object({
  id: Id,
  person: Id,
  name: z.string(),
  unit: Id,
  topic: z.string(),
  status: z.enum(NEED_STATUSES),
  kind: z.enum(['course', 'mentor']),
  course: Id.optional(),
  mentor: Id.optional(),
  from: IsoDate,
  to: IsoDate,
  owner: Id,
  completedOn: IsoDate.optional(),
  useful: z.enum(['yes', 'partly', 'no']).optional(),
});
export type PlanShown = z.infer<typeof PlanView>;

export const EffectView = z.object({
  trained: z
    .number()
    .int()
    .optional()
    .describe('People trained, rated before and after; missing: fewer than may be shown'),
  others: z.number().int().optional().describe('People as weak and not trained'),
  verdict: z.enum(['improved', 'worse', 'no-evidence', 'too-few-data']),
  medianTrained: z.number().optional().describe('Median of after − before, in shares of the points'),
  medianOthers: z.number().optional(),
  shift: z
    .object({ estimate: z.number(), low: z.number(), high: z.number() })
    .optional()
    .describe('By how much more the trained changed (Hodges–Lehmann, 95 %)'),
  p: z.number().optional().describe('Two-sided, Mann–Whitney of the changes'),
  words: z.array(z.string()),
});

export const TrainingSettingsInput = TrainingSettings.extend({
  validFrom: IsoDate.optional().describe('First day; default today'),
  reason: z.string().trim().min(1).max(2000).optional(),
}).strict();
export const TrainingSettingsView = TrainingSettings.extend({
  version: z.number().int().min(0).describe('0: nobody set it, the defaults hold'),
  validFrom: IsoDate.optional(),
  by: z.string().optional(),
  reason: z.string().optional(),
  assumption: z.literal(true).describe('[A]: an assumption of the office, no rule of law'),
});

export type NeedReader = {
  readonly id: string;
  readonly at: string;
  readonly mayChange: boolean;
  readonly maySeePoints: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly change?: z.infer<typeof ChangeView>;
};
export const peopleIn = ({ person, manager, opened, plan, completed, outcome, dropped }: Need): readonly string[] => {
  const way = plan?.way.kind === 'mentor' ? plan.way.mentor : undefined;
  const said = [opened, plan, completed, outcome, dropped].map((one) => one?.by);
  return [...new Set([person, manager, plan?.owner, way, ...said])].filter((one) => one !== undefined);
};

export function needView({ id, version, need }: NeedRow, reader: NeedReader): NeedShown {
  const { source, opened, owed, id: _id, ...rest } = need;
  const { names, change } = reader;
  return {
    ...{ id, version, ...rest },
    ...{ openedAt: opened.at, openedBy: opened.by, late: owed !== undefined && owed.due < reader.at },
    ...(owed !== undefined && { due: owed.due }),
    ...(source !== undefined && { source: sourceView(source, reader) }),
    ...(change !== undefined && { change }),
    ...{ mine: need.person === reader.id, mayChange: reader.mayChange },
    people: Object.fromEntries(peopleIn(need).map((one) => [one, names.get(one) ?? one])),
  };
}

function sourceView({ points, ...source }: NonNullable<Need['source']>, { maySeePoints }: NeedReader) {
  return { ...source, ...(maySeePoints && { points }) };
}

export function planView({ id, need }: NeedRow, names: ReadonlyMap<string, string>): PlanShown | undefined {
  const { person, unit, topic, status, plan, completed, outcome } = need;
  if (plan === undefined) return undefined;
  const { way, from, to, owner } = plan;
  return {
    ...{ id, person, name: names.get(person) ?? person, unit, topic, status, kind: way.kind, from, to, owner },
    ...(way.kind === 'course' ? { course: way.course } : { mentor: way.mentor }),
    ...(completed !== undefined && { completedOn: completed.on }),
    ...(outcome !== undefined && { useful: outcome.useful }),
  };
}
