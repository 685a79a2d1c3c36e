import type { IndicatorDefinition } from '../indicators/indicator.schema';
import { Exact } from '../scoring/scored';
import type { Words } from '../shared/language';
import { FEW_POINTS, xmr } from '../statistics/xmr';
import type { MeasureFacts, Movement, Progress, Rating } from './view';
import { filledWords } from './words';

/** [A] A move of less than this share of the way from the baseline to the target (else of the value before) is none. */
const STEADY_SHARE = 0.02;

type Moved = Exclude<Movement, 'unknown'>;
const MOVED = {
  improving: { vi: '↗ Tốt lên', en: '↗ Improving', ja: '↗ 改善' },
  steady: { vi: '→ Giữ nguyên', en: '→ Steady', ja: '→ 横ばい' },
  worsening: { vi: '↘ Xấu đi', en: '↘ Worsening', ja: '↘ 悪化' },
} as const satisfies Record<Moved, Words>;

const RULES = {
  xmr: {
    vi: 'theo biểu đồ XmR trên {points} kỳ: chỉ thay đổi vượt ngoài dao động ngẫu nhiên mới được tính',
    en: 'by the XmR chart of {points} periods: only what chance does not explain counts',
    ja: '{points} 期間の XmR 管理図による（偶然では説明できない変化だけを数える）',
  },
  'last-period': {
    vi: 'so với {period}; mới có {points} kỳ, chưa đủ 12 kỳ để loại trừ ngẫu nhiên',
    en: 'against {period}; with {points} periods, under 12, chance is not ruled out',
    ja: '{period} との比較（{points} 期間で 12 未満のため、偶然かどうかは判断できない）',
  },
  baseline: {
    vi: 'so với mức ban đầu, vì chưa có kỳ trước',
    en: 'against the baseline, as there is no period before',
    ja: '前の期間がないため、基準値との比較',
  },
} as const satisfies Record<string, Words>;

const UNKNOWN = {
  noValue: {
    vi: 'Chưa biết: kỳ này không có giá trị.',
    en: 'Unknown: there is no value for this period.',
    ja: '不明：この期間の値がありません。',
  },
  noPast: {
    vi: 'Chưa biết: không có kỳ trước hay mức ban đầu để so.',
    en: 'Unknown: there is no period before and no baseline to compare with.',
    ja: '不明：比べる前の期間も基準値もありません。',
  },
  nothingBelow: {
    vi: 'Chưa biết: chưa thước đo nào bên dưới cho thấy thay đổi.',
    en: 'Unknown: no measure below it shows where it moves.',
    ja: '不明：下の測定項目から動きが分かりません。',
  },
} as const satisfies Record<string, Words>;

const unknown = (why: keyof typeof UNKNOWN): Progress => ({ movement: 'unknown', rule: 'none', words: UNKNOWN[why] });

/** How far a value is from good: smaller is better. */
function distance(value: number, { direction, range }: IndicatorDefinition): Exact {
  const at = new Exact(value);
  if (direction === 'higher') return at.negated();
  if (direction === 'lower' || range === undefined) return at;
  return Exact.max(new Exact(range.low).minus(at), at.minus(range.high), 0);
}

type Point = { readonly period: string; readonly value: number };

/**
 * Where a measure moves, toward its target or away. From 12 values on by the XmR chart (its last point belongs to a special
 * cause, or not); with fewer against the value before, else against the baseline. Rated green improving, or steady with the
 * target met; yellow steady, or worsening with the target still met; red worsening.
 */
export function progressOf({ definition, series }: MeasureFacts): Progress {
  const last = series.at(-1);
  if (last?.state !== 'value') return unknown('noValue');
  const points = series.flatMap((one): Point[] => (one.state === 'value' ? [one] : []));
  const found = byChart(points, definition) ?? byLast(points, { definition, last });
  if (found === undefined) return unknown('noPast');
  const { moved, rule, params } = found;
  return {
    ...{ movement: moved, rule, rating: ratingOf(moved, last.targetMet === true) },
    words: saying(MOVED[moved], filledWords(RULES[rule], params)),
  };
}

type Found = {
  readonly moved: Moved;
  readonly rule: keyof typeof RULES;
  readonly params: Readonly<Record<string, string | number>>;
};

function byChart(points: readonly Point[], definition: IndicatorDefinition): Found | undefined {
  if (points.length < FEW_POINTS) return undefined;
  const toward = points.map(({ value }) => distance(value, definition).toNumber());
  const chart = xmr(toward);
  if (!chart.ok) return undefined;
  const last = chart.points.at(-1);
  const moved = last === undefined || last.rules.length === 0 ? 'steady' : last.side < 0 ? 'improving' : 'worsening';
  return { moved, rule: 'xmr', params: { points: points.length } };
}

type Against = {
  readonly definition: IndicatorDefinition;
  readonly last: { readonly value: number; readonly baseline?: number; readonly target?: number };
};

function byLast(points: readonly Point[], { definition, last }: Against): Found | undefined {
  const before = points.at(-2);
  const from = before?.value ?? last.baseline;
  if (from === undefined) return undefined;
  const { baseline, target } = last;
  const way = baseline !== undefined && target !== undefined ? new Exact(target).minus(baseline).abs() : new Exact(0);
  const scale = way.isZero() ? new Exact(from).abs() : way;
  const change = distance(last.value, definition).minus(distance(from, definition));
  const moved = change.abs().lessThan(scale.times(STEADY_SHARE)) || change.isZero() ? 'steady' : direction(change);
  if (before === undefined) return { moved, rule: 'baseline', params: {} };
  return { moved, rule: 'last-period', params: { period: before.period, points: points.length } };
}

const direction = (change: Exact): Moved => (change.isNegative() ? 'improving' : 'worsening');

function ratingOf(moved: Moved, met: boolean): Rating {
  if (moved === 'improving') return 'green';
  if (moved === 'steady') return met ? 'green' : 'yellow';
  return met ? 'yellow' : 'red';
}

const saying = (moved: Words, rule: Words): Words => ({
  vi: `${moved.vi} (${rule.vi}).`,
  en: `${moved.en} (${rule.en}).`,
  ja: `${moved.ja}（${rule.ja}）。`,
});

/** What moves below a thing, as one: by weight more improving than worsening, or the other way round. */
export function progressBelow(parts: readonly { readonly weight: number; readonly progress: Progress }[]): Progress {
  const known = parts.filter(({ progress }) => progress.movement !== 'unknown');
  if (known.length === 0) return unknown('nothingBelow');
  const weigh = (movement: Movement): Exact =>
    known
      .filter(({ progress }) => progress.movement === movement)
      .reduce((sum, { weight }) => sum.plus(weight), new Exact(0));
  const net = weigh('improving').minus(weigh('worsening'));
  const moved: Moved = net.isZero() ? 'steady' : net.isPositive() ? 'improving' : 'worsening';
  const count = (movement: Movement) => known.filter(({ progress }) => progress.movement === movement).length;
  const worst = known.some(({ progress }) => progress.rating === 'red');
  const allGreen = known.every(({ progress }) => progress.rating === 'green');
  const rating = allGreen
    ? 'green'
    : moved === 'worsening'
      ? worst
        ? 'red'
        : 'yellow'
      : moved === 'improving' && !worst
        ? 'green'
        : 'yellow';
  return { movement: moved, rule: 'below', rating, words: saying(MOVED[moved], belowWords(count)) };
}

function belowWords(count: (movement: Movement) => number): Words {
  const params = { up: count('improving'), same: count('steady'), down: count('worsening') };
  return filledWords(
    {
      vi: 'bên dưới: {up} tốt lên, {same} giữ nguyên, {down} xấu đi',
      en: 'below: {up} improving, {same} steady, {down} worsening',
      ja: '内訳：改善 {up}、横ばい {same}、悪化 {down}',
    },
    params,
  );
}
