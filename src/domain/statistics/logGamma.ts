/** Stirling's correction: ln Γ(x) − ((x − ½)·ln x − x + ½·ln 2π) for x ≥ 10, absolute error under 1e-16. */
export function stirlingCorrection(x: number): number {
  const y = 1 / (x * x);
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360360))))) / x;
}

const HALF_LOG_2PI = 0.918938533204672741780329736406;

/** ln Γ(x) for x > 0: Stirling's series, after lifting a small x to 10 by Γ(x + 1) = x·Γ(x). */
export function logGamma(x: number): number {
  let [lifted, product] = [x, 1];
  while (lifted < 10) {
    product *= lifted;
    lifted += 1;
  }
  return (lifted - 0.5) * Math.log(lifted) - lifted + HALF_LOG_2PI + stirlingCorrection(lifted) - Math.log(product);
}

/** ln of the beta function B(a, b); a large argument does not cost digits. a, b > 0. */
export function logBeta(a: number, b: number): number {
  const [small, large] = a < b ? [a, b] : [b, a];
  if (large < 10) return logGamma(small) + logGamma(large) - logGamma(small + large);
  const correction = stirlingCorrection(large) - stirlingCorrection(small + large);
  const rest =
    correction + small - small * Math.log(small + large) + (large - 0.5) * Math.log1p(-small / (small + large));
  return logGamma(small) + rest;
}
