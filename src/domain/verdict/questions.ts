import type { IndicatorVerdict, Question } from '../cycle/verdict';
import { counterQuestion, pileUpQuestion } from '../indicators/gaming/questions';
import type { Words } from '../shared/language';
import type { PileUp } from '../indicators/gaming/pileUp';

const nameOf = ({ name, names, indicator }: IndicatorVerdict): Words => {
  const own = name ?? indicator;
  const { vi, en, ja = en } = (name === undefined ? names : undefined) ?? { vi: own, en: own, ja: own };
  return { vi, en, ja };
};

/** The balancing indicators that got worse beside an indicator that improved. */
function counters(verdict: IndicatorVerdict, all: readonly IndicatorVerdict[]): readonly Question[] {
  if (verdict.verdict !== 'improved' || verdict.role === 'balancing') return [];
  return all
    .filter(({ role, verdict: other }) => role === 'balancing' && other === 'worse')
    .map((counter) => counterQuestion(nameOf(verdict), nameOf(counter)));
}

/** Verdicts with what the owner should be asked about them; those without a question stay as they are. */
export function withQuestions(
  verdicts: readonly IndicatorVerdict[],
  pileUps: ReadonlyMap<string, PileUp>,
): readonly IndicatorVerdict[] {
  return verdicts.map((verdict) => {
    const pile = pileUps.get(verdict.indicator);
    const piled = pile?.piled === true ? [pileUpQuestion(nameOf(verdict), pile)] : [];
    const questions = [...counters(verdict, verdicts), ...piled];
    return questions.length === 0 ? verdict : { ...verdict, questions };
  });
}
