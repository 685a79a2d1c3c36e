import type { CycleLine } from '../domain/cycle/line';
import type { Outcome } from '../domain/history/history';
import type { Instant } from '../domain/shared/time';

/** A word that is searched, folded, and the units and procedures whose names have it. */
export type SoughtWord = {
  readonly text: string;
  readonly units: readonly string[];
  readonly procedures: readonly string[];
};
/** Everything that is given must hold. */
export type CycleSearch = {
  readonly units?: readonly string[];
  readonly procedure?: string;
  readonly phase?: string;
  readonly outcome?: Outcome;
  readonly lead?: string;
  /** Its plan measures one of these indicators of the library. */
  readonly indicators?: readonly string[];
  /** Launched on or after / before. */
  readonly from?: Instant;
  readonly to?: Instant;
  /** Open, and its phase due before this. */
  readonly dueBefore?: Instant;
  /** One of these people leads it, reviews it or owns a countermeasure of it. */
  readonly tiedTo?: readonly string[];
  readonly words?: readonly SoughtWord[];
};
/** Lists of cycles without the cycles themselves: a line each. */
export interface CycleRows {
  /** Newest first; `after`: `placeInList` of the last one seen. */
  search(search: CycleSearch, page: { readonly after?: string; readonly limit: number }): Promise<readonly CycleLine[]>;
  count(search: CycleSearch): Promise<number>;
}
