import { z } from 'zod';
import { Described, Named } from '../indicators/indicator.schema';
import { Id } from '../shared/ids.schema';
import { Countermeasure, DraftPlan } from './cycle.schema';

const { problem, causes, indicators, do: howLong, check, act } = DraftPlan.shape;
const Text = z.string().trim().min(1).max(4000);

/** A plan without what belongs to one time and place: no days, no people, no cases of one office. */
export const TemplatePlan = z
  .object({
    problem,
    causes,
    aim: z
      .object({ text: Text, indicator: Id.optional().describe('Key of the indicator that measures the aim') })
      .strict()
      .optional(),
    indicators,
    countermeasures: z
      .array(Countermeasure.omit({ owner: true, due: true }))
      .max(100)
      .optional(),
    pilot: z
      .object({ scope: Text, smallScale: z.boolean().default(true) })
      .strict()
      .optional(),
    do: howLong,
    check,
    act,
  })
  .strict();
export type TemplatePlan = z.infer<typeof TemplatePlan>;

/** A plan that is kept to start from. Without a unit it is there for everybody: those come with packs. */
export const PlanTemplate = z
  .object({
    name: Named,
    description: Described.optional(),
    unit: Id.optional().describe(
      'Who keeps it: the unit’s head and improvement lead, and those above. Missing: administrators',
    ),
    procedure: Id.optional().describe('Procedure it is meant for; offered first there'),
    plan: TemplatePlan,
    source: z.array(z.string().trim().min(1).max(1000)).max(20).optional().describe('Where a pack has it from'),
    assumptions: z
      .array(z.string().trim().min(1).max(1000))
      .max(20)
      .optional()
      .describe('What of it is the wording or the guess of the pack’s author'),
  })
  .strict();
export type PlanTemplateInput = z.infer<typeof PlanTemplate>;
export type PlanTemplate = PlanTemplateInput & { readonly id: string };

/** As it stands in a pack's `plan.json`. */
export const PackedPlanTemplate = PlanTemplate.omit({ unit: true })
  .extend({ id: Id, source: z.array(z.string().min(1)).min(1), assumptions: z.array(z.string().min(1)) })
  .strict();
