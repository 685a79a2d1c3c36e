import type { Answers } from './answers';
import type { Clusters } from './interval';
import type { Question, SurveyDefinition } from './survey.schema';
import { topBoxOf } from './wellFormed';

/** Of one question: how often each answer came, and how many answered it. */
export type QuestionTally = { n: number; readonly counts: Map<number | string, number> };
/** Of one factor: each person's mean over its questions, as sums; and how many answers were satisfied. */
export type FactorTally = { sum: number; squares: number } & { -readonly [Key in keyof Clusters]: Clusters[Key] };
export type Tally = {
  n: number;
  readonly questions: Map<string, QuestionTally>;
  readonly factors: Map<string, FactorTally>;
};

export const emptyTally = (): Tally => ({ n: 0, questions: new Map(), factors: new Map() });

/** Counts one answer sheet in. What it holds beside the questions of the definition is not looked at. */
export function count(tally: Tally, { questions }: Pick<SurveyDefinition, 'questions'>, answers: Answers): void {
  tally.n += 1;
  for (const question of questions) {
    const value = answers[question.key];
    if (value === undefined) continue;
    const one = tally.questions.get(question.key) ?? { n: 0, counts: new Map<number | string, number>() };
    tally.questions.set(question.key, one);
    one.n += 1;
    for (const key of keysOf(question, value)) one.counts.set(key, (one.counts.get(key) ?? 0) + 1);
  }
  for (const factor of new Set(questions.flatMap((question) => question.factor ?? [])))
    countFactor(tally, factor, scalesOf(questions, factor), answers);
}

function keysOf(question: Question, value: Answers[string]): readonly (number | string)[] {
  if (question.type === 'text') return [];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return typeof value === 'object' ? value : [value];
}

type Scale = Extract<Question, { type: 'scale' }>;
export const scalesOf = (questions: readonly Question[], factor: string): readonly Scale[] =>
  questions.filter((question): question is Scale => question.type === 'scale' && question.factor === factor);

function countFactor(tally: Tally, factor: string, scales: readonly Scale[], answers: Answers): void {
  let [given, sum, satisfied] = [0, 0, 0];
  for (const scale of scales) {
    const value = answers[scale.key];
    if (typeof value !== 'number') continue;
    given += 1;
    sum += value;
    if (value >= topBoxOf(scale)) satisfied += 1;
  }
  if (given === 0) return;
  const one = tally.factors.get(factor) ?? noFactor();
  tally.factors.set(factor, one);
  const mean = sum / given;
  one.persons += 1;
  one.sum += mean;
  one.squares += mean * mean;
  one.answers += given;
  one.satisfied += satisfied;
  one.answersSquared += given * given;
  one.satisfiedSquared += satisfied * satisfied;
  one.product += given * satisfied;
}

const noFactor = (): FactorTally => ({
  sum: 0,
  squares: 0,
  persons: 0,
  satisfied: 0,
  answers: 0,
  satisfiedSquared: 0,
  answersSquared: 0,
  product: 0,
});
