import { z } from 'zod';
import type { PeopleLook, PeriodRow } from '../../activities/evaluationPeriods.ports';
import type { Action } from '../../domain/access/actions';
import { changesIn } from '../../domain/evaluationPeriods/fairness/changes';
import { exceptionsIn } from '../../domain/evaluationPeriods/fairness/exceptions';
import { ratersIn } from '../../domain/evaluationPeriods/fairness/raters';
import type { Maxima } from '../../domain/evaluationPeriods/fairness/row';
import { rounded } from '../../domain/evaluationPeriods/fairness/row';
import { unitsIn } from '../../domain/evaluationPeriods/fairness/units';
import { exceededGroups } from '../../domain/evaluationPeriods/quota';
import { relationsToPeriod } from '../../domain/evaluationPeriods/relations';
import type { SchemeDefinition } from '../../domain/schemes/scheme.schema';
import { route } from '../http/route';
import type { Context } from '../http/route';
import {
  ChangesView,
  exceptionView,
  ExceptionsView,
  movedView,
  quotaGroupView,
  QuotaView,
  RatersView,
  UnitsView,
} from './evaluationPeriodLookViews';
import { PERIOD_TAG, PeriodParams, presentPeriod } from './evaluationPeriodReading';
import { SampleView } from './evaluationPeriodViews';
import { actingFor } from './standing';

const PATH = '/v1/evaluation-periods/{id}';
const shared = {
  method: 'get',
  tag: PERIOD_TAG,
  params: PeriodParams,
  problems: ['NO_SUCH_EVALUATION_PERIOD'],
} as const;

type Looking = PeopleLook & { readonly row: PeriodRow };
async function lookAt(id: string, action: Action, context: Context): Promise<Looking> {
  const row = await presentPeriod(id, action, context);
  return { row, ...(await context.deps.periodPeople.look(row.period)) };
}

const quota = route({
  ...shared,
  path: `${PATH}/quota`,
  id: 'getEvaluationQuota',
  summary: 'Who keeps the limited class by the quota, ranked, with the rule in words; a proposal',
  action: 'evaluationPeriod.people',
  responses: { 200: { description: 'Groups', schema: QuotaView, headers: ['ETag'] } },
  handle: async ({ params: { id } }, context) => {
    const { row, quota: groups } = await lookAt(id, 'evaluationPeriod.people', context);
    const { quotas } = row.period.scheme;
    const items = groups.map((group) => quotaGroupView(group, quotas[group.rule]?.share ?? 0, context.language));
    return { status: 200, body: { groups: items, exceeded: exceededGroups(groups, row.period.quota) } };
  },
});

const exceptions = route({
  ...shared,
  path: `${PATH}/exceptions`,
  id: 'listEvaluationExceptions',
  summary: 'Whose rating needs a look, and why; the others can be approved together',
  description: 'Heads and the calibrating body see everybody; a manager or approver sees their own people.',
  action: ['evaluationPeriod.people', 'evaluationPeriod.read'],
  responses: { 200: { description: 'Exceptions, the gravest first', schema: ExceptionsView, headers: ['ETag'] } },
  handle: async ({ params: { id } }, context) => {
    const { row, all, rows, definition } = await lookAtOwn(id, context);
    const before = await context.deps.periodPeople.before(
      row.period,
      rows.map(({ person }) => person),
    );
    const facts = { maxima: maximaOf(definition), before, smallGroup: definition.smallGroup };
    const shown = new Set(rows.map(({ person }) => person));
    const found = exceptionsIn(all, facts).filter((one) => shown.has(one.row.person));
    const marked = new Set(found.map((one) => one.row.person));
    const plain = rows.filter(({ person, phase }) => !marked.has(person) && phase !== 'excluded');
    return {
      status: 200,
      body: {
        people: rows.length,
        items: found.map((one) => exceptionView(one, context.language)),
        plain: plain.map(({ person }) => person),
      },
    };
  },
});

/** Everybody for whoever may see them; else the people this person rates or approves, wherever in the tree they stand. */
async function lookAtOwn(id: string, context: Context) {
  const found = await context.deps.evaluationPeriods.get(id);
  const row = found ?? (await presentPeriod(id, 'evaluationPeriod.read', context));
  const { period } = row;
  const standing = await actingFor(context);
  const selves = [standing.id, ...(standing.standsInFor ?? [])];
  const { rows: all, definition } = await context.deps.periodPeople.look(period);
  const own = all.filter(({ manager = '', approver = '' }) => selves.includes(manager) || selves.includes(approver));
  const place = { unit: period.unit, relations: relationsToPeriod(period, standing) };
  const everybody = await context.may('evaluationPeriod.people', place);
  if (own.length === 0 || everybody) await context.allow('evaluationPeriod.read', place);
  return { row, all, rows: everybody ? all : own, definition };
}

const sample = route({
  ...shared,
  path: `${PATH}/sample`,
  id: 'listEvaluationSamples',
  summary: 'Samples that were drawn for checking (`DrawSample`), each with its seed: it can be drawn again',
  action: 'evaluationPeriod.people',
  responses: { 200: { description: 'Samples', schema: z.object({ items: z.array(SampleView) }), headers: ['ETag'] } },
  handle: async ({ params: { id } }, context) => {
    const { period } = await presentPeriod(id, 'evaluationPeriod.people', context);
    return { status: 200, body: { items: period.samples } };
  },
});

const changes = route({
  ...shared,
  path: `${PATH}/changes`,
  id: 'getEvaluationChanges',
  summary: 'What changed since the period before: who moved class, who came, who went',
  action: 'evaluationPeriod.people',
  responses: { 200: { description: 'Changes', schema: ChangesView, headers: ['ETag'] } },
  handle: async ({ params: { id } }, context) => {
    const { row, rows, definition } = await lookAt(id, 'evaluationPeriod.people', context);
    const before = await context.deps.periodPeople.before(
      row.period,
      rows.map(({ person }) => person),
    );
    const keys = definition.bands.map(({ key }) => key);
    const look = changesIn(rows, before, (key) => keys.indexOf(key));
    return { status: 200, body: { ...look, moved: look.moved.map(movedView) } };
  },
});

const raters = route({
  ...shared,
  path: `${PATH}/raters`,
  id: 'getEvaluationRaters',
  summary: 'How strictly and how differently raters rate; for the calibrating body',
  description:
    'A reason to talk, never a penalty. Raters of fewer people than `smallGroup` of the scheme are not shown.',
  action: 'evaluationPeriod.raters',
  responses: { 200: { description: 'Raters, the strictest first', schema: RatersView, headers: ['ETag'] } },
  handle: async ({ params: { id } }, context) => {
    const { rows, definition } = await lookAt(id, 'evaluationPeriod.raters', context);
    const look = ratersIn(rows, { maxima: maximaOf(definition), smallGroup: definition.smallGroup });
    const round = ({ mean, severity, spread, ...one }: (typeof look.raters)[number]) => ({
      ...{ ...one, mean: rounded(mean), severity: rounded(severity), spread: rounded(spread) },
    });
    const body = { ...look, raters: look.raters.map(round) };
    return { status: 200, body: { ...body, ...(look.mean !== undefined && { mean: rounded(look.mean) }) } };
  },
});

const units = route({
  ...shared,
  path: `${PATH}/units`,
  id: 'getEvaluationUnits',
  summary: 'Mean results of units on a control chart; for the head',
  description:
    'Limits narrow with the number of people. A unit beyond them is a reason to look, never a penalty. Units of fewer people ' +
    'than `smallGroup` of the scheme are not shown.',
  action: 'evaluationPeriod.units',
  responses: { 200: { description: 'Units', schema: UnitsView, headers: ['ETag'] } },
  handle: async ({ params: { id } }, context) => {
    const { rows, definition } = await lookAt(id, 'evaluationPeriod.units', context);
    const { units: names, chart, small } = unitsIn(rows, definition.smallGroup);
    if (!chart.ok) return { status: 200, body: { units: [], because: chart.because, small } };
    const points = chart.points.map(({ n, value, place, ...limits }, i) => ({
      ...{ unit: names[i] ?? '', people: n, mean: rounded(value), place },
      ...Object.fromEntries(Object.entries(limits).map(([key, limit]) => [key, rounded(limit)])),
    }));
    const { centre, dispersion } = chart;
    return { status: 200, body: { centre: rounded(centre), dispersion: rounded(dispersion), units: points, small } };
  },
});

const maximaOf = ({ sections }: SchemeDefinition): Maxima =>
  new Map(
    sections.flatMap(({ key, of }) =>
      of.type === 'rated' ? of.criteria.map((one) => [`${key}/${one.key}`, one.max] as const) : [],
    ),
  );

export const evaluationPeriodLookRoutes = [quota, exceptions, sample, changes, raters, units];
