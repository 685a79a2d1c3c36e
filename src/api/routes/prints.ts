import { z } from 'zod';
import { endOfWorkingDay } from '../../domain/calendar/workingDays';
import { duesOf } from '../../domain/cycle/dues';
import { Id } from '../../domain/shared/ids.schema';
import { LANGUAGES } from '../../domain/shared/language';
import { a3Of } from '../print/a3';
import { reportOf } from '../print/report';
import { route } from '../http/route';
import { cyclesIn } from './cycleHistory';
import { CycleParams, readable } from './cycles';
import { lastValuesOf, readerOf, seriesOf } from './printFacts';
import { pdf, PDF } from './printed';
import { unitsOfHistory } from './unitsRead';

const query = z
  .object({ language: z.enum(LANGUAGES).optional().describe('Of the sheet; default: that of the request') })
  .strict();
const responses = { 200: { description: 'A PDF', binary: PDF } } as const;

const a3 = route({
  method: 'get',
  path: '/v1/cycles/{id}/a3',
  id: 'printCycle',
  tag: 'Cycles',
  summary: 'A cycle as an A3 sheet to print (PDF)',
  action: 'cycle.read',
  params: CycleParams,
  query,
  responses,
  problems: ['NO_SUCH_CYCLE'],
  handle: async ({ params: { id }, query: { language } }, context) => {
    const { cycle } = await readable(id, 'cycle.read', context);
    const spoken = language ?? context.language;
    const reader = await readerOf({ place: cycle, about: cycle, language: spoken }, context);
    return pdf(`a3-${cycle.id}`, spoken, a3Of(cycle, reader, await seriesOf(cycle, context)));
  },
});

const report = route({
  method: 'get',
  path: '/v1/units/{unit}/report',
  id: 'printUnitReport',
  tag: 'Cycles',
  summary: 'What came of the cycles of a unit and those below it, to print (PDF)',
  description: 'With the indicators of the unit, as far as you may read their values, and what is outstanding.',
  action: 'history.read',
  params: z.object({ unit: Id }),
  query,
  responses,
  problems: ['NOT_FOUND'],
  handle: async ({ params: { unit }, query: { language } }, context) => {
    const units = await unitsOfHistory(unit, context);
    const cycles = await cyclesIn(units, { unit }, context);
    const calendar = await context.deps.calendarOf({ unit, procedure: '' });
    const dues = cycles.flatMap((cycle) => duesOf(cycle, (day) => endOfWorkingDay(calendar, day)));
    const spoken = language ?? context.language;
    const place = { unit, procedure: '' };
    const about = { leads: cycles.map(({ lead }) => lead), dues: dues.map(({ persons }) => persons) };
    const reader = await readerOf({ place, about, language: spoken }, context);
    const indicators = await lastValuesOf(unit, spoken, context);
    return pdf(`report-${unit}`, spoken, reportOf({ unit, cycles, indicators, dues }, reader));
  },
});

export const printRoutes = [a3, report];
