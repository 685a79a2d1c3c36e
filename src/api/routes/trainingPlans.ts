import { z } from 'zod';
import type { NeedRow } from '../../activities/trainings.ports';
import { placeOfEvaluation } from '../../activities/evaluations.ports';
import { placeOfNeed } from '../../activities/trainings.ports';
import { withUnitsBelow } from '../../domain/access/place';
import { effectiveRatings } from '../../domain/evaluations/factsOf';
import { inWords } from '../../domain/shared/language';
import { Id } from '../../domain/shared/ids.schema';
import { effectOf } from '../../domain/training/effects';
import { pairsOf } from '../../domain/training/pairs';
import type { Rated } from '../../domain/training/pairs';
import { NEED_STATUSES } from '../../domain/training/state';
import { isSettled } from '../../domain/training/weak';
import { afterOf, keptPage, pageQuery } from '../http/cursor';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { maxOf, namesOf, settingsNow, TRAINING_TAG as tag } from './trainingReading';
import { EffectView, PlanView, planView } from './trainingViews';
import { pageOfItems } from './views';

const PLANNED = ['planned', 'completed', 'closed'] as const;
const [MOST_NEEDS, AT_ONCE, MOST_EVALUATIONS] = [5_000, 500, 50_000] as const;

const plans = route({
  method: 'get',
  path: '/v1/training/plans',
  id: 'listTrainingPlans',
  tag,
  summary: 'Plans and completions of a unit, without any score',
  description: 'For whoever sees to training in the unit: who learns what, how and until when.',
  action: 'training.plans',
  query: z
    .object({
      unit: Id.optional().describe('With the units below it'),
      status: z.enum(NEED_STATUSES).optional(),
      ...pageQuery,
    })
    .strict(),
  responses: {
    200: { description: 'Plans, newest need first', schema: pageOfItems(PlanView), headers: ['Link', 'ETag'] },
  },
  problems: ['INVALID_CURSOR'],
  handle: async ({ query: { unit, status, cursor, limit } }, context) => {
    const { deps, may } = context;
    await may('training.plans', {});
    const units = unit === undefined ? undefined : withUnitsBelow(await deps.organisation.allUnits(), unit);
    const query = { statuses: PLANNED, ...(units && { units }), ...(status && { status }) };
    const page = await keptPage<NeedRow>(
      (after, most) => deps.trainings.list({ ...query, ...(after && { after }), limit: most }),
      { after: afterOf(cursor), limit, keyOf: placeOfNeed },
      ({ need }) => may('training.plans', { unit: need.unit }),
    );
    const names = await namesOf(
      page.items.map(({ need }) => need.person),
      context,
    );
    return { status: 200, body: { ...page, items: page.items.flatMap((row) => planView(row, names) ?? []) } };
  },
});

const effects = route({
  method: 'get',
  path: '/v1/training/effects',
  id: 'getTrainingEffect',
  tag,
  summary: 'Whether a criterion improved more among those trained than among those as weak who were not',
  description:
    'The changes of the two groups are compared (Mann–Whitney): whoever is chosen for a low value has a better one next time by ' +
    'chance alone, so before and after of the trained would prove nothing. Nothing is shown of small groups.',
  action: 'training.effects',
  query: z
    .object({
      unit: Id.describe('With the units below it'),
      scheme: Id,
      criterion: z.string().min(1).max(130).describe('`section/criterion`'),
    })
    .strict(),
  responses: { 200: { description: 'The verdict', schema: EffectView } },
  problems: ['TRAINING_TOO_MANY_EVALUATIONS'],
  handle: async ({ query: { unit, scheme, criterion } }, context) => {
    const { deps, allow, language } = context;
    await allow('training.effects', { unit });
    const units = withUnitsBelow(await deps.organisation.allUnits(), unit);
    const key = `${scheme} ${criterion}`;
    const needs = await deps.trainings.list({ units, statuses: PLANNED, criterion: key, limit: MOST_NEEDS });
    const trained = needs.flatMap(({ need: { person, source, completed } }) =>
      source === undefined || completed === undefined ? [] : [{ person, period: source.period, on: completed.on }],
    );
    const { weakBelow, smallGroup } = await settingsNow(context);
    const rated = await ratedIn({ units, unit, scheme, criterion }, context);
    const concerned = new Set(needs.map(({ need }) => need.person));
    const pairs = pairsOf({ rated, trained, concerned, weakBelow });
    const { words, ...effect } = effectOf(pairs.trained, pairs.others, smallGroup);
    return { status: 200, body: { ...effect, words: words.map((one) => inWords(one, language)) } };
  },
});

type Asked = {
  readonly units: readonly string[];
  readonly unit: string;
  readonly scheme: string;
  readonly criterion: string;
};
/** Everybody's settled rating of the criterion. @throws ProblemError TRAINING_TOO_MANY_EVALUATIONS */
async function ratedIn({ units, unit, scheme, criterion }: Asked, { deps }: Context): Promise<readonly Rated[]> {
  const rated: Rated[] = [];
  const most = new Map<string, number | undefined>();
  let after: string | undefined;
  for (let read = 0; ; read += AT_ONCE) {
    if (read >= MOST_EVALUATIONS) throw new ProblemError('TRAINING_TOO_MANY_EVALUATIONS', { params: { unit } });
    const rows = await deps.evaluations.list({ units, ...(after !== undefined && { after }), limit: AT_ONCE });
    for (const { evaluation } of rows) {
      const { person, period } = evaluation;
      const points = effectiveRatings(evaluation)[criterion];
      if (evaluation.scheme.id !== scheme || points === undefined || !isSettled(evaluation)) continue;
      if (!most.has(period)) most.set(period, await maxOf(scheme, criterion, period, deps));
      const max = most.get(period);
      if (max !== undefined) rated.push({ person, period, share: points / max });
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return rated;
    after = placeOfEvaluation(last);
  }
}

export const trainingPlanRoutes = [plans, effects];
