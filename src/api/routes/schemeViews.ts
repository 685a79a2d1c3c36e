import { z } from 'zod';
import type { DatedVersion } from '../../activities/dated.ports';
import { readable } from '../../domain/indicators/named';
import { shown } from '../../domain/schemes/explain';
import type { ScoreNode } from '../../domain/schemes/explain';
import { bandWords } from '../../domain/schemes/score';
import type { Score } from '../../domain/schemes/score';
import { SchemeDefinition, SchemeEdit } from '../../domain/schemes/scheme.schema';
import { Id, IsoDate } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';
import type { Exact } from '../../domain/scoring/scored';

const read = { readOnly: true } as const;
/** What was read may be sent back as it came. */
export const SchemeInput = SchemeEdit.extend({
  id: Id.optional().meta(read),
  version: z.number().optional().meta(read),
  definitionVersion: z.number().optional().meta(read),
  recordedAt: z.string().optional().meta(read),
  by: z.string().optional().meta(read),
  shipped: z.boolean().optional().meta(read),
  warnings: z.array(z.unknown()).optional().meta(read),
});

const recorded = {
  validFrom: IsoDate.describe('First day it holds; `0001-01-01`: from the beginning'),
  recordedAt: z.string().optional(),
  by: z.string().optional(),
  reason: z.string().optional(),
};
export const SchemeView = z.object({
  id: Id,
  version: z.number().int().min(0).describe('Number of edits by the office, 0: none; also the ETag'),
  definitionVersion: z.number().int().min(0).describe('Which version this is; 0: as it ships'),
  shipped: z.boolean().describe('As it ships with the product; the office made none of its own'),
  ...recorded,
  ...SchemeDefinition.shape,
  warnings: z
    .array(
      z.object({
        code: z.literal('SCHEME_FOR_THE_SAME_PEOPLE'),
        field: z.string(),
        scheme: Id.describe('The other one'),
        count: z.number().int(),
        people: z.array(z.string()).describe('The first few'),
        message: z.string(),
      }),
    )
    .optional()
    .describe('Answered to an edit: people who would be evaluated by two schemes at once'),
});
export const SchemeRow = z.object({
  id: Id,
  version: z.number().int().min(0),
  name: z.string(),
  cadence: z.string(),
  shipped: z.boolean(),
  validFrom: IsoDate,
  validTo: IsoDate.optional(),
  assumptions: z.number().int().describe('Settings that no source states'),
});
export const SchemeVersionView = z.object({
  version: z.number().int().min(1),
  ...recorded,
  definition: z.object(SchemeDefinition.shape),
});

export const FROM_EVER = '0001-01-01';
type Version = Partial<DatedVersion<SchemeDefinition>> & { readonly value: SchemeDefinition };

export const schemeView = (id: string, edits: number, of: Version) => {
  const { value, version = 0, validFrom = FROM_EVER, recordedAt, by, reason } = of;
  return {
    ...{ id, version: edits, definitionVersion: version, shipped: version === 0, validFrom },
    ...(recordedAt !== undefined && { recordedAt }),
    ...(by !== undefined && { by }),
    ...(reason !== undefined && { reason }),
    ...value,
  };
};
export const schemeRow = (id: string, edits: number, { of, language }: { of: Version; language: Language }) => {
  const { value, version = 0, validFrom = FROM_EVER } = of;
  const { name, cadence, validTo, assumptions } = value;
  return {
    ...{ id, version: edits, name: readable(name, language), cadence, shipped: version === 0, validFrom },
    ...(validTo !== undefined && { validTo }),
    assumptions: assumptions.length,
  };
};
export const schemeVersionView = ({ value, ...version }: DatedVersion<SchemeDefinition>) => ({
  ...version,
  definition: value,
});

export type ExplainView = {
  readonly rule: string;
  readonly words: string;
  readonly value?: number | undefined;
  readonly max?: number | undefined;
  readonly at?: string | undefined;
  readonly parts: readonly ExplainView[];
};
export const SchemeExplainView: z.ZodType<ExplainView> = z
  .object({
    rule: z.string(),
    words: z.string().describe('The rule with its numbers, in the language of the caller'),
    value: z.number().optional(),
    max: z.number().optional(),
    at: z.string().optional().describe('JSON pointer into the facts'),
    parts: z.array(z.lazy(() => SchemeExplainView)),
  })
  .meta({ id: 'SchemeExplain' });

const Percent = z.number().min(0).max(100).optional();
export const TriedView = z.object({
  a: Percent.describe('Done, %'),
  b: Percent.describe('Good, %'),
  c: Percent.describe('On time, %'),
  d: Percent,
  dd: Percent,
  e: Percent,
  general: z.number().describe('Points of all rated sections'),
  task: z.number().describe('Points of all other sections'),
  total: z.number(),
  class: z.string(),
  className: z.string(),
  byPoints: z.string().describe('The class before findings'),
  sections: z.array(z.object({ key: z.string(), points: z.number(), max: z.number() })),
  version: z.number().int().describe('Version of the scheme; 0: as it ships'),
  explain: SchemeExplainView,
  next: z
    .object({
      state: z.enum(['best', 'finding', 'reachable', 'out-of-reach']),
      class: z.string().optional(),
      missing: z.number().optional().describe('Points'),
      ways: z
        .array(
          z.union([
            z.object({ how: z.literal('points'), section: z.string(), points: z.number(), max: z.number() }),
            z.object({ how: z.literal('product-done'), item: z.number(), total: z.number(), class: z.string() }),
          ]),
        )
        .optional(),
    })
    .optional()
    .describe('With `next=true`: what it would take to reach the next class'),
});

export const explainView = ({ words, parts, ...node }: ScoreNode, language: Language): ExplainView => ({
  ...node,
  words: inWords(words, language),
  parts: parts.map((one) => explainView(one, language)),
});

const LETTERS = ['a', 'b', 'c', 'd', 'dd', 'e'] as const;
export function scoreView(score: Score, definition: SchemeDefinition, language: Language) {
  const letters = LETTERS.flatMap((key) => {
    const value: Exact | undefined = score[key];
    return value === undefined ? [] : [[key, shown(value)] as const];
  });
  return {
    ...(Object.fromEntries(letters) as Partial<Record<(typeof LETTERS)[number], number>>),
    ...{ general: shown(score.general), task: shown(score.task), total: shown(score.total), class: score.class },
    className: inWords(bandWords(definition, score.class), language),
    byPoints: score.byPoints,
    sections: score.sections.map(({ key, points, max }) => ({ key, points: shown(points), max })),
    explain: explainView(score.explain, language),
  };
}
