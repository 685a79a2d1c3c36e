import { STANDARD_POLICY } from '../../../src/domain/reminders/policy';
import type { Caller } from '../support/http';
import { aProcedure, launched, tokenOf } from './office';
import { anEvaluation, periodOf, THIS_MONTH } from './evaluating';
import { aReview, aScorecard, LAST } from './scorecard';
import type { Stage } from './stage';

/** What stands behind the addresses that name a thing. */
export type Things = {
  readonly cycle: string;
  readonly checked: string;
  readonly survey: string;
  readonly idea: string;
  readonly need: string;
  readonly talk: string;
  readonly draft: string;
  readonly evaluation: string;
};
const [INDICATOR, POLICY, SOURCE, SCORECARD] = ['speed', 'standard', 'portal', 'service'] as const;

/** Each address of the pages as somebody signed in opens it. */
export const SHOWN: Readonly<Record<string, (things: Things) => readonly string[]>> = {
  '/': () => ['/'],
  '/cycles': () => ['/cycles', '/cycles?view=board'],
  '/cycles/:id': ({ cycle, checked }) => [`/cycles/${cycle}`, `/cycles/${checked}`],
  '/cycles/:id/plan': ({ cycle }) => [`/cycles/${cycle}/plan`],
  '/launch': () => ['/launch'],
  '/history': () => ['/history'],
  '/history/compare': ({ cycle, checked }) => [`/history/compare?cycle=${cycle}&cycle=${checked}`],
  '/indicators': () => ['/indicators'],
  '/indicators/:id': () => [`/indicators/${INDICATOR}`, `/indicators/${INDICATOR}?explain=2025-12`],
  '/indicators/:id/definition': () => [`/indicators/${INDICATOR}/definition`],
  '/new-indicator': () => ['/new-indicator'],
  '/programmes': () => ['/programmes'],
  '/programmes/:id': () => ['/programmes/roads'],
  '/programmes/:id/edit': () => ['/programmes/roads/edit'],
  '/new-programme': () => ['/new-programme'],
  '/messages': () => ['/messages'],
  '/help': () => ['/help'],
  '/first-run': () => ['/first-run'],
  '/settings': () => ['/settings'],
  '/settings/account': () => ['/settings/account'],
  '/settings/units': () => ['/settings/units'],
  '/settings/calendars': () => ['/settings/calendars'],
  '/settings/terms': () => ['/settings/terms'],
  '/settings/templates': () => ['/settings/templates'],
  '/settings/tokens': () => ['/settings/tokens'],
  '/settings/reminders': () => ['/settings/reminders'],
  '/settings/reminders/:id': () => [`/settings/reminders/${POLICY}`],
  '/settings/webhooks': () => ['/settings/webhooks'],
  '/settings/sources': () => ['/settings/sources'],
  '/settings/sources/:id': () => [`/settings/sources/${SOURCE}`],
  '/settings/procedures': () => ['/settings/procedures'],
  '/settings/procedures/:id': () => ['/settings/procedures/licence'],
  '/settings/undelivered': () => ['/settings/undelivered'],
  '/settings/privacy': () => ['/settings/privacy'],
  '/settings/journal': () => ['/settings/journal'],
  '/scorecards': () => ['/scorecards'],
  '/scorecards/:id': () =>
    ['', '?view=map&objective=fast', '?view=cascade', '?view=matrix', '?view=units', '?explain=fast%2Fdays'].map(
      (view) => `/scorecards/${SCORECARD}${view}`,
    ),
  '/scorecards/:id/edit': () => [`/scorecards/${SCORECARD}/edit`],
  '/new-scorecard': () => ['/new-scorecard'],
  '/reviews': () => ['/reviews'],
  '/reviews/:id': () => [`/reviews/quarterly~${LAST}`],
  '/reviews/plans': () => ['/reviews/plans'],
  '/reviews/plans/:id': () => ['/reviews/plans/quarterly'],
  '/new-review-plan': () => ['/new-review-plan'],
  '/schemes': () => ['/schemes'],
  '/schemes/:id': () => ['/schemes/vn-335-2025', '/schemes/bsc-staff'],
  '/schemes/:id/edit': () => ['/schemes/vn-335-2025/edit'],
  '/new-scheme': () => ['/new-scheme?from=bsc-staff'],
  '/my-work': () => ['/my-work'],
  '/evaluation-periods': () => ['/evaluation-periods'],
  '/evaluation-periods/:id': () => [`/evaluation-periods/${periodOf(THIS_MONTH)}`],
  '/my-team': () => ['/my-team'],
  '/my-team/rate': () => [`/my-team/rate?period=${periodOf(THIS_MONTH)}`],
  '/evaluations/:id': ({ evaluation }) => [`/evaluations/${evaluation}`],
  '/ideas': () => ['/ideas', '/ideas?stage=new&mine=true'],
  '/ideas/:id': ({ idea }) => [`/ideas/${idea}`],
  '/new-idea': () => ['/new-idea'],
  '/training': () => ['/training'],
  '/training/:id': ({ need }) => [`/training/${need}`],
  '/conversations/:id': ({ talk }) => [`/conversations/${talk}`],
  '/surveys': () => ['/surveys'],
  '/surveys/:id': ({ survey }) => [`/surveys/${survey}`],
  '/surveys/:id/edit': ({ draft }) => [`/surveys/${draft}/edit`],
  '/new-survey': () => ['/new-survey'],
  '/packs': () => ['/packs'],
  '/packs/:id': () => ['/packs/business-licensing'],
  '/practices': () => ['/practices'],
  '/practices/:id': () => ['/practices/a3-los-gatos'],
  '/new-practice': ({ checked }) => ['/new-practice', `/new-practice?cycle=${checked}`],
};
/** What is read by people who are not signed in. */
export const OUTSIDE: Readonly<Record<string, readonly string[]>> = {
  '/sign-in': ['/sign-in'],
  '/welcome': ['/welcome'],
  '/reset': ['/reset'],
  '/public': ['/public'],
  '/public/:scorecard': [`/public/${SCORECARD}`],
};

/** Who sees most of a page, and so opens it. */
export function readerOf(address: string): 'administrator' | 'head' | 'lead' {
  if (/^\/(settings|new-scheme|schemes\/.*\/edit)/.test(address)) return 'administrator';
  return /^\/(new-)?(evaluation|my-|indicator|survey|programme|scorecard|review)/.test(address) ? 'head' : 'lead';
}

const VALUES = [12, 14, 13, 11, 12, 15, 9, 8, 7, 8, 6, 7];
const SURVEY = {
  ...{ title: 'Ông bà thấy bộ phận Một cửa thế nào?', belongsTo: { procedure: 'licence' }, languages: ['vi', 'en'] },
  ...{ opens: { at: '2026-01-01T00:00:00Z' }, closes: { at: '2099-01-01T00:00:00Z' } },
  questions: [
    { key: 'overall', type: 'scale', text: { vi: 'Nhìn chung', en: 'Overall' }, required: true },
    { key: 'again', type: 'yes-no', text: { vi: 'Có phải đi lại nhiều lần không?', en: 'Did you come twice?' } },
    { key: 'wish', type: 'text', text: { vi: 'Điều mong muốn', en: 'Your wish' } },
  ],
};
const COLLECTOR = {
  ...{ name: 'Cổng dịch vụ công', unit: 'kh-dpi', url: 'https://dichvucong.example/so-lieu', format: 'json' },
  schedule: { every: 'P1D' },
  mapping: { period: { path: 'ky' }, indicator: { fixed: INDICATOR }, value: { path: 'v' } },
};

const PROGRAMME = {
  ...{ name: 'Nâng cấp đường tỉnh 8', unit: 'kh-dpi', plannedStart: '2026-01-05', plannedEnd: '2026-12-31' },
  actualStart: '2026-01-12',
  milestones: [{ key: 'design', name: 'Duyệt thiết kế', planned: '2026-03-31', actual: '2026-04-10' }],
};

/** Fills an office so that no page is empty. */
export async function furnished({ api, run }: Stage): Promise<Things> {
  const lead = api.as(await tokenOf(api.admin, 'lead'));
  const head = api.as(await tokenOf(api.admin, 'head'));
  const cycle = await launched(lead, 'licence');
  await aProcedure(run, 'permit');
  const checked = await launched(lead, 'permit');
  await done(head.post(`/v1/cycles/${checked}/commands`, { type: 'ApprovePlan' }));
  await done(head.post(`/v1/cycles/${checked}/commands`, { type: 'EndDoEarly', reason: 'Đã thấy đủ' }));
  const indicator = { name: 'Số ngày giải quyết hồ sơ cấp giấy phép kinh doanh', unit: 'days', target: 5 };
  await done(head.put(`/v1/indicators/${INDICATOR}`, indicator));
  for (const [at, value] of VALUES.entries()) {
    const period = `2025-${String(at + 1).padStart(2, '0')}`;
    await done(head.post(`/v1/indicators/${INDICATOR}/observations`, { period, value }));
  }
  const { id: _id, ...policy } = STANDARD_POLICY;
  await done(api.admin.put(`/v1/reminder-policies/${POLICY}`, policy));
  await done(api.admin.put(`/v1/collectors/${SOURCE}`, COLLECTOR));
  await done(head.put('/v1/programmes/roads', PROGRAMME));
  await done(head.put('/v1/programmes/roads/figures/budget-initial/2026', { amount: 1_000 }));
  await done(head.put('/v1/programmes/roads/figures/spent/2026-Q1', { amount: 1_200 }));
  await aScorecard(head, SCORECARD, { public: true });
  const reviewed = { subject: { type: 'scorecard', id: SCORECARD }, unit: 'kh-dpi', chair: 'head', members: ['lead'] };
  await done(head.put('/v1/review-plans/quarterly', reviewed));
  await aReview(head, 'quarterly');
  for (const id of ['one-stop', 'draft']) await done(head.post('/v1/surveys', { ...SURVEY, id }));
  await answered(head, 'one-stop');
  const proposal = { title: 'Bảng kiểm tra hồ sơ tại quầy', text: 'Người dân nộp đủ giấy tờ ngay lần đầu.' };
  const { body } = await done(head.post('/v1/ideas', proposal));
  const stated = { type: 'stated', person: 'head', topic: 'Giao tiếp với người dân', reason: 'Có phản ánh' };
  const { id: need } = (await done(head.post('/v1/training/needs', stated))).body as { id: string };
  const pair = { person: 'head', with: 'lead' };
  const { id: talk } = (await done(head.post('/v1/conversations', pair))).body as { id: string };
  const evaluation = await anEvaluation(head);
  return {
    cycle,
    checked,
    evaluation,
    survey: 'one-stop',
    draft: 'draft',
    idea: (body as { id: string }).id,
    need,
    talk,
  };
}

async function answered(head: Caller, survey: string): Promise<void> {
  await done(head.post(`/v1/surveys/${survey}/commands`, { type: 'OpenNow' }));
  const { body } = await done(head.post(`/v1/surveys/${survey}/links`, { count: 12 }));
  for (const [i, { token }] of (body as { links: readonly { token: string }[] }).links.entries()) {
    const answers = { overall: 1 + (i % 5), again: i % 2 === 0, wish: `Mong được trả kết quả qua bưu điện (${i})` };
    await done(head.post(`/v1/public/surveys/${survey}/answers`, { token, answers }));
  }
}

/** Refuses to go on where the office was not filled as it should be. */
async function done(asked: ReturnType<Caller['post']>) {
  const answer = await asked;
  if (answer.status >= 300) throw new Error(`refused: ${JSON.stringify(answer.body)}`);
  return answer;
}
