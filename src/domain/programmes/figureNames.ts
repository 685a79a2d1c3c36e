/** The books of a programme that the engine itself reads. */
export const BOOK_FIGURES = [
  'budget-initial',
  'budget-supplementary',
  'spent',
  'committed',
  'administrative-cost',
] as const;
