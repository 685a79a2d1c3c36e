import { Readable } from 'node:stream';
import { z } from 'zod';
import type { PeriodRow } from '../../activities/evaluationPeriods.ports';
import type { EvaluationRow } from '../../activities/evaluations.ports';
import { withUnitsBelow } from '../../domain/access/place';
import { relationsToPeriod } from '../../domain/evaluationPeriods/relations';
import { personalForm } from '../../domain/forms/personal';
import { summaryForm } from '../../domain/forms/summary';
import { firstDayOf } from '../../domain/indicators/period';
import { Id } from '../../domain/shared/ids.schema';
import type { OfficialForm } from '../forms/blocks';
import { personalSheet } from '../forms/personal';
import { formPdf } from '../forms/pdf';
import { summarySheet } from '../forms/summary';
import type { Names } from '../forms/vietnamese';
import { formXlsx } from '../forms/xlsx';
import { route } from '../http/route';
import type { Answer, Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { MEDIA_TYPES } from '../tables/table';
import { personalFormView, PersonalFormView, summaryFormView, SummaryFormView } from './evaluationFormViews';
import { PERIOD_TAG, PeriodParams, presentPeriod } from './evaluationPeriodReading';
import { definitionFor, EVALUATION_TAG, EvaluationParams, noteAccess, presentEvaluation } from './evaluationReading';
import { pdf, PDF } from './printed';
import { actingFor } from './standing';

const ASKED = ['json', 'pdf', 'xlsx'] as const;
type Asked = (typeof ASKED)[number];
const query = {
  format: z.enum(ASKED).optional().describe('For a link; default: as `Accept` says, else JSON'),
};
const TYPES = { json: 'application/json', pdf: PDF, xlsx: MEDIA_TYPES.xlsx } as const;
const also = [PDF, MEDIA_TYPES.xlsx];

function formatOf(asked: Asked | undefined, { accepts }: Context): Asked {
  if (asked !== undefined) return asked;
  const type = accepts(Object.values(TYPES));
  return ASKED.find((format) => TYPES[format] === type) ?? 'json';
}

/** Names of units and of these people; who is not known any more is called by id. */
async function namesFor(persons: readonly string[], { deps }: Context): Promise<Names> {
  const units = new Map((await deps.organisation.allUnits()).map((one) => [one.id, one]));
  const people = new Map<string, string>();
  for (const id of new Set(persons)) {
    const found = await deps.organisation.people.get(id);
    if (found !== undefined) people.set(id, found.value.name);
  }
  const unit = (id: string) => units.get(id)?.name ?? id;
  const above = (id: string) => {
    const parent = units.get(id)?.parent;
    return parent === undefined ? undefined : unit(parent);
  };
  return { unit, above, person: (id) => people.get(id) ?? id };
}

type Sheet = { readonly form: OfficialForm; readonly unit: string; readonly names: Names };

async function fileAnswer(format: 'pdf' | 'xlsx', { form, unit, names }: Sheet, context: Context): Promise<Answer> {
  if (format === 'pdf') {
    const { timeZone } = await context.deps.calendarOf({ unit, procedure: '' });
    const day = new Intl.DateTimeFormat('vi', { dateStyle: 'medium', timeZone }).format(new Date(context.at));
    return pdf(form.file, 'vi', formPdf(form, { office: names.unit(unit), printed: `In ngày ${day}` }));
  }
  const bytes = await formXlsx(form);
  return {
    status: 200,
    bytes: Readable.from([bytes]),
    headers: {
      'Content-Type': MEDIA_TYPES.xlsx,
      'Content-Length': `${bytes.byteLength}`,
      'Content-Language': 'vi',
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `attachment; filename="${form.file.replace(/[^\w.-]+/g, '-')}.xlsx"`,
      'X-Content-Type-Options': 'nosniff',
    },
  };
}

const personal = route({
  method: 'get',
  path: '/v1/evaluations/{id}/form',
  id: 'getEvaluationForm',
  tag: EVALUATION_TAG,
  summary: 'The official personal form (Vietnamese) of an evaluation: JSON, to print (PDF) or as a workbook (XLSX)',
  description:
    '“Phiếu tự đánh giá, xếp loại chất lượng”: criteria with the points of the person, the manager and as approved, the work, ' +
    'a, b, c, total and class, comments, places for signatures. No source states the layout: it is marked [A].',
  action: 'evaluation.read',
  params: EvaluationParams,
  query: z.object(query).strict(),
  responses: { 200: { description: 'The form', schema: PersonalFormView, also, headers: ['ETag'] } },
  problems: ['NO_SUCH_EVALUATION'],
  handle: async ({ params: { id }, query: { format } }, context) => {
    const row = await presentEvaluation(id, 'evaluation.read', context);
    await noteAccess([row], 'form', context);
    const { evaluation, version } = row;
    const form = personalForm(evaluation, await definitionFor(evaluation, context));
    const { person, manager = person, approver = person, agency: unit } = form;
    const names = await namesFor([person, manager, approver], context);
    const asked = formatOf(format, context);
    if (asked === 'json') return { status: 200, body: personalFormView(form, names.person), version };
    return fileAnswer(asked, { form: personalSheet(form, names), unit, names }, context);
  },
});

const summary = route({
  method: 'get',
  path: '/v1/evaluation-periods/{id}/form',
  id: 'getEvaluationPeriodForm',
  tag: PERIOD_TAG,
  summary: 'The official list of results of a period (Vietnamese), unit by unit: JSON, PDF or XLSX',
  description:
    '“Bảng tổng hợp kết quả đánh giá, xếp loại”. With `unit` only that unit and those below it. Before the publication it says ' +
    'that the results are provisional. Each person whose result is shown can read who took the list.',
  action: 'evaluationPeriod.people',
  params: PeriodParams,
  query: z.object({ ...query, unit: Id.optional().describe('With the units below it') }).strict(),
  responses: { 200: { description: 'The list', schema: SummaryFormView, also } },
  problems: ['NO_SUCH_EVALUATION_PERIOD', 'NOT_FOUND'],
  handle: async ({ params: { id }, query: { format, unit } }, context) => {
    const { period } = await periodFor(id, unit, context);
    const rows = await rowsOf(id, unit, context);
    await noteAccess(rows, 'form', context);
    const scheme = await context.deps.schemeInForce(period.scheme.id, firstDayOf(period.period));
    if (scheme === undefined) throw new Error(`there is no scheme ${period.scheme.id}`);
    const people = rows.map(({ evaluation }) => evaluation);
    const form = summaryForm({ ...period, unit: unit ?? period.unit }, people, scheme.definition);
    const names = await namesFor(
      people.map(({ person }) => person),
      context,
    );
    const asked = formatOf(format, context);
    if (asked === 'json') return { status: 200, body: summaryFormView(form, names) };
    return fileAnswer(asked, { form: summarySheet(form, names), unit: form.unit, names }, context);
  },
});

/** The period, for whoever may see the people of the unit that is asked for. */
export async function periodFor(id: string, unit: string | undefined, context: Context): Promise<PeriodRow> {
  const row = await context.deps.evaluationPeriods.get(id);
  if (row === undefined || unit === undefined) return presentPeriod(id, 'evaluationPeriod.people', context);
  const relations = relationsToPeriod(row.period, await actingFor(context));
  await context.allow('evaluationPeriod.people', { unit, relations });
  return row;
}

/** Everybody of a period, or of one unit of it with those below. */
export async function rowsOf(id: string, unit: string | undefined, { deps }: Context): Promise<EvaluationRow[]> {
  const units = await deps.organisation.allUnits();
  if (unit !== undefined && !units.some((one) => one.id === unit))
    throw new ProblemError('NOT_FOUND', { params: { kind: 'unit', id: unit } });
  const within = unit === undefined ? undefined : new Set(withUnitsBelow(units, unit));
  const rows: EvaluationRow[] = [];
  for await (const row of deps.evaluations.ofPeriod(id))
    if (within === undefined || within.has(row.evaluation.unit)) rows.push(row);
  return rows;
}

export const evaluationFormRoutes = [personal, summary];
