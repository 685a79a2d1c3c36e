import type { DraftPlan } from '../../../src/domain/cycle/cycle.schema';

/** Procedure of the made-up province whose register comes with the product. */
export const EXAMPLE_PROCEDURE = 'business-licensing';
export const EXAMPLE_TITLE = 'Đăng ký doanh nghiệp nhanh hơn với biểu mẫu mới';

/** A whole plan on the made-up register: what a first visitor can launch, alter and look at. */
export const EXAMPLE_PLAN: DraftPlan = {
  problem: 'Doanh nghiệp chờ đăng ký quá lâu, nhiều hồ sơ phải bổ sung.',
  causes: ['Biểu mẫu khó hiểu', 'Hồ sơ đi qua ba bàn trước khi ký'],
  indicators: [
    { key: 'speed', aggregation: 'median', role: 'outcome', prediction: { atMost: 4 }, target: 3 },
    { key: 'rework', aggregation: 'rework-share', role: 'balancing', prediction: { atMost: 0.2 } },
  ],
  aim: { text: 'Một nửa số hồ sơ xong trong ba ngày', indicator: 'speed', by: '2027-12-31' },
  countermeasures: [
    { key: 'form', title: 'Biểu mẫu mới kèm ví dụ', owner: 'yen', due: '2027-09-30', cost: 4_000_000 },
    { key: 'sign', title: 'Ký số ngay sau thẩm định', owner: 'lan', due: '2027-09-30', cost: 0 },
  ],
  pilot: { scope: 'Phòng Đăng ký kinh doanh', smallScale: true },
  baseline: { from: '2025-01-01', to: '2025-07-01' },
  changeFrom: '2025-07-01',
  changeTo: '2026-01-01',
  do: 'P1D',
  reviewers: ['son', 'thao'],
};
