import { seededRandom } from '../../statistics/random';

/** So many of the people, drawn by chance; the same seed and people give the same sample. In the order of their ids. */
export function drawn(people: readonly string[], { seed, size }: { seed: string; size: number }): readonly string[] {
  const random = seededRandom(seed);
  const left = [...people].sort();
  const count = Math.min(size, left.length);
  for (let i = 0; i < count; i += 1) {
    const j = i + Math.floor(random() * (left.length - i));
    [left[i], left[j]] = [left[j] ?? '', left[i] ?? ''];
  }
  return left.slice(0, count).sort();
}
