/** Examples for the documentation of schemes. All of them pass the schemas they stand beside: a test says so. */
export const facts = {
  general: 27,
  items: [
    { weight: 10, done: true, qualityFailures: 0, delays: 0, objectiveCause: false },
    { weight: 20, done: true, qualityFailures: 1, delays: 0, objectiveCause: false },
    { weight: 30, done: true, qualityFailures: 0, delays: 2, objectiveCause: false },
    { weight: 40, done: false, qualityFailures: 0, delays: 0, objectiveCause: false },
  ],
  overrides: [],
};

export const tried = {
  ...{ a: 60, b: 55, c: 45, general: 27, task: 37.333, total: 64.333 },
  ...{ class: 'completed', className: 'Hoàn thành nhiệm vụ', byPoints: 'completed', version: 0 },
  sections: [
    { key: 'general', points: 27, max: 30 },
    { key: 'tasks', points: 37.333, max: 70 },
  ],
  explain: {
    ...{ rule: 'total', words: 'Tổng điểm = cộng điểm các phần = 64.333 trên 100.', value: 64.333, max: 100 },
    parts: [
      { rule: 'rated', words: 'Tiêu chí chung: 27 trên 30 điểm.', value: 27, max: 30, at: '/general', parts: [] },
    ],
  },
};

export const scheme = {
  name: { vi: 'Đánh giá công chức', en: 'Staff evaluation', ja: '職員評価' },
  cadence: 'month',
  sections: [
    {
      ...{ key: 'general', name: 'Tiêu chí chung', max: 30 },
      of: { type: 'rated', criteria: [{ key: 'conduct', name: 'Phẩm chất, kỷ luật', max: 30 }] },
    },
    { key: 'tasks', name: 'Kết quả nhiệm vụ', max: 70, of: { type: 'work', formula: '70 * (a + b + c) / 300' } },
  ],
  bands: [{ key: 'excellent', atLeast: 90 }, { key: 'completed', atLeast: 50 }, { key: 'not-completed' }],
  bandNames: { excellent: 'Xuất sắc', completed: 'Hoàn thành', 'not-completed': 'Không hoàn thành' },
  passing: 'completed',
  assumptions: [{ at: '/sections/1/of/formula', words: '[A] Cách ghép a, b, c là giả định.' }],
};

const work = {
  formula: '70 * (a + b + c) / 300',
  qualityPenalty: 0.25,
  delayPenalty: 0.25,
  objectiveCauseForgives: true,
};
const filled = {
  ...scheme,
  sections: [
    scheme.sections[0],
    {
      ...{ key: 'tasks', name: 'Kết quả nhiệm vụ', max: 70 },
      of: { type: 'work', ...work, subordinates: { allCompleted: 100, anyNotCompleted: 50 } },
    },
  ],
  ...{ sources: [], group: {}, overrides: [], quotas: [], categories: [], products: [] },
  deadlines: {
    ...{ selfAssessment: 3, managerRating: 5, approval: 8, calibration: 12, publication: 15 },
    ...{ appeal: 5, appealDecision: 10, lateEntryGrace: 3 },
  },
  raters: { first: 'manager', second: 'manager-of-manager' },
  ...{ leastWorkingShare: 0.5, smallGroup: 5 },
};
const recorded = { validFrom: '0001-01-01', recordedAt: '2026-01-05T02:00:00.000Z', by: 'lan' };
export const view = { id: 'cong-chuc', version: 1, definitionVersion: 1, shipped: false, ...recorded, ...filled };
export const versions = { items: [{ version: 1, ...recorded, definition: filled }] };
export const list = {
  items: [
    {
      ...{ id: 'vn-335-2025', version: 0, name: 'Đánh giá công chức theo Nghị định 335/2025', cadence: 'month' },
      ...{ shipped: true, validFrom: '0001-01-01', assumptions: 8 },
    },
  ],
};

export const trialAsked = { definition: scheme, people: [{ person: 'lan', facts }] };
export const trial = { people: 1, unchanged: 1, up: 0, down: 0, notScored: 0 };
export const inForce = {
  ...{ person: 'lan', on: '2026-03-31', unit: 'kh-dpi', position: 'chuyen-vien' },
  items: [{ scheme: 'vn-335-2025', name: 'Đánh giá công chức theo Nghị định 335/2025', version: 1, cadence: 'month' }],
};
