import { cycleWorkflowId } from '../../../src/workflows/cycle.contract';
import { sleep } from '../../../src/stack/say';
import { act, CASES, give, PHASES, prepare, REVISIONS, standing, type Phase, type Prepared } from './actions';
import { countViolations, remindersOf, streamViolations } from './invariants';
import { insist, settled, STEPS, type Site, type Victim } from './site';
import { HEAD } from '../support/office';

export type StrikeOrder = {
  readonly no: number;
  readonly victim: Victim;
  /** From the beginning of the actions to the kill, and how long the victim stays away: ms. */
  readonly delayMs: number;
  readonly awayMs: number;
};
export type Struck = StrikeOrder & {
  /** Phases whose action was under way when the victim was killed. */
  readonly midway: readonly Phase[];
  /** Finds out what became of it: answers when all is settled. */
  readonly violations: Promise<readonly string[]>;
};

/** Brings one cycle into the middle of each phase, and an import; kills the victim; starts it again on the same data. */
export async function strike(site: Site, order: StrikeOrder): Promise<Struck> {
  const prepared = await prepare(site, order.no);
  await sleep(Math.max(0, prepared.opensAt - Date.now()));
  const actions = act(site, prepared);
  const open = new Set<Phase>(PHASES);
  const all = PHASES.map((phase) => actions[phase].then(() => open.delete(phase)));
  const outcome = Promise.all(all).then(() => verify(site, prepared));
  await sleep(order.delayMs);
  const midway = [...open];
  await site.kill(order.victim);
  await sleep(order.awayMs);
  await site.restart(order.victim);
  const violations = outcome.catch((error: unknown) => [`strike ${order.no}: ${String(error)}`]);
  return { ...order, midway, violations };
}

async function verify(site: Site, { ids, importId, importProcedure, dueAt }: Prepared): Promise<readonly string[]> {
  const { stores } = site;
  const next = ids.decision.replace(/~1$/, '~2');
  await standing(site, next, 'plan');
  const violations = [
    ...(await reminderViolations(site, ids.round, dueAt)),
    ...(await importViolations(site, importId, importProcedure)),
    ...(await successorViolations(site, ids.decision)),
  ];
  for (const id of [...Object.values(ids), next])
    violations.push(...(await insist(() => streamViolations(stores, id))));
  const expected = [
    [ids.plan, { CycleLaunched: 1, PlanRevised: REVISIONS }],
    [ids.check, { CycleLaunched: 1, PlanApproved: 1, CheckOpened: 1 }],
    [ids.review, { PlanApproved: 1, CheckOpened: 1, ReviewRecorded: 2, ActOpened: 1 }],
    [ids.decision, { ReviewRecorded: 2, ActOpened: 1, CycleDecided: 1 }],
    [ids.round, { PlanApproved: 1, CheckOpened: 1 }],
    [next, { CycleLaunched: 1 }],
  ] as const;
  for (const [id, counts] of expected) violations.push(...(await insist(() => countViolations(stores, id, counts))));
  await give(site, ids.round, { type: 'CancelCycle', reason: 'Seen' }, HEAD);
  return violations;
}

/** Each step to each reviewer, and the last one to their superior too: each once. */
async function reminderViolations({ stores }: Site, id: string, dueAt: string): Promise<readonly string[]> {
  const expected = STEPS.flatMap(({ duration, level }) =>
    ['chi', 'dung', ...(level > 0 ? ['head'] : [])].map(
      (person) => `${id}/review@${dueAt}/${duration}${level > 0 ? `^${level}` : ''}/${person}`,
    ),
  );
  await settled(
    () => remindersOf(stores, id),
    (told) => told.length >= expected.length,
  );
  await sleep(2_000);
  const told = await insist(() => remindersOf(stores, id));
  const missing = expected.filter((key) => !told.includes(key));
  const extra = told.filter((key, i) => !expected.includes(key) || told.indexOf(key) !== i);
  return [...missing.map((key) => `missed: ${key}`), ...extra.map((key) => `told twice or wrongly: ${key}`)];
}

async function importViolations({ stores }: Site, id: string, procedure: string): Promise<readonly string[]> {
  const state = await insist(() => stores.imports.get(id));
  const { added, updated, unchanged } = state?.cases ?? { added: 0, updated: 0, unchanged: 0 };
  const right = state?.status === 'done' && added === CASES && updated === 0 && unchanged === 0;
  const stored = await insist(() => stores.connection.collection('cases').countDocuments({ procedure }));
  return [
    ...(right ? [] : [`import ${id}: ${state?.status}, ${added} added, ${updated} updated, ${unchanged} unchanged`]),
    ...(stored === CASES ? [] : [`import ${id}: ${stored} cases are stored`]),
  ];
}

/** One successor in the database, and one workflow that lives for it; none after it. */
async function successorViolations({ stores, client }: Site, id: string): Promise<readonly string[]> {
  const [unit = '', procedure = ''] = id.split('~');
  const cycles = await insist(() => stores.connection.collection('cycles').countDocuments({ unit, procedure }));
  const handle = client.workflow.getHandle(cycleWorkflowId(unit, procedure, 2));
  const { status } = await insist(() => handle.describe());
  return [
    ...(cycles === 2 ? [] : [`${id}: ${cycles} cycles in the series`]),
    ...(status.name === 'RUNNING' ? [] : [`${id}: the workflow of its successor is ${status.name}`]),
  ];
}
