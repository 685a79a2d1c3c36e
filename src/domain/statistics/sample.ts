/** A growing list of doubles: 8 bytes a value, so that a million of them stay small. */
export class Sample {
  private store = new Float64Array(16);
  private count = 0;

  add(value: number): void {
    if (this.count === this.store.length) {
      const larger = new Float64Array(this.store.length * 2);
      larger.set(this.store);
      this.store = larger;
    }
    this.store[this.count] = value;
    this.count += 1;
  }

  get length(): number {
    return this.count;
  }

  /** The values in the order they came: a view, to be read and not changed. */
  values(): Float64Array {
    return this.store.subarray(0, this.count);
  }
}
