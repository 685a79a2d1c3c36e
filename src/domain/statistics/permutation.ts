import { seededRandom } from './random';
import { sampleProblem, unanswered, type Answered } from './unanswered';

/**
 * Two-sided permutation test of any statistic of two samples: how often does a random division of all values differ as much
 * as the real one? p = (k + 1) / (N + 1), never 0 (Phipson and Smyth, 2010). The same seed gives the same p.
 */
export function permutationTest(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  difference: (before: Float64Array, after: Float64Array) => number,
  { seed, permutations = 9999 }: { readonly seed: string; readonly permutations?: number },
): Answered<{ readonly difference: number; readonly p: number }> {
  const problem = sampleProblem(1, before, after);
  if (problem !== undefined) return problem;
  const pool = Float64Array.from([...Array.from(before), ...Array.from(after)]);
  if (pool.every((value) => value === pool[0])) return unanswered('constant');
  const split = (): number => difference(pool.subarray(0, before.length), pool.subarray(before.length));
  const random = seededRandom(seed);
  const real = split();
  let asFar = 0;
  for (let i = 0; i < permutations; i += 1) {
    shuffle(pool, random);
    if (Math.abs(split()) >= Math.abs(real) * (1 - 1e-12)) asFar += 1;
  }
  return { ok: true, difference: real, p: (asFar + 1) / (permutations + 1) };
}

/** Fisher and Yates, in place: the pool is the test's own copy. */
function shuffle(values: Float64Array, random: () => number): void {
  for (let i = values.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const [a = 0, b = 0] = [values[i], values[j]];
    values[i] = b;
    values[j] = a;
  }
}
