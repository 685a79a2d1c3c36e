/** With fewer answers a result is not shown. */
export const LEAST_ANSWERS = 5;

/**
 * Which groups of a breakdown are not shown, where the total is. A group with 1 to 4 answers is hidden; and as the total
 * minus what is shown would give the hidden ones away, at least two groups with at least five answers together are
 * hidden, the smallest first, or none. A group without answers hides nobody.
 *
 * @param sizes answers of each group; groups of equal size are taken in their order
 * @param also groups that are hidden for another reason
 */
export function hiddenGroups(sizes: ReadonlyMap<string, number>, also: Iterable<string> = []): ReadonlySet<string> {
  const present = [...sizes].filter(([, n]) => n > 0).sort(([, a], [, b]) => a - b);
  const hidden = new Set([...also, ...present.filter(([, n]) => n < LEAST_ANSWERS).map(([group]) => group)]);
  const inHiding = () => present.filter(([group]) => hidden.has(group));
  const safe = () => inHiding().length >= 2 && inHiding().reduce((sum, [, n]) => sum + n, 0) >= LEAST_ANSWERS;
  for (const [group] of present) {
    if (inHiding().length === 0 || safe()) break;
    hidden.add(group);
  }
  return hidden;
}
