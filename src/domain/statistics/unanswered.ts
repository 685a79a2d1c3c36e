/**
 * Why a method gives no answer, by name instead of NaN. `empty`: a side has no values; `too-few`: fewer than the method
 * needs; `constant`: all values are equal, so nothing varies that could be compared; `not-finite`: NaN or infinity among them.
 */
export type Unanswered = { readonly ok: false; readonly because: 'empty' | 'too-few' | 'constant' | 'not-finite' };
export type Answered<T> = ({ readonly ok: true } & T) | Unanswered;

export const unanswered = (because: Unanswered['because']): Unanswered => ({ ok: false, because });

export function allFinite(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i += 1) if (!Number.isFinite(values[i])) return false;
  return true;
}

/** What is wrong with two samples before any method looks at them. */
export function sampleProblem(least: number, ...samples: readonly ArrayLike<number>[]): Unanswered | undefined {
  if (samples.some((sample) => sample.length === 0)) return unanswered('empty');
  if (samples.some((sample) => sample.length < least)) return unanswered('too-few');
  return samples.every(allFinite) ? undefined : unanswered('not-finite');
}
