import { withUnitsBelow } from '../domain/access/place';
import { firstDayOf, lastDayOf } from '../domain/indicators/period';
import type { Instant } from '../domain/shared/time';
import { LEAST_ANSWERS } from '../domain/survey/suppress';
import type { Question } from '../domain/survey/survey.schema';
import { topBoxOf } from '../domain/survey/wellFormed';
import type { SurveyFigures } from './indicators.ports';
import type { Organisation } from './ports';
import type { AnswerQuery, Surveys } from './surveys.ports';

export type SurveyFiguresDeps = {
  readonly surveys: Surveys;
  readonly organisation: Pick<Organisation, 'allUnits'>;
};
const HAS_NO_MEAN = {
  vi: 'Câu hỏi không có thang điểm hay có/không nên không tính được trung bình hoặc tỷ lệ.',
  en: 'The question has neither a scale nor yes and no, so that it has no mean and no share.',
  ja: 'この質問には尺度も「はい・いいえ」もないため、平均も割合もありません。',
} as const;

type Ask = Parameters<SurveyFigures['figure']>[0];
/** What an answer to a question counts as: a number, or satisfied (1) or not (0). */
type Measure = {
  readonly value: (answer: unknown) => number | undefined;
  readonly satisfied: (value: number) => boolean;
};

/**
 * Figures out of the answers of a survey, or of all surveys of a series, that were given in the period, of the unit and
 * those below. Fewer than five answers: their number alone. `count` is the number of answers to the question.
 */
export function createSurveyFigures({ surveys, organisation }: SurveyFiguresDeps): SurveyFigures {
  return {
    async figure(ask) {
      const { source, unit, period, knownAt } = ask;
      const ids = await surveys.ofSeries(source.survey);
      const units = withUnitsBelow(await organisation.allUnits(), unit);
      const range = { from: firstDayOf(period), to: lastDayOf(period), ...(knownAt !== undefined && { knownAt }) };
      const { n, sum, satisfied, latest } = await counted({ surveys: ids, units, ...range }, ask);
      const origin = { kind: 'survey', survey: source.survey, question: source.question } as const;
      const known = { n, origin, recordedAt: latest };
      if (n < LEAST_ANSWERS) return known;
      if (source.measure === 'count') return { ...known, value: n };
      if (Number.isNaN(sum)) return { ...known, because: HAS_NO_MEAN };
      if (source.measure === 'mean') return { ...known, value: sum / n, numerator: sum, denominator: n };
      return { ...known, value: satisfied / n, numerator: satisfied, denominator: n };
    },
  };

  async function counted(query: AnswerQuery, { source }: Ask) {
    const measures = await measuresOf(query.surveys, source.question);
    let [n, sum, satisfied] = [0, 0, 0];
    let latest: Instant = new Date(0).toISOString();
    for await (const { survey, answers, givenAt } of surveys.answers(query)) {
      const measure = measures.get(survey);
      const value = measure?.value(answers[source.question]);
      if (measure === undefined || value === undefined) continue;
      n += 1;
      sum += value;
      if (measure.satisfied(value)) satisfied += 1;
      if (givenAt > latest) latest = givenAt;
    }
    return { n, sum, satisfied, latest };
  }

  async function measuresOf(ids: readonly string[], question: string): Promise<ReadonlyMap<string, Measure>> {
    const measures = new Map<string, Measure>();
    for (const id of ids) {
      const asked = (await surveys.get(id))?.survey.definition.questions.find(({ key }) => key === question);
      if (asked !== undefined) measures.set(id, measureOf(asked));
    }
    return measures;
  }
}

/** A scale is its points; yes is 1 and no 0; choices and texts can be counted and have no mean. */
function measureOf(question: Question): Measure {
  if (question.type === 'scale')
    return {
      value: (answer) => (typeof answer === 'number' ? answer : undefined),
      satisfied: (value) => value >= topBoxOf(question),
    };
  if (question.type === 'yes-no')
    return {
      value: (answer) => (typeof answer === 'boolean' ? Number(answer) : undefined),
      satisfied: (value) => value === 1,
    };
  return { value: (answer) => (answer === undefined ? undefined : Number.NaN), satisfied: () => false };
}
