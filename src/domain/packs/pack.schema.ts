import { z } from 'zod';
import { PackedPlanTemplate } from '../cycle/planTemplate.schema';
import { Described, IndicatorDefinition, Named, PeriodText } from '../indicators/indicator.schema';
import { ProgrammeDefinition } from '../programmes/programme.schema';
import { ReviewPlan } from '../reviews/review.schema';
import { SchemeDefinition } from '../schemes/scheme.schema';
import { ScorecardDefinition } from '../scorecards/scorecard.schema';
import { Figure } from '../scoring/scoring.schema';
import { Id } from '../shared/ids.schema';
import { SurveyTemplate } from '../survey/survey.schema';

export const Version = z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/, 'a version such as 1.0.0');

/** What somebody did elsewhere, and what to look at before it is copied. */
export const Practice = z
  .object({
    id: Id,
    title: Named,
    where: Named.describe('Who did it, where and when'),
    source: z.array(z.string().min(1).max(1000)).min(1),
    context: Described,
    change: Described.describe('What was changed'),
    result: Described,
    strength: z
      .enum(['story', 'before-after', 'controlled', 'experiment'])
      .describe('How well it is shown to have worked'),
    checkBefore: z.array(Described).min(1).describe('What to check before copying'),
    tags: z.array(z.string().max(60)).default([]),
    planTemplate: Id.optional().describe('Plan template a cycle is started from'),
  })
  .strict();
export type Practice = z.infer<typeof Practice>;

/** Books of programmes that are an example: not one of these amounts is real. */
export const MadeFigures = z
  .object({
    madeData: Described.describe('That it is made, and to show what'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'three capital letters such as VND')
      .optional(),
    figures: z
      .array(z.object({ programme: Id, figure: Id, period: PeriodText, amount: Figure }).strict())
      .min(1)
      .max(20_000),
  })
  .strict();
export type MadeFigures = z.infer<typeof MadeFigures>;

/** The parts of a definition that only the office that installs a pack knows are left out of it. */
export const PackContents = z
  .object({
    indicators: z.record(Id, IndicatorDefinition.omit({ home: true, owner: true })).default({}),
    scorecards: z.record(Id, ScorecardDefinition.omit({ unit: true, owner: true, pack: true })).default({}),
    programmes: z.record(Id, ProgrammeDefinition.omit({ unit: true, owner: true })).default({}),
    figures: MadeFigures.optional().describe('Programmes with books in here are an example, installed when asked for'),
    reviews: z.record(Id, ReviewPlan.omit({ unit: true, chair: true })).default({}),
    schemes: z.record(Id, SchemeDefinition.omit({ pack: true })).default({}),
    planTemplates: z.array(PackedPlanTemplate).default([]),
    surveys: z.array(SurveyTemplate).default([]),
    practices: z.array(Practice).default([]),
  })
  .strict();
export type PackContents = z.infer<typeof PackContents>;

export const PackManifest = z
  .object({
    id: Id,
    version: Version,
    name: Named,
    description: Described,
    country: z.string().max(60).optional(),
    source: z.array(z.string().min(1).max(1000)).min(1).describe('Where its facts are from'),
    assumptions: z.array(z.string().min(1).max(2000)).describe('What is ours, marked [A]'),
    outputs: z.array(z.enum(['scorecard', 'gpra-memo', 'jp-evaluation-sheet', 'service-index', 'a3'])).default([]),
  })
  .strict();
export type PackManifest = z.infer<typeof PackManifest>;

/** A pack in one document, as it is exported and shared. */
export const PackDocument = PackManifest.extend({ contents: PackContents }).strict();
export type PackDocument = z.infer<typeof PackDocument>;

export const PACK_KINDS = [
  'indicator',
  'programme',
  'books',
  'scorecard',
  'review',
  'scheme',
  'planTemplate',
  'survey',
  'practice',
] as const;
export type PackKind = (typeof PACK_KINDS)[number];

export const InstallRequest = z
  .object({
    unit: Id.describe('Unit that gets what is in the pack, and whose people keep it'),
    owner: Id.optional().describe('Person who answers for it and holds the reviews; default: who installs'),
    prefix: z
      .string()
      .regex(
        /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,29}$|^$/u,
        'letters, digits, dot, dash and underscore; at most 30 characters',
      )
      .optional()
      .describe('Put before every id, e.g. "xa-a-": for a second unit. Default: as installed before, else none'),
    choices: z
      .record(z.string().max(200), z.enum(['ours', 'theirs']))
      .optional()
      .describe('By `kind/id` as in the preview: ours keeps what the office has, theirs takes what the pack brings'),
    examples: z
      .boolean()
      .optional()
      .describe('Also its example data: made programmes with made books. Default: as installed before, else no'),
    procedures: z
      .record(Id, Id)
      .optional()
      .describe('The office\'s own procedure for one that the pack names: {"business-licence": "1.002.003"}'),
  })
  .strict();
export type InstallRequest = z.infer<typeof InstallRequest>;
