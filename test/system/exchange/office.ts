import { periodDates } from '../../../src/domain/evaluationPeriods/dates';
import type { PeriodEvent } from '../../../src/domain/evaluationPeriods/events';
import { evolve as evolvePeriod } from '../../../src/domain/evaluationPeriods/evolve';
import { periodId } from '../../../src/domain/evaluationPeriods/state';
import { VIETNAM } from '../../../src/domain/calendar/vietnam';
import { evaluationId } from '../../../src/domain/evaluations/state';
import { apiUnderTest, caller, seedProvince, signedInAs } from '../api/support';
import type { ApiUnderTest } from '../api/support';

export const SCHEME = 'vn-335-2025';
export const MONTH = '2026-03';
export const PERIOD = periodId(SCHEME, 'office', MONTH);
export const DUNG = evaluationId(PERIOD, 'dung');
/** Within the month of the evaluation. */
const NOW = '2026-03-27T08:00:00.000Z';

/** An office with an officer, the head who rates and the director who approves, and a period with the officer in it. */
export async function anOffice(change: Parameters<typeof apiUnderTest>[0] = {}) {
  const api = await apiUnderTest({ now: () => NOW, ...change });
  await seedProvince(api);
  const person = (id: string, name: string, unit: string, role: string) =>
    signedInAs(api, id, { name, unit, roles: [role] });
  const dung = await person('dung', 'Nguyễn Tiến Dũng', 'office', 'officer');
  const hoa = await person('hoa', 'Trần Thị Hòa', 'office', 'head-of-unit');
  const binh = await person('binh', 'Lê Văn Bình', 'department', 'head-of-unit');
  const other = await person('other', '=1+1', 'health', 'head-of-unit');
  await openPeriod(api);
  return { api, admin: caller(api.app), dung, hoa, binh, other };
}
export type Office = Awaited<ReturnType<typeof anOffice>>;

async function openPeriod({ deps }: ApiUnderTest): Promise<void> {
  const { definition } = (await deps.schemeInForce(SCHEME, `${MONTH}-01`)) ?? {};
  if (definition === undefined) throw new Error('there is no scheme');
  const name = { vi: PERIOD, en: PERIOD, ja: PERIOD };
  const { deadlines, quotas } = definition;
  const event: PeriodEvent = {
    ...{ type: 'PeriodOpened', at: NOW, by: 'hoa', id: PERIOD, unit: 'office', period: MONTH, calibrators: [] },
    ...{ excluded: [], title: name, scheme: { id: SCHEME, version: 0, name, classes: {}, deadlines, quotas } },
    dates: periodDates(deadlines, { period: MONTH, at: NOW }, VIETNAM),
  };
  await deps.evaluationPeriods.append(
    [{ stream: PERIOD, sequence: 1, commandId: 'open', previous: '', hash: PERIOD, event }],
    evolvePeriod(undefined, event),
  );
  const of = (person: string, approver: string) => ({
    ...{ periodId: PERIOD, person, period: MONTH, scheme: { id: SCHEME, version: 0 }, unit: 'office', approver },
    ...{ agency: 'office', position: 'Chuyên viên', duties: 'officer', kind: 'civil-servant', leader: false },
    ...{ segments: [], workingShare: 1, rules: { lateEntryGrace: 3, appeal: 5, appealDecision: 10 }, manager: 'hoa' },
  });
  await deps.evaluations.openMany([of('dung', 'binh'), of('other', 'binh')], {
    ...{ at: NOW, by: 'kairyo', commandId: 'open' },
  });
}

/** Four products of 10, 20, 30 and 40: the second once not good, the third twice late, the last not done. */
export async function dungWorked({ hoa }: Office): Promise<void> {
  const work = [10, 20, 30, 40].map((coefficient, i) => ({
    ...{ type: 'AssignWork', item: `cv-${i + 1}`, title: `Công việc ${i + 1}`, coefficient, due: '2026-03-20' },
  }));
  const done = [1, 2, 3].map((i) => ({ type: 'ReportDone', item: `cv-${i}`, doneOn: '2026-03-18' }));
  const found = [
    { type: 'CheckQuality', item: 'cv-2', passed: false },
    { type: 'NoteDelay', item: 'cv-3', on: '2026-03-18' },
    { type: 'NoteDelay', item: 'cv-3', on: '2026-03-19' },
  ];
  for (const command of [...work, ...done, ...found]) await commanded(hoa, command);
}

export async function commanded(by: Office['hoa'], command: object, id = DUNG): Promise<void> {
  const answer = await by.post(`/v1/evaluations/${id}/commands`, command);
  const { status, body } = answer as { status: number; body: unknown };
  if (status !== 200) throw new Error(JSON.stringify(body));
}

const points = (politics: number, discipline: number, service: number) => ({
  ...{ 'general/politics': politics, 'general/discipline': discipline, 'general/service': service },
});

/** Rated 27 and approved; then told. */
export async function dungRated({ dung, hoa, binh, api }: Office): Promise<void> {
  const by = { id: 'kairyo' };
  await api.deps.evaluations.command(DUNG, { command: { type: 'BeginStep', phase: 'self' }, by, commandId: 'self' });
  await commanded(dung, { type: 'AssessSelf', ratings: points(10, 9.5, 9), note: 'Đã cố gắng <b>nhiều</b>' });
  const reasons = { 'general/discipline': 'Hai lần chậm', 'general/service': 'Ý kiến người dân' };
  await commanded(hoa, { type: 'Rate', ratings: points(10, 9, 8), reasons, note: '=HYPERLINK("http://x")' });
  await commanded(binh, { type: 'Approve', note: 'Đồng ý' });
}

/** The publication is decided and everybody is told. */
export async function published({ api: { deps } }: Office): Promise<void> {
  const row = await deps.evaluationPeriods.get(PERIOD);
  if (row === undefined) throw new Error('there is no period');
  const by = { id: 'kairyo' };
  const command = { type: 'PublishResult' as const, total: 64.333, class: 'completed' };
  await deps.evaluations.command(DUNG, { command, by, commandId: 'tell' });
  const events: readonly PeriodEvent[] = [
    { type: 'PublicationDecided', at: NOW, by: 'hoa' },
    { type: 'ResultsPublished', at: NOW, by: 'kairyo', told: 1, appealsUntil: { day: '2026-04-03', at: NOW } },
  ];
  const links = events.map((event, i) => ({
    ...{ stream: PERIOD, sequence: row.version + 1 + i, commandId: 'tell', previous: '', hash: `${i}`, event },
  }));
  await deps.evaluationPeriods.append(links, events.reduce<typeof row.period>(evolvePeriod, row.period));
}
