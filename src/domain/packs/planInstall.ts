import { canonicalJson } from '../shared/canonicalJson';
import type { Words } from '../shared/language';
import { isPartOf } from './examples';
import { contentOf, isOfOneUnit, keyOf, placedLike } from './items';
import type { PackItem, Value } from './items';
import { threeWay } from './threeWay';
import type { Choice, InstallAction } from './threeWay';
import { INSTALL_WORDS } from './words';

/** What the office has, and what the pack brought when it was installed, by `kind/id`. */
export type Office = {
  readonly unit: string;
  readonly present: ReadonlyMap<string, Value>;
  /** Surveys and practices of the library, by `kind/id`: they are there without being installed. */
  readonly library: ReadonlySet<string>;
  readonly installed: ReadonlyMap<string, Value>;
  readonly choices: Readonly<Record<string, Choice>>;
  /** What an item waits for, by `kind/id`, in words. */
  readonly waiting: ReadonlyMap<string, Words>;
};

export type PlannedItem = {
  readonly kind: PackItem['kind'];
  readonly id: string;
  readonly action: InstallAction;
  readonly words: Words;
  /** The pack's, as it was installed. */
  readonly base?: Value;
  /** The office's own. */
  readonly before?: Value;
  /** The pack's, as it would be put there. Missing: the pack does not have it any more. */
  readonly after?: Value;
  /** It waits for something of the office's and works without it until then. */
  readonly note?: Words;
};

/** What installing this would do. Pure: the same pack on the same office gives the same plan. */
export function planInstall(items: readonly PackItem[], office: Office): readonly PlannedItem[] {
  const brought = new Set(items.map(keyOf));
  const gone = [...office.installed.keys()].filter((key) => !brought.has(key) && office.present.has(key));
  return [...items.map((item) => planned(item, office)), ...gone.map((key) => noLongerBrought(key, office))];
}

function planned(item: PackItem, office: Office): PlannedItem {
  const { kind, id, value } = item;
  const key = keyOf(item);
  if (office.library.has(key)) return { kind, id, action: 'same', words: INSTALL_WORDS.inLibrary, after: value };
  const [base, before] = [office.installed.get(key), office.present.get(key)];
  const note = office.waiting.get(key);
  const after = before === undefined ? value : placedLike(kind, value, before);
  const shared = {
    ...{ kind, id, after },
    ...(base !== undefined && { base }),
    ...(before !== undefined && { before }),
    ...(note !== undefined && { note }),
  };
  const choice = office.choices[key];
  if (before !== undefined && isElsewhere(item, before, office))
    return choice === 'ours'
      ? { ...shared, action: 'keep', words: INSTALL_WORDS.leftElsewhere }
      : { ...shared, action: 'conflict', words: INSTALL_WORDS.elsewhere };
  const action = threeWay({
    base: text(kind, base),
    ours: kind === 'books' && isBegun(before, value) ? text(kind, base) : text(kind, before),
    theirs: text(kind, value) ?? '',
    choice,
  });
  return { ...shared, action, words: wordsFor(action, shared, choice) };
}

/** Books are written amount by amount: where the first ones stand, the others follow. */
const isBegun = (before: Value | undefined, theirs: Value): boolean =>
  isPartOf(before, theirs) && !isPartOf(theirs, before);

const text = (kind: PackItem['kind'], value: Value | undefined): string | undefined =>
  value === undefined ? undefined : canonicalJson(contentOf(kind, value));

const isElsewhere = ({ kind }: PackItem, before: Value, { unit }: Office): boolean =>
  isOfOneUnit(kind) && before['unit'] !== unit;

type Sides = { readonly base?: Value; readonly before?: Value };

function wordsFor(action: InstallAction, { base, before }: Sides, choice: Choice | undefined): Words {
  if (action === 'keep') return before === undefined ? INSTALL_WORDS.staysRemoved : INSTALL_WORDS.keep;
  if (action === 'upgrade') return choice === 'theirs' ? INSTALL_WORDS.taken : INSTALL_WORDS.upgrade;
  if (action !== 'conflict') return INSTALL_WORDS[action];
  if (before === undefined) return INSTALL_WORDS.removedAndChanged;
  return base === undefined ? INSTALL_WORDS.thereBefore : INSTALL_WORDS.conflict;
}

function noLongerBrought(key: string, { installed, present }: Office): PlannedItem {
  const [kind, id] = [key.slice(0, key.indexOf('/')) as PackItem['kind'], key.slice(key.indexOf('/') + 1)];
  const [base, before] = [installed.get(key), present.get(key)];
  return {
    ...{ kind, id, action: 'keep', words: INSTALL_WORDS.noLongerBrought },
    ...(base !== undefined && { base }),
    ...(before !== undefined && { before }),
  };
}

/** What the pack brought, to be kept for the next upgrade. What the office has instead is its own and not kept here. */
export const broughtBy = (items: readonly PackItem[]): ReadonlyMap<string, Value> =>
  new Map(items.map((item) => [keyOf(item), item.value]));
