import { compareSeries, type ComparedSeries } from '../../verdict/compareSeries';
import { readableWords } from '../named';
import type { Words } from '../../shared/language';
import type { Question } from '../../cycle/verdict';
import { counterQuestion } from './questions';

type Series = Omit<ComparedSeries, 'indicator' | 'pilotIsPart' | 'possibleFrom'> & { readonly id: string };

const verdictOf = ({ id, ...series }: Series): string =>
  compareSeries({ ...series, indicator: { key: id, indicator: id, role: 'outcome' } }).verdict;

/** Did the indicator improve while its counter-indicator got worse over the same periods? Then a question to the owner. */
export function counterpartQuestion(indicator: Series, counter: Series): readonly Question[] {
  if (verdictOf(indicator) !== 'improved' || verdictOf(counter) !== 'worse') return [];
  const name = ({ definition: { name: of } }: Series): Words => readableWords(of);
  return [counterQuestion(name(indicator), name(counter))];
}
