import type { Named } from '../indicators/indicator.schema';
import { folded } from '../shared/folded';
import type { Practice } from './pack.schema';

export type PracticeSearch = {
  readonly q?: string | undefined;
  readonly tag?: string | undefined;
  readonly strength?: Practice['strength'] | undefined;
};

/** Whether a practice is what somebody looks for: every word, in any language, without regard to case and diacritics. */
export function isSought(practice: Practice, { q, tag, strength }: PracticeSearch): boolean {
  if (tag !== undefined && !practice.tags.some((one) => folded(one) === folded(tag))) return false;
  if (strength !== undefined && practice.strength !== strength) return false;
  if (q === undefined) return true;
  const { title, where, context, change, result, checkBefore, tags, id } = practice;
  const text = folded(
    [title, where, context, change, result, ...checkBefore].flatMap(spelt).concat(tags, id).join('\n'),
  );
  return folded(q)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const spelt = (text: Named): readonly string[] =>
  typeof text === 'string' ? [text] : Object.values(text).filter((one): one is string => one !== undefined);
