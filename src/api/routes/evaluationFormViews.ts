import { z } from 'zod';
import type { PersonalForm } from '../../domain/forms/personal';
import type { SummaryForm } from '../../domain/forms/summary';
import { Id, IsoDate } from '../../domain/shared/ids.schema';

const Vi = z.string().describe('In Vietnamese: the form is an official one');
const Count = z.number().int().min(0);
const State = z
  .enum(['published', 'provisional', 'not-rated'])
  .describe('provisional: as it stands, not told yet; not-rated: no result in this period');
const Result = z.object({
  total: z.number().optional().describe('Rounded to three decimals'),
  class: z.string().optional(),
  className: Vi.optional(),
});

export const PersonalFormView = z.object({
  evaluation: z.string(),
  person: Id,
  personName: z.string(),
  unit: Id,
  agency: Id,
  position: z.string(),
  period: z.string(),
  scheme: Vi,
  state: State,
  sections: z.array(
    z.object({
      ...{ key: z.string(), name: Vi, max: z.number(), points: z.number().optional() },
      criteria: z.array(
        z.object({
          ...{ key: z.string(), name: Vi, max: z.number(), self: z.number().optional() },
          ...{ manager: z.number().optional(), approved: z.number().optional() },
        }),
      ),
    }),
  ),
  work: z.array(
    z.object({
      ...{ item: z.string(), title: z.string(), coefficient: z.number(), quantity: z.number(), weight: z.number() },
      ...{ due: IsoDate, done: z.boolean(), doneOn: IsoDate.optional(), qualityFailures: Count, delays: Count },
      objectiveCause: z.boolean(),
    }),
  ),
  letters: z.record(z.string(), z.number()).describe('a, b, c, of leaders d, dd (đ) and e: percent'),
  result: Result,
  lowered: z.boolean().describe('The class is that of the quota'),
  findings: z.array(z.object({ name: Vi, document: z.string() })),
  comments: z.object({ self: z.string().optional(), manager: z.string().optional(), approved: z.string().optional() }),
  manager: Id.optional(),
  approver: Id.optional(),
  assumptions: z.array(Vi).describe('What no source states: marked [A] on the form'),
});

export const SummaryFormView = z.object({
  period: z.string().describe('Id of the period of evaluation'),
  of: z.string(),
  unit: Id,
  scheme: Vi,
  state: z.enum(['published', 'provisional']),
  people: Count,
  counts: z.array(z.object({ class: z.string(), name: Vi, people: Count })),
  notRated: Count,
  units: z.array(
    z.object({
      unit: Id,
      unitName: z.string(),
      rows: z.array(
        z.object({
          ...{ evaluation: z.string(), person: Id, personName: z.string(), position: z.string(), state: State },
          ...{ result: Result, lowered: z.boolean(), reason: z.string().optional() },
        }),
      ),
    }),
  ),
  assumptions: z.array(Vi),
});

type Named = (id: string) => string;
const resultView = ({ className, ...rest }: PersonalForm['result']) => ({
  ...rest,
  ...(className !== undefined && { className: className.vi }),
});

export function personalFormView(form: PersonalForm, name: Named): z.input<typeof PersonalFormView> {
  return {
    ...form,
    personName: name(form.person),
    scheme: form.scheme.vi,
    sections: form.sections.map((one) => ({
      ...one,
      name: one.name.vi,
      criteria: one.criteria.map((criterion) => ({ ...criterion, name: criterion.name.vi })),
    })),
    work: form.work.map((one) => ({ ...one })),
    result: resultView(form.result),
    findings: form.findings.map((one) => ({ ...one, name: one.name.vi })),
    comments: { ...form.comments },
    letters: { ...form.letters },
    assumptions: form.assumptions.map(({ vi }) => vi),
  };
}

export function summaryFormView(
  form: SummaryForm,
  names: { readonly person: Named; readonly unit: Named },
): z.input<typeof SummaryFormView> {
  return {
    ...form,
    scheme: form.scheme.vi,
    counts: form.counts.map((one) => ({ ...one, name: one.name.vi })),
    units: form.units.map(({ unit, rows }) => ({
      ...{ unit, unitName: names.unit(unit) },
      rows: rows.map((one) => ({ ...one, personName: names.person(one.person), result: resultView(one.result) })),
    })),
    assumptions: form.assumptions.map(({ vi }) => vi),
  };
}
