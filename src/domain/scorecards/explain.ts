import type { ExplainNode } from '../indicators/value';
import type { Words } from '../shared/language';
import type { MeasureView, ObjectiveView, PerspectiveView, ScorecardView, ScoreState } from './view';
import { filledWords } from './words';

/** How a score came about: the weighted mean of what lies below, down to a measure with the tree of its indicator. */
export type ScoreNode = {
  readonly how: 'scorecard' | 'perspective' | 'objective' | 'measure';
  readonly key: string;
  readonly name: Words;
  readonly words: Words;
  readonly state: ScoreState;
  readonly weight?: number;
  readonly share?: number;
  readonly score?: number;
  readonly coverage: number;
  readonly parts?: readonly ScoreNode[];
  readonly tree?: ExplainNode;
};
/** The tree of an indicator's value, where it is wanted. */
export type Trees = ReadonlyMap<string, ExplainNode>;

const MEAN: Words = {
  vi: 'Trung bình có trọng số của {scored} trên {all} phần có điểm: Σ trọng số × điểm ÷ Σ trọng số = {score}; độ phủ {coverage} %.',
  en: 'Weighted mean of the {scored} of {all} parts that are scored: Σ weight × score ÷ Σ weight = {score}; coverage {coverage} %.',
  ja: '評点のある {scored} 件（全 {all} 件）の加重平均：Σ 重み × 評点 ÷ Σ 重み = {score}、カバー率 {coverage} ％。',
};
const MEASURED: Words = {
  vi: 'Điểm của chỉ số trên thang 0–1 là {raw}; được tính {score}.',
  en: 'The score of the indicator on the scale of 0 to 1 is {raw}; {score} counts.',
  ja: '指標の評点は 0～1 の尺度で {raw}、数えるのは {score}。',
};
const rounded = (value: number | undefined): string | number => (value === undefined ? '-' : Number(value.toFixed(4)));

type Scored = Pick<ScorecardView, 'state' | 'score' | 'coverage'>;

function meanOf(of: Scored, parts: readonly Scored[]): Words {
  return filledWords(MEAN, {
    scored: parts.filter(({ score }) => score !== undefined).length,
    all: parts.filter(({ state }) => state !== 'not-applicable').length,
    score: rounded(of.score),
    coverage: Number((of.coverage * 100).toFixed(1)),
  });
}

const numbers = ({ state, score, coverage }: Scored) => ({ state, coverage, ...(score !== undefined && { score }) });

export function explainedMeasure(measure: MeasureView, trees: Trees = new Map()): ScoreNode {
  const {
    indicator,
    name = { vi: indicator, en: indicator, ja: indicator },
    weight,
    share,
    raw,
    score,
    notes,
  } = measure;
  const tree = trees.get(indicator);
  const unscored = notes.at(-1)?.words ?? name;
  const words = score === undefined ? unscored : filledWords(MEASURED, { raw: rounded(raw), score: rounded(score) });
  return { how: 'measure', key: indicator, name, words, weight, share, ...numbers(measure), ...(tree && { tree }) };
}

export function explainedObjective(objective: ObjectiveView, trees: Trees = new Map()): ScoreNode {
  const { key, name, weight, share, measures } = objective;
  const parts = measures.map((one) => explainedMeasure(one, trees));
  return {
    how: 'objective',
    key,
    name,
    words: meanOf(objective, measures),
    weight,
    share,
    ...numbers(objective),
    parts,
  };
}

function explainedPerspective(perspective: PerspectiveView): ScoreNode {
  const { key, name, weight, share, objectives } = perspective;
  const parts = objectives.map((one) => explainedObjective(one));
  const words = meanOf(perspective, objectives);
  return { how: 'perspective', key, name, words, weight, share, ...numbers(perspective), parts };
}

export function explainedWhole(key: string, view: ScorecardView): ScoreNode {
  const parts = view.perspectives.map(explainedPerspective);
  return { how: 'scorecard', key, name: view.name, words: meanOf(view, view.perspectives), ...numbers(view), parts };
}
