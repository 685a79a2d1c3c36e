import type { QuestionResult, Share } from '../../../src/domain/survey/results';
import type { Question } from '../../../src/domain/survey/survey.schema';
import { wilson } from '../../../src/domain/statistics/wilson';
import { CONFIDENCE } from '../../../src/domain/survey/interval';
import { nameIn } from '../indicators/names';
import { pageWord } from '../../../src/api/pages/surveyWords';
import { useWords } from '../words/words';
import { Bars } from './bars';
import type { Bar } from './bars';

type Bounds = { readonly low: number; readonly high: number };

/** An interval in words, after what it is of. */
export function useBetween(): (bounds: Bounds | undefined, unit: string) => string {
  const { say, format } = useWords();
  return (bounds, unit) =>
    bounds === undefined
      ? ''
      : ` ${say('survey.between', { low: format.value(bounds.low, unit), high: format.value(bounds.high, unit) })}`;
}

type Props = { readonly result: QuestionResult; readonly question: Question; readonly level: 'h3' | 'h4' };

/** What was answered to one question, or why it is not shown. */
export function QuestionFound({ result, question, level: Level }: Props) {
  const { say, format, language } = useWords();
  const between = useBetween();
  const title = nameIn(question.text, language);
  return (
    <section className="found">
      <Level>{title}</Level>
      {result.state !== 'shown' ? (
        <p className="hint">{say(result.state === 'none' ? 'survey.noAnswers' : 'survey.tooFew')}</p>
      ) : (
        <>
          <p className="hint">
            {say('survey.n')}: {format.number(result.n)}
            {result.type === 'scale' &&
              ` · ${say('survey.mean', { value: format.number(result.mean) + between(result.interval, 'number') })} · ${say('survey.satisfied', { value: format.value(result.topBox.share, 'ratio') + between(result.topBox.interval, 'ratio') })}`}
          </p>
          {result.type !== 'text' && <Bars bars={barsOf(result, question, language)} title={title} />}
        </>
      )}
    </section>
  );
}

type Shown = Extract<QuestionResult, { state: 'shown' }>;

function barsOf(result: Shown, question: Question, language: 'vi' | 'en' | 'ja'): readonly Bar[] {
  if (result.type === 'scale' && question.type === 'scale') {
    const { n, counts } = result;
    return Array.from({ length: question.max - question.min + 1 }, (_none, i) => String(question.min + i)).map(
      (point) => {
        const label = question.labels?.[point];
        return barOf(label === undefined ? point : `${point} – ${nameIn(label, language)}`, counts[point] ?? 0, n);
      },
    );
  }
  if (result.type === 'yes-no') {
    const { count, n } = result.yes;
    return [barOf(pageWord('yes', language), count, n), barOf(pageWord('no', language), n - count, n)];
  }
  if (result.type !== 'choice' || question.type !== 'choice') return [];
  const named = new Map(question.options.map(({ key, text }) => [key, nameIn(text, language)]));
  return result.options.map(({ key, ...share }) => ({ name: named.get(key) ?? key, ...barShare(share) }));
}

const barShare = ({ share, count, interval }: Share) => ({ share, count, interval });
const barOf = (name: string, count: number, n: number): Bar => ({
  ...{ name, count, share: n === 0 ? 0 : count / n },
  interval: wilson({ successes: count, n }, CONFIDENCE),
});
