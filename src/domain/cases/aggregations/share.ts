import { mean } from '../../statistics/mean';

/** A case that did (1) or did not (0) what the share asks. */
export const did = (yes: boolean): 0 | 1 => (yes ? 1 : 0);

/** Share of ones: ratio 0..1. `undefined` when nothing was measured. */
export const shareOf = (measured: Float64Array): number | undefined => mean(measured);
