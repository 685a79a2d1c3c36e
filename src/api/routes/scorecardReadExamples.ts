import { definition } from './scorecardExamples';

/** Examples of a scorecard as it is read. All of them pass the schemas they stand beside: a test says so. */
const progress = {
  movement: 'improving',
  rule: 'last-period',
  rating: 'green',
  words: '↑ Tiến triển tốt (so với kỳ trước).',
};
const status = { rating: 'green', band: 'green', words: '✔ Đạt' };
const scored = { state: 'scored', score: 0.92, coverage: 1, status, progress, notes: [] };
const measure = {
  ...{ indicator: 'thoi-gian-giai-quyet', name: 'Thời gian giải quyết', unitOfMeasure: 'ngày', direction: 'lower' },
  ...{ counter: false, period: '2026-Q2', raw: 0.92, overAchieved: false, weight: 2, share: 1, ...scored },
  value: {
    ...{ indicator: 'thoi-gian-giai-quyet', unit: 'phong-dkkd', period: '2026-Q2', state: 'value' },
    ...{ value: 2.12, n: 128, quality: 'normal', baseline: 3.5, target: 2, score: 0.92, targetMet: false },
  },
};
const objective = {
  ...{ key: 'faster', perspective: 'citizens', name: 'Trả kết quả nhanh hơn', owner: 'lan', priority: true },
  ...{ weight: 1, share: 1, ...scored, measures: [measure] },
};

export const reading = {
  ...{ id: 'dkkd', version: 1, definitionVersion: 1, name: 'Bảng điểm phòng Đăng ký kinh doanh', unit: 'phong-dkkd' },
  ...{ owner: 'lan', frequency: 'quarter', period: '2026-Q2', public: false, ...scored },
  perspectives: [{ key: 'citizens', name: 'Người dân', weight: 2, share: 1, ...scored, objectives: [objective] }],
  initiatives: [
    {
      ...{ key: 'checklist', objective: 'faster', name: 'Danh mục kiểm tra tại quầy', due: '2026-09-30' },
      overdue: false,
    },
  ],
  links: [],
};

const part = { state: 'scored', score: 0.92, coverage: 1 };
export const explained = {
  ...{ scorecard: 'dkkd', period: '2026-Q2' },
  tree: {
    ...{ how: 'objective', key: 'faster', name: 'Trả kết quả nhanh hơn', weight: 1, share: 1, ...part },
    words: 'Trung bình có trọng số của 1 thước đo: 0.92.',
    parts: [
      {
        ...{ how: 'measure', key: 'thoi-gian-giai-quyet', name: 'Thời gian giải quyết', weight: 2, share: 1, ...part },
        words: 'Điểm của chỉ số, từ giá trị 2.12 so với mốc 3.5 và chỉ tiêu 2.',
        tree: {
          ...{ how: 'cases', label: 'median', state: 'value', value: 2.12, n: 128 },
          cases: { total: 128, shown: [{ id: 'HS-2026-0117', value: 2.25 }] },
        },
      },
    ],
  },
};

export const lint = {
  ...{ scorecard: 'dkkd', period: '2026-Q2' },
  findings: [
    {
      code: 'OBJECTIVE_WITHOUT_OWNER',
      field: '/objectives/1/owner',
      words: 'Mục tiêu «Đúng ngay từ đầu» chưa có người chịu trách nhiệm. Hãy nêu tên một người.',
    },
  ],
};

export const xMatrix = {
  ...{ scorecard: 'dkkd', period: '2026-Q2' },
  objectives: [
    { key: 'faster', name: 'Trả kết quả nhanh hơn', perspective: 'citizens' },
    { key: 'right', name: 'Đúng ngay từ đầu', perspective: 'process' },
  ],
  initiatives: [{ key: 'checklist', name: 'Danh mục kiểm tra tại quầy' }],
  measures: [
    { key: 'thoi-gian-giai-quyet', name: 'Thời gian giải quyết' },
    { key: 'ty-le-dung', name: 'Tỷ lệ đúng' },
  ],
  owners: [{ key: 'lan', name: 'Nguyễn Thị Lan' }],
  objectiveInitiative: [{ one: 'right', other: 'checklist' }],
  initiativeMeasure: [{ one: 'checklist', other: 'ty-le-dung' }],
  objectiveMeasure: [
    { one: 'faster', other: 'thoi-gian-giai-quyet' },
    { one: 'right', other: 'ty-le-dung' },
  ],
  initiativeOwner: [],
  objectiveOwner: [{ one: 'faster', other: 'lan' }],
};

export const list = {
  items: [
    {
      ...{ id: 'dkkd', version: 1, name: 'Bảng điểm phòng Đăng ký kinh doanh', unit: 'phong-dkkd', owner: 'lan' },
      ...{ frequency: 'quarter', objectives: 2, measures: 3, public: false },
    },
  ],
};

const { id: _id, version: _version, definitionVersion: _number, validFrom, recordedAt, by, ...rest } = definition;
const { reason, ...defined } = rest;
export const versions = {
  items: [{ version: 1, validFrom, recordedAt, by, reason, definition: defined }],
};
