const money = {
  initial: 1_200_000_000,
  supplementary: 50_000_000,
  budget: 1_250_000_000,
  spent: 1_125_000_000,
  committed: null,
  remaining: 125_000_000,
  administrativeCost: null,
  executionRate: 0.9,
};
const scan = { key: 'scan', name: '文書の電子化', planned: '2026-06-30', actual: '2026-06-20', weight: 2 };
const handOver = { key: 'hand-over', name: '引き渡し', planned: '2026-12-15', weight: 1 };

export const programmeSheetExample = {
  programme: 'so-hoa-dat-dai',
  name: '土地記録の電子化',
  unit: 'so-tnmt',
  period: '2026',
  years: ['2022', '2023', '2024', '2025', '2026'],
  dates: {
    plannedStart: '2026-01-05',
    plannedEnd: '2026-12-31',
    approvedEnd: '2026-12-31',
    actualStart: '2026-01-12',
    moved: 0,
  },
  status: {
    day: '2026-07-01',
    state: 'running',
    stateWords: '実施中',
    onTime: { verdict: 'open', words: '未完了です。当初承認の終了予定日は2026年12月31日です。' },
    onBudget: { verdict: 'yes', words: 'これまでの支出 1,125,000,000、予算 1,250,000,000 の範囲内です。' },
    money,
    milestones: {
      total: 2,
      due: 1,
      reached: 1,
      late: 0,
      items: [
        { ...scan, state: 'reached' },
        { ...handOver, state: 'ahead' },
      ],
    },
    earnedValue: {
      plannedValue: 833_333_333.33,
      earnedValue: 833_333_333.33,
      actualCost: 1_125_000_000,
      schedulePerformance: 1,
      costPerformance: 0.7407,
      estimateAtCompletion: 1_687_500_000,
      because: [],
    },
  },
  budget: [{ programme: 'so-hoa-dat-dai', name: '土地記録の電子化', period: '2026', ...money }],
  work: { planned: 0.6667, done: 0.6667, attained: { ratio: 1, band: 'A', overAchieved: false } },
  outcomes: [],
  factors: [],
  nextAction: {
    proposed: {
      action: 'continue',
      words: '[A] すべての指標がA：継続を提案します。拡大・縮小・中止は権限者が判断します。',
    },
  },
} as const;
