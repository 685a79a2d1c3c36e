import type { Stores } from '../../../src/worker/stores';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import type { DraftPlan } from '../../../src/domain/cycle/cycle.schema';
import type { Standing } from '../../../src/domain/access/policy';
import type { OfficeSettings, Person } from '../../../src/domain/organisation/organisation.schema';

export const BY = { by: 'administrator' } as const;

/** A small office: a department with a head, a lead, two reviewers and an officer, and a procedure. */
export async function anOffice({ organisation }: Stores, office: OfficeSettings = {}): Promise<void> {
  await organisation.put('calendar', VIETNAM, BY);
  await organisation.put('unit', { id: 'kh', name: 'Khánh Hòa', office }, BY);
  await organisation.put('unit', { id: 'kh-dpi', name: 'Planning and investment', parent: 'kh' }, BY);
  const person = (id: string, roles: Person['roles'], manager?: string): Person => ({
    id,
    name: id,
    unit: 'kh-dpi',
    roles,
    language: 'vi',
    ...(manager === undefined ? {} : { manager }),
  });
  for (const one of [
    person('head', ['head-of-unit']),
    person('lead', ['improvement-lead'], 'head'),
    person('chi', ['reviewer'], 'head'),
    person('dung', ['reviewer'], 'head'),
    person('binh', ['officer'], 'head'),
  ])
    await organisation.put('person', one, BY);
  await organisation.put(
    'procedure',
    { id: 'licence', name: 'Business licence', unit: 'kh-dpi', limitWorkingDays: 15 },
    BY,
  );
}

export const standing = (id: string, ...roles: Standing['roles']): Standing => ({ id, unit: 'kh-dpi', roles });
export const HEAD = standing('head', 'head-of-unit');
export const LEAD = standing('lead', 'improvement-lead');
export const CHI = standing('chi', 'reviewer');
export const DUNG = standing('dung', 'reviewer');

export const PLAN: DraftPlan = {
  problem: 'Licences take three weeks',
  causes: ['Files come in incomplete'],
  aim: { text: 'Half of the files within five days', indicator: 'median', by: '2027-12-31' },
  indicators: [
    { key: 'median', aggregation: 'median', role: 'outcome', baseline: 12, prediction: { atMost: 6 }, target: 5 },
    { key: 'rework', aggregation: 'rework-share', role: 'balancing', baseline: 0.1, prediction: { atMost: 0.12 } },
  ],
  countermeasures: [{ key: 'checklist', title: 'Checklist at the counter', owner: 'binh', due: '2027-09-30', cost: 0 }],
  pilot: { scope: 'Counter 1', smallScale: true },
  do: 'P3M',
  reviewers: ['chi', 'dung'],
};
