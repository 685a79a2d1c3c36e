import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sha256 } from '../../../src/api/sha256';
import type { Evaluation } from '../../../src/domain/evaluations/state';
import type { AnyPeriodCommand } from '../../../src/domain/evaluationPeriods/decide';
import type { EvaluationPeriod } from '../../../src/domain/evaluationPeriods/state';
import { firstDayOf, lastDayOf, periodOfDay, shifted } from '../../../src/domain/indicators/period';
import { verifyChain } from '../../../src/domain/shared/chain';
import { periodWorkflowId } from '../../../src/workflows/evaluationPeriod.contract';
import { anOffice, BY, HEAD } from '../support/office';
import { hasTimeSkipping } from '../support/servers';
import { waitedFor } from '../reviews/reviewing';
import { aDepartment, evaluating, give, SCHEME, tell } from './evaluating';
import type { Evaluating } from './evaluating';

const periodTest = hasTimeSkipping() ? it : it.skip;
const PEOPLE = 60;
let there: Evaluating;
let people: readonly string[];

beforeAll(async () => {
  if (!hasTimeSkipping()) return;
  there = await evaluating('periods');
  await anOffice(there.stores);
  people = await aDepartment(there.stores, PEOPLE);
  for (const unit of ['kh', 'kh-dpi'])
    await there.stores.organisation.put(
      'person',
      { id: `chief-${unit}`, name: unit, unit, roles: ['head-of-unit'], language: 'vi' },
      BY,
    );
}, 120_000);
afterAll(async () => there?.close());

const inPhase = (id: string, phase: EvaluationPeriod['phase']): Promise<EvaluationPeriod> =>
  waitedFor(async () => {
    const period = (await there.stores.evaluationPeriods.get(id))?.period;
    return period?.phase === phase ? period : undefined;
  });
async function everybody(id: string): Promise<readonly Evaluation[]> {
  const found: Evaluation[] = [];
  for await (const { evaluation } of there.evaluations.ofPeriod(id)) found.push(evaluation);
  return found;
}
const after = (at: string): string => new Date(Date.parse(at) + 60_000).toISOString();

/** Points by number: a few excellent, most good. */
const pointsOf = (person: string): number => 15 + (Number(person.slice(1)) % 16);

describe('a period of evaluation of sixty people', () => {
  periodTest(
    'goes from its opening to its end with a transfer, a leave, an appeal and a correction, and tells each person once',
    async () => {
      const month = shifted(periodOfDay((await there.now()).slice(0, 10), 'month'), 1);
      await there.until(`${firstDayOf(month)}T05:00:00.000Z`);
      const opening = {
        scheme: SCHEME,
        unit: 'kh-dpi',
        period: month,
        calibrators: ['lead'],
        excluded: [{ person: 'p00059', reason: 'Học tập trung' }],
      };
      const opened = await there.commands.open(opening, HEAD, randomUUID());
      if (!opened.ok) throw new Error(opened.refusal.code);
      const { id } = opened.period;
      expect(await there.commands.open(opening, HEAD, randomUUID())).toMatchObject({
        refusal: { code: 'EVALUATION_PERIOD_EXISTS' },
      });
      const collecting = await inPhase(id, 'collecting');
      const at0 = await everybody(id);
      expect(collecting.people).toBe(at0.length);
      expect(at0.filter(({ person }) => people.includes(person))).toHaveLength(PEOPLE);
      expect(at0.find(({ person }) => person === 'p00000')).toMatchObject({
        manager: 'head-office-0',
        approver: 'head',
        unit: 'office-0',
      });

      for (const one of at0.filter(({ phase }) => phase !== 'excluded'))
        for (const item of ['report', 'visit']) {
          const due = lastDayOf(month);
          await tell(there, one.id, { type: 'AssignWork', item, title: item, quantity: 1, due }, one.manager ?? 'head');
          await tell(there, one.id, { type: 'ReportDone', item, doneOn: firstDayOf(month) }, one.person);
        }

      const { organisation } = there.stores;
      const moved = (await organisation.people.get('p00001'))?.value;
      const away = (await organisation.people.get('p00002'))?.value;
      if (moved === undefined || away === undefined) throw new Error('nobody is there');
      await organisation.put('person', { ...away, absences: [{ from: firstDayOf(month), to: lastDayOf(month) }] }, BY);
      await organisation.put('person', { ...moved, unit: 'office-1', manager: 'head-office-1' }, BY);

      await there.until(after(collecting.dates.endsAt));
      await inPhase(id, 'selfAssessment');
      const adjusted = await everybody(id);
      expect(adjusted.find(({ person }) => person === 'p00001')).toMatchObject({
        unit: 'office-1',
        manager: 'head-office-1',
      });
      expect(adjusted.find(({ person }) => person === 'p00001')?.items).toHaveLength(2);
      expect(adjusted.find(({ person }) => person === 'p00002')).toMatchObject({ phase: 'excluded' });

      const rated = adjusted.filter(({ phase }) => phase !== 'excluded');
      for (const { id: one, person, manager = 'head' } of rated) {
        const ratings = { 'general/conduct': people.includes(person) ? pointsOf(person) : 25 };
        await tell(there, one, { type: 'AssessSelf', ratings }, person);
        await tell(there, one, { type: 'Rate', ratings }, manager);
      }
      await expect(give(there, id, { type: 'Publish' })).rejects.toThrow('CALIBRATION_NOT_HELD');
      await there.until(after(collecting.dates.steps.selfAssessment.at));
      await inPhase(id, 'rating');
      const held: AnyPeriodCommand = { type: 'HoldCalibration', attendance: ['lead', 'head'], minutes: 'All was seen' };
      await expect(give(there, id, { type: 'Publish' })).rejects.toThrow('CALIBRATION_NOT_HELD');
      await give(there, id, held);
      await expect(give(there, id, { type: 'Publish' })).rejects.toThrow('SOMEBODY_IS_UNRATED');
      for (const { id: one, approver } of rated)
        if (approver !== undefined) await tell(there, one, { type: 'Approve' }, approver);
      await expect(give(there, id, { type: 'Publish' })).rejects.toThrow('QUOTA_IS_EXCEEDED');
      const tied = await give(there, id, { type: 'AcceptQuota' }).catch((error: unknown) => String(error));
      if (typeof tied === 'string') {
        expect(tied).toContain('QUOTA_TIE_IS_OPEN');
        await give(there, id, { type: 'AcceptQuota', keep: [] });
      }
      await give(there, id, { type: 'Publish' });
      const appeals = await inPhase(id, 'appeals');
      expect(appeals.publication?.told).toBe(adjusted.length);

      const told = await Promise.all(people.map((person) => there.stores.reminders.inbox(person, undefined, 50)));
      const results = told.map((inbox) =>
        inbox.filter(({ items }) => items.some(({ due }) => due.endsWith('/published'))),
      );
      expect(results.map((list) => list.length)).toEqual(people.map(() => 1));

      const [first] = rated.filter(({ person }) => person === 'p00000');
      if (first === undefined) throw new Error('nobody');
      await tell(
        there,
        first.id,
        { type: 'Appeal', points: [{ part: 'criterion', key: 'general/conduct', why: 'Chưa tính sáng kiến' }] },
        'p00000',
      );
      await there.until(after(appeals.appealsUntil?.at ?? ''));
      expect((await there.stores.evaluationPeriods.get(id))?.period.phase).toBe('appeals');
      await expect(give(there, id, { type: 'Finalise' })).rejects.toThrow('APPEALS_ARE_OPEN');
      await tell(
        there,
        first.id,
        {
          type: 'DecideAppeal',
          decisions: [{ key: 'general/conduct', upheld: true, reason: 'Đúng' }],
          changes: { ratings: { 'general/conduct': 29 } },
        },
        'chief-kh',
      );
      await give(there, id, { type: 'Finalise' });
      await there.environment.client.workflow.getHandle(periodWorkflowId(id)).result();
      const final = await everybody(id);
      expect(final.find(({ person }) => person === 'p00000')?.published).toMatchObject({
        total: 99,
        class: 'excellent',
      });
      expect(new Set(final.map(({ phase }) => phase))).toEqual(new Set(['final']));
      const events = await there.stores.evaluationPeriods.read(id);
      async function* links() {
        yield* events;
      }
      expect(await verifyChain(links(), sha256)).toMatchObject({ valid: true, events: events.length });
    },
    240_000,
  );
});
