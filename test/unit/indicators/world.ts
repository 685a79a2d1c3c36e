import { evaluator } from '../../../src/domain/indicators/evaluate';
import type {
  ComputedAsk,
  ComputedFigure,
  Evaluator,
  Facts,
  IndicatorRecord,
} from '../../../src/domain/indicators/evaluation';
import type { Closing, DefinitionVersion, Figure, OverrideVersion } from '../../../src/domain/indicators/facts';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import type { Period } from '../../../src/domain/indicators/period';
import type { IndicatorValue } from '../../../src/domain/indicators/value';
import type { Unit } from '../../../src/domain/organisation/organisation.schema';

export const RECORDED = '2026-01-01T00:00:00.000Z';
export const TODAY = '2026-11-01';

export const defined = (input: object, version: Partial<DefinitionVersion> = {}): DefinitionVersion => ({
  indicator: 'x',
  version: 1,
  validFrom: '0001-01-01',
  recordedAt: RECORDED,
  by: 'editor',
  ...version,
  definition: { home: 'top', ...IndicatorDefinition.parse({ name: 'x', ...input }) },
});
export const record = (
  definitions: readonly DefinitionVersion[],
  overrides: readonly OverrideVersion[] = [],
): IndicatorRecord => ({
  definitions,
  overrides,
});
export const indicators = (all: Readonly<Record<string, object>>): ReadonlyMap<string, IndicatorRecord> =>
  new Map(Object.entries(all).map(([id, input]) => [id, record([defined(input, { indicator: id })])]));

export const figure = (indicator: string, period: Period, rest: Partial<Figure>): Figure => ({
  indicator,
  unit: 'top',
  period,
  version: 1,
  status: 'normal',
  origin: { kind: 'entered' },
  by: 'officer',
  recordedAt: RECORDED,
  ...rest,
});

/** `top` with `a` (`a1`, `a2` below it) and `b`. */
export const UNITS: readonly Unit[] = [
  { id: 'top', name: 'Top' },
  { id: 'a', name: 'A', parent: 'top' },
  { id: 'b', name: 'B', parent: 'top' },
  { id: 'a1', name: 'A1', parent: 'a' },
  { id: 'a2', name: 'A2', parent: 'a' },
];

export type Given = {
  readonly indicators: ReadonlyMap<string, IndicatorRecord>;
  readonly figures?: readonly Figure[];
  readonly closings?: readonly Closing[];
  readonly units?: readonly Unit[];
  readonly computed?: (ask: ComputedAsk) => ComputedFigure | 'not-loaded';
  readonly earliest?: string;
  /** Facts that say for which periods there are figures. */
  readonly tellsPeriods?: boolean;
  /** Is told the period of every figure that is asked for. */
  readonly looked?: (period: Period) => void;
};

export function factsOf({
  indicators: all,
  figures = [],
  closings = [],
  units = UNITS,
  computed,
  earliest,
  tellsPeriods = false,
  looked,
}: Given): Facts {
  const byKey = new Map<string, Figure[]>();
  for (const one of figures) {
    const key = `${one.indicator}~${one.unit}~${one.period}`;
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return {
    indicator: (id) => all.get(id),
    units,
    figures: (indicator, unit, period) => {
      looked?.(period);
      return byKey.get(`${indicator}~${unit}~${period}`) ?? [];
    },
    computed: computed ?? (() => 'not-loaded'),
    closings,
    ...(earliest !== undefined && { earliest }),
    ...(tellsPeriods && {
      hasFigures: (indicator, period) => figures.some((one) => one.indicator === indicator && one.period === period),
    }),
  };
}

export const evaluating = (given: Given, asOf?: string): Evaluator =>
  evaluator(factsOf(given), { today: TODAY, ...(asOf !== undefined && { asOf }) });

/** The number, or the state where there is none. */
export const short = (value: IndicatorValue): number | string => (value.state === 'value' ? value.value : value.state);
