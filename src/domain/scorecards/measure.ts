import { readableWords } from '../indicators/named';
import { plain } from '../indicators/outcome';
import type { Period } from '../indicators/period';
import type { IndicatorValue } from '../indicators/value';
import { Exact } from '../scoring/scored';
import type { Band } from '../scoring/scoring.schema';
import { countedOf } from './counted';
import type { Counted } from './counted';
import { progressOf } from './movement';
import type { Measure } from './scorecard.schema';
import { statusOf } from './status';
import type { MeasureFacts, MeasureView, Note, Progress, ScoreState } from './view';
import { noted } from './words';

/** What the level above needs of a part. */
export type Evaluated = {
  readonly weight: number;
  readonly state: ScoreState;
  /** 0..1, unrounded. */
  readonly exact?: Exact;
  readonly coverage: Exact;
  readonly progress: Progress;
};
type MeasurePart = Evaluated & { readonly view: Omit<MeasureView, 'share'> };
type Reading = {
  readonly facts: MeasureFacts | undefined;
  /** The scorecard's. */
  readonly period: Period;
  readonly bands: readonly Band[] | undefined;
};

/** A measure of an objective, with the value of its indicator brought to the scale of 0..1. */
export function evaluatedMeasure({ indicator, weight, counter = false }: Measure, reading: Reading): MeasurePart {
  const { facts, period, bands } = reading;
  const head = { indicator, weight, counter };
  const value = facts?.series.at(-1);
  if (facts === undefined || value === undefined) {
    const missing = { state: 'missing', coverage: 0, progress: NOT_READ, overAchieved: false, period } as const;
    const view = { ...head, ...missing, notes: [noted('UNKNOWN_INDICATOR')] };
    return { weight, state: 'missing', coverage: new Exact(0), progress: NOT_READ, view };
  }
  const { definition } = facts;
  const counted = countedOf(value, definition);
  const progress = progressOf(facts);
  const named = {
    name: readableWords(definition.name),
    unitOfMeasure: definition.unit,
    direction: definition.direction,
    ...(definition.direction === 'range' && definition.range !== undefined && { range: definition.range }),
  };
  const view = {
    ...{ ...head, ...named, period: facts.period, value, progress, overAchieved: false, state: counted.state },
    notes: notesOf(counted, { value, period, read: facts.period }),
  };
  if (counted.state !== 'scored')
    return { weight, state: counted.state, coverage: new Exact(0), progress, view: { ...view, coverage: 0 } };
  const { score, raw, overAchieved, rated } = counted;
  const status = statusOf(rated.score, rated.bands ?? bands);
  const scored = { score: plain(score), raw: plain(raw), overAchieved, coverage: 1, ...(status && { status }) };
  return { weight, state: 'scored', exact: score, coverage: new Exact(1), progress, view: { ...view, ...scored } };
}

const NOT_READ: Progress = { movement: 'unknown', rule: 'none', words: noted('UNKNOWN_INDICATOR').words };

type Noted = { readonly value: IndicatorValue; readonly period: Period; readonly read: Period };

function notesOf(counted: Counted, { value, period, read }: Noted): readonly Note[] {
  const longer = read === period ? [] : [noted('LONGER_PERIOD', { period: read })];
  if (counted.state === 'scored') {
    const rounded = plain(counted.raw.toDecimalPlaces(3));
    return [...longer, ...(counted.overAchieved ? [noted('OVER_ACHIEVED', { raw: rounded })] : [])];
  }
  if (value.state !== 'value') return [...longer, { code: 'NO_VALUE', words: value.because.words }];
  return [...longer, value.notScored ? { code: 'NOT_SCORED', words: value.notScored.words } : noted('NOT_SCORED')];
}
