import { z } from 'zod';
import type { StoredIndicator } from '../../activities/indicators.ports';
import { withUnitsBelow } from '../../domain/access/place';
import { QUESTIONS } from '../../domain/cycle/verdict';
import type { Question } from '../../domain/cycle/verdict';
import { counterpartQuestion } from '../../domain/indicators/gaming/counterpart';
import { pileUpQuestion } from '../../domain/indicators/gaming/questions';
import type { IndicatorDefinition } from '../../domain/indicators/indicator.schema';
import { readableWords } from '../../domain/indicators/named';
import { periodOfDay, periodsBetween, shifted } from '../../domain/indicators/period';
import { inForceOrNext } from '../../domain/indicators/versions';
import { Id, IsoDate } from '../../domain/shared/ids.schema';
import { daysOfPeriods, type PeriodWindows } from '../../domain/verdict/librarySeries';
import { limitCollector } from '../../domain/verdict/limits';
import type { Window } from '../../domain/verdict/windows';
import { periodTable } from '../../domain/cases/periods';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { IndicatorParams } from './indicatorReading';
import { asked } from './indicatorValues';
import type { Asked } from './indicatorValues';
import { SpokenWords } from './wordsView';

const PERIODS = 12;
const Days = z.object({ from: IsoDate, to: IsoDate.describe('Not included') });
const QuestionsView = z.object({
  indicator: Id,
  unit: Id,
  window: z.object({ before: Days, after: Days }).describe('Twelve whole periods each'),
  questions: z.array(
    z.object({
      code: z.enum(QUESTIONS),
      words: SpokenWords,
      figures: z.record(z.string(), z.union([z.number(), z.string()])),
    }),
  ),
});

/** The last twelve whole periods, and the twelve before them. */
function lastPeriods({ version, moment }: Asked): PeriodWindows {
  const last = shifted(periodOfDay(moment.today, version.definition.frequency), -1);
  return {
    before: periodsBetween(shifted(last, 1 - 2 * PERIODS), shifted(last, -PERIODS)),
    after: periodsBetween(shifted(last, 1 - PERIODS), last),
  };
}

async function seriesOf(
  stored: StoredIndicator,
  definition: IndicatorDefinition,
  at: { unit: string; periods: PeriodWindows },
  { deps }: Context,
) {
  const read = (periods: readonly string[]) =>
    deps.indicatorValues.values({
      indicator: stored.id,
      unit: at.unit,
      from: periods[0] ?? '',
      to: periods.at(-1) ?? '',
    });
  const values = { before: await read(at.periods.before), after: await read(at.periods.after) };
  return { id: stored.id, definition, definitions: stored.definitions, periods: at.periods, values };
}

async function counterQuestions(about: Asked, periods: PeriodWindows, context: Context): Promise<readonly Question[]> {
  const { definition } = about.version;
  const counter = definition.counterIndicator;
  const stored = counter === undefined ? undefined : await context.deps.indicators.get(counter);
  const other = stored && inForceOrNext(stored.definitions, about.moment.today)?.definition;
  if (stored === undefined || other === undefined || other.frequency !== definition.frequency) return [];
  const at = { unit: about.unit, periods };
  const [own, theirs] = await Promise.all([
    seriesOf(about.stored, definition, at, context),
    seriesOf(stored, other, at, context),
  ]);
  return counterpartQuestion(own, theirs);
}

/** Cases of the unit and those below that were received in the window, held to the limit of the indicator. */
async function limitQuestions(
  { version, unit }: Asked,
  window: Window,
  { deps }: Context,
): Promise<readonly Question[]> {
  const { source, name } = version.definition;
  if (source.type !== 'cases') return [];
  const procedure = (await deps.organisation.procedures.get(source.procedure))?.value;
  if (procedure === undefined) return [];
  const calendar = await deps.calendarOf({ unit: procedure.unit, procedure: procedure.id });
  const { limitWorkingDays } = procedure;
  const { days, net } = source.parameters ?? {};
  const request = {
    timeZone: calendar.timeZone,
    calendar,
    parameters: { ...(days === undefined ? {} : { days }), ...(net === undefined ? {} : { net }) },
    ...(limitWorkingDays === undefined ? {} : { limitWorkingDays }),
  };
  const limit = limitCollector(source.aggregation, request, window);
  if (limit === undefined) return [];
  const below = new Set(withUnitsBelow(await deps.organisation.allUnits(), unit));
  const { starts } = periodTable(window, calendar.timeZone);
  const [from = 0, to = 0] = [starts[0], starts.at(-1)];
  for await (const fact of deps.cases.stream(procedure.id, { from, to }, source.filter))
    if (below.has(fact.unit ?? procedure.unit) || below.has(procedure.unit)) limit.add(fact);
  const found = limit.pileUp();
  return found?.piled === true ? [pileUpQuestion(readableWords(name), found)] : [];
}

const questions = route({
  method: 'get',
  path: '/v1/indicators/{indicator}/questions',
  id: 'getIndicatorQuestions',
  tag: 'Indicators',
  summary: 'What the owner should be asked about the figures',
  description:
    'Two things are looked for: the indicator improves while its counter-indicator gets worse, and cases pile up just inside ' +
    'a limit. Both can have good reasons: they are questions, not accusations.',
  action: 'indicator.value.read',
  params: IndicatorParams,
  query: z.object({ unit: Id.optional().describe("Default is the indicator's home") }).strict(),
  responses: { 200: { description: 'The questions; mostly none', schema: QuestionsView, headers: ['ETag'] } },
  problems: ['NOT_FOUND', 'UNKNOWN_UNIT'],
  handle: async ({ params: { indicator: id }, query }, context) => {
    const about = await asked(id, query, context);
    const periods = lastPeriods(about);
    const [before, after] = [daysOfPeriods(periods.before), daysOfPeriods(periods.after)];
    if (before === undefined || after === undefined) throw new Error('there are always twelve periods');
    const found = [
      ...(await counterQuestions(about, periods, context)),
      ...(await limitQuestions(about, after, context)),
    ];
    return { status: 200, body: { indicator: id, unit: about.unit, window: { before, after }, questions: [...found] } };
  },
});

export const indicatorQuestionRoutes = [questions];
