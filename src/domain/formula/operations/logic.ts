import type { FormulaNode, FormulaResult } from '../formula';
import { truth, type Choice, type Operation } from './operation';

type StepOf<Step> = (part: FormulaNode) => Step;

/** Left to right until a part decides; a part without a value does not hinder a later one from deciding. */
function until<Step extends FormulaResult>(
  deciding: boolean,
  parts: readonly FormulaNode[],
  stepOf: StepOf<Step>,
): Choice<Step> {
  const steps: Step[] = [];
  for (const part of parts) {
    const step = stepOf(part);
    steps.push(step);
    if (step.state === 'value' && step.value === deciding) return { steps, decided: true, value: deciding };
  }
  const known = steps.every(({ state }) => state === 'value');
  return known ? { steps, decided: true, value: !deciding } : { steps, decided: false };
}

function opposite<Step extends FormulaResult>(parts: readonly FormulaNode[], stepOf: StepOf<Step>): Choice<Step> {
  const steps = parts.map(stepOf);
  const [step] = steps;
  return step?.state === 'value' ? { steps, decided: true, value: step.value !== true } : { steps, decided: false };
}

export const LOGIC: readonly Operation[] = [
  {
    key: 'and',
    form: 'infix',
    symbol: 'and',
    chains: true,
    parameters: [truth('p'), truth('q')],
    gives: 'truth',
    words: {
      vi: 'Đúng khi mọi điều kiện đều đúng; một điều kiện sai là đủ để kết luận sai, dù điều kiện khác thiếu giá trị.',
      en: 'True if every condition is; one that is false decides, even where another has no value.',
      ja: 'すべての条件が真なら真。一つでも偽なら、ほかに値がなくても偽と決まる。',
    },
    example: { formula: 'a > 1 and b > 1', inputs: { a: null, b: 0 }, gives: false },
    choose: (parts, stepOf) => until(false, parts, stepOf),
  },
  {
    key: 'or',
    form: 'infix',
    symbol: 'or',
    chains: true,
    parameters: [truth('p'), truth('q')],
    gives: 'truth',
    words: {
      vi: 'Đúng khi ít nhất một điều kiện đúng; một điều kiện đúng là đủ, dù điều kiện khác thiếu giá trị.',
      en: 'True if at least one condition is; one that is true decides, even where another has no value.',
      ja: '一つでも条件が真なら真。一つでも真なら、ほかに値がなくても真と決まる。',
    },
    example: { formula: 'a > 1 or b > 1', inputs: { a: 2, b: null }, gives: true },
    choose: (parts, stepOf) => until(true, parts, stepOf),
  },
  {
    key: 'not',
    form: 'prefix',
    symbol: 'not',
    parameters: [truth('p')],
    gives: 'truth',
    words: { vi: 'Đúng khi điều kiện sai.', en: 'True if the condition is false.', ja: '条件が偽なら真。' },
    example: { formula: 'not a > 1', inputs: { a: 1 }, gives: true },
    choose: opposite,
  },
];
