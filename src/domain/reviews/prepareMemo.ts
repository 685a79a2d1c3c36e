import { FEW_POINTS, xmr } from '../statistics/xmr';
import { evaluatedMeasure } from '../scorecards/measure';
import type { MeasureFacts } from '../scorecards/view';
import type { Band } from '../scoring/scoring.schema';
import type { Words } from '../shared/language';
import type { Instant } from '../shared/time';
import { atRisk, prospectsOf, riskOf } from './risk';
import type { Colour, MemoMeasure, ReviewMemo } from './memo';
import { isSettled } from './state';
import type { Review, ReviewMeasure } from './state';
import { measureWords, MEMO_WORDS, summaryWords } from './memoWords';

export type LikelihoodFound = { readonly likelihood: number; readonly words: Words };
/** What the memo is made of, as known at `at`. */
export type MemoFacts = {
  readonly at: Instant;
  readonly bands?: readonly Band[] | undefined;
  /** By measure. */
  readonly facts: ReadonlyMap<string, MeasureFacts>;
  readonly likelihood: ReadonlyMap<string, LikelihoodFound>;
  /** Open cycles about a measure. */
  readonly cycles: ReadonlyMap<string, readonly string[]>;
};

/** Everything a meeting should know beforehand, from what there is; what is missing is named. */
export function memoOf(review: Review, facts: MemoFacts): ReviewMemo {
  const measures = review.measures.map((measure) => memoMeasure(measure, review, facts));
  const open = review.earlier.filter((one) => !isSettled(one));
  const acted = [...review.decisions, ...open].flatMap(({ measure }) => measure ?? []);
  const redWithoutAction = measures
    .filter(({ colour, cycles, measure }) => colour === 'red' && cycles.length === 0 && !acted.includes(measure))
    .map(({ measure }) => measure);
  const missing = review.owed
    .filter(({ arrivedAt }) => arrivedAt === undefined)
    .map(({ indicator: measure, unit, persons }) => ({ measure, unit, persons }));
  return {
    preparedAt: facts.at,
    period: review.period,
    measures,
    missing,
    redWithoutAction,
    openDecisions: open.map(({ id: decision, text, owner, due }) => ({ decision, text, owner, due })),
    contributors: [...new Set(measures.flatMap(({ owners }) => owners))],
    prospects: atRisk(measures).map((one) => ({ measure: one.measure, words: prospectsOf(one) })),
    summary: summaryWords({ measures, missing: missing.length, without: redWithoutAction.length, open: open.length }),
  };
}

function memoMeasure({ measure, unit, name, owners }: ReviewMeasure, review: Review, all: MemoFacts): MemoMeasure {
  const facts = all.facts.get(measure);
  const { view } = evaluatedMeasure(
    { indicator: measure, weight: 1 },
    { facts, period: review.period, bands: all.bands },
  );
  const value = facts?.series.at(-1);
  const colour = colourOf(view.status?.rating, value?.state === 'value' ? value.targetMet : undefined);
  const likelihood = all.likelihood.get(measure);
  const known = { colour, movement: view.progress.movement, ...(likelihood && { likelihood }) };
  const specialCauses = facts === undefined ? [] : specialCausesIn(facts);
  return {
    ...{ measure, unit, name, owners, specialCauses, state: value?.state ?? 'missing' },
    ...(value?.state === 'value' && { value: value.value }),
    ...(value?.target !== undefined && { target: value.target }),
    ...(view.score !== undefined && { score: view.score }),
    ...known,
    movementRule: view.progress.words,
    risk: riskOf(known),
    cycles: all.cycles.get(measure) ?? [],
    words: measureWords(value, known),
  };
}

function colourOf(rating: Exclude<Colour, 'none'> | undefined, met: boolean | undefined): Colour {
  if (rating !== undefined) return rating;
  return met === undefined ? 'none' : met ? 'green' : 'red';
}

/** By the XmR chart, of the newest point; under 12 points its limits are too rough to say anything. */
function specialCausesIn({ series }: MeasureFacts): readonly Words[] {
  const points = series.flatMap((one) => (one.state === 'value' ? [{ period: one.period, value: one.value }] : []));
  if (points.length < FEW_POINTS) return [];
  const chart = xmr(points.map(({ value }) => value));
  const last = chart.ok ? chart.points.at(-1) : undefined;
  if (last === undefined || last.rules.length === 0) return [];
  return [MEMO_WORDS.specialCause(points.at(-1)?.period ?? '', last.side < 0 ? 'below' : 'above')];
}
