import type { Formula, FormulaStep } from '../formula/formula';
import type { Words } from '../shared/language';
import { STATE_WORDS } from './absentWords';
import { seen } from './engine/at';
import type { Computed, Trace } from './engine/computed';
import { inputOf, stepsOf } from './engine/byFormula';
import type { Figure } from './facts';
import { plain } from './outcome';
import { formulaOf, resolved } from './reads';
import type { ExplainNode, IndicatorValue } from './value';

/** Nodes of one explanation, with those that say how many more there are. */
const MOST = 2000;

type Node = Omit<ExplainNode, 'parts'>;
/** A node and what it would unfold to. */
type Sketch = { readonly node: Node; readonly parts: () => readonly Sketch[] };
const leaf = (node: Node): Sketch => ({ node, parts: () => [] });

/** The tree of a value, from its score down to figures. It unfolds level by level until it has 2,000 nodes. */
export function explained(of: Computed, value: IndicatorValue): ExplainNode {
  const below = sketchOf(of);
  const isScored = value.state === 'value' && (value.score !== undefined || value.notScored !== undefined);
  return unfolded(isScored ? { node: scoreNode(value), parts: () => [below] } : below);
}

type Valued = Extract<IndicatorValue, { state: 'value' }>;

function scoreNode({ indicator, unit, period, score, notScored, band, target }: Valued): Node {
  const head = { how: 'score', indicator, unit, period } as const;
  if (score === undefined)
    return { ...head, label: indicator, state: 'not-applicable', ...(notScored && { words: notScored.words }) };
  const against =
    target === undefined
      ? { vi: '', en: '', ja: '' }
      : { vi: ` so với chỉ tiêu ${target}`, en: ` against the target ${target}`, ja: `（目標値 ${target} に対して）` };
  const inBand =
    band === undefined
      ? { vi: '', en: '', ja: '' }
      : { vi: `, mức ${band}`, en: `, band ${band}`, ja: `、区分 ${band}` };
  const words = {
    vi: `Điểm${against.vi}${inBand.vi}.`,
    en: `Score${against.en}${inBand.en}.`,
    ja: `評点${against.ja}${inBand.ja}。`,
  };
  return { ...head, label: indicator, state: 'value', value: score, words };
}

function unfolded(root: Sketch): ExplainNode {
  type Open = { readonly sketch: Sketch; readonly into: ExplainNode[]; readonly done: ExplainNode };
  const open = (sketch: Sketch): Open => {
    const into: ExplainNode[] = [];
    return { sketch, into, done: { ...sketch.node, parts: into } };
  };
  const first = open(root);
  const queue = [first];
  // Each node keeps one place free for the note that something below it is left out.
  let left = MOST - 2;
  for (const { sketch, into } of queue) {
    const parts = sketch.parts();
    const fitting = Math.min(parts.length, Math.floor(left / 2));
    left -= fitting * 2;
    for (const part of parts.slice(0, fitting)) {
      const next = open(part);
      into.push(next.done);
      queue.push(next);
    }
    if (fitting < parts.length) into.push(leftOut(parts.length - fitting));
    else left += 1;
  }
  for (const { done, into } of queue) if (into.length === 0) Reflect.deleteProperty(done, 'parts');
  return first.done;
}

const leftOut = (count: number): ExplainNode => ({
  how: 'absent',
  label: '…',
  state: 'not-applicable',
  words: {
    vi: `Còn ${count} phần nữa không hiện ở đây.`,
    en: `${count} more parts are not shown here.`,
    ja: `ほか ${count} 件はここに表示していません。`,
  },
});

function outcomeOf(of: Computed): Pick<Node, 'state' | 'value' | 'words' | 'numerator' | 'denominator' | 'n'> {
  const outcome = seen(of);
  const n = outcome.n === undefined ? {} : { n: outcome.n };
  if (outcome.state !== 'value') return { state: outcome.state, words: outcome.because.words, ...n };
  const { value, fraction } = outcome;
  const of2 = fraction && { numerator: plain(fraction.numerator), denominator: plain(fraction.denominator) };
  return { state: 'value', value: plain(value), ...of2, ...n };
}

function placed({ ask, version }: Computed): Pick<Node, 'indicator' | 'unit' | 'period' | 'definitionVersion'> {
  const { indicator, unit, period } = ask;
  return { indicator, unit, period, ...(version !== undefined && { definitionVersion: version.version }) };
}

function figureOf({ version, by, recordedAt, reason, evidence }: Figure): Pick<Node, 'figure'> {
  return {
    figure: { version, by, recordedAt, ...(reason !== undefined && { reason }), ...(evidence && { evidence }) },
  };
}

const HOW = { absent: 'absent', figure: 'figure', ratio: 'ratio', indicator: 'indicator', formula: 'formula' } as const;

function sketchOf(of: Computed): Sketch {
  const { trace } = of;
  const base = { label: of.ask.indicator, ...placed(of), ...outcomeOf(of) };
  switch (trace.how) {
    case 'absent':
      return leaf({ how: 'absent', ...base });
    case 'figure':
      return leaf({ how: 'figure', ...base, origin: trace.figure.origin, ...figureOf(trace.figure) });
    case 'computed':
      return leaf({
        how: trace.asked.source.type,
        ...base,
        origin: trace.figure.origin,
        knownSince: trace.figure.recordedAt,
      });
    case 'ratio':
    case 'indicator':
      return { node: { how: HOW[trace.how], ...base }, parts: () => trace.parts.map(sketchOf) };
    case 'formula':
      return { node: { how: 'formula', ...base, label: trace.source.formula }, parts: () => formulaParts(trace) };
    case 'over-units':
    case 'over-time':
      return {
        node: { how: trace.how, ...base, label: trace.rule, words: coverage(of, trace) },
        parts: () => trace.parts.map(sketchOf),
      };
    case 'missing-rule': {
      const parts = () => [trace.missing, ...(trace.from === undefined ? [] : [trace.from])].map(sketchOf);
      return { node: { how: 'missing-rule', ...base, label: trace.rule }, parts };
    }
  }
}

type Rolled = Extract<Trace, { how: 'over-units' | 'over-time' }>;

/** How many parts gave a value, and what the others are. */
function coverage(of: Computed, { how, parts }: Rolled): Words {
  const states = new Map<keyof typeof STATE_WORDS, number>();
  for (const { outcome } of parts)
    if (outcome.state !== 'value') states.set(outcome.state, (states.get(outcome.state) ?? 0) + 1);
  const others = (language: keyof Words): string =>
    [...states].map(([state, count]) => `; ${STATE_WORDS[state][language]}: ${count}`).join('');
  const given = parts.filter(({ outcome }) => outcome.state === 'value').length;
  const [vi, en, ja] = how === 'over-units' ? ['đơn vị', 'units', '部署'] : ['kỳ', 'periods', '期間'];
  const outcome = seen(of);
  const why =
    outcome.state === 'value'
      ? { vi: '', en: '', ja: '' }
      : { vi: ` ${outcome.because.words.vi}`, en: ` ${outcome.because.words.en}`, ja: outcome.because.words.ja };
  return {
    vi: `${given}/${parts.length} ${vi} có giá trị${others('vi')}.${why.vi}`,
    en: `${given} of ${parts.length} ${en} gave a value${others('en')}.${why.en}`,
    ja: `${parts.length} ${ja}のうち ${given} に値があります${others('ja')}。${why.ja}`,
  };
}

type FormulaTrace = Extract<Trace, { how: 'formula' }>;

function formulaParts(trace: FormulaTrace): readonly Sketch[] {
  const formula = formulaOf(trace.source);
  return formula === undefined ? [] : [stepSketch(stepsOf(formula, trace.inputs), { ...trace, formula })];
}

function stepSketch(step: FormulaStep, trace: FormulaTrace & { readonly formula: Formula }): Sketch {
  const of = step.reference && inputOf(trace.formula, trace.inputs, step.reference);
  if (of !== undefined) {
    const sketch = sketchOf(of);
    return { node: { how: 'indicator', ...placed(of), ...outcomeOf(of), label: step.text }, parts: () => [sketch] };
  }
  const how = step.reference ? 'absent' : step.operation === 'number' ? 'number' : 'operation';
  const named = step.reference && { indicator: resolved(trace.source, step.reference.name) };
  return {
    node: { how, label: step.text, ...named, ...stepResult(step) },
    parts: () => step.parts.map((part) => stepSketch(part, trace)),
  };
}

function stepResult(step: FormulaStep): Pick<Node, 'state' | 'value' | 'words'> {
  if (step.state !== 'value') return { state: step.state, words: STATE_WORDS[step.state] };
  if (typeof step.value !== 'boolean') return { state: 'value', value: plain(step.value) };
  const words = step.value ? { vi: 'đúng', en: 'true', ja: '真' } : { vi: 'sai', en: 'false', ja: '偽' };
  return { state: 'value', value: step.value ? 1 : 0, words };
}
