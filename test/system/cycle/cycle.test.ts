import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DateTime } from 'luxon';
import { createHash } from 'node:crypto';
import type { CycleOutcome } from '../../../src/api/ports';
import type { CycleCommand } from '../../../src/domain/cycle/cycle.schema';
import type { Standing } from '../../../src/domain/access/policy';
import { verifyChain } from '../../../src/domain/shared/chain';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { documentChanged } from '../../../src/worker/standing';
import { anOffice, CHI, DUNG, HEAD, LEAD, PLAN } from '../support/office';
import { eventually } from '../support/eventually';

const REVIEW = {
  type: 'RecordReview',
  strengths: [],
  weaknesses: [],
  learning: ['A list is enough'],
  predictionCompared: 'As predicted',
} as const satisfies CycleCommand;
let kairyo: Engine;
let commandNo = 0;

const codeOf = (outcome: CycleOutcome): string => (outcome.ok ? 'accepted' : outcome.refusal.code);
const give = (id: string, command: CycleCommand, by: Standing): Promise<CycleOutcome> =>
  kairyo.commands.command(id, command, by, `c${(commandNo += 1)}`);
async function done(id: string, command: CycleCommand, by: Standing): Promise<CycleOutcome & { ok: true }> {
  const outcome = await give(id, command, by);
  if (!outcome.ok) throw new Error(`${command.type}: ${outcome.refusal.code}`);
  return outcome;
}
async function procedure(id: string): Promise<string> {
  await kairyo.stores.organisation.put('procedure', { id, name: id, unit: 'kh-dpi' }, { by: 'administrator' });
  return id;
}
async function launch(name: string, plan = PLAN): Promise<string> {
  const outcome = await kairyo.commands.launch({ procedure: await procedure(name), plan }, LEAD, `launch-${name}`);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.cycle.id;
}
const phaseOf = async (id: string): Promise<string | undefined> => (await kairyo.stores.cycles.get(id))?.cycle.phase;

beforeAll(async () => {
  kairyo = await engine('cycle');
  await anOffice(kairyo.stores);
  await kairyo.work();
});
afterAll(() => kairyo.close());

describe('a cycle on real servers', () => {
  it('goes from launch to the next cycle of the series', async () => {
    const id = await launch('whole-story', { ...PLAN, do: 'PT1S' });
    expect(codeOf(await give(id, { type: 'ApprovePlan' }, LEAD))).toBe('ROLE_NEEDED');
    await done(id, { type: 'ApprovePlan' }, HEAD);
    await eventually(async () => expect(await phaseOf(id)).toBe('check'));
    await done(id, REVIEW, CHI);
    const reviewed = await done(id, REVIEW, DUNG);
    expect(reviewed.cycle.phase).toBe('act');
    const adapted = await done(id, { type: 'AdaptChange', reason: 'Half way there', changes: { do: 'P2M' } }, HEAD);
    expect(adapted.cycle).toMatchObject({ phase: 'closed', decision: { kind: 'adapt', next: { no: 2 } } });
    const next = 'kh-dpi~whole-story~2';
    await eventually(async () => expect(await phaseOf(next)).toBe('plan'));
    expect((await kairyo.stores.cycles.get(next))?.cycle).toMatchObject({
      no: 2,
      plan: { do: 'P2M' },
      earlier: { cycle: id, decision: 'adapt' },
    });
  });

  it('is refused when launched twice, and answers a repeated launch as the first time', async () => {
    const input = { procedure: await procedure('twice'), plan: PLAN };
    const first = await kairyo.commands.launch(input, LEAD, 'one');
    expect(codeOf(await kairyo.commands.launch(input, LEAD, 'two'))).toBe('CYCLE_ALREADY_OPEN');
    expect(await kairyo.commands.launch(input, LEAD, 'one')).toEqual(first);
  });

  it('lets one of twenty simultaneous launches through', async () => {
    const input = { procedure: await procedure('race'), plan: PLAN };
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => kairyo.commands.launch(input, LEAD, `race-${i}`)),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(new Set(outcomes.map(codeOf))).toEqual(new Set(['accepted', 'CYCLE_ALREADY_OPEN']));
  });

  it('carries a repeated command out once, and answers the same', async () => {
    const id = await launch('repeat');
    const note: CycleCommand = { type: 'RevisePlan', plan: { causes: ['Another cause'] } };
    const first = await kairyo.commands.command(id, note, LEAD, 'same');
    expect(await kairyo.commands.command(id, note, LEAD, 'same')).toEqual(first);
    expect(await kairyo.stores.events.read(id)).toHaveLength(2);
  });

  it('refuses a command given on a version that has moved on, but not its repetition', async () => {
    const id = await launch('moved-on');
    const revise: CycleCommand = { type: 'RevisePlan', plan: { causes: ['Seen on the first version'] } };
    const ask = (commandId: string) => kairyo.commands.command(id, revise, LEAD, commandId, 1);
    expect(await ask('on-one')).toMatchObject({ ok: true, version: 2 });
    expect(await ask('late')).toMatchObject({
      ok: false,
      refusal: { code: 'CHANGED_MEANWHILE', params: { current: 2 } },
    });
    expect(await ask('on-one')).toMatchObject({ ok: true, version: 2 });
  });

  it('answers when its events are stored: whoever is answered finds them in the list', async () => {
    const id = await launch('read-your-writes');
    for (let i = 0; i < 20; i += 1) {
      const { version } = await done(id, { type: 'RevisePlan', plan: { causes: [`cause ${i}`] } }, LEAD);
      expect((await kairyo.stores.cycles.get(id))?.version).toBe(version);
    }
  });

  it('leaves no trace of a refused command', async () => {
    const id = await launch('no-trace', {});
    const { hasNext } = await historyLength(id);
    expect(codeOf(await give(id, { type: 'ApprovePlan' }, HEAD))).toBe('PLAN_IS_INCOMPLETE');
    expect(await kairyo.stores.events.read(id)).toHaveLength(1);
    expect((await historyLength(id)).hasNext).toBe(hasNext);
  });

  it('keeps a hash chain in which a changed, a missing and a foreign event show', async () => {
    const id = await launch('chain');
    for (let i = 0; i < 3; i += 1) await done(id, { type: 'RevisePlan', plan: { causes: [`cause ${i}`] } }, LEAD);
    const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
    const links = await kairyo.stores.events.read(id);
    const check = (changed: typeof links) =>
      verifyChain(
        (async function* () {
          yield* changed;
        })(),
        digest,
      );
    expect(await check(links)).toMatchObject({ valid: true, events: 4 });
    expect(
      await check(links.map((link, i) => (i === 1 ? { ...link, event: { ...link.event, by: 'somebody' } } : link))),
    ).toMatchObject({ valid: false, brokenAt: 2, reason: 'hash' });
    expect(await check(links.filter((_, i) => i !== 2))).toMatchObject({ valid: false, brokenAt: 3, reason: 'order' });
  });

  it('pauses, resumes, extends and ends early', async () => {
    const id = await launch('detours');
    await done(id, { type: 'ApprovePlan' }, HEAD);
    await done(id, { type: 'PauseCycle', reason: 'Storm' }, LEAD);
    expect(codeOf(await give(id, { type: 'EndDoEarly', reason: 'x' }, LEAD))).toBe('CYCLE_IS_PAUSED');
    await done(id, { type: 'ResumeCycle', reason: 'Over' }, LEAD);
    await done(id, { type: 'ExtendDo', by: 'P1M', reason: 'Few cases' }, LEAD);
    const early = await done(id, { type: 'EndDoEarly', reason: 'Clear already' }, LEAD);
    expect(early.cycle).toMatchObject({
      phase: 'check',
      endedEarly: 'Clear already',
      checks: [{ verdicts: [{ verdict: 'too-few-data' }, {}] }],
    });
  });

  it('takes ninety commands at once, one after the other, none lost', async () => {
    const id = await launch('many');
    const outcomes = await Promise.all(
      Array.from({ length: 90 }, (_, i) => give(id, { type: 'RevisePlan', plan: { causes: [`cause ${i}`] } }, LEAD)),
    );
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const events = await kairyo.stores.events.read(id);
    expect(events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 91 }, (_, i) => i + 1));
  });

  it('computes its deadline anew when the calendar changes', async () => {
    const { organisation } = kairyo.stores;
    const stored = await organisation.calendars.get('vn');
    if (stored === undefined) throw new Error('no calendar');
    await organisation.put('calendar', { ...stored.value, id: 'own' }, { by: 'administrator' });
    await organisation.put(
      'procedure',
      { id: 'moved', name: 'moved', unit: 'kh-dpi', calendar: 'own' },
      { by: 'administrator' },
    );
    const launched = await kairyo.commands.launch({ procedure: 'moved', plan: PLAN }, LEAD, 'moved');
    if (!launched.ok) throw new Error(launched.refusal.code);
    const { id } = launched.cycle;
    const approved = await done(id, { type: 'ApprovePlan' }, HEAD);
    const ends = approved.cycle.phase === 'do' ? approved.cycle.doEnds.at : '';
    const date = DateTime.fromISO(ends, { zone: 'Asia/Ho_Chi_Minh' }).toISODate() ?? '';
    await organisation.put(
      'calendar',
      {
        ...stored.value,
        id: 'own',
        days: [...stored.value.days, { date, kind: 'off', status: 'announced' }],
      },
      { by: 'administrator' },
    );
    await documentChangedIn(kairyo, 'calendar', 'own');
    await eventually(async () => {
      const cycle = (await kairyo.stores.cycles.get(id))?.cycle;
      expect(cycle?.phase === 'do' && cycle.doEnds.at > ends).toBe(true);
    });
  });
});

async function historyLength(id: string): Promise<{ hasNext: number }> {
  const { historyLength: length } = await kairyo.client.workflow
    .getHandle(`cycle/${id.split('~').join('/')}`)
    .describe();
  return { hasNext: length };
}

async function documentChangedIn({ client }: Engine, kind: 'calendar', id: string): Promise<void> {
  await documentChanged(client, () => new Date().toISOString())(kind, id);
}
