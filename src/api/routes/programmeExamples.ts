export const programme = {
  name: { vi: 'Số hóa hồ sơ đất đai', en: 'Digitise land records', ja: '土地記録の電子化' },
  kind: 'project',
  unit: 'so-tnmt',
  plannedStart: '2026-01-05',
  plannedEnd: '2026-12-31',
  actualStart: '2026-01-12',
  milestones: [
    {
      key: 'scan',
      name: { vi: 'Quét xong hồ sơ', en: 'Records scanned', ja: '文書の電子化' },
      planned: '2026-06-30',
      weight: 2,
    },
    { key: 'hand-over', name: { vi: 'Bàn giao', en: 'Hand over', ja: '引き渡し' }, planned: '2026-12-15', weight: 1 },
  ],
} as const;

export const programmeAnswer = {
  id: 'so-hoa-dat-dai',
  version: 1,
  recordedAt: '2026-01-05T02:00:00.000Z',
  by: 'lan',
  ...programme,
  public: false,
  approvedEnd: '2026-12-31',
  moved: [],
  warnings: [],
} as const;
