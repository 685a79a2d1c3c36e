import { memoOf } from '../domain/reviews/prepareMemo';
import type { LikelihoodFound } from '../domain/reviews/prepareMemo';
import { yearEndLikelihood } from '../domain/scorecards/likelihood';
import type { ReviewMemo } from '../domain/reviews/memo';
import type { Review } from '../domain/reviews/state';
import type { MeasureFacts } from '../domain/scorecards/view';
import type { Instant } from '../domain/shared/time';
import type { CycleReader } from './ports';
import type { Reviews } from './reviews.ports';
import { subjectOf } from './reviewSubject';
import type { SubjectDeps } from './reviewSubject';
import { measureFacts } from './scorecards';
import type { ScorecardsDeps } from './scorecards';

export type MemoDeps = SubjectDeps &
  ScorecardsDeps & {
    readonly reviews: Pick<Reviews, 'cyclesFor'>;
    readonly cycles: Pick<CycleReader, 'get'>;
  };

/** The memo of a review from what there is at `at`. `progress` is called after each measure. */
export async function memoNow(
  review: Review,
  { at, progress }: { readonly at: Instant; readonly progress: () => void },
  deps: MemoDeps,
): Promise<ReviewMemo> {
  const { period } = review;
  const ids = review.measures.map(({ measure }) => measure);
  const [subject, stored, cycles] = await Promise.all([
    subjectOf(review.definition, period, deps),
    deps.indicators.many(ids),
    openCyclesFor(ids, deps),
  ]);
  const facts = new Map<string, MeasureFacts>();
  for (const { measure, unit } of review.measures) {
    const one = stored.find(({ id }) => id === measure);
    const moment = { period, asOf: undefined, known: undefined };
    const read = one && (await measureFacts(one, unit, { moment, deps }));
    if (read !== undefined) facts.set(measure, read);
    progress();
  }
  return memoOf(review, { at, bands: subject?.bands, facts, likelihood: likelihoods(facts, period), cycles });
}

function likelihoods(facts: ReadonlyMap<string, MeasureFacts>, period: string): ReadonlyMap<string, LikelihoodFound> {
  return new Map(
    [...facts].flatMap(([measure, one]) => {
      const found = yearEndLikelihood(one, period);
      return found.state === 'known' ? [[measure, { likelihood: found.likelihood, words: found.words }] as const] : [];
    }),
  );
}

async function openCyclesFor(
  measures: readonly string[],
  { reviews, cycles }: MemoDeps,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const open = new Map<string, string[]>();
  for (const { measure, cycle } of await reviews.cyclesFor(measures)) {
    const found = await cycles.get(cycle);
    if (found !== undefined && found.cycle.phase !== 'closed') open.set(measure, [...(open.get(measure) ?? []), cycle]);
  }
  return open;
}
