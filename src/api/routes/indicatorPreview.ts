import { z } from 'zod';
import { periodsAsked } from '../../domain/indicators/askedPeriods';
import { readable } from '../../domain/indicators/named';
import { readsOf } from '../../domain/indicators/reads';
import { warningsOf } from '../../domain/indicators/warnings';
import { Id } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import { route } from '../http/route';
import * as examples from './indicatorExamples';
import { demandSound } from './indicatorChecks';
import { allowValues, demandUnit, IndicatorParams, momentOf, parameterProblem, PeriodOrDay } from './indicatorReading';
import { allowEdit, editOf } from './indicators';
import { IndicatorInput, IndicatorValueView, ValuesView, valueView, Warnings } from './indicatorViews';

/** What is there today is worth a glance only where the periods are as long. */
const PreviewView = ValuesView.extend({
  now: z
    .array(IndicatorValueView)
    .optional()
    .describe('The same periods by what is stored; missing for a new indicator or another frequency'),
  warnings: Warnings.describe('What is accepted, and should be known'),
});

const example = {
  ...examples.values,
  now: examples.values.values,
  warnings: [],
};

/** The values of the last periods by a definition that is being written. */
export const indicatorPreview = route({
  method: 'post',
  path: '/v1/indicators/{indicator}/preview',
  id: 'previewIndicator',
  tag: 'Indicators',
  summary: 'Try a definition on the data there is, before it is put',
  description:
    'Takes what PUT takes and refuses what PUT refuses, but stores nothing. The values are those the definition would give ' +
    'had it always held, from the data as it is known now; closed periods, which keep their values, are computed too.',
  action: ['indicator.edit', 'indicator.value.read'],
  params: IndicatorParams,
  query: z
    .object({
      unit: Id.optional().describe('Unit of the organisation; default is the home'),
      from: PeriodOrDay.optional().describe('First period, or a day in it; default: eleven before the last'),
      to: PeriodOrDay.optional().describe('Last period; default: the one that lies in today'),
    })
    .strict(),
  body: IndicatorInput,
  bodyExample: examples.indicator,
  responses: { 200: { description: 'The values, oldest first', schema: PreviewView, example } },
  problems: [
    ...['NO_UNIT_YET', 'UNKNOWN_UNIT', 'UNKNOWN_PERSON', 'UNKNOWN_PROCEDURE', 'UNKNOWN_SURVEY'],
    ...['UNKNOWN_INDICATOR', 'OWN_COUNTER_INDICATOR', 'NO_SUCH_AGGREGATION'],
    ...['PERIODS_ARE_FINER', 'FROM_IS_AFTER_TO', 'TOO_MANY_PERIODS'],
  ] as const,
  handle: async ({ params: { indicator: id }, query, body }, context) => {
    const { indicators, indicatorValues } = context.deps;
    const before = await indicators.get(id);
    const { definition } = await editOf(body, before, context);
    await allowEdit(before, definition.home, context);
    const unit = query.unit ?? definition.home;
    await allowValues(undefined, unit, context);
    await demandUnit(unit, context);
    await demandSound({ id, definition, reads: readsOf(definition) }, context);
    const { today } = await momentOf(unit, undefined, context);
    const periods = periodsAsked({ from: query.from, to: query.to }, definition.frequency, today);
    if (!periods.ok) throw parameterProblem(periods.refusal);
    const asked = { indicator: id, unit, from: periods.from, to: periods.to };
    const { language } = context;
    const values = await indicatorValues.preview(asked, definition);
    const same = before?.definitions.at(-1)?.definition.frequency === definition.frequency;
    const now = same ? { now: (await indicatorValues.values(asked)).map((one) => valueView(one, language)) } : {};
    const { name, unit: unitOfMeasure, direction, frequency } = definition;
    const head = { indicator: id, name: readable(name, language), unit, unitOfMeasure, direction, frequency };
    const warnings = warningsOf(definition).map(({ words, ...one }) => ({ ...one, message: inWords(words, language) }));
    return {
      status: 200,
      body: { ...head, values: values.map((one) => valueView(one, language)), ...now, warnings },
    };
  },
});
