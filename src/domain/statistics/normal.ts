/** Coefficients of W. J. Cody (1993), "Algorithm 715: SPECFUN", as in R's pnorm: relative error near 1e-16, far tails included. */
const CENTRE = {
  top: [
    0.065682337918207449113, 2.2352520354606839287, 161.02823106855587881, 1067.6894854603709582, 18154.981253343561249,
  ],
  bottom: [47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956],
} as const;
const MIDDLE = {
  top: [
    1.0765576773720192317e-8, 0.39894151208813466764, 8.8831497943883759412, 93.506656132177855979,
    597.27027639480026226, 2494.5375852903726711, 6848.1904505362823326, 11602.651437647350124, 9842.7148383839780218,
  ],
  bottom: [
    22.266688044328115691, 235.38790178262499861, 1519.377599407554805, 6485.558298266760755, 18615.571640885098091,
    34900.952721145977266, 38912.003286093271411, 19685.429676859990727,
  ],
} as const;
const FAR = {
  top: [
    0.02307344176494017303, 0.21589853405795699, 0.1274011611602473639, 0.022235277870649807, 0.001421619193227893466,
    2.9112874951168792e-5,
  ],
  bottom: [
    1.28426009614491121, 0.468238212480865118, 0.0659881378689285515, 0.00378239633202758244, 7.29751555083966205e-5,
  ],
} as const;

const ONE_OVER_SQRT_2PI = 0.398942280401432677939946;

/** (c0·x^n + c1·x^(n−1) + … + cn); with `monic`, x^(n+1) in front. */
function polynomial(coefficients: readonly number[], x: number, start = 0): number {
  return coefficients.reduce((value, c) => value * x + c, start);
}

/** exp(−x²/2) without losing digits of large x: the square is taken in two parts. */
function halfSquareExp(x: number): number {
  const rough = Math.trunc(x * 16) / 16;
  return Math.exp(-rough * rough * 0.5) * Math.exp(-(x - rough) * (x + rough) * 0.5);
}

/** P(Z > x) for x ≥ 0.67448975: no subtraction from 1, so tiny tails keep their digits. */
function tail(x: number): number {
  if (x > 38.6) return 0;
  if (x <= Math.sqrt(32)) return (halfSquareExp(x) * polynomial(MIDDLE.top, x)) / polynomial(MIDDLE.bottom, x, 1);
  const y = 1 / (x * x);
  const correction = (y * polynomial(FAR.top, y)) / polynomial(FAR.bottom, y, 1);
  return (halfSquareExp(x) * (ONE_OVER_SQRT_2PI - correction)) / x;
}

/** P(Z ≤ x) − ½ near the middle. */
function centre(x: number): number {
  const y = x * x;
  return (x * polynomial(CENTRE.top, y)) / polynomial(CENTRE.bottom, y, 1);
}

const NEAR = 0.67448975;

/** P(Z ≤ x) of the standard normal distribution: 0..1, 14 significant digits over the whole range of doubles. */
export function normalCdf(x: number): number {
  if (Math.abs(x) <= NEAR) return 0.5 + centre(x);
  return x < 0 ? tail(-x) : 1 - tail(x);
}

/** P(Z > x); keeps its digits where 1 − cdf would be 0, as for 2.488e-47. */
export function normalSurvival(x: number): number {
  return normalCdf(-x);
}

/** P(|Z| > |z|): the two-sided p of a z statistic. */
export function twoSidedP(z: number): number {
  return Math.min(1, 2 * normalSurvival(Math.abs(z)));
}
