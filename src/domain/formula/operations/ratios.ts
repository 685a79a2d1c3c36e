import { number, type Operation } from './operation';

export const RATIOS: readonly Operation[] = [
  {
    key: 'share',
    form: 'function',
    aliases: ['ratio'],
    parameters: [number('part'), number('whole')],
    gives: 'number',
    words: {
      vi: 'Tỷ lệ: phần chia cho toàn thể, như part / whole (0.75 là 75 %).',
      en: 'The part of the whole, like part / whole (0.75 is 75 %).',
      ja: '全体に占める部分。部分 / 全体 と同じ（0.75 は 75 %）。',
    },
    example: { formula: 'share(onTime, all)', inputs: { onTime: 3, all: 4 }, gives: 0.75 },
    compute: (part, whole) => (whole.isZero() ? 'division-by-zero' : part.div(whole)),
  },
  {
    key: 'percent',
    form: 'function',
    parameters: [number('x')],
    gives: 'number',
    words: {
      vi: 'Tỷ lệ viết thành phần trăm: x × 100.',
      en: 'A ratio in per cent: x × 100.',
      ja: '比率を百分率で表したもの：x × 100。',
    },
    example: { formula: 'percent(onTime / all)', inputs: { onTime: 3, all: 4 }, gives: 75 },
    compute: (x) => x.times(100),
  },
];
