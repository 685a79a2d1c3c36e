import type { FormulaNode, FormulaResult } from '../formula';
import { truth, type Choice, type Operation } from './operation';

type StepOf<Step> = (part: FormulaNode) => Step;

/** Only the branch that is taken is computed: the other may lack values or divide by zero. */
function branch<Step extends FormulaResult>(
  [condition, then, otherwise]: readonly FormulaNode[],
  stepOf: StepOf<Step>,
): Choice<Step> {
  if (condition === undefined || then === undefined || otherwise === undefined) throw new Error('if has three parts');
  const asked = stepOf(condition);
  if (asked.state !== 'value') return { steps: [asked], decided: false };
  const taken = stepOf(asked.value === true ? then : otherwise);
  const steps = [asked, taken];
  return taken.state === 'value' ? { steps, decided: true, value: taken.value } : { steps, decided: false };
}

/** A circle and a block are errors of definition or of data that no other value may hide. */
const mayBePassedOver = ({ state }: FormulaResult): boolean => state !== 'circular' && state !== 'blocked';

function first<Step extends FormulaResult>(parts: readonly FormulaNode[], stepOf: StepOf<Step>): Choice<Step> {
  const steps: Step[] = [];
  for (const part of parts) {
    const step = stepOf(part);
    steps.push(step);
    if (step.state === 'value') return { steps, decided: true, value: step.value };
    if (!mayBePassedOver(step)) break;
  }
  return { steps, decided: false };
}

export const CHOICE: readonly Operation[] = [
  {
    key: 'if',
    form: 'function',
    aliases: ['iff'],
    parameters: [truth('condition'), { name: 'then', takes: 'same' }, { name: 'else', takes: 'same' }],
    gives: 'same',
    words: {
      vi: 'Phần thứ hai nếu điều kiện đúng, phần thứ ba nếu sai; chỉ phần được chọn mới được tính. Cũng viết được: điều_kiện ? a : b.',
      en: 'The second part if the condition is true, else the third; only the one taken is computed. Also: condition ? a : b.',
      ja: '条件が真なら二番目、そうでなければ三番目。選ばれた方だけを計算する。条件 ? a : b とも書ける。',
    },
    example: { formula: 'if(all == 0, 0, done / all)', inputs: { done: 3, all: 0 }, gives: 0 },
    choose: branch,
  },
  {
    key: 'coalesce',
    form: 'function',
    aliases: ['ifmissing'],
    parameters: [{ name: 'a', takes: 'same', repeated: true }],
    gives: 'same',
    words: {
      vi: 'Phần đầu tiên có giá trị. Không bỏ qua vòng tham chiếu và giá trị bị chặn.',
      en: 'The first part that has a value. A circle of references and a blocked value are not passed over.',
      ja: '値のある最初のもの。循環参照と、止められた値は飛ばさない。',
    },
    example: { formula: 'coalesce(survey, previous(survey), 0)', inputs: { survey: null }, gives: 0 },
    choose: first,
  },
];
