import { z } from 'zod';
import { Described, Named } from '../indicators/indicator.schema';
import { Band } from '../scoring/scoring.schema';
import { Id, IsoDate } from '../shared/ids.schema';

const Key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,59}$/, 'small letters, digits and hyphens')
  .describe('Key within the scheme');
const Points = z.number().positive().max(1000);
const Share = z.number().min(0).max(1);
const WorkingDays = z.number().int().min(0).max(250).describe('Working days of the office');

export const Criterion = z
  .object({ key: Key, name: Named, max: Points, guidance: Described.optional().describe('What earns how much') })
  .strict();

/** Where the points of a section come from. */
export const SectionOf = z.discriminatedUnion('type', [
  z
    .object({ type: z.literal('rated'), criteria: z.array(Criterion).min(1).max(60) })
    .strict()
    .describe('Raters give points for each criterion; their maxima sum to that of the section'),
  z
    .object({
      type: z.literal('work'),
      formula: z
        .string()
        .trim()
        .min(1)
        .max(500)
        .describe('Points from the percentages a (done), b (good), c (on time), 0 to 100: 70 * (a + b + c) / 300'),
      leaderFormula: z
        .string()
        .trim()
        .min(1)
        .max(500)
        .optional()
        .describe(
          'Of leaders, also from d (results of the unit), dd (đ: ability to organise) and e (cohesion), 0 to 100',
        ),
      qualityPenalty: Share.default(0.25).describe('Share of its quality points a product loses at each failed check'),
      delayPenalty: Share.default(0.25).describe('Share of its progress points a product loses at each delay'),
      objectiveCauseForgives: z
        .boolean()
        .default(true)
        .describe('A confirmed objective cause: failures and delays of that product are not counted'),
      subordinates: z
        .object({ allCompleted: z.number().min(0).max(100), anyNotCompleted: z.number().min(0).max(100) })
        .strict()
        .default({ allCompleted: 100, anyNotCompleted: 50 })
        .describe('d of a leader: by the classes of the subordinates'),
    })
    .strict()
    .describe('Assigned products, converted by their coefficients'),
  z
    .object({ type: z.literal('goals') })
    .strict()
    .describe('Goals with weights, cascaded from a scorecard or agreed; attainment 0 to 1'),
  z
    .object({ type: z.literal('indicator'), indicator: Id })
    .strict()
    .describe("The indicator's own score, 0 to 1, of the person's unit in the period"),
]);
export type SectionOf = z.infer<typeof SectionOf>;

export const Section = z.object({ key: Key, name: Named, max: Points, of: SectionOf }).strict();

/** A finding that stands above the points. */
export const Override = z
  .object({
    key: Key,
    name: Named,
    class: z.string().min(1).max(80).describe('Key of a band'),
    effect: z.enum(['set', 'at-most']).default('set').describe('set: this class; at-most: not better than it'),
  })
  .strict();

export const QuotaRule = z
  .object({
    class: z.string().min(1).max(80).describe('Key of the band that is limited'),
    share: Share,
    of: z.array(z.string()).min(1).max(10).describe('Keys of the bands whose people are counted as the base'),
    per: z
      .array(z.enum(['agency', 'duties']))
      .min(1)
      .describe('For each office; for each group of similar duties'),
    rounding: z.enum(['down', 'half-up', 'up']).default('down'),
  })
  .strict();

/** Deadlines of the steps, each counted from the end of the period; the appeal from publication. */
export const SchemeDeadlines = z
  .object({
    selfAssessment: WorkingDays.default(3),
    managerRating: WorkingDays.default(5),
    approval: WorkingDays.default(8),
    calibration: WorkingDays.default(12),
    publication: WorkingDays.default(15),
    appeal: WorkingDays.default(5).describe('From publication to each person'),
    appealDecision: WorkingDays.default(10).describe('From the appeal'),
    lateEntryGrace: WorkingDays.default(3).describe('A fact entered so late is marked, and not punished'),
    reportOn: z
      .number()
      .int()
      .min(1)
      .max(28)
      .optional()
      .describe('Day of the month on which the monthly report is due'),
    finalBefore: z
      .string()
      .regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'month-day such as 12-15')
      .optional()
      .describe('The year is final before this day'),
  })
  .strict();

export const SchemeGroup = z
  .object({
    kinds: z.array(z.string().min(1).max(80)).max(30).optional().describe('cadre, civil-servant, public-employee …'),
    positions: z.array(Id).max(500).optional(),
    units: z.array(Id).max(500).optional().describe('These units and those below'),
    leaders: z.boolean().optional().describe('Only leaders, or only others'),
  })
  .strict()
  .describe('Whom it is for: all that is stated must hold; nothing stated: everybody');

export const Product = z
  .object({ key: Key, name: Named, category: Key, coefficient: z.number().positive().max(10_000) })
  .strict();

/** What a scheme of evaluation is, for a group of positions and a span of time. */
export const SchemeDefinition = z
  .object({
    name: Named,
    description: Described.optional(),
    sources: z
      .array(z.object({ text: Described, url: z.url().optional() }).strict())
      .max(30)
      .default([]),
    assumptions: z
      .array(z.object({ at: z.string().max(200).describe('JSON pointer of the setting'), words: Described }).strict())
      .max(60)
      .default([])
      .describe('Settings that no source states: assumed, and shown as such'),
    group: SchemeGroup.default({}),
    validTo: IsoDate.optional().describe('Last day of the scheme'),
    cadence: z.enum(['month', 'quarter', 'year']).describe('Length of a period; there are none of half a year'),
    sections: z.array(Section).min(1).max(30),
    bands: z.array(Band).min(2).max(20).describe('From the best to the worst; the first whose edges hold'),
    bandNames: z.record(z.string(), Named).describe('Name of each band'),
    passing: z.string().min(1).max(80).describe('Key of the worst band that still counts as completed'),
    overrides: z.array(Override).max(30).default([]),
    quotas: z.array(QuotaRule).max(10).default([]),
    deadlines: SchemeDeadlines.prefault({}),
    categories: z
      .array(z.object({ key: Key, name: Named }).strict())
      .max(30)
      .default([]),
    products: z.array(Product).max(3000).default([]),
    raters: z
      .object({
        first: z.enum(['manager', 'head-of-unit']).default('manager'),
        second: z.enum(['manager-of-manager', 'head-of-unit-above', 'none']).default('manager-of-manager'),
      })
      .strict()
      .prefault({}),
    leastWorkingShare: Share.default(0.5).describe(
      'Whoever really worked less of the working days of a period is not rated in it; the yearly average goes without it',
    ),
    smallGroup: z.number().int().min(1).max(50).default(5).describe('No statistic is shown of fewer people'),
    pack: z.string().max(120).optional(),
  })
  .strict();
export type SchemeDefinition = z.infer<typeof SchemeDefinition>;
export type Section = z.infer<typeof Section>;
export type Criterion = z.infer<typeof Criterion>;
export type Override = z.infer<typeof Override>;
export type QuotaRule = z.infer<typeof QuotaRule>;

export const SchemeEdit = SchemeDefinition.extend({
  validFrom: IsoDate.optional().describe('First day of this version; default: the first version from the beginning'),
  reason: z.string().trim().min(1).max(4000).optional(),
});
export type SchemeEdit = z.infer<typeof SchemeEdit>;

/** One product as it counts. `weight`: coefficient × quantity. */
export const ScoredItem = z
  .object({
    name: z.string().min(1).max(500).optional().describe('What the explanation calls it'),
    weight: z.number().positive().max(1e6),
    done: z.boolean(),
    qualityFailures: z.number().int().min(0).max(1000).default(0),
    delays: z.number().int().min(0).max(1000).default(0),
    objectiveCause: z.boolean().default(false).describe('Confirmed by whoever is competent'),
  })
  .strict();
export type ScoredItem = z.infer<typeof ScoredItem>;

/** Facts of one person in one period, as a scheme scores them. */
export const TryFacts = z
  .object({
    general: z
      .number()
      .min(0)
      .max(1000)
      .optional()
      .describe('Points of all rated sections together; or give them one by one in `sections`'),
    sections: z.record(Key, z.number().min(0).max(1000)).optional().describe('Points by rated section'),
    items: z.array(ScoredItem).max(5000).default([]),
    goals: z
      .array(z.object({ weight: z.number().positive().max(1e6), attainment: z.number().min(0).max(1) }).strict())
      .max(200)
      .optional(),
    indicators: z.record(Key, Share).optional().describe('Score 0 to 1 by section of type indicator'),
    leader: z
      .object({
        subordinates: z.array(z.string()).max(20_000).describe('Their classes'),
        organising: z.number().min(0).max(100).describe('đ'),
        cohesion: z.number().min(0).max(100).describe('e'),
      })
      .strict()
      .optional(),
    overrides: z.array(Key).max(30).default([]).describe('Keys of findings that stand'),
  })
  .strict();
export type TryFacts = z.infer<typeof TryFacts>;
