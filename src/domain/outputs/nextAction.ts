import type { Words } from '../shared/language';
import type { Instant } from '../shared/time';
import type { Attained } from './attainmentBand';

/** The five next actions of the evaluation sheet (domain facts §1). */
export const NEXT_ACTIONS = ['expand', 'continue', 'revise', 'shrink', 'stop'] as const;
type NextAction = (typeof NEXT_ACTIONS)[number];

/** What a review decided. `key` is the decision's own, within its review. */
export type Resolution = {
  readonly key: string;
  readonly text: string;
  readonly owner: string;
  readonly at: Instant;
  readonly measure?: string;
};

export type DecidedAction = {
  readonly action: NextAction;
  readonly text: string;
  readonly owner: string;
  readonly at: Instant;
};
export type ProposedAction = { readonly action: NextAction; readonly words: Words };

/** A decision of a review is a next action where its key begins so: `next-expand`, `next-stop-2027` … */
const DECIDES = new RegExp(`^next-(${NEXT_ACTIONS.join('|')})(-|$)`);

/** The last one decided. `undefined`: none was. */
export function decidedAction(resolutions: readonly Resolution[]): DecidedAction | undefined {
  const last = [...resolutions].reverse().find(({ key }) => DECIDES.test(key));
  const action = NEXT_ACTIONS.find((one) => one === DECIDES.exec(last?.key ?? '')?.[1]);
  if (last === undefined || action === undefined) return undefined;
  return { action, text: last.text, owner: last.owner, at: last.at };
}

/**
 * [A] What the bands alone suggest: continue where every measure attained A, else revise. Whether to expand, shrink or stop is
 * a matter of need and money, which no band knows. `undefined`: nothing was attained yet.
 */
export function proposedAction(all: readonly Attained[]): ProposedAction | undefined {
  if (all.length === 0) return undefined;
  if (all.some(({ band }) => band === 'B' || band === 'C')) return { action: 'revise', words: WORDS.below };
  if (all.some(({ overAchieved }) => overAchieved)) return { action: 'revise', words: WORDS.target };
  return { action: 'continue', words: WORDS.kept };
}

const EXTERNAL = /^\s*(外部要因|Yếu tố bên ngoài|External factors?)\s*[:：]/iu;
/** A remark about what lies outside the office's reach says so in its first words. */
export const isExternal = (text: string): boolean => EXTERNAL.test(text);

const WORDS = {
  kept: {
    vi: '[A] Mọi chỉ số đạt mức A: đề xuất tiếp tục. Mở rộng, thu hẹp hay dừng do người có thẩm quyền quyết định.',
    en: '[A] Every indicator attained A: to continue is proposed. Whether to expand, shrink or stop is for people to decide.',
    ja: '[A] すべての指標がA：継続を提案します。拡大・縮小・中止は権限者が判断します。',
  },
  target: {
    vi: '[A] Có chỉ số vượt 150 %: đề xuất xem lại, trước hết là chỉ tiêu.',
    en: '[A] An indicator is above 150 %: to revise is proposed, the target first.',
    ja: '[A] 150 %を超えた指標があります：まず目標値の見直しを提案します。',
  },
  below: {
    vi: '[A] Có chỉ số ở mức B hoặc C: đề xuất xem lại cách làm.',
    en: '[A] An indicator is at B or C: to revise the way of working is proposed.',
    ja: '[A] BまたはCの指標があります：実施方法の見直しを提案します。',
  },
} as const satisfies Record<string, Words>;
