import { wilson } from '../statistics/wilson';
import type { Bounds } from '../statistics/wilson';
import type { Answers } from './answers';
import { clusteredShareInterval, CONFIDENCE, meanInterval, momentsOf } from './interval';
import type { Question, SurveyDefinition } from './survey.schema';
import { hiddenGroups, LEAST_ANSWERS } from './suppress';
import { count, emptyTally, scalesOf } from './tally';
import type { FactorTally, QuestionTally, Tally } from './tally';
import { topBoxOf } from './wellFormed';
import type { LinkAttribute } from './wellFormed';

/** An answer sheet with what its link says. */
export type Sheet = { readonly [Name in LinkAttribute]?: string } & { readonly answers: Answers };

/** A share with Wilson's interval; ratios 0..1. */
export type Share = { readonly share: number; readonly count: number; readonly n: number; readonly interval?: Bounds };
export type TooFew = { readonly state: 'too-few' };
/** Means and their intervals (Student's) are on the scale; intervals are at 95 %. */
export type QuestionResult = { readonly key: string } & (
  | TooFew
  | { readonly state: 'none' }
  | ({ readonly state: 'shown'; readonly n: number } & (
      | {
          readonly type: 'scale';
          readonly mean: number;
          readonly interval?: Bounds;
          readonly topBox: Share;
          readonly counts: Readonly<Record<string, number>>;
        }
      | { readonly type: 'yes-no'; readonly yes: Share }
      | { readonly type: 'choice'; readonly options: readonly ({ readonly key: string } & Share)[] }
      | { readonly type: 'text' }
    ))
);
/** `n`: persons who answered a question of the factor; `mean`: of their means; `topBox`: over all their answers. */
export type FactorResult = { readonly key: string } & (
  | TooFew
  | { readonly state: 'none' }
  | {
      readonly state: 'shown';
      readonly n: number;
      readonly mean: number;
      readonly interval?: Bounds;
      readonly topBox: Share;
    }
);
export type GroupResult = { readonly group: string } & (
  | TooFew
  | {
      readonly state: 'shown';
      readonly n: number;
      readonly questions: readonly QuestionResult[];
      readonly factors: readonly FactorResult[];
    }
);
export type Results = {
  readonly n: number;
  readonly state: 'none' | 'too-few' | 'shown';
  readonly questions: readonly QuestionResult[];
  readonly factors: readonly FactorResult[];
  readonly groups?: readonly GroupResult[];
};

/** What a sheet is counted under, and everything counted so far. */
export type Tallies = { readonly total: Tally; readonly groups: Map<string, Tally> };
export const emptyTallies = (): Tallies => ({ total: emptyTally(), groups: new Map() });
/** Sheets whose link, or whose answer, says nothing about the grouping. */
export const UNSTATED = '';

export function countSheet(
  tallies: Tallies,
  definition: Pick<SurveyDefinition, 'questions'>,
  sheet: Sheet,
  by?: string,
): void {
  count(tallies.total, definition, sheet.answers);
  if (by === undefined) return;
  const group = groupOf(sheet, by);
  const tally = tallies.groups.get(group) ?? emptyTally();
  tallies.groups.set(group, tally);
  count(tally, definition, sheet.answers);
}

function groupOf(sheet: Sheet, by: string): string {
  if (by === 'unit' || by === 'channel' || by === 'group') return sheet[by] ?? UNSTATED;
  const value = sheet.answers[by];
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'string' ? value : UNSTATED;
}

/** Results of a survey, and by group where asked; what is hidden cannot be computed from what is shown. */
export function resultsOf(definition: SurveyDefinition, { total, groups }: Tallies, grouped: boolean): Results {
  const state = total.n === 0 ? 'none' : total.n < LEAST_ANSWERS ? 'too-few' : 'shown';
  const few = new Set(
    definition.questions.filter(({ key }) => isFew(total.questions.get(key)?.n ?? 0)).map(({ key }) => key),
  );
  return {
    n: total.n,
    state,
    ...partsOf(definition, total, (key) => few.has(key)),
    ...(grouped && { groups: groupResults(definition, groups) }),
  };
}

const isFew = (n: number): boolean => n > 0 && n < LEAST_ANSWERS;

type Parts = { readonly questions: readonly QuestionResult[]; readonly factors: readonly FactorResult[] };

/** A factor is the sum of its questions: where one of them is hidden, so is the factor. */
function partsOf(
  definition: SurveyDefinition,
  tally: Tally,
  questionIsHidden: (key: string) => boolean,
  factorIsHidden: (key: string) => boolean = () => false,
): Parts {
  const { questions } = definition;
  return {
    questions: questions.map((question) =>
      questionIsHidden(question.key)
        ? { key: question.key, state: 'too-few' }
        : questionResult(question, tally.questions.get(question.key)),
    ),
    factors: factorsOf(definition).map((factor) =>
      factorIsHidden(factor) || scalesOf(questions, factor).some(({ key }) => questionIsHidden(key))
        ? { key: factor, state: 'too-few' }
        : factorResult(definition, factor, tally.factors.get(factor)),
    ),
  };
}

/** Factors that have a scale, in the order of their questions. */
export const factorsOf = ({ questions }: Pick<SurveyDefinition, 'questions'>): readonly string[] =>
  [...new Set(questions.flatMap(({ factor }) => factor ?? []))].filter(
    (factor) => scalesOf(questions, factor).length > 0,
  );

function groupResults(definition: SurveyDefinition, groups: Tallies['groups']): readonly GroupResult[] {
  const tallies = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  const sizes = (sizeOf: (tally: Tally) => number) => new Map(tallies.map(([name, tally]) => [name, sizeOf(tally)]));
  const hidden = hiddenGroups(sizes(({ n }) => n));
  const hiddenFor = new Map(
    definition.questions.map(({ key }) => [
      key,
      hiddenGroups(
        sizes((t) => t.questions.get(key)?.n ?? 0),
        hidden,
      ),
    ]),
  );
  const questionHides = (key: string, name: string) => hiddenFor.get(key)?.has(name) === true;
  const factorHidden = new Map(
    factorsOf(definition).map((factor) => {
      const scales = scalesOf(definition.questions, factor);
      const seeds = tallies.map(([name]) => name).filter((name) => scales.some(({ key }) => questionHides(key, name)));
      return [
        factor,
        hiddenGroups(
          sizes((t) => t.factors.get(factor)?.persons ?? 0),
          seeds,
        ),
      ];
    }),
  );
  return tallies.map(([group, tally]): GroupResult => {
    if (hidden.has(group)) return { group, state: 'too-few' };
    const parts = partsOf(
      definition,
      tally,
      (key) => questionHides(key, group),
      (factor) => factorHidden.get(factor)?.has(group) === true,
    );
    return { group, state: 'shown', n: tally.n, ...parts };
  });
}

const shareOf = (count: number, n: number): Share => {
  const interval = wilson({ successes: count, n }, CONFIDENCE);
  return { share: count / n, count, n, ...(interval !== undefined && { interval }) };
};

function questionResult(question: Question, tally: QuestionTally | undefined): QuestionResult {
  const { key } = question;
  if (tally === undefined || tally.n === 0) return { key, state: 'none' };
  const { n, counts } = tally;
  const shown = { key, state: 'shown', n } as const;
  switch (question.type) {
    case 'scale':
      return { ...shown, ...scaleResult(question, counts) };
    case 'yes-no':
      return { ...shown, type: 'yes-no', yes: shareOf(counts.get('yes') ?? 0, n) };
    case 'choice': {
      const options = question.options.map((option) => ({
        key: option.key,
        ...shareOf(counts.get(option.key) ?? 0, n),
      }));
      return { ...shown, type: 'choice', options };
    }
    case 'text':
      return { ...shown, type: 'text' };
  }
}

function scaleResult(question: Extract<Question, { type: 'scale' }>, counts: QuestionTally['counts']) {
  const points = new Map([...counts].map(([point, times]) => [Number(point), times]));
  const moments = momentsOf(points);
  if (moments === undefined) throw new Error('a question that was answered has answers');
  const interval = meanInterval(moments, question);
  const satisfied = [...points]
    .filter(([point]) => point >= topBoxOf(question))
    .reduce((sum, [, times]) => sum + times, 0);
  return {
    type: 'scale' as const,
    mean: moments.mean,
    ...(interval !== undefined && { interval }),
    topBox: shareOf(satisfied, moments.n),
    counts: Object.fromEntries([...points].sort(([a], [b]) => a - b)),
  };
}

function factorResult({ questions }: SurveyDefinition, key: string, tally: FactorTally | undefined): FactorResult {
  const [scale] = scalesOf(questions, key);
  if (tally === undefined || scale === undefined) return { key, state: 'none' };
  const { persons: n, sum, squares, satisfied, answers } = tally;
  const mean = sum / n;
  const variance = n < 2 ? 0 : Math.max(0, squares - n * mean * mean) / (n - 1);
  const interval = meanInterval({ n, mean, variance }, scale);
  const shareInterval = clusteredShareInterval(tally);
  return {
    key,
    state: 'shown',
    n,
    mean,
    ...(interval !== undefined && { interval }),
    topBox: {
      share: satisfied / answers,
      count: satisfied,
      n: answers,
      ...(shareInterval !== undefined && { interval: shareInterval }),
    },
  };
}
