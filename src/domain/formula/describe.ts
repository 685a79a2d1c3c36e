import type { Words } from '../shared/language';
import { LIMITS } from './limits';
import { OPERATIONS } from './operations/catalogue';
import { functionSignature, signatureOf, type FormulaExample } from './operations/operation';

/** One thing a formula can do, for documents and pages. `example` is a right formula and what it gives. */
export type Described = {
  readonly name: string;
  readonly kind: 'operator' | 'function';
  readonly signature: string;
  readonly aliases: readonly string[];
  readonly words: Words;
  readonly example: FormulaExample;
};

const REFERENCES: readonly Described[] = [
  {
    name: 'indicator',
    kind: 'function',
    signature: 'indicator("id")',
    aliases: [],
    words: {
      vi: 'Chỉ số có mã trong dấu ngoặc kép; dùng khi mã có dấu gạch nối hoặc dấu chấm.',
      en: 'The indicator of the id in quotes; for ids with dashes or dots.',
      ja: '引用符内の ID の指標。ハイフンや点を含む ID に使う。',
    },
    example: { formula: 'indicator("so-ho-so") * 2', inputs: { 'so-ho-so': 4 }, gives: 8 },
  },
  {
    name: 'previous',
    kind: 'function',
    signature: functionSignature('previous', [{ name: 'x', takes: 'number' }]),
    aliases: [],
    words: {
      vi: 'Như x, nhưng của kỳ trước.',
      en: 'Like x, but of the period before.',
      ja: 'x と同じで、一つ前の期間の値。',
    },
    example: { formula: 'a / previous(a) - 1', inputs: { a: 110, 'a@1': 100 }, gives: 0.1 },
  },
  {
    name: 'lag',
    kind: 'function',
    signature: 'lag(x, periods)',
    aliases: [],
    words: {
      vi: `Như x, nhưng lùi lại số kỳ viết sẵn, từ 0 đến ${LIMITS.lag}.`,
      en: `Like x, but so many periods back; a written whole number from 0 to ${LIMITS.lag}.`,
      ja: `x と同じで、指定した数だけ前の期間の値。0 から ${LIMITS.lag} までの整数をそのまま書く。`,
    },
    example: { formula: 'a - lag(a, 12)', inputs: { a: 5, 'a@12': 3 }, gives: 2 },
  },
];

/** Everything, operators first. In an example `a@1` is the input `a` one period earlier. */
export const LANGUAGE: readonly Described[] = [
  ...OPERATIONS.map((operation): Described => ({
    name: operation.symbol ?? operation.key,
    kind: operation.form === 'function' ? 'function' : 'operator',
    signature: signatureOf(operation),
    aliases: operation.aliases ?? [],
    words: operation.words,
    example: operation.example,
  })),
  ...REFERENCES,
];
