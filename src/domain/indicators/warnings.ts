import { findAggregation } from '../cases/aggregations/catalogue';
import { bandOf } from '../scoring/bands';
import { Exact } from '../scoring/scored';
import type { Band } from '../scoring/scoring.schema';
import type { Words } from '../shared/language';
import type { IndicatorDefinition } from './indicator.schema';

/** What is taken as it is, and an office should know about. `{list}` is filled in. */
const WARNINGS = {
  SPEED_WITHOUT_COUNTER_INDICATOR: {
    vi: 'Chỉ số này đo tốc độ; hãy nêu counterIndicator, thứ không được xấu đi khi làm nhanh hơn.',
    en: 'This measures speed; name a counterIndicator, what must not get worse while it gets faster.',
    ja: 'これは速さの指標です。速くなる間に悪くなってはならないものを counterIndicator に挙げてください。',
  },
  BANDS_LEAVE_A_GAP: {
    vi: 'Có giá trị không thuộc mức nào: {list}.',
    en: 'Some values lie in no band: {list}.',
    ja: 'どの区分にも入らない値があります：{list}。',
  },
  BAND_IS_NEVER_REACHED: {
    vi: 'Mức không bao giờ được chọn vì các mức đứng trước đã bao hết: {list}.',
    en: 'Bands that are never chosen, because those before them take everything: {list}.',
    ja: '前の区分がすべてを含むため、選ばれることのない区分があります：{list}。',
  },
  SCORING_LACKS_A_FIGURE: {
    vi: 'Quy tắc chấm điểm còn thiếu: {list}; chưa có thì giá trị không được chấm điểm.',
    en: 'The scoring rule lacks: {list}; until it is there, values are not scored.',
    ja: '評点の規則に足りないもの：{list}。そろうまで、値に評点は付きません。',
  },
  STRETCH_IS_NOT_BEYOND_TARGET: {
    vi: 'Chỉ tiêu phấn đấu (stretch) không cao hơn chỉ tiêu theo hướng tốt lên.',
    en: 'The stretch does not lie beyond the target, in the direction that is better.',
    ja: '挑戦目標が、良い方向で目標値を超えていません。',
  },
} as const satisfies Record<string, Words>;
export const WARNING_CODES = Object.keys(WARNINGS) as readonly WarningCode[];
export type WarningCode = keyof typeof WARNINGS;
/** `field`: JSON pointer into the definition. */
export type Warning = { readonly code: WarningCode; readonly field: string; readonly words: Words };

/** Everything an office should know about a definition that is accepted nevertheless; empty when there is nothing. */
export function warningsOf(definition: IndicatorDefinition): readonly Warning[] {
  const { bands = [], counterIndicator } = definition;
  const [gaps, unreached] = bandFaults(bands);
  return [
    ...warned(
      isSpeed(definition) && counterIndicator === undefined,
      'SPEED_WITHOUT_COUNTER_INDICATOR',
      '/counterIndicator',
    ),
    ...warned(gaps.length > 0, 'BANDS_LEAVE_A_GAP', '/bands', gaps),
    ...warned(unreached.length > 0, 'BAND_IS_NEVER_REACHED', '/bands', unreached),
    ...warned(lacking(definition).length > 0, 'SCORING_LACKS_A_FIGURE', '/scoring', lacking(definition)),
    ...warned(stretchIsShort(definition), 'STRETCH_IS_NOT_BEYOND_TARGET', '/stretch'),
  ];
}

function warned(due: boolean, code: WarningCode, field: string, list: readonly string[] = []): readonly Warning[] {
  const fill = (text: string): string => text.replace('{list}', list.join(', '));
  return due
    ? [
        {
          code,
          field,
          words: { vi: fill(WARNINGS[code].vi), en: fill(WARNINGS[code].en), ja: fill(WARNINGS[code].ja) },
        },
      ]
    : [];
}

/** What it says of itself, else what its aggregation over cases is known to measure. */
const isSpeed = ({ speed, source }: IndicatorDefinition): boolean =>
  speed ?? (source.type === 'cases' && findAggregation(source.aggregation)?.speed === true);

const between = (low: number, high: number): number => low + (high - low) / 2;

/** Values between the outermost edges that no band holds, and keys of bands that hold none. Every edge and one value between each two are tried. */
function bandFaults(bands: readonly Band[]): readonly [gaps: readonly string[], unreached: readonly string[]] {
  const edges = [...new Set(bands.flatMap((band) => [band.atLeast, band.above, band.atMost, band.below]))]
    .filter((edge) => edge !== undefined)
    .sort((a, b) => a - b);
  const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 0];
  const inner = edges.flatMap((edge, i) => {
    const next = edges[i + 1];
    return next === undefined ? [edge] : [edge, between(edge, next)];
  });
  const keyAt = (value: number) => bandOf(new Exact(value), bands);
  const reached = new Set([beyond(first, -1), ...inner, beyond(last, 1)].map(keyAt));
  const gaps = inner.filter((value) => keyAt(value) === undefined).map(String);
  return [gaps, bands.filter(({ key }) => !reached.has(key)).map(({ key }) => key)];
}

const beyond = (edge: number, side: -1 | 1): number => edge + side * Math.max(1, Math.abs(edge));

/** A target that stands in a trajectory only, or that units give, may come later: then nothing is said. */
function lacking({ scoring, baseline, target, trajectory }: IndicatorDefinition): readonly string[] {
  const noTarget = target === undefined && trajectory === undefined ? ['target'] : [];
  switch (scoring?.rule) {
    case 'progress':
      return [...(baseline === undefined ? ['baseline'] : []), ...noTarget];
    case 'lower-ratio':
    case 'attainment':
      return noTarget;
    case 'goal-red-flag':
      return scoring.goal === undefined ? noTarget : [];
    default:
      return [];
  }
}

function stretchIsShort({ direction, target, stretch }: IndicatorDefinition): boolean {
  if (target === undefined || stretch === undefined || direction === 'range') return false;
  return direction === 'higher' ? stretch <= target : stretch >= target;
}
