import type { EvaluationRow } from '../../activities/evaluations.ports';
import type { NeedRow } from '../../activities/trainings.ports';
import { endOfWorkingDay } from '../../domain/calendar/workingDays';
import { localDateOf } from '../../domain/calendar/zone';
import { deadlineOf } from '../../domain/cycle/deadlineOf';
import { effectiveRatings } from '../../domain/evaluations/factsOf';
import { readable } from '../../domain/indicators/named';
import { firstDayOf } from '../../domain/indicators/period';
import { inForceOn } from '../../domain/indicators/versions';
import { inWords } from '../../domain/shared/language';
import type { Instant, LocalDate } from '../../domain/shared/time';
import { nextRated } from '../../domain/training/pairs';
import { relationsToNeed } from '../../domain/training/state';
import { TrainingSettings } from '../../domain/training/training.schema';
import { isSettled, weakCriteria } from '../../domain/training/weak';
import type { WeakCriterion } from '../../domain/training/weak';
import { EFFECT_WORDS } from '../../domain/training/words';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { sha256 } from '../sha256';
import { actingFor } from './standing';
import { needView, peopleIn } from './trainingViews';
import type { NeedShown } from './trainingViews';

export const TRAINING_TAG = 'Training';
/** The one document of the setting. */
export const SETTING = 'training';
const EVALUATIONS_OF_ONE = 60;

export async function todayOf({ deps, person, at }: Context): Promise<LocalDate> {
  return localDateOf(at, (await deps.calendarOf({ unit: person.unit, procedure: '' })).timeZone);
}

export async function settingsNow(context: Context): Promise<TrainingSettings> {
  const stored = await context.deps.trainingSettings.get(SETTING);
  return inForceOn(stored?.versions ?? [], await todayOf(context))?.value ?? TrainingSettings.parse({});
}

/** The end of the working day so many working days from now. */
export async function dueIn(days: number, unit: string, { deps, at }: Context): Promise<Instant> {
  return deadlineOf(await deps.calendarOf({ unit, procedure: '' }), { kind: 'working-days', from: at, days });
}
export async function dueOn(day: LocalDate, unit: string, { deps }: Context): Promise<Instant> {
  return endOfWorkingDay(await deps.calendarOf({ unit, procedure: '' }), day);
}

/** The same for the same suggestion, whoever answers it. */
export const suggestedId = (evaluation: string, criterion: string): string =>
  `training-${sha256(`${evaluation}\n${criterion}`).slice(0, 16)}`;

/** What a published evaluation suggests now. */
export async function weakOf({ evaluation }: EvaluationRow, context: Context): Promise<readonly WeakCriterion[]> {
  if (!isSettled(evaluation)) return [];
  const scheme = await context.deps.schemeInForce(evaluation.scheme.id, firstDayOf(evaluation.period));
  if (scheme === undefined) return [];
  return weakCriteria(scheme.definition, evaluation, (await settingsNow(context)).weakBelow);
}

/** Where the permission about a need is asked. */
export async function whereOf({ need }: NeedRow, context: Context) {
  return { unit: need.unit, relations: relationsToNeed(need, await actingFor(context)) };
}

/** The need, when the person may do this with it. @throws ProblemError NO_SUCH_NEED, or the policy's refusal */
export async function needThere(id: string, action: 'training.read' | 'training.change', context: Context) {
  const row = await context.deps.trainings.get(id);
  if (row === undefined) {
    await context.allow(action, { relations: ['self', 'manager', 'owner'] });
    throw new ProblemError('NO_SUCH_NEED', { params: { id } });
  }
  await context.allow(action, await whereOf(row, context));
  return row;
}

export async function namesOf(ids: readonly string[], { deps }: Context): Promise<ReadonlyMap<string, string>> {
  const known = await deps.organisation.peopleById([...new Set(ids)]);
  return new Map(known.map(({ id, name }) => [id, name]));
}

/** Needs as this reader may see them; reading somebody's points is written down. */
export async function shownNeeds(
  rows: readonly NeedRow[],
  context: Context,
  changes: ReadonlyMap<string, NeedShown['change']> = new Map(),
): Promise<readonly NeedShown[]> {
  const { deps, may, person, at } = context;
  const names = await namesOf(
    rows.flatMap(({ need }) => peopleIn(need)),
    context,
  );
  const shown: NeedShown[] = [];
  const seen: NeedRow[] = [];
  for (const row of rows) {
    const where = await whereOf(row, context);
    const maySeePoints = await may('evaluation.read', where);
    const change = maySeePoints ? changes.get(row.id) : undefined;
    if (maySeePoints && row.need.source !== undefined && row.need.person !== person.id) seen.push(row);
    const reader = { id: person.id, at, names, maySeePoints, mayChange: await may('training.change', where) };
    shown.push(needView(row, { ...reader, ...(change !== undefined && { change }) }));
  }
  await deps.accessLog.record(
    seen.map(({ need }) => ({
      ...{ person: need.person, evaluation: need.source?.evaluation ?? '', by: person.id, at, what: 'training' },
    })),
  );
  return shown;
}

/** The plain before and after of one person, with what it does not prove. */
export async function changeOf({ need }: NeedRow, { deps, language }: Context): Promise<NeedShown['change']> {
  const { source, completed } = need;
  if (source === undefined || completed === undefined) return undefined;
  const rows = await deps.evaluations.list({ person: need.person, limit: EVALUATIONS_OF_ONE });
  const same = rows
    .filter(({ evaluation }) => evaluation.scheme.id === source.scheme && isSettled(evaluation))
    .map(({ evaluation }) => ({ period: evaluation.period, points: effectiveRatings(evaluation)[source.criterion] }));
  const after = nextRated(same, completed.on);
  if (after?.points === undefined) return undefined;
  const max = (await maxOf(source.scheme, source.criterion, after.period, deps)) ?? source.max;
  const shares = { before: rounded(source.points / source.max), after: rounded(after.points / max) };
  return { period: after.period, ...shares, words: inWords(EFFECT_WORDS.one, language) };
}
const rounded = (share: number): number => Math.round(share * 1000) / 1000;

/** Most points of a criterion in a period; `undefined`: the scheme had no such criterion then. */
export async function maxOf(
  scheme: string,
  criterion: string,
  period: string,
  { schemeInForce }: Pick<Context['deps'], 'schemeInForce'>,
): Promise<number | undefined> {
  const found = await schemeInForce(scheme, firstDayOf(period));
  const [section, key] = criterion.split('/');
  const of = found?.definition.sections.find((one) => one.key === section)?.of;
  return of?.type === 'rated' ? of.criteria.find((one) => one.key === key)?.max : undefined;
}

export const topicOf = ({ name }: WeakCriterion, { language }: Context): string => readable(name, language);
