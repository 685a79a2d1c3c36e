import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type mongoose from 'mongoose';
import { evaluationBook } from '../../../src/activities/evaluationBook';
import { periodEvaluations } from '../../../src/activities/evaluationPeriodEvaluations';
import { scored } from '../../../src/activities/evaluationPeriodScores';
import type { Evaluations } from '../../../src/activities/evaluations.ports';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import type { EvaluationCommand } from '../../../src/domain/evaluations/evaluation.schema';
import type { EvaluationEvent } from '../../../src/domain/evaluations/events';
import { evolve } from '../../../src/domain/evaluations/evolve';
import type { Evaluation } from '../../../src/domain/evaluations/state';
import { SchemeDefinition } from '../../../src/domain/schemes/scheme.schema';
import { createEvaluationStore, evaluationCollections } from '../../../src/store/evaluations';
import { reminderCollections } from '../../../src/store/reminders';
import { webhookCollections } from '../../../src/store/webhooks';
import { after as aPeriod } from '../../unit/evaluationPeriods/examples';
import { freshDatabase } from '../api/support';
import { facts, secondOpinion } from './independent';
import type { Raw, Second } from './independent';

jest.setTimeout(240_000);
const PEOPLE = 80;
const LEADERS = 6;
const PERIOD = { ...aPeriod(), id: 's~u~2026-03' };
const PLACED = { unit: 'u', agency: 'u', position: 'officer', duties: 'officer', kind: 'civil-servant' };
const RULES = SchemeDefinition.parse({
  name: 'Trial',
  cadence: 'month',
  sections: [
    {
      ...{ key: 'general', name: 'General', max: 30 },
      of: {
        type: 'rated',
        criteria: ['ethics', 'discipline'].map((key) => ({ key, name: key, max: 15 })),
      },
    },
    {
      ...{ key: 'work', name: 'Work', max: 70 },
      of: {
        type: 'work',
        formula: '70 * (a + b + c) / 300',
        leaderFormula: '70 * (a + b + c + d + dd + e) / 600',
      },
    },
  ],
  bands: [
    { key: 'excellent', atLeast: 90 },
    { key: 'good', above: 80 },
    { key: 'completed', atLeast: 50 },
    { key: 'not-completed' },
  ],
  bandNames: {},
  passing: 'completed',
  overrides: ['corruption', 'discipline'].map((key) => ({ key, name: key, class: 'not-completed' })),
});

let connection: mongoose.Connection;
let evaluations: Evaluations;
let clock = '2026-03-31T02:00:00.000Z';
let given = 0;
let refusals = 0;
const idOf = (person: string): string => `${PERIOD.id}~${person}`;
const nameOf = (i: number): string => `p${String(i).padStart(3, '0')}`;
const managerOf = (i: number): string => (i === 0 ? 'chief' : nameOf(i < LEADERS ? 0 : i % LEADERS));

async function tell(person: string, command: EvaluationCommand, by: string): Promise<void> {
  const outcome = await evaluations.command(idOf(person), { command, by: { id: by }, commandId: `c${given++}` });
  if (!outcome.ok) refusals++;
}

const day = fc.integer({ min: 2, max: 30 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
const item = fc.integer({ min: 0, max: 5 }).map((n) => `w${n}`);
const half = (max: number) => fc.integer({ min: 0, max: max * 2 }).map((n) => n / 2);
const full = { 'general/ethics': 15, 'general/discipline': 14.5 };
const points = fc.oneof(fc.constant(full), fc.record({ 'general/ethics': half(15), 'general/discipline': half(15) }));
const reason = fc.constant('x');
type Made = readonly [EvaluationCommand, 'self' | 'manager' | 'approver' | 'other'];
const made = <C extends EvaluationCommand>(command: fc.Arbitrary<C>, by: Made[1]): fc.Arbitrary<Made> =>
  command.map((one) => [one, by] as const);
const type = <T extends EvaluationCommand['type']>(name: T): fc.Arbitrary<T> => fc.constant(name);

const assigned = made(
  fc.record({
    ...{ type: type('AssignWork'), item, title: fc.constant('x'), due: day },
    coefficient: fc.integer({ min: 1, max: 500 }).map((n) => n / 10),
    quantity: fc.constantFrom(1, 1, 2, 3),
  }),
  'manager',
);
const working: fc.Arbitrary<Made> = fc.oneof(
  assigned,
  assigned,
  made(fc.record({ type: type('ReportDone'), item, doneOn: day }), 'self'),
  made(fc.record({ type: type('ReportDone'), item, doneOn: day }), 'self'),
  made(fc.record({ type: type('TakeBackDone'), item, reason }), 'self'),
  made(fc.record({ type: type('ReviseWork'), item, due: day, quantity: fc.constantFrom(1, 4), reason }), 'manager'),
  made(fc.record({ type: type('WithdrawWork'), item, reason }), 'manager'),
  made(fc.record({ type: type('CheckQuality'), item, passed: fc.boolean() }), 'manager'),
  made(fc.record({ type: type('NoteDelay'), item, on: day }), 'manager'),
  made(fc.record({ type: type('BeginWaiting'), item, on: day, waitingFor: reason }), 'self'),
  made(fc.record({ type: type('EndWaiting'), item, on: day }), 'self'),
  made(fc.record({ type: type('RequestObjectiveCause'), item, reason }), 'self'),
  made(fc.record({ type: type('DecideObjectiveCause'), item, granted: fc.boolean(), reason }), 'manager'),
);
const override = fc.constantFrom('corruption', 'discipline');
const finding: fc.Arbitrary<Made> = fc.oneof(
  made(fc.record({ type: type('RecordOverride'), override, document: reason, from: day }), 'other'),
  made(fc.record({ type: type('RevokeOverride'), override, reason }), 'other'),
);
const changes = fc.record({
  ratings: points,
  items: fc.dictionary(
    item,
    fc.record({ delays: fc.nat(3), qualityFailures: fc.nat(3), done: fc.boolean() }, { requiredKeys: [] }),
    { maxKeys: 2 },
  ),
});
const correction = made(fc.record({ type: type('Correct'), changes, reason }), 'other');
const leading = fc.record({ organising: half(100), cohesion: half(100) });
const life = fc.record({
  work: fc.array(working, { minLength: 15, maxLength: 40 }),
  diligent: fc.boolean(),
  findings: fc.array(finding, { maxLength: 1 }),
  rate: fc.record({ type: type('Rate'), ratings: points, leader: leading }),
  calibrated: fc.option(points),
  appealed: fc.option(changes),
  corrections: fc.array(fc.oneof(correction, finding), { maxLength: 2 }),
});
const LIVES = fc.sample(life, { numRuns: PEOPLE, seed: 335 });

async function beforeTold(
  i: number,
  { work, diligent, findings, rate, calibrated }: (typeof LIVES)[number],
): Promise<void> {
  const person = nameOf(i);
  const who = { self: person, manager: managerOf(i), approver: 'approver', other: 'other' };
  await tell(
    person,
    { type: 'AssignWork', item: 'base', title: 'x', coefficient: 7.5, quantity: 1, due: '2026-03-20' },
    who.manager,
  );
  for (const [command, by] of work) await tell(person, command, who[by]);
  if (diligent)
    for (const one of ['base', 'w0', 'w1', 'w2', 'w3', 'w4', 'w5'])
      await tell(person, { type: 'ReportDone', item: one, doneOn: '2026-03-02' }, person);
  for (const [command, by] of findings) await tell(person, command, who[by]);
  await tell(person, rate, who.manager);
  await tell(person, { type: 'Approve' }, who.approver);
  if (calibrated !== null) await tell(person, { type: 'Calibrate', ratings: calibrated, reason: 'x' }, 'body');
}

async function afterTold(i: number, { appealed, corrections }: (typeof LIVES)[number]): Promise<void> {
  const person = nameOf(i);
  if (appealed !== null) {
    const decisions = [{ key: 'base', upheld: true, reason: 'x' }];
    await tell(person, { type: 'Appeal', points: [{ part: 'item', key: 'base', why: 'x' }] }, person);
    await tell(person, { type: 'DecideAppeal', decisions, changes: appealed }, 'other');
  }
  for (const [command] of corrections) await tell(person, command, 'other');
}

const rawOf = async (person: string): Promise<readonly Raw[]> => {
  const stored = connection.collection('evaluation_events').find({ stream: idOf(person) });
  return (await stored.sort({ sequence: 1 }).toArray()).map((one) => one['event'] as Raw);
};

/** Scores of everybody by the raw events alone, those below a leader first. */
async function secondOpinions(): Promise<ReadonlyMap<string, Second>> {
  const entered = new Map<string, ReturnType<typeof facts>>();
  for (let i = 0; i < PEOPLE; i++) entered.set(nameOf(i), facts(await rawOf(nameOf(i))));
  const opinions = new Map<string, Second>();
  const visit = (person: string): Second => {
    const known = opinions.get(person);
    const one = entered.get(person);
    if (known !== undefined || one === undefined) return known;
    const people = [...entered].filter(([, { manager }]) => manager === person).map(([id]) => id);
    const below = people.flatMap((id) => visit(id)?.band ?? []);
    const opinion = secondOpinion(one, below);
    opinions.set(person, opinion);
    return opinion;
  };
  for (const person of entered.keys()) visit(person);
  return opinions;
}
async function told(): Promise<ReadonlyMap<string, Second>> {
  const rows = new Map<string, Second>();
  for await (const { evaluation } of evaluations.ofPeriod(PERIOD.id)) {
    const { total, class: band } = evaluation.published ?? {};
    rows.set(evaluation.person, total === undefined || band === undefined ? undefined : { total, band });
  }
  return rows;
}

beforeAll(async () => {
  connection = await freshDatabase([...evaluationCollections, ...reminderCollections, ...webhookCollections]);
  const schemeInForce = async () => ({ version: 1, definition: RULES });
  evaluations = evaluationBook({
    store: createEvaluationStore(connection),
    calendarOf: async () => VIETNAM,
    schemeInForce,
    scored: (definition, one) =>
      scored(one, one.published?.subordinates ?? [], { definition, lowered: new Set() }) ?? {},
    newPlace: async (going) => ({ agency: 'v', ...(going.manager !== undefined && { manager: going.manager }) }),
    news: async () => [],
    now: () => clock,
  });
  const rows = Array.from({ length: PEOPLE }, (_, i) => ({
    ...{ periodId: PERIOD.id, person: nameOf(i), period: '2026-03', scheme: { id: 's', version: 1 } },
    ...{ ...PLACED, leader: i < LEADERS, manager: managerOf(i), approver: 'approver', workingShare: 1 },
    rules: { lateEntryGrace: 3, appeal: 5, appealDecision: 10 },
    segments: [{ unit: 'u', from: '2026-03-01', to: '2026-03-31', manager: managerOf(i) }],
  }));
  await evaluations.openMany(rows, { at: clock, by: 'kairyo', commandId: 'open' });
  const period = periodEvaluations({ evaluations, schemeInForce });
  for (const [i, one] of LIVES.entries()) await beforeTold(i, one);
  const move = { type: 'Transfer', unit: 'v', on: '2026-03-16', manager: nameOf(1), reason: 'x' } as const;
  for (const i of [LEADERS + 6, LEADERS + 12]) await tell(nameOf(i), move, 'other');
  clock = '2026-04-10T02:00:00.000Z';
  const of = { period: PERIOD, at: clock, commandId: 'publish' };
  await period.publishMany(await period.results(PERIOD), of);
  firstTold = await told();
  firstOpinions = await secondOpinions();
  clock = '2026-04-13T02:00:00.000Z';
  for (const [i, one] of LIVES.entries()) await afterTold(i, one);
  await period.reviseLeaders({ ...of, commandId: 'leaders' });
});
afterAll(() => connection?.close());
let firstTold: ReadonlyMap<string, Second>;
let firstOpinions: ReadonlyMap<string, Second>;

test('the random lives are worth looking at', () => {
  expect(refusals).toBeLessThan(given * 0.7);
  const bands = [...firstTold.values()].map((one) => one?.band);
  for (const band of ['excellent', 'good', 'completed', 'not-completed']) expect(bands).toContain(band);
});

test('every published score and class is what an independent count of the raw events gives', () => {
  expect(Object.fromEntries(firstTold)).toEqual(Object.fromEntries(firstOpinions));
});

test('so it is after appeals, corrections, findings and the leaders that follow from them', async () => {
  const now = await told();
  expect(Object.fromEntries(now)).toEqual(Object.fromEntries(await secondOpinions()));
  expect([...now].filter(([person, one]) => one?.total !== firstTold.get(person)?.total).length).toBeGreaterThan(5);
});

/** What keeps its order in life: the events of one product, of one finding, of the ratings. */
function strand(event: EvaluationEvent): string {
  if ('item' in event) return `item ${event.item}`;
  return 'override' in event ? `finding ${event.override}` : 'ratings';
}

test('the facts in any order lead to the same score', async () => {
  for (let i = 0; i < PEOPLE; i += 4) {
    const events = (await evaluations.read(idOf(nameOf(i)), 0, 1000)).map(({ event }) => event);
    const [opening, ...rest] = events;
    const published = rest.findIndex((one) => one.type === 'ResultPublished');
    const before = published < 0 ? rest : rest.slice(0, published);
    if (opening === undefined) throw new Error('not opened');
    const score = (some: readonly EvaluationEvent[]) => {
      const one = some.reduce<Evaluation>(evolve, evolve(undefined, opening));
      return scored(one, [], { definition: RULES, lowered: new Set() });
    };
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: before.length, maxLength: before.length }), (keys) => {
        const strands = new Map<string, EvaluationEvent[]>();
        for (const event of before) strands.set(strand(event), [...(strands.get(strand(event)) ?? []), event]);
        const left = [...strands.values()];
        const shuffled = keys.flatMap((key) => {
          const open = left.filter((some) => some.length > 0);
          return open[key % open.length]?.shift() ?? [];
        });
        expect(shuffled).toHaveLength(before.length);
        expect(score(shuffled)).toEqual(score(before));
      }),
      { numRuns: 20, seed: i },
    );
  }
});
