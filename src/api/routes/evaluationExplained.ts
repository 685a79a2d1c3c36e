import { z } from 'zod';
import { entriesAt, resultEntries } from '../../domain/evaluations/entries';
import type { FactEntry } from '../../domain/evaluations/entriesOfItem';
import { ENGINE } from '../../domain/evaluations/events';
import { factsOf } from '../../domain/evaluations/factsOf';
import type { Evaluation } from '../../domain/evaluations/state';
import type { ScoreNode } from '../../domain/schemes/explain';
import { nextBand } from '../../domain/schemes/nextBand';
import { nextBandWords, wayWords } from '../../domain/schemes/nextBandWords';
import { bandWords } from '../../domain/schemes/score';
import type { SchemeDefinition } from '../../domain/schemes/scheme.schema';
import { IsoInstant } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';

const Entry = z.object({
  words: z.string(),
  by: z.string().describe('Who entered it'),
  name: z.string().describe('Their name'),
  at: IsoInstant.describe('When'),
  note: z.string().optional(),
});
type Node = {
  rule: string;
  words: string;
  point?: { part: 'section' | 'item'; key: string } | undefined;
  value?: number | undefined;
  max?: number | undefined;
  entries: z.infer<typeof Entry>[];
  parts: Node[];
};
export const ExplainNode: z.ZodType<Node> = z
  .object({
    rule: z.string(),
    words: z.string().describe('In the language of the caller'),
    point: z
      .object({ part: z.enum(['section', 'item']), key: z.string() })
      .optional()
      .describe('What an appeal calls it'),
    value: z.number().optional(),
    max: z.number().optional(),
    entries: z.array(Entry).describe('The facts behind it: who entered what and when'),
    get parts() {
      return z.array(ExplainNode);
    },
  })
  .meta({ id: 'EvaluationExplainNode' });

type Explaining = {
  readonly evaluation: Evaluation;
  readonly definition: SchemeDefinition;
  readonly language: Language;
  /** Names of people by their ids. */
  readonly names: ReadonlyMap<string, string>;
};

/** Ids of all who entered something about the evaluation. */
export const enteredBy = (node: ScoreNode, of: Omit<Explaining, 'names'>): ReadonlySet<string> =>
  new Set([...factsAt(node, of).map(({ by }) => by), ...node.parts.flatMap((part) => [...enteredBy(part, of)])]);

const factsAt = (
  { rule, at }: ScoreNode,
  { evaluation, definition }: Omit<Explaining, 'names'>,
): readonly FactEntry[] =>
  rule === 'total' ? resultEntries(evaluation, definition) : entriesAt(evaluation, at, definition);

export function explained(node: ScoreNode, of: Explaining): Node {
  const { evaluation, language, names } = of;
  return {
    rule: node.rule,
    words: inWords(node.words, language),
    ...pointAt(evaluation, node.at),
    ...(node.value !== undefined && { value: node.value }),
    ...(node.max !== undefined && { max: node.max }),
    entries: factsAt(node, of).map(({ words, by, ...rest }) => ({
      ...{
        words: inWords(words, language),
        by,
        name: by === ENGINE ? inWords(SYSTEM, language) : (names.get(by) ?? by),
      },
      ...rest,
    })),
    parts: node.parts.map((part) => explained(part, of)),
  };
}

const SYSTEM = { vi: 'Hệ thống', en: 'The system', ja: 'システム' };

/** The part of the facts that a pointer of `factsOf` names, as an appeal disputes it. */
function pointAt({ items }: Evaluation, pointer: string | undefined): Pick<Node, 'point'> {
  const [, part, key = ''] = pointer?.split('/') ?? [];
  if (part === 'sections') return { point: { part: 'section', key } };
  if (part !== 'items' || key === '') return {};
  const item = items.filter(({ withdrawn }) => withdrawn === undefined)[Number(key)];
  return item === undefined ? {} : { point: { part: 'item', key: item.item } };
}

export const NextBandView = z.object({
  state: z.enum(['best', 'finding', 'reachable', 'out-of-reach']),
  words: z.string().describe('In the language of the caller'),
  class: z.string().optional().describe('Key of the next better class; of a finding: the class it sets'),
  className: z.string().optional(),
  missing: z.number().optional().describe('Points of the whole that are missing'),
  ways: z
    .array(
      z.object({
        how: z.enum(['points', 'product-done']),
        words: z.string(),
        key: z.string().describe('Section, or product'),
      }),
    )
    .describe('Each alone would do'),
});

/** `undefined`: facts are missing. */
export function nextBandView(
  evaluation: Evaluation,
  definition: SchemeDefinition,
  language: Language,
): z.input<typeof NextBandView> | undefined {
  const next = nextBand(definition, factsOf(evaluation));
  if (next === undefined) return undefined;
  const items = evaluation.items.filter(({ withdrawn }) => withdrawn === undefined);
  const titles = items.map(({ title }) => title);
  const ways = 'ways' in next ? next.ways : [];
  return {
    state: next.state,
    words: inWords(nextBandWords(next, definition), language),
    ...('class' in next && { class: next.class, className: inWords(bandWords(definition, next.class), language) }),
    ...('missing' in next && { missing: next.missing }),
    ways: ways.map((way) => ({
      how: way.how,
      words: inWords(wayWords(way, definition, titles), language),
      key: way.how === 'points' ? way.section : (items[way.item]?.item ?? `${way.item}`),
    })),
  };
}
