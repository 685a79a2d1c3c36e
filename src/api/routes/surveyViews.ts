import { z } from 'zod';
import type { SurveyRow } from '../../activities/surveys.ports';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { SURVEY_PHASES } from '../../domain/survey/state';
import { LANGUAGES } from '../../domain/shared/language';
import { SurveyDefinition, SurveyTemplate } from '../../domain/survey/survey.schema';

const Instant = IsoInstant.optional();
export const SurveyView = z.object({
  id: Id,
  version: z.number().int().min(1).describe('Counts events; also the ETag'),
  phase: z.enum(SURVEY_PHASES),
  unit: Id,
  procedure: Id.optional(),
  owner: z.string(),
  createdAt: IsoInstant,
  createdBy: z.string(),
  scheduledAt: Instant,
  opensAt: Instant.describe('Missing while the cycle it waits for has not begun its Do'),
  openedAt: Instant,
  closesAt: Instant,
  closedAt: Instant,
  cancelledAt: Instant,
  early: z.string().optional().describe('Why it was closed before its time'),
  reason: z.string().optional().describe('Why it was cancelled'),
  address: z.string().describe('Public page; a link adds `?t=` and its token'),
  definition: SurveyDefinition,
});

export const surveyView = ({ survey, version }: Pick<SurveyRow, 'survey' | 'version'>) => ({
  ...survey,
  version,
  address: pageAddress(survey.id),
});
export const pageAddress = (survey: string): string => `/s/${encodeURIComponent(survey)}`;

export const TemplateView = SurveyTemplate;

const Ratio = z.number().min(0).max(1);
const Count = z.number().int().min(0);
const Bounds = z.object({ low: z.number(), high: z.number() }).describe('At 95 %');
const Share = z.object({ share: Ratio, count: Count, n: Count, interval: Bounds.optional() });
const Key = z.string();
const Hidden = z.object({ key: Key, state: z.enum(['none', 'too-few']) });

const QuestionResult = z.union([
  z.object({
    key: Key,
    state: z.literal('shown'),
    type: z.literal('scale'),
    n: Count,
    mean: z.number(),
    interval: Bounds.optional().describe("Student's, of the mean"),
    topBox: Share.describe("Answers at or above the question's `topBox`; Wilson's interval"),
    counts: z.record(z.string(), Count),
  }),
  z.object({ key: Key, state: z.literal('shown'), type: z.literal('yes-no'), n: Count, yes: Share }),
  z.object({
    key: Key,
    state: z.literal('shown'),
    type: z.literal('choice'),
    n: Count,
    options: z.array(Share.extend({ key: Key })),
  }),
  z.object({ key: Key, state: z.literal('shown'), type: z.literal('text'), n: Count }),
  Hidden,
]);
const FactorResult = z.union([
  z.object({
    key: Key,
    state: z.literal('shown'),
    n: Count.describe('Persons'),
    mean: z.number().describe("Of the persons' means over the questions of the factor"),
    interval: Bounds.optional(),
    topBox: Share.describe('Over all answers of the factor; its interval counts answers of one person for less'),
  }),
  Hidden,
]);
const parts = { questions: z.array(QuestionResult), factors: z.array(FactorResult) };

export const ResultsView = z.object({
  survey: Id,
  phase: z.enum(SURVEY_PHASES),
  n: Count.describe('Answer sheets'),
  links: z.object({ issued: Count }).describe('Links handed out; those that visitors asked for do not count'),
  state: z.enum(['none', 'too-few', 'shown']),
  ...parts,
  by: z.string().optional(),
  groups: z
    .array(
      z.union([
        z.object({ group: z.string(), state: z.literal('shown'), n: Count, ...parts }),
        z.object({ group: z.string(), state: z.literal('too-few') }),
      ]),
    )
    .optional()
    .describe('By unit, channel, group or a question; too small groups, and what would give them away, are not shown'),
  texts: z
    .array(z.object({ key: Key, n: Count, answers: z.array(z.string()) }))
    .describe('Free texts in no order, without anything beside them; from 5 answers on'),
  days: z
    .array(z.object({ day: z.string(), n: Count }))
    .describe('How many answer sheets came on which day of the office; from 5 answers on'),
});

export const FormView = z.object({
  survey: Id,
  state: z.enum(['not-open-yet', 'open', 'closed']),
  answered: z.boolean().describe('This token has been answered with'),
  language: z.enum(LANGUAGES),
  languages: z.array(z.enum(LANGUAGES)),
  title: z.string(),
  intro: z.string().optional(),
  opensAt: Instant,
  closesAt: Instant,
  personalData: z.boolean(),
  purpose: z.string().optional(),
  openLink: z.boolean(),
  questions: z
    .array(
      z.object({
        key: Key,
        type: z.enum(['scale', 'yes-no', 'choice', 'text']),
        text: z.string(),
        help: z.string().optional(),
        required: z.boolean(),
        factor: z.string().optional().describe('Heading it stands under'),
        min: z.number().optional(),
        max: z.number().optional(),
        labels: z.record(z.string(), z.string()).optional(),
        multiple: z.boolean().optional(),
        options: z.array(z.object({ key: Key, text: z.string() })).optional(),
        maxLength: z.number().optional(),
      }),
    )
    .describe('Empty unless it is open'),
});
export type FormView = z.infer<typeof FormView>;
