import { z } from 'zod';
import { LANGUAGE } from '../../domain/formula/describe';
import { LIMITS } from '../../domain/formula/limits';
import { parseFormula } from '../../domain/formula/parse';
import { FORMULA_REFUSALS } from '../../domain/formula/refusals';
import type { FormulaRefusalCode } from '../../domain/formula/refusals';
import { inWords } from '../../domain/shared/language';
import { route } from '../http/route';
import { problemOf } from '../problems/problem';
import { SpokenWords } from './wordsView';

const FunctionView = z.object({
  name: z.string(),
  kind: z.enum(['operator', 'function']),
  signature: z.string().describe('How it is written'),
  aliases: z.array(z.string()),
  description: z.string().describe('In the language of the caller'),
  words: SpokenWords,
  example: z
    .object({
      formula: z.string(),
      inputs: z.record(z.string(), z.number().nullable()).optional(),
      gives: z.union([z.number(), z.boolean(), z.string()]),
    })
    .describe(
      'null: the input is missing; `a@1`: of one period earlier. `gives` a value, or the name of there being none',
    ),
});

const functions = route({
  method: 'get',
  path: '/v1/formulas/functions',
  id: 'listFormulaFunctions',
  tag: 'Formulas',
  summary: 'What a formula can do',
  description: 'Every operator and function of the language of formulas, each with an example that holds.',
  action: 'signed-in',
  responses: {
    200: { description: 'The language', schema: z.object({ items: z.array(FunctionView) }), headers: ['ETag'] },
  },
  handle: async (_input, { language }) => ({
    status: 200,
    body: { items: LANGUAGE.map((one) => ({ ...one, description: inWords(one.words, language) })) },
  }),
});

const check = route({
  method: 'post',
  path: '/v1/formulas/check',
  id: 'checkFormula',
  tag: 'Formulas',
  summary: 'Read a formula and check it, without values',
  description:
    'Grammar, functions, kinds of values and sizes are checked; names are not looked up. A refusal points at the place: ' +
    '`position` counts characters from 1. Nothing is executed and nothing is stored.',
  action: 'analysis.try',
  body: z.object({ formula: z.string().max(LIMITS.length) }).strict(),
  bodyExample: { formula: 'percent(onTime / decided) - previous(percent(onTime / decided))' },
  responses: {
    200: {
      description: 'It is a formula',
      schema: z.object({
        ok: z.literal(true),
        type: z.enum(['number', 'truth']).describe('An indicator needs a number'),
        references: z.array(
          z.object({
            name: z.string(),
            lag: z.number().int().describe('Periods back'),
            place: z.object({ start: z.number().int(), end: z.number().int() }).describe('Characters from 0'),
          }),
        ),
      }),
    },
  },
  problems: Object.keys(FORMULA_REFUSALS) as FormulaRefusalCode[],
  handle: async ({ body }, { allow }) => {
    await allow('analysis.try');
    const parsed = parseFormula(body.formula);
    if (!parsed.ok) throw problemOf({ ...parsed.refusal, field: '/formula' });
    const { root, references } = parsed.formula;
    return { status: 200, body: { ok: true, type: root.type, references } };
  },
});

export const formulaRoutes = [functions, check];
