/** Uniform numbers in [0, 1) from a seed: the same seed gives the same numbers on every machine. */
export type Random = () => number;

/**
 * sfc32 of Chris Doty-Humphrey's PractRand: 128 bits of state, passes its tests; enough for resampling, not for secrets.
 * The seed is any text, spread over the state by FNV-1a.
 */
export function seededRandom(seed: string): Random {
  let [a, b, c, counter] = [0, 1, 2, 3].map((i) => fnv1a(`${i}:${seed}`)) as [number, number, number, number];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i += 1) next();
  return () => (next() * 2 ** 21 + (next() >>> 11)) / 2 ** 53;
}

function fnv1a(text: string): number {
  return [...text].reduce((hash, char) => Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619), -2128831035);
}

/** A standard normal number (Box and Muller, 1958). */
export function randomNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A Gamma(shape, 1) number for shape ≥ 1 (Marsaglia and Tsang, 2000). */
export function randomGamma(random: Random, shape: number): number {
  const d = shape - 1 / 3;
  for (;;) {
    const x = randomNormal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
