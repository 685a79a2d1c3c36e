import { z } from 'zod';
import { Described, Named } from '../indicators/indicator.schema';
import { Band } from '../scoring/scoring.schema';
import { Id, IsoDate } from '../shared/ids.schema';

const Key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens')
  .describe('Key within the scorecard');
const Weight = z.number().min(0).max(1e6).describe('Its share among its siblings; weights need not sum to anything');

export const Perspective = z
  .object({
    key: Key,
    name: Named,
    question: Described.optional().describe('What it asks, e.g. "To serve citizens well, at what must we excel?"'),
    weight: Weight.default(1),
  })
  .strict();

export const Measure = z
  .object({
    indicator: Id,
    weight: Weight.default(1),
    counter: z.boolean().optional().describe('It watches that another measure does not do harm'),
  })
  .strict();

export const Objective = z
  .object({
    key: Key,
    perspective: Key,
    name: Named,
    description: Described.optional(),
    owner: Id.optional().describe('Person who answers for it'),
    weight: Weight.default(1),
    priority: z.boolean().optional().describe('A priority goal: reviewed not less than quarterly'),
    measures: z.array(Measure).max(50).default([]),
    contributesTo: z
      .object({
        scorecard: Id,
        objective: Key,
        by: z
          .enum(['objective', 'indicator', 'contribution'])
          .describe(
            'objective: the same objective here; indicator: the same indicator, of this unit; contribution: its own, in support of it',
          ),
      })
      .strict()
      .optional()
      .describe('Objective of the scorecard of a unit above that this one is cascaded from'),
  })
  .strict();

export const Initiative = z
  .object({
    key: Key,
    objective: Key,
    name: Named,
    owner: Id.optional(),
    due: IsoDate.optional(),
    programme: Id.optional().describe('Programme that carries it'),
    cycle: z.string().max(300).optional().describe('Improvement cycle that carries it'),
  })
  .strict();

/** Objective `from` is held to drive objective `to`. */
export const CauseAndEffect = z
  .object({
    from: Key,
    to: Key,
    lag: z
      .number()
      .int()
      .min(0)
      .max(24)
      .optional()
      .describe('Periods until the effect is expected; without it 0 to 4 are looked at'),
    why: Described.optional(),
  })
  .strict();

/** What a scorecard is, for a span of time. */
export const ScorecardDefinition = z
  .object({
    name: Named,
    mission: Described.optional(),
    unit: Id.describe('Unit of the organisation it is of'),
    owner: Id.optional(),
    frequency: z.enum(['month', 'quarter', 'year']).default('quarter').describe('Length of the periods it is read in'),
    perspectives: z.array(Perspective).min(1).max(12).describe('In the order shown, the top first'),
    objectives: z.array(Objective).max(100).default([]),
    initiatives: z.array(Initiative).max(200).default([]),
    links: z.array(CauseAndEffect).max(300).default([]).describe('The strategy map'),
    statusBands: z
      .array(Band)
      .max(10)
      .optional()
      .describe('Of the score, 0 to 1 and above; default green from 0.9, yellow from 0.7, red below'),
    minimumCoverage: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe('With less of the weight scored, a score is incomplete and has no status'),
    public: z.boolean().default(false).describe('Shown on the public dashboard'),
    pack: z.string().max(120).optional().describe('Pack and version it came from, e.g. us-bsc@1.0.0'),
  })
  .strict();
export type ScorecardDefinition = z.infer<typeof ScorecardDefinition>;
export type Objective = z.infer<typeof Objective>;
export type Perspective = z.infer<typeof Perspective>;
export type Measure = z.infer<typeof Measure>;
export type Initiative = z.infer<typeof Initiative>;
export type CauseAndEffect = z.infer<typeof CauseAndEffect>;

/** An edit: the definition, and from when it holds. */
export const ScorecardEdit = ScorecardDefinition.extend({
  validFrom: IsoDate.optional().describe(
    'First day of this version; default: the first version from the beginning, others from today',
  ),
  reason: z.string().trim().min(1).max(4000).optional(),
});
export type ScorecardEdit = z.infer<typeof ScorecardEdit>;
