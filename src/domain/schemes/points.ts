import { evaluateFormula } from '../formula/evaluate';
import { parseFormula } from '../formula/parse';
import { readableWords } from '../indicators/named';
import { filledWords } from '../scorecards/words';
import { Exact } from '../scoring/scored';
import type { Words } from '../shared/language';
import { refuse } from '../shared/result';
import type { Refusal } from '../shared/result';
import { node, shown, STATES } from './explain';
import type { ScoreNode } from './explain';
import type { SchemeCode } from './refusals';
import type { SchemeDefinition, Section, TryFacts } from './scheme.schema';
import { kept, workShares } from './work';
import type { WorkSection } from './work';

export type SchemeRefused = { readonly ok: false; readonly refusal: Refusal<SchemeCode> };
export type Letters = Readonly<Partial<Record<'a' | 'b' | 'c' | 'd' | 'dd' | 'e', Exact>>>;
export type SectionPoints = {
  readonly key: string;
  readonly points: Exact;
  readonly max: number;
  readonly rated: boolean;
};
export type Scored =
  | { readonly ok: true; readonly section: SectionPoints; readonly letters: Letters; readonly node: ScoreNode }
  | SchemeRefused;
type Of<T extends Section['of']['type']> = Section & { readonly of: Extract<Section['of'], { type: T }> };

/** Points of one section; those of rated sections given together are counted elsewhere. */
export function sectionPoints(section: Section, facts: TryFacts, definition: SchemeDefinition): Scored {
  switch (section.of.type) {
    case 'rated':
      return ratedPoints(section, facts);
    case 'work':
      return workPoints({ ...section, of: section.of }, facts, definition);
    case 'goals':
      return goalPoints(section, facts);
    case 'indicator':
      return indicatorPoints({ ...section, of: section.of }, facts);
  }
}

type Given = { readonly points: Exact; readonly node: ScoreNode; readonly letters?: Letters };
const given = ({ key, max, of }: Section, { points, letters = {}, node: tree }: Given): Scored => {
  return { ok: true, section: { key, points, max, rated: of.type === 'rated' }, letters, node: tree };
};

function ratedPoints(section: Section, { sections = {} }: TryFacts): Scored {
  const { key, max, name } = section;
  const points = Object.hasOwn(sections, key) ? sections[key] : undefined;
  const at = `/sections/${key}`;
  if (points === undefined) return refuse('SCHEME_POINTS_MISSING', { field: at, params: { section: key, max } });
  if (points > max) return refuse('SCHEME_POINTS_ABOVE_MAX', { field: at, params: { section: key, points, max } });
  const value = new Exact(points);
  return given(section, {
    points: value,
    node: node('rated', value, { max, at, blanks: { name: readableWords(name) } }),
  });
}

function goalPoints(section: Section, { goals = [] }: TryFacts): Scored {
  if (goals.length === 0) return refuse('SCHEME_NO_GOALS', { field: '/goals' });
  const weight = goals.reduce((sum, one) => sum.plus(one.weight), new Exact(0));
  const reached = goals.reduce((sum, one) => sum.plus(new Exact(one.weight).times(one.attainment)), new Exact(0));
  const points = reached.times(section.max).dividedBy(weight);
  const blanks = { name: readableWords(section.name) };
  return given(section, { points, node: node('goals', points, { max: section.max, at: '/goals', blanks }) });
}

function indicatorPoints(section: Of<'indicator'>, { indicators = {} }: TryFacts): Scored {
  const { key, max, name } = section;
  const { indicator } = section.of;
  const score = Object.hasOwn(indicators, key) ? indicators[key] : undefined;
  const at = `/indicators/${key}`;
  if (score === undefined)
    return refuse('SCHEME_INDICATOR_MISSING', { field: at, params: { section: key, indicator } });
  const points = new Exact(score).times(max);
  const blanks = { name: readableWords(name), score };
  return given(section, { points, node: node('indicator', points, { max, at, blanks }) });
}

function workPoints(section: Of<'work'>, facts: TryFacts, definition: SchemeDefinition): Scored {
  const { of, key, max } = section;
  const shares = workShares(facts.items, of);
  if (shares === undefined) return refuse('SCHEME_NO_WORK', { field: '/items' });
  const led = of.leaderFormula === undefined ? undefined : leaderLetters(of, facts, definition);
  if (led !== undefined && 'ok' in led) return led;
  const letters: Letters = { a: shares.a, b: shares.b, c: shares.c, ...led };
  const formula = led === undefined ? of.formula : (of.leaderFormula ?? of.formula);
  const raw = computed(formula, letters);
  if (raw === undefined) return refuse('SCHEME_FORMULA_GIVES_NOTHING', { params: { section: key } });
  const points = Exact.min(max, Exact.max(0, raw));
  const parts = lettersExplained(letters, { of, facts, definition, weight: shares.weight });
  const tree = node('work', points, {
    max,
    at: '/items',
    parts,
    blanks: { name: readableWords(section.name), formula: legible(formula), filled: filledIn(formula, letters) },
  });
  return given(section, { points, letters, node: tree });
}

/** A formula as people write it. */
const legible = (formula: string): string =>
  formula
    .replace(/\s*\*\s*/g, ' × ')
    .replace(/\s*\/\s*/g, ' ÷ ')
    .replace(/\bdd\b/g, 'đ');

/** The same with the numbers in place of the letters. */
function filledIn(formula: string, letters: Letters): Words {
  const known: Readonly<Record<string, Exact | undefined>> = letters;
  const filled = formula.replace(/[a-z]+/g, (name) => (known[name] === undefined ? name : `{${name}}`));
  const numbers = Object.entries(letters).map(([name, value]) => [name, shown(value)] as const);
  return filledWords({ vi: legible(filled), en: legible(filled), ja: legible(filled) }, Object.fromEntries(numbers));
}

/** `undefined`: no leader. */
function leaderLetters(
  of: WorkSection,
  { leader }: TryFacts,
  definition: SchemeDefinition,
): Letters | SchemeRefused | undefined {
  if (leader === undefined) return undefined;
  const known = definition.bands.map(({ key }) => key);
  const strange = leader.subordinates.findIndex((key) => !known.includes(key));
  if (strange >= 0) {
    const params = { key: leader.subordinates[strange] ?? '', known };
    return refuse('SCHEME_UNKNOWN_BAND', { field: `/leader/subordinates/${strange}`, params });
  }
  const { allCompleted, anyNotCompleted } = of.subordinates;
  const d = failedOf(leader.subordinates, definition) === 0 ? allCompleted : anyNotCompleted;
  return { d: new Exact(d), dd: new Exact(leader.organising), e: new Exact(leader.cohesion) };
}

function failedOf(classes: readonly string[], { bands, passing }: SchemeDefinition): number {
  const keys = bands.map(({ key }) => key);
  return classes.filter((key) => keys.indexOf(key) > keys.indexOf(passing)).length;
}

function computed(text: string, letters: Letters): Exact | undefined {
  const parsed = parseFormula(text, 'number');
  if (!parsed.ok) return undefined;
  const step = evaluateFormula(parsed.formula, (name) => {
    const value = letters[name as keyof Letters];
    return value === undefined ? { state: 'missing', inputs: [name] } : { state: 'value', value };
  });
  return step.state === 'value' && typeof step.value !== 'boolean' ? step.value : undefined;
}

type Explaining = {
  readonly of: WorkSection;
  readonly facts: TryFacts;
  readonly definition: SchemeDefinition;
  readonly weight: Exact;
};

const LED: readonly string[] = ['d', 'dd', 'e'];

function lettersExplained(letters: Letters, { of, facts, definition, weight }: Explaining): readonly ScoreNode[] {
  const percent = (share: number) => new Exact(share).times(100).toNumber();
  const people = facts.leader?.subordinates ?? [];
  const counted = (share = new Exact(0)) => ({
    ...{ part: shown(share.times(weight).dividedBy(100)), weight: shown(weight) },
  });
  const blanks = {
    a: counted(letters.a),
    b: { ...counted(letters.b), penalty: percent(of.qualityPenalty) },
    c: { ...counted(letters.c), penalty: percent(of.delayPenalty) },
    d: { people: people.length, failed: failedOf(people, definition) },
    dd: {},
    e: {},
  } as const;
  const nodes = (['a', 'b', 'c', 'd', 'dd', 'e'] as const).flatMap((letter) =>
    letters[letter] === undefined
      ? []
      : [
          node(letter, letters[letter], {
            blanks: blanks[letter],
            ...(LED.includes(letter) && { at: `/leader/${letter}` }),
          }),
        ],
  );
  return [...nodes, ...facts.items.map((item, i) => itemExplained(item, i, of))];
}

const QUOTED = (name: string): Words => ({ vi: `«${name}»`, en: `“${name}”`, ja: `「${name}」` });

function itemExplained(item: TryFacts['items'][number], i: number, of: WorkSection): ScoreNode {
  const { weight, done, qualityFailures, delays } = item;
  const forgiven = item.objectiveCause && of.objectiveCauseForgives;
  const worth = (share: Exact) => (done ? shown(share.times(weight)) : 0);
  const blanks = {
    ...{ number: item.name === undefined ? i + 1 : QUOTED(item.name), weight, failures: qualityFailures, delays },
    state: done ? STATES.done : STATES.undone,
    cause: forgiven ? STATES.forgiven : STATES.none,
    a: worth(new Exact(1)),
    b: worth(kept(qualityFailures, of.qualityPenalty, forgiven)),
    c: worth(kept(delays, of.delayPenalty, forgiven)),
  };
  return node('item', undefined, { at: `/items/${i}`, blanks });
}
