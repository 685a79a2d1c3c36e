import { z } from 'zod';
import { Described, Named, PeriodText } from '../indicators/indicator.schema';
import { LANGUAGES } from '../shared/language';
import { Id, IsoDurationText, IsoInstant } from '../shared/ids.schema';
import { problemsOf } from './wellFormed';

const Key = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'small letters, digits and dash; at most 40 characters')
  .describe('Name of a question or option in results and indicators');
const Reason = z.string().trim().min(1).max(2000);

const asked = {
  key: Key,
  text: Named.describe('The question, in the languages of the survey'),
  help: Named.optional(),
  required: z.boolean().optional(),
  factor: Key.optional().describe('Factor whose result this question belongs to'),
};
export const MAX_SCALE = 100;
export const Question = z.discriminatedUnion('type', [
  z
    .object({
      ...asked,
      type: z.literal('scale'),
      min: z.number().int().min(0).max(MAX_SCALE).default(1),
      max: z.number().int().min(1).max(MAX_SCALE).default(5),
      labels: z
        .record(z.string().regex(/^\d{1,3}$/), Named)
        .optional()
        .describe('What a point of the scale means, by its number: {"1": …, "5": …}'),
      topBox: z.number().int().optional().describe('From this point on an answer counts as satisfied; default max − 1'),
    })
    .strict(),
  z.object({ ...asked, type: z.literal('yes-no') }).strict(),
  z
    .object({
      ...asked,
      type: z.literal('choice'),
      options: z
        .array(z.object({ key: Key, text: Named }).strict())
        .min(2)
        .max(50),
      multiple: z.boolean().optional().describe('true: any number of options'),
    })
    .strict(),
  z
    .object({ ...asked, type: z.literal('text'), maxLength: z.number().int().min(1).max(4000).optional() })
    .strict()
    .describe('Free text; the form asks not to write names unless the survey collects personal data'),
]);
export type Question = z.infer<typeof Question>;

const BelongsTo = z.union([
  z.object({ cycle: z.string().min(1).max(300) }).strict(),
  z.object({ procedure: Id }).strict(),
  z.object({ period: PeriodText, unit: Id }).strict(),
]);
const Opens = z.union([
  z.object({ at: IsoInstant }).strict(),
  z
    .object({ after: IsoDurationText, event: z.literal('do-began') })
    .strict()
    .describe("So long after the cycle's Do began, counted in the time zone of the office"),
]);
const Closes = z.union([z.object({ at: IsoInstant }).strict(), z.object({ after: IsoDurationText }).strict()]);

const fields = {
  title: Named,
  intro: Described.optional(),
  belongsTo: BelongsTo,
  unit: Id.optional().describe('Default: the unit of the cycle, the procedure or the period'),
  owner: Id.optional().describe('Person who answers for it; default: who makes it'),
  series: Id.optional().describe('Surveys that repeat share it; an indicator may read all of them by it'),
  questions: z.array(Question).min(1).max(60),
  factors: z
    .array(z.object({ key: Key, name: Named }).strict())
    .max(20)
    .optional(),
  opens: Opens,
  closes: Closes,
  groups: z
    .array(z.string().max(40))
    .max(10)
    .optional()
    .describe(
      'By what results may be shown: unit, channel, group (of the link), or keys of questions; default the former',
    ),
  openLink: z.boolean().default(false).describe('true: who has no link may ask for a token of their own'),
  personalData: z.boolean().default(false).describe('true: answers may hold personal data, for the stated purpose'),
  purpose: Named.optional().describe('What personal data is collected for; shown on the form'),
  languages: z
    .array(z.enum(LANGUAGES))
    .min(1)
    .max(LANGUAGES.length)
    .default([...LANGUAGES]),
  template: Id.optional(),
};
const MAX_CHARACTERS = 200_000;

/** What is asked, of whom, and when. */
export const SurveyDefinition = z
  .object(fields)
  .strict()
  .superRefine((definition, context) => {
    for (const { path, message } of problemsOf(definition)) context.addIssue({ code: 'custom', path, message });
  })
  .refine((definition) => JSON.stringify(definition).length <= MAX_CHARACTERS, {
    message: 'a survey of at most 200,000 characters',
  });
export type SurveyDefinition = z.infer<typeof SurveyDefinition>;

/** With a template, what is not given comes from it. */
export const SurveyInput = z
  .object({
    ...fields,
    id: Id.optional().describe('Default: one is made'),
    title: fields.title.optional(),
    questions: fields.questions.optional(),
    openLink: z.boolean().optional(),
    personalData: z.boolean().optional(),
    languages: z.array(z.enum(LANGUAGES)).min(1).max(LANGUAGES.length).optional(),
  })
  .strict()
  .refine(
    ({ template, title, questions }) => template !== undefined || (title !== undefined && questions !== undefined),
    {
      message: 'give a template, or title and questions',
    },
  );
export type SurveyInput = z.infer<typeof SurveyInput>;

export const SurveyCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ScheduleSurvey'), reason: Reason.optional() }).strict(),
  z.object({ type: z.literal('OpenNow'), reason: Reason.optional() }).strict(),
  z
    .object({
      type: z.literal('ExtendSurvey'),
      by: IsoDurationText.optional(),
      until: IsoInstant.optional(),
      reason: Reason,
    })
    .strict()
    .refine(({ by, until }) => (by === undefined) !== (until === undefined), { message: 'give either by or until' }),
  z.object({ type: z.literal('CloseEarly'), reason: Reason }).strict(),
  z.object({ type: z.literal('CancelSurvey'), reason: Reason }).strict(),
]);
export type SurveyCommand = z.infer<typeof SurveyCommand>;

/** Tokens to be handed out; those of one request share their attributes. */
export const LinksInput = z
  .object({
    count: z.number().int().min(1).max(5000),
    unit: Id.optional().describe('Unit that the answers count for; default the unit of the survey'),
    channel: Key.optional().describe('How they are handed out, e.g. counter, sms, letter'),
    group: Key.optional(),
    expiresAt: IsoInstant.optional(),
  })
  .strict();
export type LinksInput = z.infer<typeof LinksInput>;

/** One answer sheet: values by the key of their question. Which are right depends on the survey. */
export const AnswersInput = z
  .object({
    token: z.string().min(1).max(200),
    answers: z.record(
      z.string().max(40),
      z.union([z.number(), z.boolean(), z.string().max(8000), z.array(z.string().max(40)).max(50), z.null()]),
    ),
    language: z.enum(LANGUAGES).optional(),
  })
  .strict();

/** A pack's survey: a definition without place and time, with its source, and which of it is our own wording. */
export const SurveyTemplate = z
  .object({
    id: Id,
    name: Named,
    description: Described,
    source: z.array(z.string().min(1)).min(1),
    assumptions: z.array(z.string().min(1)),
    survey: z.object({
      title: Named,
      intro: Described.optional(),
      questions: fields.questions,
      factors: fields.factors,
      groups: fields.groups,
      languages: fields.languages,
    }),
  })
  .strict();
export type SurveyTemplate = z.infer<typeof SurveyTemplate>;
