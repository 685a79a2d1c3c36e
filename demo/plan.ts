import type { Json } from './caller';

/** What a lead writes first: a problem and a wish. The gate says what is missing. */
export const FIRST_DRAFT: Json = {
  problem: 'Doanh nghiệp chờ đăng ký quá lâu, nhiều hồ sơ phải bổ sung.',
  aim: { text: 'Một nửa số hồ sơ xong trong ba ngày', indicator: 'speed', by: '2027-12-31' },
};

/** The whole plan. Phases take seconds; the windows are those of the made-up register. */
export const WHOLE_PLAN: Json = {
  ...FIRST_DRAFT,
  causes: ['Biểu mẫu khó hiểu', 'Hồ sơ đi qua ba bàn trước khi ký'],
  indicators: [
    { key: 'speed', aggregation: 'median', prediction: { atMost: 4 }, target: 3 },
    { key: 'on-time', aggregation: 'share-by-deadline', prediction: { atLeast: 0.8 }, target: 0.9 },
    { key: 'rework', aggregation: 'rework-share', role: 'balancing', prediction: { atMost: 0.2 } },
  ],
  countermeasures: [
    { key: 'form', title: 'Biểu mẫu mới kèm ví dụ', owner: 'yen', due: '2027-09-30', cost: 4_000_000 },
    { key: 'sign', title: 'Ký số ngay sau thẩm định', owner: 'lan', due: '2027-09-30', cost: 0 },
  ],
  pilot: { scope: 'Phòng Đăng ký kinh doanh' },
  baseline: { from: '2025-01-01', to: '2025-07-01' },
  changeFrom: '2025-07-01',
  changeTo: '2026-01-01',
  do: 'PT18S',
  check: 'PT14S',
  act: 'PT60S',
  reviewers: ['son', 'thao'],
  reminderPolicy: 'demo',
};

export const review = (learning: string): Json => ({
  type: 'RecordReview',
  strengths: ['Ít hồ sơ phải bổ sung hơn hẳn'],
  weaknesses: ['Hồ sơ gửi bưu chính vẫn thiếu giấy tờ'],
  learning: [learning],
  predictionCompared: 'Nhanh hơn như dự báo; số hồ sơ phải bổ sung giảm nhờ biểu mẫu mới.',
});
