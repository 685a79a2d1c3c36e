import { z } from 'zod';
import type { IdeaRow } from '../../activities/ideas.ports';
import { placeOf } from '../../domain/access/place';
import { localDateOf } from '../../domain/calendar/zone';
import { deadlineOf } from '../../domain/cycle/deadlineOf';
import type { CycleEvidence } from '../../domain/ideas/evidence';
import { IdeaPoints } from '../../domain/ideas/idea.schema';
import type { IdeaProposal } from '../../domain/ideas/idea.schema';
import type { PointsAt } from '../../domain/ideas/points';
import { inForceOn } from '../../domain/indicators/versions';
import type { Role } from '../../domain/organisation/roles';
import { Id } from '../../domain/shared/ids.schema';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { ideaView, peopleIn } from './ideaViews';
import type { IdeaShown, Reader } from './ideaViews';

export const TAG = 'Ideas';
export const IdeaParams = z.object({ id: Id });
/** The one document of the setting. */
export const POINTS = 'points';

/** How many points there were for what, at any time. */
export async function pointsAt({ deps, person }: Context): Promise<PointsAt> {
  const stored = await deps.ideaPoints.get(POINTS);
  const { timeZone } = await deps.calendarOf({ unit: person.unit, procedure: '' });
  const fallback = IdeaPoints.parse({});
  return (at) => inForceOn(stored?.versions ?? [], localDateOf(at, timeZone))?.value ?? fallback;
}

/** @throws ProblemError NO_SUCH_IDEA */
export async function ideaThere(id: string, { deps, allow }: Context): Promise<IdeaRow> {
  const row = await deps.ideas.get(id);
  await allow('idea.read', row === undefined ? {} : { unit: row.idea.unit });
  if (row === undefined) throw new ProblemError('NO_SUCH_IDEA', { params: { id } });
  return row;
}

/** Everything that its cycles and those that took it over prove. */
export async function evidenceFor(
  rows: readonly IdeaRow[],
  { deps }: Context,
): Promise<ReadonlyMap<string, readonly CycleEvidence[]>> {
  const of = ({ idea }: IdeaRow) => [
    ...idea.cycles.map(({ cycle }) => cycle),
    ...idea.spread.map(({ evidence }) => evidence),
  ];
  const found = await deps.ideas.evidenceOf(rows.flatMap(of));
  const lines = (row: IdeaRow) =>
    new Map(
      of(row)
        .flatMap((id) => found.get(id) ?? [])
        .map((one) => [one.cycle, one]),
    );
  return new Map(rows.map((row) => [row.id, [...lines(row).values()]]));
}

export async function readerOf({ idea }: IdeaRow, { may, standing, at }: Context): Promise<Reader> {
  return { id: standing.id, at, mayAnswer: await may('idea.answer', { unit: idea.unit }) };
}

/** Ideas as this reader may see them. */
export async function shownIdeas(rows: readonly IdeaRow[], context: Context): Promise<readonly IdeaShown[]> {
  const people = [...new Set(rows.flatMap(({ idea }) => [...peopleIn(idea)]))];
  const [evidence, settings, known] = await Promise.all([
    evidenceFor(rows, context),
    pointsAt(context),
    context.deps.organisation.peopleById(people),
  ]);
  const names = new Map(known.map(({ id, name }) => [id, name]));
  const readers = await Promise.all(rows.map((row) => readerOf(row, context)));
  return rows.flatMap((row, index) => {
    const reader = readers[index];
    return reader === undefined
      ? []
      : [ideaView({ row, settings, names, evidence: evidence.get(row.id) ?? [] }, reader)];
  });
}

/** Where an idea goes, who answers it and by when. @throws ProblemError of what is not known */
export async function placedIdea(body: IdeaProposal, context: Context) {
  const { deps, person, at } = context;
  const unit = body.unit ?? person.unit;
  const units = await deps.organisation.allUnits();
  if (!units.some(({ id }) => id === unit)) throw unknown('UNKNOWN_UNIT', '/unit', unit);
  if (body.procedure !== undefined && (await deps.organisation.procedures.get(body.procedure)) === undefined)
    throw unknown('UNKNOWN_PROCEDURE', '/procedure', body.procedure);
  const contributors = (body.contributors ?? []).map((one) => one.person);
  const known = new Set((await deps.organisation.peopleById(contributors)).map(({ id }) => id));
  const stranger = contributors.find((id) => !known.has(id));
  if (stranger !== undefined) throw unknown('UNKNOWN_PERSON', '/contributors', stranger);
  const line = placeOf(units, unit);
  const people = (await deps.organisation.peopleInUnits(line)).filter(
    ({ id }) => id !== person.id && !contributors.includes(id),
  );
  const nearest = (role: Role) =>
    line
      .map((one) => people.filter((somebody) => somebody.unit === one && somebody.roles.includes(role)))
      .find((found) => found.length > 0)
      ?.map(({ id }) => id);
  const days = (await pointsAt(context))(at).answerWithinWorkingDays;
  const calendar = await deps.calendarOf({ unit, procedure: '' });
  return {
    unit,
    answerers: nearest('improvement-lead') ?? nearest('head-of-unit') ?? [],
    answerDue: deadlineOf(calendar, { kind: 'working-days', from: at, days }),
  };
}

const unknown = (code: 'UNKNOWN_UNIT' | 'UNKNOWN_PROCEDURE' | 'UNKNOWN_PERSON', field: string, id: string) =>
  new ProblemError(code, { field, params: { id } });
