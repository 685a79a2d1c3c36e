/** `npm run bench -- evaluations`: opens and publishes a period of ten thousand people (or as many as the argument says). */
import { performance } from 'node:perf_hooks';
import { temporalPeriods } from '../src/api/temporalPeriods';
import type { EvaluationOrder } from '../src/activities/evaluations.ports';
import { VIETNAM } from '../src/domain/calendar/vietnam';
import type { AnyPeriodCommand } from '../src/domain/evaluationPeriods/decide';
import type { PeriodPhase } from '../src/domain/evaluationPeriods/state';
import type { EvaluationCommand } from '../src/domain/evaluations/evaluation.schema';
import type { Evaluation } from '../src/domain/evaluations/state';
import { periodsOver, schemesOver } from '../src/worker/evaluationPeriods';
import type { Stores } from '../src/worker/stores';
import { withEngine } from './servers';

const PEOPLE = Number(process.argv[2] ?? 10_000);
const IN_AN_OFFICE = 100;
const BY = { by: 'administrator' };
const HEAD = { id: 'head', unit: 'province', roles: ['head-of-unit'] as const };
const SCHEME = 'vn-335-2025';
const ID = `${SCHEME}~province~2026-02`;
const RATINGS = { 'general/politics': 5, 'general/discipline': 5, 'general/service': 5 };
const GIVEN: readonly ((one: Evaluation) => readonly [string | undefined, EvaluationCommand])[] = [
  ({ manager }) => [manager, { type: 'AssignWork', item: 'w', title: 'Work', quantity: 1, due: '2026-02-20' }],
  ({ manager }) => [manager, { type: 'ReportDone', item: 'w', doneOn: '2026-02-20' }],
  ({ manager, leader }) => [
    manager,
    { type: 'Rate', ratings: RATINGS, ...(leader && { leader: { organising: 60, cohesion: 60 } }) },
  ],
  ({ approver }) => [approver, { type: 'Approve' }],
];

async function province({ organisation }: Stores): Promise<void> {
  await organisation.put('calendar', VIETNAM, BY);
  await organisation.put('unit', { id: 'province', name: 'Tỉnh', office: {} }, BY);
  const chief = {
    id: 'chief',
    name: 'Chief',
    unit: 'province',
    roles: ['head-of-unit' as const],
    language: 'vi' as const,
  };
  await organisation.put('person', chief, BY);
  await organisation.put('person', { ...chief, id: 'head', manager: 'chief' }, BY);
  for (let start = 0; start < PEOPLE; start += IN_AN_OFFICE) {
    const unit = `u${start / IN_AN_OFFICE}`;
    await organisation.put('unit', { id: unit, name: unit, parent: 'province', office: {} }, BY);
    await organisation.put('person', { ...chief, id: `head-${unit}`, unit, manager: 'head' }, BY);
    const officer = {
      name: 'Officer',
      unit,
      manager: `head-${unit}`,
      roles: ['officer' as const],
      language: 'vi' as const,
    };
    for (let i = start; i < Math.min(PEOPLE, start + IN_AN_OFFICE); i += 1)
      await organisation.put('person', { ...officer, id: `p${i}` }, BY);
  }
}

async function main(): Promise<void> {
  await withEngine(async ({ stores, client, names }) => {
    process.stdout.write(`${names}\n`);
    await province(stores);
    const world = { schemeInForce: schemesOver(stores), now: () => new Date().toISOString() };
    const { evaluations } = periodsOver(stores, world);
    const periods = temporalPeriods({ ...stores, client });
    const inPhase = async (phase: PeriodPhase): Promise<void> => {
      while ((await stores.evaluationPeriods.get(ID))?.period.phase !== phase)
        await new Promise((resolve) => setTimeout(resolve, 50));
    };
    const timed = async (what: string, work: () => Promise<unknown>): Promise<void> => {
      const start = performance.now();
      await work();
      const seconds = (performance.now() - start) / 1000;
      const memory = Math.round(process.memoryUsage().rss / 1024 ** 2);
      process.stdout.write(
        `${what}: ${seconds.toFixed(1)} s, ${Math.round(PEOPLE / seconds)} a second, ${memory} MB\n`,
      );
    };
    const give = async (command: AnyPeriodCommand): Promise<void> => {
      const outcome = await periods.command(ID, { command, by: HEAD, commandId: command.type });
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
    };
    await timed(`open ${PEOPLE} people, places adjusted, first step begun`, async () => {
      const opening = { scheme: SCHEME, unit: 'province', period: '2026-02', calibrators: [], excluded: [] };
      await periods.open(opening, HEAD, 'open');
      await inPhase('selfAssessment');
    });
    for (const commandFor of GIVEN) {
      const orders: (EvaluationOrder & { readonly id: string })[] = [];
      for await (const { id, evaluation } of evaluations.ofPeriod(ID)) {
        const [by, command] = commandFor(evaluation);
        if (by !== undefined) orders.push({ id, command, by: { id: by }, commandId: command.type });
      }
      await timed(orders[0]?.command.type ?? 'nothing', () => evaluations.commandMany(orders));
    }
    await give({ type: 'HoldCalibration', attendance: ['head'], minutes: 'Seen' });
    await timed('look at everybody: nobody unrated, no quota exceeded', () => give({ type: 'Publish' }));
    await timed('publish and tell each of them', () => inPhase('appeals'));
  });
}

void main();
