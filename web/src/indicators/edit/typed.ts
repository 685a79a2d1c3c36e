import { definitionOf } from './draft';
import type { Draft } from './draft';

/** A definition as it is typed, with from when it holds and why. */
export type Typed = {
  readonly id: string;
  /** Edits there were when the typing began; 0: a new indicator. */
  readonly version: number;
  readonly definition: Draft;
  readonly validFrom: string;
  readonly reason: string;
};

/** What is sent of it. */
export function bodyOf({ definition, validFrom, reason }: Typed) {
  return {
    ...definitionOf(definition),
    ...(validFrom !== '' && { validFrom }),
    ...(reason.trim() !== '' && { reason: reason.trim() }),
  };
}
