import { periodOfDay, shifted } from '../../../src/domain/indicators/period';
import type { Caller } from '../support/http';

export const LAST = shifted(periodOfDay(new Date().toISOString().slice(0, 10), 'quarter'), -1);
/** The last nine that have ended. */
const QUARTERS = Array.from({ length: 9 }, (_none, at) => shifted(LAST, at - 8));
const DAYS = [14, 13, 13, 12, 11, 11, 10, 9, 8];
const SATISFIED = [70, 71, 73, 72, 75, 78, 80, 83, 85];

const CARD = {
  name: { en: 'Service to citizens', vi: 'Phục vụ người dân', ja: '住民サービス' },
  mission: { en: 'A licence without a second way', vi: 'Cấp phép không phải đi lại', ja: '一度で済む許可手続' },
  ...{ unit: 'kh-dpi', owner: 'head', frequency: 'quarter' },
  perspectives: [
    { key: 'mission', name: { en: 'Mission', vi: 'Sứ mệnh', ja: '使命' } },
    { key: 'citizens', name: { en: 'Citizens', vi: 'Người dân', ja: '住民' }, weight: 2 },
    { key: 'learning', name: { en: 'Learning', vi: 'Học hỏi', ja: '学習' } },
  ],
  objectives: [
    {
      ...{ key: 'trust', perspective: 'mission', owner: 'head' },
      name: { en: 'Citizens trust us', vi: 'Người dân tin tưởng', ja: '住民の信頼' },
      measures: [{ indicator: 'satisfied' }],
    },
    {
      ...{ key: 'fast', perspective: 'citizens', priority: true },
      name: { en: 'Licences come quickly', vi: 'Cấp phép nhanh', ja: '許可が早い' },
      measures: [
        { indicator: 'days', weight: 2 },
        { indicator: 'satisfied', counter: true },
      ],
    },
    {
      ...{ key: 'skills', perspective: 'learning' },
      name: { en: 'People know the procedure', vi: 'Cán bộ nắm vững thủ tục', ja: '職員が手続に通じる' },
    },
  ],
  initiatives: [
    {
      key: 'forms',
      objective: 'fast',
      name: { en: 'Simpler forms', vi: 'Mẫu đơn gọn hơn', ja: '様式の簡素化' },
      due: '2026-03-31',
    },
  ],
  links: [
    { from: 'fast', to: 'trust', lag: 1 },
    { from: 'skills', to: 'fast' },
  ],
};

/** A scorecard of the small office with its indicators and nine quarters of figures; again with other parts: a new version. */
export async function aScorecard(head: Caller, id: string, over: object = {}): Promise<void> {
  const indicators = {
    days: {
      name: { en: 'Days to a licence', vi: 'Số ngày cấp phép', ja: '許可までの日数' },
      ...{ unit: 'days', direction: 'lower', target: 5, scoring: { rule: 'lower-ratio' }, frequency: 'quarter' },
    },
    satisfied: {
      name: { en: 'Satisfied citizens', vi: 'Người dân hài lòng', ja: '満足した住民' },
      ...{ unit: '%', target: 90, baseline: 60, scoring: { rule: 'progress' }, frequency: 'quarter' },
    },
  };
  if ((await head.get(`/v1/scorecards/${id}/definition`)).status !== 200) {
    for (const [key, definition] of Object.entries(indicators))
      await done(head.put(`/v1/indicators/${key}`, definition));
    for (const [at, period] of QUARTERS.entries()) {
      await done(head.post('/v1/indicators/days/observations', { period, value: DAYS[at] }));
      await done(head.post('/v1/indicators/satisfied/observations', { period, value: SATISFIED[at] }));
    }
  }
  await done(head.put(`/v1/scorecards/${id}`, { ...CARD, ...over }));
}

async function done(asked: ReturnType<Caller['post']>): Promise<void> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`refused: ${JSON.stringify(body)}`);
}

/** The review of the last period with its memo; that its plan opened it already is no mistake. */
export async function aReview(head: Caller, plan: string): Promise<void> {
  const { status, body } = await head.post('/v1/reviews', { plan, period: LAST });
  if (status !== 201 && status !== 409) throw new Error(`refused: ${JSON.stringify(body)}`);
  await done(head.post(`/v1/reviews/${plan}~${LAST}/commands`, { type: 'PrepareMemoNow' }));
}
