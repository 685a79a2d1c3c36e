import type { CaseFact } from '../cases/case';
import type { CaseFilter } from '../cycle/cycle.schema';

/** Does the case belong to the group? An empty or missing filter means every case. */
export function matches(fact: CaseFact, filter: CaseFilter = {}): boolean {
  return (['unit', 'channel', 'group'] as const).every((name) => filter[name]?.includes(fact[name] ?? '') ?? true);
}
