import type { Difference } from '../../statistics/newcombe';
import {
  interruptedTimeSeries,
  type Estimate,
  type InterruptedTimeSeries,
  type TimedValues,
} from '../../statistics/interruptedTimeSeries';
import type { Answered } from '../../statistics/unanswered';
import { ALPHA, type Comparison } from './rule';

export const SEGMENTED_BECAUSE = {
  vi: 'Các giá trị theo thứ tự thời gian: so sánh mức và xu hướng tại thời điểm thay đổi, nên xu hướng có từ trước không bị tính là kết quả.',
  en: 'Values in order of time: level and slope are compared where the change happened, so a trend that was there before does not count as its effect.',
  ja: '値を時間の順に並べ、変更の時点で水準と傾きを比べます。以前からあった傾向は、変更の効果に数えません。',
};

export type SegmentedComparison = Comparison & {
  readonly level: Difference & { readonly p: number };
  readonly slope: Difference & { readonly p: number };
  readonly trendBefore: Difference & { readonly p: number };
  readonly durbinWatson: number;
  /** The level moved one way, the slope the other. */
  readonly contradictory: boolean;
};

const plain = ({ estimate, low, high, p }: Estimate): Difference & { p: number } => ({ estimate, low, high, p });

/** Two looks at the same data: each is held to half of the level of significance (Bonferroni). */
export const realMove = ({ p, estimate }: Pick<Estimate, 'p' | 'estimate'>): number =>
  p < ALPHA / 2 ? Math.sign(estimate) : 0;

function directionOf(level: number, slope: number): number {
  return level * slope < 0 ? 0 : Math.sign(level + slope);
}

/** Level and slope of a series, before and after. `shift` is the jump of the level; `p` of both looks together. */
export function compareSegments(before: TimedValues, after: TimedValues): Answered<SegmentedComparison> {
  const series: Answered<InterruptedTimeSeries> = interruptedTimeSeries(before, after);
  if (!series.ok) return series;
  const { level, slope, trendBefore, durbinWatson } = series;
  const [jump, turn] = [realMove(level), realMove(slope)];
  return {
    ok: true,
    method: 'interrupted-time-series',
    because: SEGMENTED_BECAUSE,
    p: Math.min(1, 2 * Math.min(level.p, slope.p)),
    statistic: level.t,
    shift: { estimate: level.estimate, low: level.low, high: level.high },
    real: directionOf(jump, turn) !== 0,
    direction: directionOf(jump, turn),
    level: plain(level),
    slope: plain(slope),
    trendBefore: plain(trendBefore),
    durbinWatson,
    contradictory: jump * turn < 0,
  };
}
