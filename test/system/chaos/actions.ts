import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Standing } from '../../../src/domain/access/policy';
import type { CycleCommand, DraftPlan } from '../../../src/domain/cycle/cycle.schema';
import type { Cycle } from '../../../src/domain/cycle/state';
import { sleep } from '../../../src/stack/say';
import { newImport, tableOf } from '../imports/support';
import { BY, CHI, DUNG, HEAD, LEAD, PLAN } from '../support/office';
import { insist, settled, type Site } from './site';

export const PHASES = ['plan', 'check', 'review', 'decision', 'round', 'import'] as const;
export type Phase = (typeof PHASES)[number];

export const REVISIONS = 5;
export const CASES = 3_000;
const TABLE = tableOf(CASES);
const REVIEW = {
  type: 'RecordReview',
  strengths: [],
  weaknesses: [],
  learning: ['x'],
  predictionCompared: 'x',
} as const satisfies CycleCommand;

/** The cycles of one strike, one a phase, each about to do what the phase is about. */
export type Prepared = {
  readonly ids: Readonly<Record<Exclude<Phase, 'import'>, string>>;
  readonly importId: string;
  readonly importProcedure: string;
  /** When Check opens by itself, and when the reviews of the cycle that nobody reviews are due: epoch ms. */
  readonly opensAt: number;
  readonly dueAt: string;
};

export async function give(site: Site, id: string, command: CycleCommand, by: Standing): Promise<Cycle> {
  const commandId = randomUUID();
  const outcome = await insist(() => site.commands.command(id, command, by, commandId));
  if (!outcome.ok) throw new Error(`${id}: ${command.type} was refused: ${outcome.refusal.code}`);
  return outcome.cycle;
}

async function launch(site: Site, procedure: string, plan: Partial<DraftPlan>): Promise<string> {
  const commandId = randomUUID();
  await insist(() => site.stores.organisation.put('procedure', { id: procedure, name: procedure, unit: 'kh-dpi' }, BY));
  const input = { procedure, plan: { ...PLAN, reminderPolicy: 'every-second', ...plan } };
  const outcome = await insist(() => site.commands.launch(input, LEAD, commandId));
  if (!outcome.ok) throw new Error(`${procedure}: the launch was refused: ${outcome.refusal.code}`);
  return outcome.cycle.id;
}

/** The cycle once it stands in this phase. */
export async function standing<P extends Cycle['phase']>(site: Site, id: string, phase: P): Promise<Cycle> {
  const row = await settled(
    () => site.stores.cycles.get(id),
    (found) => found?.cycle.phase === phase,
  );
  if (row?.cycle.phase !== phase) throw new Error(`${id} stands in ${row?.cycle.phase}, not in ${phase}`);
  return row.cycle;
}

async function checked(site: Site, procedure: string, plan: Partial<DraftPlan> = {}): Promise<string> {
  const id = await launch(site, procedure, { do: 'PT1S', ...plan });
  await give(site, id, { type: 'ApprovePlan' }, HEAD);
  await standing(site, id, 'check');
  return id;
}

export async function prepare(site: Site, no: number): Promise<Prepared> {
  const name = (phase: Phase): string => `s${no}-${phase}`;
  const [plan, check, review, decision] = await Promise.all([
    launch(site, name('plan'), {}),
    launch(site, name('check'), { do: 'PT3S' }),
    checked(site, name('review')),
    checked(site, name('decision')).then(async (id) => {
      for (const by of [CHI, DUNG]) await give(site, id, REVIEW, by);
      return id;
    }),
    launch(site, name('import'), {}),
  ]);
  const [approved, round] = await Promise.all([
    give(site, check, { type: 'ApprovePlan' }, HEAD),
    checked(site, name('round'), { check: 'PT4S' }),
  ]);
  const owed = await standing(site, round, 'check');
  return {
    ids: { plan, check, review, decision, round },
    importId: randomUUID(),
    importProcedure: name('import'),
    opensAt: approved.phase === 'do' ? Date.parse(approved.doEnds.at) : Date.now(),
    dueAt: owed.phase === 'check' ? owed.reviewDue.at : '',
  };
}

/** Everything that is under way when the strike comes. Each answers when it was acknowledged; none is given up. */
export function act(site: Site, { ids, importId, importProcedure, opensAt, dueAt }: Prepared) {
  const revise = (i: number) => give(site, ids.plan, { type: 'RevisePlan', plan: { causes: [`cause ${i}`] } }, LEAD);
  return {
    plan: Promise.all(Array.from({ length: REVISIONS }, (_, i) => revise(i))),
    check: sleep(Math.max(0, opensAt - Date.now())).then(() => standing(site, ids.check, 'check')),
    review: Promise.all([CHI, DUNG].map((by) => give(site, ids.review, REVIEW, by))),
    decision: give(site, ids.decision, { type: 'AdaptChange', reason: 'Half way', changes: { do: 'P2M' } }, HEAD),
    round: sleep(Math.max(0, Date.parse(dueAt) + 3_000 - Date.now())),
    import: insist(() =>
      site.stores.imports.create(newImport(importId, importProcedure), Readable.from([Buffer.from(TABLE)])),
    )
      .then(() => insist(() => site.imports.start(importId)))
      .then(() =>
        settled(
          () => site.stores.imports.get(importId),
          (state) => state?.status !== 'running',
        ),
      ),
  } as const satisfies Record<Phase, Promise<unknown>>;
}
