import { z } from 'zod';
import { Figure } from '../scoring/scoring.schema';
import { Id } from '../shared/ids.schema';
import { PeriodText } from './indicator.schema';

export const OBSERVATION_STATUSES = ['normal', 'missing', 'estimated', 'provisional', 'not-applicable'] as const;
export type ObservationStatus = (typeof OBSERVATION_STATUSES)[number];

const Shape = z
  .object({
    unit: Id.optional().describe("Unit of the organisation; default is the indicator's home"),
    period: PeriodText,
    value: Figure.optional(),
    numerator: Figure.optional(),
    denominator: Figure.optional(),
    n: z.number().int().min(0).max(1e12).optional().describe('How many single things the value stands for'),
    status: z.enum(OBSERVATION_STATUSES).optional().describe('Default: normal, or missing where no value is given'),
    reason: z.string().trim().min(1).max(4000).optional().describe('Why; a correction does not go without'),
    evidence: z
      .array(z.string().regex(/^[\w-]{1,100}$/))
      .max(20)
      .optional()
      .describe('Ids of uploaded files'),
    source: z.string().trim().min(1).max(300).optional().describe('Where the figure was taken from, in words'),
  })
  .strict();

type Given = z.infer<typeof Shape>;
const silent = ({ status }: Given): boolean => status === 'missing' || status === 'not-applicable';
const figures = ({ value, numerator, denominator }: Given): boolean =>
  value !== undefined || (numerator !== undefined && denominator !== undefined);

/** One value as it is entered: a value, or numerator and denominator, or the statement that there is none. */
export const ObservationEntry = Shape.refine((o) => silent(o) || figures(o), {
  message: 'give value, or numerator and denominator, or status missing or not-applicable',
  path: ['value'],
})
  .refine((o) => !silent(o) || (o.value === undefined && o.numerator === undefined && o.denominator === undefined), {
    message: 'what is missing or not applicable has no value',
    path: ['value'],
  })
  .refine((o) => (o.numerator === undefined) === (o.denominator === undefined), {
    message: 'give numerator and denominator, or neither',
    path: ['denominator'],
  });
export type ObservationEntry = z.infer<typeof ObservationEntry>;

export const ObservationEntries = z.union([
  ObservationEntry,
  z.object({ items: z.array(ObservationEntry).min(1).max(5000) }).strict(),
]);
