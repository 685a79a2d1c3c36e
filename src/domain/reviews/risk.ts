import type { Words } from '../shared/language';
import type { Colour, MemoMeasure, Movement, RiskClass } from './memo';

type Known = {
  readonly colour: Colour;
  readonly movement: Movement;
  readonly likelihood?: { readonly likelihood: number };
};

/** [A] Likelihoods of meeting the year's target below which a measure is at (high) risk. */
const HIGH_RISK_BELOW = 0.2;
const AT_RISK_BELOW = 0.6;

/**
 * High risk: red and not improving, or the target is unlikely (under 20 %). At risk: red but improving, yellow, green and
 * worsening, or the target is uncertain (under 60 %). On track: the rest. Unknown: neither status nor likelihood.
 */
export function riskOf({ colour, movement, likelihood }: Known): RiskClass {
  const chance = likelihood?.likelihood;
  if (colour === 'none' && chance === undefined) return 'unknown';
  if ((chance ?? 1) < HIGH_RISK_BELOW || (colour === 'red' && movement !== 'improving')) return 'high-risk';
  const wavers = colour === 'red' || colour === 'yellow' || (colour === 'green' && movement === 'worsening');
  return wavers || (chance ?? 1) < AT_RISK_BELOW ? 'at-risk' : 'on-track';
}

const GRAVITY = { 'high-risk': 0, 'at-risk': 1, unknown: 2, 'on-track': 3 } as const satisfies Record<
  RiskClass,
  number
>;
const MOST_PROSPECTS = 10;

/** Those at risk, the gravest first. */
export const atRisk = (measures: readonly MemoMeasure[]): readonly MemoMeasure[] =>
  measures
    .filter(({ risk }) => risk === 'high-risk' || risk === 'at-risk')
    .sort((a, b) => GRAVITY[a.risk] - GRAVITY[b.risk] || (a.score ?? 1) - (b.score ?? 1))
    .slice(0, MOST_PROSPECTS);

const OUTLOOK = {
  improving: {
    vi: 'đang tốt lên nhưng chưa đạt; giữ hướng hiện tại và theo dõi kỳ tới',
    en: 'is improving and not there yet; keep the course and look again next period',
    ja: '改善しているが未達。方針を保ち、次の期にもう一度確認する',
  },
  steady: {
    vi: 'không thay đổi; nếu không có việc làm mới thì kỳ tới sẽ vẫn như vậy',
    en: 'does not move; without anything new it will be the same next period',
    ja: '動きがない。新しい対策がなければ次の期も同じと見込まれる',
  },
  worsening: {
    vi: 'đang xấu đi; cần tìm nguyên nhân và hành động ngay',
    en: 'is getting worse; its causes have to be found and acted on now',
    ja: '悪化している。原因を調べ、すぐに手を打つ必要がある',
  },
  unknown: {
    vi: 'chưa rõ xu hướng vì ít dữ liệu; cần thêm số liệu',
    en: 'shows no direction yet, with so little data; more figures are needed',
    ja: 'データが少なく方向が分からない。数値をさらに集める必要がある',
  },
} as const satisfies Record<Movement, Words>;

export function prospectsOf({ name, movement, likelihood }: MemoMeasure): Words {
  const outlook = OUTLOOK[movement];
  const more = likelihood === undefined ? { vi: '', en: '', ja: '' } : likelihood.words;
  return {
    vi: `${name.vi} ${outlook.vi}. ${more.vi}`.trim(),
    en: `${name.en} ${outlook.en}. ${more.en}`.trim(),
    ja: `${name.ja}：${outlook.ja}。${more.ja}`.trim(),
  };
}
