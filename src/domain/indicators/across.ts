import type { Words } from '../shared/language';
import { funnel } from '../statistics/funnel';
import type { FunnelKind, FunnelPoint } from '../statistics/funnel';
import { median } from '../statistics/median';
import { counted, pointOf } from '../verdict/librarySeries';
import type { IndicatorDefinition } from './indicator.schema';
import type { IndicatorValue } from './value';

/** Why units stand beside each other without limits of chance. */
export const NO_FUNNEL = {
  FEW_UNITS: {
    vi: 'Cần ít nhất ba đơn vị có số liệu để phân biệt khác biệt thật với dao động ngẫu nhiên.',
    en: 'At least three units with figures are needed to tell real differences from chance.',
    ja: '本当の差を偶然と見分けるには、数値のある部署が三つ以上必要です。',
  },
  NO_COUNTS: {
    vi: 'Phía sau các giá trị này không có tử số và mẫu số, nên không tính được mức dao động ngẫu nhiên theo quy mô đơn vị. Hãy đọc từng giá trị, không xếp hạng.',
    en: 'There are no numerators and denominators behind these values, so what chance alone would do in a unit of that size cannot be told. Read the values; do not rank them.',
    ja: 'これらの値には分子と分母がないため、その規模の部署で偶然だけでどのくらい動くかが分かりません。値は読むだけにし、順位を付けないでください。',
  },
  ALL_ALIKE: {
    vi: 'Mọi đơn vị đều ở mức thấp nhất hoặc cao nhất có thể: không có khác biệt nào để xét.',
    en: 'Every unit is at the lowest or the highest value there can be: there is no difference to look at.',
    ja: 'すべての部署が、取り得る最小または最大の値です。比べる差はありません。',
  },
} as const satisfies Record<string, Words>;
export type NoFunnel = keyof typeof NO_FUNNEL;

export type AcrossUnit = {
  readonly value: IndicatorValue;
  readonly limits?: FunnelPoint;
  readonly denominator?: number;
  readonly signal?: 'improvement' | 'concern';
};
export type Across = { readonly units: readonly AcrossUnit[] } & (
  | {
      readonly method: 'funnel';
      readonly kind: FunnelKind;
      readonly per: number;
      readonly centre: number;
      readonly dispersion: number;
    }
  | { readonly method: 'values'; readonly because: NoFunnel; readonly median?: number }
);

type Counted = { readonly numerator: number; readonly denominator: number };
const isCount = (value: number): boolean => value >= 0 && Math.abs(value - Math.round(value)) < 1e-6;

/** What was counted behind a value. Sums of amounts or of answers are no counts: what chance does to them is not known. */
function countedOf(one: IndicatorValue, definition: IndicatorDefinition): Counted | undefined {
  const { source } = definition;
  const point = pointOf(one);
  if (point === undefined || (source.type === 'survey' && source.measure === 'mean')) return undefined;
  const { numerator, denominator } = counted(point, definition);
  if (numerator === undefined || denominator === undefined || denominator <= 0) return undefined;
  return isCount(numerator) && isCount(denominator) ? { numerator, denominator } : undefined;
}

/** Values of units for one period, each against what chance would do with so many behind it. In the order given: no ranking. */
export function acrossUnits(values: readonly IndicatorValue[], definition: IndicatorDefinition): Across {
  const counts = values.map((one) => countedOf(one, definition));
  const pairs = counts.filter((one) => one !== undefined);
  const known = values.flatMap((one) => (one.state === 'value' ? [one.value] : []));
  const plain = (because: NoFunnel): Across => {
    const middle = median(known);
    return {
      ...{ method: 'values', because, units: values.map((value) => ({ value })) },
      ...(middle !== undefined && { median: middle }),
    };
  };
  if (known.length < 3) return plain('FEW_UNITS');
  if (pairs.length < 3) return plain('NO_COUNTS');
  const kind: FunnelKind = pairs.every(({ numerator, denominator }) => numerator <= denominator) ? 'share' : 'rate';
  const drawn = funnel(
    kind,
    pairs.map(({ numerator }) => numerator),
    pairs.map(({ denominator }) => denominator),
  );
  if (!drawn.ok) return plain('ALL_ALIKE');
  const per = definition.source.type === 'ratio' ? (definition.source.per ?? 1) : 1;
  let next = 0;
  const units = values.map((value, at): AcrossUnit => {
    const one = counts[at];
    const point = one === undefined ? undefined : drawn.points[next++];
    if (one === undefined || point === undefined) return { value };
    const limits = timesPer(point, per);
    return { value, limits, denominator: one.denominator, ...signalOf(limits, drawn.centre * per, definition) };
  });
  const { centre, dispersion } = drawn;
  return { method: 'funnel', kind, per, centre: centre * per, dispersion, units };
}

const timesPer = ({ place, ...numbers }: FunnelPoint, per: number): FunnelPoint => ({
  place,
  value: numbers.value * per,
  lowerFar: numbers.lowerFar * per,
  lowerNear: numbers.lowerNear * per,
  upperNear: numbers.upperNear * per,
  upperFar: numbers.upperFar * per,
});

function signalOf(
  { place, value }: FunnelPoint,
  centre: number,
  { direction }: IndicatorDefinition,
): Pick<AcrossUnit, 'signal'> {
  if (place !== 'beyond' || direction === 'range') return {};
  return { signal: value > centre === (direction === 'higher') ? 'improvement' : 'concern' };
}
