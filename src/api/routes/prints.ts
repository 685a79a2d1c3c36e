import { Readable } from 'node:stream';
import { z } from 'zod';
import { withUnitsBelow } from '../../domain/access/place';
import { Id } from '../../domain/shared/ids.schema';
import { a3Of } from '../print/a3';
import type { Reader } from '../print/a3';
import type { Sheet } from '../print/flow';
import { reportOf } from '../print/report';
import { route } from '../http/route';
import type { Answer, Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { rowsOf } from './cycleHistory';
import { CycleParams, readable } from './cycles';

const a3 = route({
  method: 'get',
  path: '/v1/cycles/{id}/a3',
  id: 'printCycle',
  tag: 'Cycles',
  summary: 'A cycle as an A3 sheet to print (PDF)',
  action: 'cycle.read',
  params: CycleParams,
  responses: { 200: { description: 'A PDF', binary: true } },
  problems: ['NO_SUCH_CYCLE'],
  handle: async ({ params: { id } }, context) => {
    const { cycle } = await readable(id, 'cycle.read', context);
    return pdf(`a3-${cycle.id}`, a3Of(cycle, await readerOf(context, cycle)));
  },
});

const report = route({
  method: 'get',
  path: '/v1/units/{unit}/report',
  id: 'printUnitReport',
  tag: 'Cycles',
  summary: 'What came of the cycles of a unit and those below it, to print (PDF)',
  action: 'history.read',
  params: z.object({ unit: Id }),
  responses: { 200: { description: 'A PDF', binary: true } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { unit } }, context) => {
    await context.allow('history.read', { unit });
    const units = withUnitsBelow(await context.deps.organisation.allUnits(), unit);
    if (units.length === 0) throw new ProblemError('NOT_FOUND', { params: { kind: 'unit', id: unit } });
    const rows = await rowsOf(units, { unit }, context);
    return pdf(`report-${unit}`, reportOf(unit, rows, await readerOf(context, { unit, procedure: '' }, rows)));
  },
});

type Place = { readonly unit: string; readonly procedure: string };

/** Names are looked up once; who is not known any more is called by id. */
async function readerOf(
  { deps, language }: Context,
  place: Place,
  people: readonly { lead: string }[] = [],
): Promise<Reader> {
  const { timeZone } = await deps.calendarOf(place);
  const spoken = language === 'vi' ? 'vi' : 'en';
  const format = new Intl.DateTimeFormat(spoken === 'vi' ? 'vi' : 'en-GB', { dateStyle: 'medium', timeZone });
  const ids = new Set([...people.map(({ lead }) => lead), ...peopleIn(place)]);
  const names = new Map<string, string>();
  for (const id of ids) names.set(id, (await deps.organisation.people.get(id))?.value.name ?? id);
  const procedure = await deps.organisation.procedures.get(place.procedure);
  if (procedure !== undefined) names.set(place.procedure, procedure.value.name);
  const unit = await deps.organisation.units.get(place.unit);
  if (unit !== undefined) names.set(place.unit, unit.value.name);
  return { language: spoken, name: (id) => names.get(id) ?? id, day: (at) => format.format(new Date(at)) };
}

function peopleIn(place: object): readonly string[] {
  const { lead, plan, decision } = place as {
    lead?: string;
    plan?: { reviewers?: string[]; countermeasures?: { owner?: string }[] };
    decision?: { signer: string };
  };
  const owners = plan?.countermeasures?.map(({ owner }) => owner) ?? [];
  return [lead, decision?.signer, ...owners, ...(plan?.reviewers ?? [])].filter((id) => id !== undefined);
}

function pdf(name: string, doc: Sheet): Answer {
  doc.end();
  return {
    status: 200,
    bytes: Readable.from(doc),
    headers: {
      'Content-Type': 'application/pdf',
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `inline; filename="${name.replace(/[^\w.-]+/g, '-')}.pdf"`,
      'X-Content-Type-Options': 'nosniff',
    },
  };
}

export const printRoutes = [a3, report];
