import type { NewFigure, StoredIndicator } from '../../activities/indicators.ports';
import { homeOf, judgedEntries } from '../../domain/indicators/entry';
import type { Judged } from '../../domain/indicators/entry';
import type { Figure } from '../../domain/indicators/facts';
import type { ObservationRefusal } from '../../domain/indicators/observationRules';
import type { Context } from '../http/route';
import { fill, ProblemError } from '../problems/problem';
import type { FieldError } from '../problems/problem';
import { WORDS } from '../problems/table';
import type { Language } from '../../domain/shared/language';
import { allowIn, entryFacts } from './observationsFacts';
import type { Given } from './observationsFacts';

/** Entries of one indicator with what becomes of each, in the same order. */
export type JudgedOf = { readonly stored: StoredIndicator; readonly judged: readonly Judged[] };
export type Recorded = { readonly figure: Figure; readonly changed: boolean };

/** Judges entries of several indicators as things stand. @throws ProblemError when the person may not enter them */
export async function judgeAll(groups: readonly Given[], context: Context): Promise<readonly JudgedOf[]> {
  const units = await context.deps.organisation.allUnits();
  const known = new Set(units.map(({ id }) => id));
  for (const { stored, entries } of groups) {
    const home = homeOf(stored.definitions);
    const named = [...new Set(entries.map(({ unit }) => unit ?? home))].filter((unit) => known.has(unit));
    await allowIn(named.length === 0 ? [home] : named, stored, { action: 'observation.enter', context });
  }
  const judged: JudgedOf[] = [];
  for (const group of groups) {
    const facts = await entryFacts(group, units, context);
    judged.push({ stored: group.stored, judged: judgedEntries(group.entries, facts) });
  }
  return judged;
}

/** The figures to record, each with the version it was decided on. What is unchanged goes along, so that it stays so. */
export const figuresOf = (groups: readonly JudgedOf[]): readonly (NewFigure & { readonly expected: number })[] =>
  groups
    .flatMap(({ judged }) => judged)
    .flatMap((one) => (one.outcome === 'refused' ? [] : [{ ...one.figure, expected: one.before?.version ?? 0 }]));

/**
 * Records figures, all or nothing, and tells what depends on them. 'conflict': somebody recorded one of them meanwhile.
 * Told even when nothing changed: the request before this one may have died before it could tell.
 */
export async function recordFigures(
  figures: readonly (NewFigure & { readonly expected?: number })[],
  { deps }: Context,
): Promise<readonly Recorded[] | 'conflict'> {
  if (figures.length === 0) return [];
  const written = await deps.figures.record(figures);
  if (written === 'conflict') return written;
  await deps.onIndicatorChange({ kind: 'figures', indicators: [...new Set(figures.map((one) => one.indicator))] });
  return written;
}

export const changedMeanwhile = (current = '?'): ProblemError =>
  new ProblemError('CHANGED_MEANWHILE', { params: { current } });

/** Refusals with the place each is about. */
export type Placed = { readonly at: string; readonly refusal: ObservationRefusal };

export const refusalsOf = (judged: readonly Judged[], at: (index: number) => string): readonly Placed[] =>
  judged.flatMap((one, index) =>
    one.outcome === 'refused' ? one.refusals.map((refusal) => ({ at: at(index), refusal })) : [],
  );

/** One problem for all of them: of their own kind when they agree, else `OBSERVATIONS_REFUSED`; each named in `errors`. */
export function refused(placed: readonly Placed[]): ProblemError {
  const codes = new Set(placed.map(({ refusal }) => refusal.code));
  const first = placed[0];
  const errors = (language: Language): readonly FieldError[] =>
    placed.map(({ at, refusal }) => ({
      in: 'body',
      field: `${at}${refusal.field ?? ''}`,
      rule: refusal.code,
      message: wordsOf(refusal, language),
    }));
  if (first === undefined || codes.size > 1)
    return new ProblemError('OBSERVATIONS_REFUSED', { params: { count: placed.length }, errors });
  return new ProblemError(first.refusal.code, { params: first.refusal.params, errors });
}

export const wordsOf = ({ code, params = {} }: ObservationRefusal, language: Language): string =>
  fill(WORDS[code], params, language);
