/** The word that takes the fewest changes of letters (Levenshtein) from `word`; the first among equals. */
export function nearest(word: string, words: readonly string[]): string {
  const distances = words.map((other) => ({ other, distance: distance(word.slice(0, 40), other) }));
  return distances.reduce((best, next) => (next.distance < best.distance ? next : best)).other;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const letter of a) {
    const next = [(row[0] ?? 0) + 1];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The one that is a slip of the pen away (a third of its letters, capitals aside); `undefined`: none is. */
export function misspelt(word: string, words: readonly string[]): string | undefined {
  const letters = word.slice(0, 40).toLowerCase();
  const found = words.length === 0 ? undefined : nearest(letters, words);
  return found !== undefined && distance(letters, found.toLowerCase()) <= Math.ceil(letters.length / 3)
    ? found
    : undefined;
}
