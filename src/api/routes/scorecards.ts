import type { z } from 'zod';
import type { StoredScorecard } from '../../activities/scorecards.ports';
import { placeOf } from '../../domain/access/place';
import { FROM_THE_BEGINNING } from '../../domain/indicators/facts';
import { inForceOn, inForceOrNext } from '../../domain/indicators/versions';
import { checkScorecard } from '../../domain/scorecards/checkScorecard';
import { ScorecardDefinition } from '../../domain/scorecards/scorecard.schema';
import { expectedVersion } from '../http/preconditions';
import { route } from '../http/route';
import type { Answer, Context, Route } from '../http/route';
import { ProblemError, problemOf } from '../problems/problem';
import { demandEdit, Strict } from './documents';
import { momentOf } from './indicatorReading';
import * as examples from './scorecardExamples';
import { scorecardListRoutes } from './scorecardLists';
import { lastOf, newestOf, ScorecardParams, TAG } from './scorecardReading';
import { definitionView, ScorecardDefinitionView, ScorecardInput } from './scorecardViews';

const shown = { schema: ScorecardDefinitionView, headers: ['ETag', 'Location'], example: examples.definition } as const;

const put = route({
  method: 'put',
  path: '/v1/scorecards/{scorecard}',
  id: 'putScorecard',
  tag: TAG,
  summary: 'Define a scorecard, or change it from a date on',
  description:
    'Every change makes a new version, valid from `validFrom` (a day): by default the first version holds from the ' +
    'beginning and later ones from today. A period is read by the version that holds on its last day; a closed period keeps ' +
    'the one it was closed with. The same definition again changes nothing. Measures are indicators of the library and keep ' +
    'their targets and scoring there. The strategy map (`links`) must not lead back to where it began.',
  action: 'scorecard.edit',
  params: ScorecardParams,
  query: Strict,
  body: ScorecardInput,
  bodyExample: examples.scorecard,
  responses: {
    200: { description: 'The version, recorded (or there already)', ...shown },
    201: { description: 'The scorecard, made', ...shown },
  },
  problems: [
    ...['ID_DIFFERS', 'CHANGED_MEANWHILE', 'PRECONDITION_NEEDED', 'UNKNOWN_UNIT', 'UNKNOWN_PERSON'],
    ...['UNKNOWN_INDICATOR', 'UNKNOWN_PERSPECTIVE', 'UNKNOWN_OBJECTIVE', 'UNKNOWN_SCORECARD'],
    ...['SCORECARD_NAMES_A_KEY_TWICE', 'SCORECARD_LINK_TWICE', 'STRATEGY_MAP_HAS_A_CIRCLE'],
    ...['CASCADE_NOT_FROM_ABOVE', 'CASCADE_HAS_A_CIRCLE'],
  ] as const,
  handle: async ({ params: { scorecard: id }, query: { strict }, body }, context) => {
    if (body.id !== undefined && body.id !== id) throw new ProblemError('ID_DIFFERS', { field: '/id', params: { id } });
    return putScorecard({ id, body, expected: (seen) => expectedVersion(context, seen, strict === 'true') }, context);
  },
});

type Putting = {
  readonly id: string;
  readonly body: Body;
  /** Asked once the edit is allowed. `seen`: the version there is; 0: none. */
  readonly expected: (seen: number) => number | undefined;
};

/** Records a scorecard for whoever may: of the route above, and of a pack. @throws ProblemError of the rule it breaks */
export async function putScorecard({ id, body, expected: ask }: Putting, context: Context): Promise<Answer> {
  const before = await context.deps.scorecards.get(id);
  const { definition, validFrom, reason } = await editOf(body, before, context);
  for (const unit of new Set([...(before === undefined ? [] : [newestOf(before).unit]), definition.unit]))
    await context.allow('scorecard.edit', { unit });
  const expected = ask(before?.version ?? 0);
  await demandSound(id, definition, context);
  const by = { by: context.person.id, ...(reason !== undefined && { reason }) };
  const editing = { id, validFrom, ...by, ...(expected !== undefined && { expected }) };
  const { stored, created } = demandEdit(await context.deps.scorecards.put(editing, definition));
  const version = inForceOn(stored.versions, validFrom) ?? lastOf(stored);
  const answer = { body: definitionView(stored, version), version: stored.version };
  const location = `/v1/scorecards/${encodeURIComponent(id)}`;
  return created ? { status: 201, ...answer, location } : { status: 200, ...answer };
}

type Body = z.output<typeof ScorecardInput>;

/** The definition alone, and its first day. What was read and is sent back wishes neither its day nor its reason again. */
async function editOf(body: Body, before: StoredScorecard | undefined, context: Context) {
  const { id: _id, version: _v, definitionVersion: _d, by: _b, validFrom, recordedAt, reason, ...definition } = body;
  const echoed = before?.versions.find((one) => one.recordedAt === recordedAt);
  const { today } = await momentOf(definition.unit, undefined, context);
  const wished = echoed?.validFrom === validFrom ? undefined : validFrom;
  return {
    definition: ScorecardDefinition.parse(definition),
    validFrom: wished ?? (before === undefined ? FROM_THE_BEGINNING : today),
    reason: echoed !== undefined && echoed.reason === reason ? undefined : reason,
  };
}

/** @throws ProblemError of the first thing that is wrong with it */
async function demandSound(id: string, definition: ScorecardDefinition, { deps, at }: Context): Promise<void> {
  const { unit, owner, objectives, initiatives } = definition;
  const units = await deps.organisation.allUnits();
  if (!units.some((one) => one.id === unit))
    throw new ProblemError('UNKNOWN_UNIT', { field: '/unit', params: { id: unit } });
  const measured = objectives.flatMap(({ measures }) => measures.map(({ indicator }) => indicator));
  const people = [owner, ...objectives.map((one) => one.owner), ...initiatives.map((one) => one.owner)];
  const named = [...new Set(people.flatMap((one) => one ?? []))];
  const [indicators, byId, found] = await Promise.all([
    deps.indicators.many([...new Set(measured)]),
    definedAbove(definition, at.slice(0, 10), deps),
    Promise.all(named.map((one) => deps.organisation.people.get(one))),
  ]);
  const known = new Set(indicators.map((one) => one.id));
  const there = new Set(found.flatMap((one) => one?.value.id ?? []));
  const refusal = checkScorecard(definition, {
    ...{ id, unitLine: placeOf(units, unit) },
    indicator: (one) => known.has(one),
    person: (one) => there.has(one),
    scorecard: (one) => byId.get(one),
  });
  if (refusal !== undefined) throw problemOf(refusal);
}

/** The scorecards that its objectives are cascaded from, and those that theirs are, as they are defined on the day. */
async function definedAbove(definition: ScorecardDefinition, day: string, { scorecards }: Context['deps']) {
  const found = new Map<string, ScorecardDefinition | undefined>();
  let next = aboveOf(definition);
  while (next.length > 0) {
    const stored = await scorecards.many(next);
    const read = stored.map((one) => [one.id, inForceOrNext(one.versions, day)?.value] as const);
    for (const [id, value] of read) found.set(id, value);
    const above = read.flatMap(([, value]) => (value === undefined ? [] : aboveOf(value)));
    next = [...new Set(above)].filter((id) => !found.has(id));
  }
  return found;
}

const aboveOf = ({ objectives }: ScorecardDefinition): readonly string[] => [
  ...new Set(objectives.flatMap(({ contributesTo }) => contributesTo?.scorecard ?? [])),
];

export const scorecardRoutes: readonly Route[] = [put, ...scorecardListRoutes];
