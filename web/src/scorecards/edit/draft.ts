import type { Objective, Perspective, ScorecardDefinition } from '../../../../src/domain/scorecards/scorecard.schema';
import { tidied } from '../../plan/tidy';

/** A scorecard while it is written: what the engine keeps, with texts that may still be empty. */
export type Draft = ScorecardDefinition;
/** `own`: id of the scorecard, empty while there is none. */
export type PartProps = { readonly own: string; readonly draft: Draft; readonly set: (change: Partial<Draft>) => void };

/** A draft with from when it holds and why. */
export type Typed = {
  readonly id: string;
  /** Version that was seen when the typing began; 0: a new scorecard. */
  readonly version: number;
  readonly definition: Draft;
  readonly validFrom: string;
  readonly reason: string;
};

export const freshDraft = (unit: string, owner: string): Draft => ({
  ...{ name: '', unit, owner, frequency: 'quarter', perspectives: [], objectives: [], initiatives: [], links: [] },
  ...{ minimumCoverage: 0.5, public: false },
});

type Stored = ScorecardDefinition & Readonly<Record<string, unknown>>;
/** Of a stored version what an edit may say: nothing of who recorded it and when. */
export function draftOf(stored: Stored): Draft {
  const { name, mission, unit, owner, frequency, perspectives, objectives, initiatives, links } = stored;
  const { statusBands, minimumCoverage, public: open, pack } = stored;
  return {
    ...{ name, unit, frequency, perspectives, objectives, initiatives, links, minimumCoverage, public: open },
    ...(mission !== undefined && { mission }),
    ...(owner !== undefined && { owner }),
    ...(statusBands !== undefined && { statusBands }),
    ...(pack !== undefined && { pack }),
  };
}

/** What is sent: without what was left empty, and with nothing that hangs on something removed. */
export function bodyOf({ definition, validFrom, reason }: Typed): object {
  return tidied({ ...definition, validFrom, reason }) as object;
}

type Names = Readonly<Partial<Record<'vi' | 'en' | 'ja', string>>>;
/** A text in one language of a name, and the name with it. A plain text stands for every language. */
export const textOf = (name: string | Names | undefined, language: keyof Names): string =>
  typeof name === 'string' ? name : (name?.[language] ?? '');
export function withText(name: string | Names | undefined, language: keyof Names, text: string): string | Names {
  if (name === undefined || typeof name === 'string') return text;
  return { ...name, [language]: text };
}

/** The list with one of it moved a place; the same list at its ends. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.filter((_one, at) => at !== from);
  const [one] = list.slice(from, from + 1);
  if (one === undefined || to < 0 || to >= list.length) return [...list];
  return [...rest.slice(0, to), one, ...rest.slice(to)];
}

/** Without an objective, and without what hangs on it. */
export function withoutObjective(draft: Draft, key: string): Partial<Draft> {
  return {
    objectives: draft.objectives.filter((one) => one.key !== key),
    initiatives: draft.initiatives.filter(({ objective }) => objective !== key),
    links: draft.links.filter(({ from, to }) => from !== key && to !== key),
  };
}

/** Perspectives of a preset; those that have objectives already stay, after them. */
export function withPreset(draft: Draft, preset: readonly Perspective[]): Partial<Draft> {
  const used = new Set(draft.objectives.map(({ perspective }) => perspective));
  const keys = new Set(preset.map(({ key }) => key));
  const kept = draft.perspectives.filter(({ key }) => used.has(key) && !keys.has(key));
  return { perspectives: [...preset, ...kept] };
}

/** A key that none of these has: `o1`, `o2` … */
export function nextKey(letter: string, taken: readonly { readonly key: string }[]): string {
  const known = new Set(taken.map(({ key }) => key));
  let count = taken.length + 1;
  while (known.has(`${letter}${count}`)) count += 1;
  return `${letter}${count}`;
}

export const freshObjective = (draft: Draft, perspective: string): Objective => ({
  ...{ key: nextKey('o', draft.objectives), perspective, name: '', weight: 1, measures: [] },
});

/** What is there, without what is written in it: where this differs, something was added, moved or removed. */
export const structureOf = (draft: Draft | undefined): string =>
  draft === undefined
    ? ''
    : JSON.stringify([
        draft.perspectives.map(({ key }) => key),
        draft.objectives.map(({ key, perspective, measures }) => [
          key,
          perspective,
          measures.map(({ indicator }) => indicator),
        ]),
        draft.initiatives.map(({ key }) => key),
        draft.links.map(({ from, to }) => [from, to]),
      ]);
