import { planNow } from '../../activities/reviews.ports';
import type { StoredDated } from '../../activities/dated.ports';
import { IndicatorDefinition } from '../../domain/indicators/indicator.schema';
import { PlanTemplate } from '../../domain/cycle/planTemplate.schema';
import { ProgrammeDefinition } from '../../domain/programmes/programme.schema';
import { ReviewPlan } from '../../domain/reviews/review.schema';
import { SchemeDefinition } from '../../domain/schemes/scheme.schema';
import { ScorecardDefinition } from '../../domain/scorecards/scorecard.schema';
import { ordered } from '../../domain/packs/examples';
import type { PackKind } from '../../domain/packs/pack.schema';
import type { Value } from '../../domain/packs/items';
import type { Context } from '../http/route';
import { putPlanTemplate } from './planTemplates';
import { defineIndicator } from './indicators';
import { newestOf } from './indicatorReading';
import { recordAmount, toldOf } from './programmeFigures';
import { putProgramme } from './programmes';
import { putReviewPlan } from './reviewPlans';
import { putScheme } from './schemes';
import { putScorecard } from './scorecards';

/** A thing of the office's, with the version that an edit of it is made on. */
export type Present = { readonly value: Value; readonly version: number };
export type Writing = {
  readonly id: string;
  readonly value: Value;
  /** Version that the plan saw; 0: it was not there. */
  readonly expected: number;
  readonly reason: string;
  /** Indicators that the same installation brings. */
  readonly coming: ReadonlySet<string>;
  /** That the pack's example data is made, in words. */
  readonly made?: string;
};
/** How things of one kind are read and written: by what the kind's own routes use. */
export type PackWriter = {
  readonly present: (id: string, context: Context) => Promise<Present | undefined>;
  /** @throws ProblemError of the rule it breaks, or CHANGED_MEANWHILE */
  readonly write: (writing: Writing, context: Context) => Promise<unknown>;
};

const indicators: PackWriter = {
  present: async (id, { deps }) => {
    const stored = await deps.indicators.get(id);
    return stored === undefined ? undefined : { value: newestOf(stored).definition, version: stored.version };
  },
  write: async ({ id, value, expected, reason, coming }, context) => {
    const before = await context.deps.indicators.get(id);
    const newest = before === undefined ? undefined : newestOf(before);
    // A version that is to hold from a later day would take over again: the new one takes its place.
    const later = newest !== undefined && newest.validFrom > context.at.slice(0, 10) ? newest.validFrom : undefined;
    const definition = { ...IndicatorDefinition.parse(value), ...(before !== undefined && { reason }) };
    const body = { ...definition, ...(later !== undefined && { validFrom: later }) };
    return defineIndicator({ id, body, before, expected: () => expected, coming }, context);
  },
};

const planTemplates: PackWriter = {
  present: async (id, { deps }) => {
    const stored = await deps.organisation.planTemplates.get(id);
    if (stored === undefined) return undefined;
    const { id: _id, ...value } = stored.value;
    return { value, version: stored.version };
  },
  write: ({ id, value, expected }, context) =>
    putPlanTemplate({ id, value: PlanTemplate.parse(value), expected }, context),
};

const programmes: PackWriter = {
  present: async (id, { deps }) => {
    const stored = await deps.programmes.get(id);
    return stored === undefined ? undefined : { value: valueOf(stored), version: stored.version };
  },
  write: ({ id, value, expected, reason }, context) => {
    const body = { ...ProgrammeDefinition.parse(value), ...(expected > 0 && { reason }) };
    return putProgramme({ id, body, expected: () => expected }, context);
  },
};

/** Of the unit that carries the programme. Amount by amount: what is there already is not written again. */
const books: PackWriter = {
  present: async (id, { deps }) => {
    const stored = await deps.programmes.get(id);
    const unit = stored?.versions.at(-1)?.value.unit;
    const amounts = (await deps.programmeFigures.books([id])).filter((one) => one.unit === unit);
    return amounts.length === 0 ? undefined : { value: { unit, amounts: ordered(amounts) }, version: 0 };
  },
  write: async ({ id, value, reason, made }, context) => {
    const { unit, amounts } = value as { readonly unit: string; readonly amounts: ReturnType<typeof ordered> };
    for (const one of amounts)
      await recordAmount({ programme: id, unit, ...one, reason: `${reason}: ${made ?? ''}` }, context);
    await toldOf(id, context);
  },
};

const scorecards: PackWriter = {
  present: async (id, { deps }) => {
    const stored = await deps.scorecards.get(id);
    return stored === undefined ? undefined : { value: valueOf(stored), version: stored.version };
  },
  write: async ({ id, value, expected, reason }, context) => {
    const last = (await context.deps.scorecards.get(id))?.versions.at(-1);
    // As with indicators: what is to hold from a later day is replaced from that day.
    const later = last !== undefined && last.validFrom > context.at.slice(0, 10) ? last.validFrom : undefined;
    const definition = { ...ScorecardDefinition.parse(value), ...(expected > 0 && { reason }) };
    const body = { ...definition, ...(later !== undefined && { validFrom: later }) };
    return putScorecard({ id, body, expected: () => expected }, context);
  },
};

const reviewPlans: PackWriter = {
  present: async (id, { deps }) => {
    const stored = await deps.reviewPlans.get(id);
    const plan = stored && planNow(stored);
    return stored === undefined || plan === undefined ? undefined : { value: plan, version: stored.version };
  },
  write: ({ id, value, expected, reason }, context) => {
    const body = { ...ReviewPlan.parse(value), ...(expected > 0 && { reason }) };
    return putReviewPlan({ id, body, expected: () => expected }, context);
  },
};

/** A scheme is of the whole office: whoever installs it must be allowed to edit schemes. */
const schemes: PackWriter = {
  present: async (id, { deps }) => {
    const stored = await deps.schemes.get(id);
    return stored === undefined ? undefined : { value: valueOf(stored), version: stored.version };
  },
  write: ({ id, value, expected, reason }, context) => {
    const body = { ...SchemeDefinition.parse(value), ...(expected > 0 && { reason }) };
    return putScheme({ id, body, expected: () => expected }, context);
  },
};

/** What was recorded last. */
const valueOf = <T extends object>({ versions }: StoredDated<T>): Value => ({ ...versions.at(-1)?.value });

/** Surveys and practices stand in the library as soon as the pack does: nothing of them is written. */
export const WRITERS: Readonly<Partial<Record<PackKind, PackWriter>>> = {
  indicator: indicators,
  programme: programmes,
  books,
  scorecard: scorecards,
  review: reviewPlans,
  scheme: schemes,
  planTemplate: planTemplates,
};
