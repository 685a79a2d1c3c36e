import type { RowError } from './case';

export const MAX_KEPT_ERRORS = 1_000;

/** Counts every row error and keeps the first thousand as they come. */
export class ErrorTally {
  private readonly found: RowError[] = [];
  private total = 0;

  add(error: RowError): void {
    this.total += 1;
    if (this.found.length < MAX_KEPT_ERRORS) this.found.push(error);
  }

  get count(): number {
    return this.total;
  }

  /** The kept ones in the order of the file. */
  get kept(): readonly RowError[] {
    return [...this.found].sort((a, b) => a.row - b.row);
  }
}
