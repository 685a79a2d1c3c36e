import { z } from 'zod';
import type { Installation } from '../../activities/packs.ports';
import { differencesOf } from '../../domain/packs/differences';
import { bookItems, examplesIn } from '../../domain/packs/examples';
import { contentOf } from '../../domain/packs/items';
import { PACK_KINDS, PackContents, PackManifest, Version } from '../../domain/packs/pack.schema';
import type { PackDocument, PackKind } from '../../domain/packs/pack.schema';
import type { PlannedItem } from '../../domain/packs/planInstall';
import { INSTALL_ACTIONS } from '../../domain/packs/threeWay';
import { EXAMPLE_WORDS } from '../../domain/packs/words';
import { Described, Named } from '../../domain/indicators/indicator.schema';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';

export const ORIGINS = ['shipped', 'own'] as const;
const InstalledView = z.object({
  unit: Id,
  prefix: z.string(),
  version: Version,
  owner: Id,
  state: z
    .enum(['installing', 'installed'])
    .describe('installing: begun and not finished; installing again finishes it'),
  at: IsoInstant,
  by: z.string(),
});
const Count = z.number().int().min(0);

/** What a pack is, without what is in it. */
export const PackView = z.object({
  ...PackManifest.shape,
  origin: z.enum(ORIGINS).describe('shipped: with the product; own: of the office, or shared by another one'),
  keptBy: Id.optional().describe('Unit that keeps an own pack'),
  counts: z.record(z.enum(PACK_KINDS), Count).describe('How many of each kind are in it'),
  installed: z.array(InstalledView).describe('Where it was installed, and with which version'),
});
export const WholePackView = PackView.extend({
  contents: PackContents,
  procedures: z.array(Id).describe("Procedures it names: an installation may give the office's own for them"),
});

export type Known = { readonly document: PackDocument; readonly keptBy?: string };

export function packView({ document, keptBy }: Known, installations: readonly Installation[]) {
  const { contents, ...manifest } = document;
  return {
    ...manifest,
    origin: keptBy === undefined ? ORIGINS[0] : ORIGINS[1],
    ...(keptBy !== undefined && { keptBy }),
    counts: countsOf(contents),
    installed: installations
      .filter(({ pack }) => pack === document.id)
      .map(({ brought: _b, procedures: _p, pack: _k, unit, prefix, version, owner, state, at, by }) => ({
        ...{ unit, prefix, version, owner, state, at, by },
      })),
  };
}

const countsOf = (contents: PackContents): Record<PackKind, number> => ({
  indicator: Object.keys(contents.indicators).length,
  programme: Object.keys(contents.programmes).length,
  books: bookItems(contents.figures).length,
  scorecard: Object.keys(contents.scorecards).length,
  review: Object.keys(contents.reviews).length,
  scheme: Object.keys(contents.schemes).length,
  planTemplate: contents.planTemplates.length,
  survey: contents.surveys.length,
  practice: contents.practices.length,
});

const Text = z.string().optional();
export const ItemView = z.object({
  kind: z.enum(PACK_KINDS),
  id: Id,
  name: Named.optional(),
  action: z
    .enum(INSTALL_ACTIONS)
    .describe('add: it is not there; same; keep: the office’s own stays; upgrade; conflict: a person chooses'),
  words: z.string().describe('What happens and why, in the language of the caller'),
  note: Text.describe('What it waits for'),
  differences: z
    .array(
      z.object({
        field: z.string(),
        base: Text.describe("The pack's, as it was installed"),
        ours: Text.describe("The office's own"),
        theirs: Text.describe("The pack's now"),
      }),
    )
    .describe('Fields in which the three differ, as JSON'),
});
export const InstallView = z.object({
  pack: Id,
  version: Version,
  from: Version.optional().describe('Version that was installed before'),
  unit: Id,
  owner: Id,
  prefix: z.string(),
  procedures: z.record(z.string(), z.string()),
  dryRun: z.boolean().describe('true: nothing was stored'),
  examples: z
    .object({
      included: z.boolean().describe('They are among `items`'),
      words: z.string().describe('That they are made, and what becomes of them'),
      madeData: Described.describe('What the pack says of them'),
      programmes: z.array(z.object({ id: Id, name: Named })),
    })
    .optional()
    .describe('Example data of the pack; without it, there is none'),
  items: z.array(ItemView),
});

export function itemView(item: PlannedItem, language: Language) {
  const { kind, id, action, words, note, base, before, after } = item;
  const name = (after ?? before ?? {})['name'] ?? (after ?? {})['title'];
  const named = Named.safeParse(name);
  const content = (value: PlannedItem['base']) => (value === undefined ? undefined : contentOf(kind, value));
  const compared = before !== undefined && action !== 'same';
  return {
    ...{ kind, id, action, words: inWords(words, language) },
    ...(named.success && { name: named.data }),
    ...(note !== undefined && { note: inWords(note, language) }),
    differences: compared ? differencesOf({ base: content(base), ours: content(before), theirs: content(after) }) : [],
  };
}

/** The example data of a pack; `undefined`: it has none. */
export function examplesView(contents: PackContents, included: boolean, language: Language) {
  if (contents.figures === undefined) return undefined;
  const programmes = [...examplesIn(contents)].map((id) => ({ id, name: contents.programmes[id]?.name ?? id }));
  const words = inWords(EXAMPLE_WORDS[included ? 'included' : 'left'], language);
  return { included, words, madeData: contents.figures.madeData, programmes };
}

export const installExample = { unit: 'so-tu-phap', owner: 'lan' };
export const packExample = {
  id: 'my-pack',
  version: '1.0.0',
  name: { vi: 'Gói của chúng tôi', en: 'Our pack', ja: '自組織のパック' },
  description: 'Chỉ số mà phòng chúng tôi dùng.',
  source: ['Phòng Đăng ký kinh doanh'],
  assumptions: ['[A] Chỉ tiêu là của chúng tôi.'],
  contents: { indicators: { waiting: { name: 'Số ngày chờ', unit: 'days', direction: 'lower' } } },
};
