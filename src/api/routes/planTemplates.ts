import { ProblemError } from '../problems/problem';
import type { Route } from '../http/route';
import type { Answer, Context } from '../http/route';
import type { PlanTemplateInput as Kept } from '../../domain/cycle/planTemplate.schema';
import { documentRoutes, putDocument } from './documents';
import type { DocumentRoutes } from './documents';
import { PlanTemplateInput, PlanTemplateView } from './views';

export const planTemplateExample = {
  name: { vi: 'Cấp đăng ký kinh doanh nhanh hơn', en: 'Quicker business licences', ja: '事業登録の迅速化' },
  description: 'Cho phòng có nhiều hồ sơ phải bổ sung.',
  unit: 'phong-dkkd',
  plan: {
    problem: 'Hồ sơ chờ bổ sung quá lâu.',
    causes: ['Biểu mẫu khó hiểu'],
    indicators: [{ key: 'speed', aggregation: 'median', prediction: { atMost: 2.5 } }],
    countermeasures: [{ key: 'form', title: 'Biểu mẫu mới' }],
    do: 'P3M',
  },
};

const spec: DocumentRoutes<'planTemplate'> = {
  kind: 'planTemplate',
  path: '/v1/plan-templates',
  param: 'template',
  tag: 'Cycles',
  names: { one: 'plan template', many: 'plan templates' },
  input: PlanTemplateInput,
  view: PlanTemplateView,
  example: planTemplateExample,
  documents: ({ deps }) => deps.organisation.planTemplates,
  read: 'planTemplate.read',
  edit: 'planTemplate.edit',
  readAt: () => ({}),
  allowEdit: async ({ before, after }, { allow }) => {
    for (const unit of new Set([before, after].flatMap((one) => (one === undefined ? [] : [one.unit]))))
      await allow('planTemplate.edit', unit === undefined ? {} : { unit });
    if (before === undefined && after === undefined) await allow('planTemplate.edit');
    if (after === undefined && before?.source !== undefined)
      throw new ProblemError('SHIPPED_STAYS', { params: { id: before.id } });
  },
  usedBy: async () => [],
};

export const planTemplateRoutes: readonly Route[] = documentRoutes(spec);

type Putting = { readonly id: string; readonly value: Kept; readonly expected: number };

/** As the route does. @throws ProblemError of the rule it breaks, or CHANGED_MEANWHILE */
export async function putPlanTemplate({ id, value, expected }: Putting, context: Context): Promise<Answer> {
  const before = await context.deps.organisation.planTemplates.get(id);
  return putDocument(spec, { before: before?.value, after: { ...value, id }, expected: () => expected }, context);
}
