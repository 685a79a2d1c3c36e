import type { FunnelKind, FunnelLimits, FunnelPlace } from '../../../src/domain/statistics/funnel';
import type { Value } from './queries';

export type UnitAcross = {
  readonly unit: string;
  readonly name: string;
  readonly value: Value;
  readonly denominator?: number;
  readonly limits?: FunnelLimits & { readonly value: number; readonly place: FunnelPlace };
  readonly signal?: 'improvement' | 'concern';
};
type Shared = {
  readonly unitOfMeasure: string;
  readonly period: string;
  readonly hidden: number;
  readonly units: readonly UnitAcross[];
};
export type Funnel = Shared & {
  readonly method: 'funnel';
  readonly kind: FunnelKind;
  readonly per: number;
  readonly centre: number;
  readonly dispersion: number;
};
export type Across =
  Funnel | (Shared & { readonly method: 'values'; readonly because: string; readonly median?: number });
