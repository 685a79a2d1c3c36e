import { byKey } from '../programmes/books';
import type { BookAmount } from '../programmes/books';
import type { MadeFigures, PackContents } from './pack.schema';

type Amount = Pick<BookAmount, 'figure' | 'period' | 'amount'>;

/** The programmes of a pack that are an example: those whose books are made. */
export const examplesIn = ({ figures }: PackContents): ReadonlySet<string> =>
  new Set(figures?.figures.map(({ programme }) => programme));

/** The pack for an office that wants none of its made data. */
export function withoutExamples(contents: PackContents): PackContents {
  const made = examplesIn(contents);
  if (made.size === 0) return contents;
  const { figures: _made, ...rest } = contents;
  const kept = ([id]: readonly [string, unknown]) => !made.has(id);
  const scorecards = Object.entries(contents.scorecards).map(([id, one]) => {
    const initiatives = one.initiatives.filter(({ programme }) => programme === undefined || !made.has(programme));
    return [id, { ...one, initiatives }] as const;
  });
  return {
    ...rest,
    programmes: Object.fromEntries(Object.entries(contents.programmes).filter(kept)),
    scorecards: Object.fromEntries(scorecards),
  };
}

/** The books of each programme, its amounts always in the same order. */
export const bookItems = (made: MadeFigures | undefined) =>
  byKey(made?.figures ?? [], ({ programme }) => programme).map(([id, all]) => ({
    id,
    value: { amounts: ordered(all) },
  }));

export const ordered = (amounts: readonly Amount[]): readonly Amount[] =>
  amounts
    .map(({ figure, period, amount }) => ({ figure, period, amount }))
    .sort((a, b) => (placeIn(a) < placeIn(b) ? -1 : 1));

const placeIn = ({ figure, period }: Amount): string => `${figure}~${period}`;

/** Whether these books hold nothing but a part of the other ones: an installation that broke off in the middle. */
export function isPartOf(some: unknown, whole: unknown): boolean {
  const amounts = new Map(amountsIn(whole).map((one) => [placeIn(one), one.amount]));
  return amountsIn(some).every((one) => amounts.get(placeIn(one)) === one.amount);
}

const amountsIn = (books: unknown): readonly Amount[] =>
  (books as { readonly amounts?: readonly Amount[] } | undefined)?.amounts ?? [];
