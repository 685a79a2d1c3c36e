import { z } from 'zod';
import { lastDayOf, grainOf, isFiner, periodOfDay, shifted } from '../../domain/indicators/period';
import type { Period } from '../../domain/indicators/period';
import { inForceOrNext } from '../../domain/indicators/versions';
import type { Objective } from '../../domain/scorecards/scorecard.schema';
import { Objective as ObjectiveSchema } from '../../domain/scorecards/scorecard.schema';
import type { ObjectiveView } from '../../domain/scorecards/view';
import { Id } from '../../domain/shared/ids.schema';
import type { Instant } from '../../domain/shared/time';
import { readable } from '../../domain/indicators/named';
import type { ScorecardReading, StoredScorecard } from '../../activities/scorecards.ports';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { PeriodName } from './indicatorViews';
import { askedScorecard, mayRead, newestOf, ScorecardParams, TAG, WhichPeriod } from './scorecardReading';
import { scored, spoken } from './scorecardViews';

const { state, score, coverage, status, progress } = scored;
const Cascaded = z.object({
  scorecard: Id,
  scorecardName: z.string(),
  unit: Id,
  objective: z.string(),
  name: z.string(),
  by: ObjectiveSchema.shape.contributesTo.unwrap().shape.by,
  period: PeriodName,
  ...{ state, score, coverage, status, progress },
});
const CascadeView = z.object({
  scorecard: Id,
  period: PeriodName,
  objectives: z.array(
    z.object({
      key: z.string(),
      name: z.string(),
      ...{ state, score, coverage, status, progress },
      above: Cascaded.optional().describe('The objective it is cascaded from'),
      below: z.array(Cascaded).describe('The objectives of units below that are cascaded from it'),
    }),
  ),
  hidden: z.number().int().min(0).describe('Scorecards that the caller may not read; they are left out'),
});
type By = z.output<typeof Cascaded>['by'];

export const scorecardCascade = route({
  method: 'get',
  path: '/v1/scorecards/{scorecard}/cascade',
  id: 'getScorecardCascade',
  tag: TAG,
  summary: 'The objectives cascaded to units below, and back up, with their scores there',
  description:
    'Each objective with the objective above that it contributes to and those below that contribute to it, one level each ' +
    'way; scores are those of the other scorecard, for the same period (of a scorecard with longer periods the last one that ' +
    'had ended by then).',
  action: 'scorecard.read',
  params: ScorecardParams,
  query: z.object(WhichPeriod).strict(),
  responses: { 200: { description: 'Objectives above and below', schema: CascadeView, headers: ['ETag'] } },
  problems: ['NOT_FOUND', 'SCORECARD_NOT_KNOWN_YET'],
  handle: async ({ params: { scorecard }, query }, context) => {
    const { reading, asOf } = await askedScorecard(scorecard, query, context);
    const others = await othersOf(reading, asOf, context);
    const objectives = objectivesIn(reading).map((objective) => ({
      ...{ key: objective.key, ...told(objective, context) },
      ...aboveOf(objective, others.read, context),
      below: others.read.flatMap((other) => belowOf(objective, other, { scorecard, context })),
    }));
    return { status: 200, body: { scorecard, period: reading.period, objectives, hidden: others.hidden } };
  },
});

const objectivesIn = ({ view }: ScorecardReading) => view.perspectives.flatMap(({ objectives }) => objectives);

function told(objective: ObjectiveView, { language }: Context) {
  const { name, state: at, score: of, coverage: covered, status: now, progress: moving } = objective;
  return spoken(
    {
      ...{ name, state: at, coverage: covered, progress: moving },
      ...(of !== undefined && { score: of }),
      ...(now !== undefined && { status: now }),
    },
    language,
  );
}

/** The scorecards above and below, as they are read for the period, of those the caller may read. */
async function othersOf({ id, version, period, today }: ScorecardReading, asOf: Instant | undefined, context: Context) {
  const { scorecards } = context.deps;
  const above = version.value.objectives.flatMap(({ contributesTo }) => contributesTo?.scorecard ?? []);
  const [up, down] = await Promise.all([scorecards.many([...new Set(above)]), scorecards.pointingAt('above', [id])]);
  const all = [...new Map([...up, ...down].map((one) => [one.id, one])).values()];
  const read: ScorecardReading[] = [];
  let hidden = 0;
  for (const stored of all) {
    const definition = inForceOrNext(stored.versions, today, asOf)?.value ?? newestOf(stored);
    if (!(await mayRead(definition, context)) || !(await mayRead(newestOf(stored), context))) hidden += 1;
    else read.push(...(await readFor(stored, { period, asOf, frequency: definition.frequency }, context)));
  }
  return { read, hidden };
}

type For = {
  readonly period: Period;
  readonly asOf: Instant | undefined;
  readonly frequency: ReturnType<typeof grainOf>;
};

async function readFor(stored: StoredScorecard, { period, asOf, frequency }: For, { deps }: Context) {
  const reading = await deps.scorecardReader.read(stored, { period: periodThere(period, frequency), asOf });
  return reading === undefined ? [] : [reading];
}

/** The same period; of a scorecard with longer ones the last one that had ended by then. */
function periodThere(period: Period, frequency: For['frequency']): Period {
  if (!isFiner(grainOf(period), frequency)) return period;
  const around = periodOfDay(lastDayOf(period), frequency);
  return lastDayOf(around) > lastDayOf(period) ? shifted(around, -1) : around;
}

function cascaded(objective: ObjectiveView, other: ScorecardReading, { by, context }: { by: By; context: Context }) {
  return {
    ...{ scorecard: other.id, scorecardName: readable(other.version.value.name, context.language) },
    ...{ unit: other.view.unit, objective: objective.key, by, period: other.period },
    ...told(objective, context),
  };
}

function aboveOf({ contributesTo }: ObjectiveView, others: readonly ScorecardReading[], context: Context) {
  const other = others.find(({ id }) => id === contributesTo?.scorecard);
  const objective = other && objectivesIn(other).find(({ key }) => key === contributesTo?.objective);
  if (other === undefined || objective === undefined || contributesTo === undefined) return {};
  return { above: cascaded(objective, other, { by: contributesTo.by, context }) };
}

type Below = { readonly scorecard: string; readonly context: Context };

function belowOf({ key }: Pick<Objective, 'key'>, other: ScorecardReading, { scorecard, context }: Below) {
  return objectivesIn(other).flatMap((objective) => {
    const { contributesTo } = objective;
    if (contributesTo?.scorecard !== scorecard || contributesTo.objective !== key) return [];
    return [cascaded(objective, other, { by: contributesTo.by, context })];
  });
}
