/** What a file may cost to read, against decompression bombs and endless tokens. */
export type ReadLimits = {
  /** Bytes after unpacking. */
  readonly maxBytes: number;
  /** Unpacked ÷ packed; real event logs reach 40, deflate itself 1,032. Checked once `ratioFromBytes` are unpacked. */
  readonly maxRatio: number;
  readonly ratioFromBytes: number;
  /** Characters of a single tag, text, comment (XES) or row (CSV). */
  readonly maxTokenCharacters: number;
  readonly maxDepth: number;
};

export const DEFAULT_LIMITS: ReadLimits = {
  maxBytes: 32 * 1024 ** 3,
  maxRatio: 250,
  ratioFromBytes: 64 * 1024 ** 2,
  maxTokenCharacters: 1024 ** 2,
  maxDepth: 1_000,
};
