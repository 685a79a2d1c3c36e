import { messageOf, type Say } from './say';

/** One way to come to a server. It answers what it found, or why it did not. */
export type Way<T> = {
  readonly key: string;
  readonly attempt: () => Promise<Found<T>>;
};
export type Found<T> = { readonly taken: T } | { readonly no: string };
export type Choice<T> = { readonly key: string; readonly taken: T; readonly passed: readonly Passed[] };
export type Passed = { readonly key: string; readonly why: string };

/** No way led to a server. `passed` tells what was tried and why it did not do. */
export class NoWay extends Error {
  constructor(what: string, passed: readonly Passed[]) {
    super(`${what}: no way led to one.\n${passed.map(({ key, why }) => `  - ${key}: ${why}`).join('\n')}`);
    this.name = 'NoWay';
  }
}

/** Tries the ways in their order and takes the first that works; says each that did not, and why. */
export async function firstWay<T>(what: string, ways: readonly Way<T>[], say: Say): Promise<Choice<T>> {
  const passed: Passed[] = [];
  for (const { key, attempt } of ways) {
    const found = await attempt().catch((error: unknown): Found<T> => ({ no: messageOf(error) }));
    if ('taken' in found) return { key, taken: found.taken, passed };
    passed.push({ key, why: found.no });
    say(`${what}: ${key}: ${found.no}`);
  }
  throw new NoWay(what, passed);
}

/** The ways an environment variable leaves: all, or those it names (comma separated), in its order. */
export function waysAllowed<T>(ways: readonly Way<T>[], named: string | undefined): readonly Way<T>[] {
  if (named === undefined || named === '') return ways;
  return named.split(',').flatMap((key) => ways.filter((way) => way.key === key.trim()));
}
