import { pPrime } from '../../src/domain/statistics/prime';
import { randomNormal, type Random } from '../../src/domain/statistics/random';
import { runChart } from '../../src/domain/statistics/runChart';
import { xmr } from '../../src/domain/statistics/xmr';
import { XMR_RULES, type XmrRule } from '../../src/domain/statistics/xmrRules';
import { drawn, NOISE_NAMES, percent, rate, successes, table, type Noise } from './noise';

const LENGTHS = [12, 24, 36] as const;
const SHIFTS = [0, 0.5, 1] as const;

type Found = (values: readonly number[]) => boolean;
const byRule =
  (screen: boolean, rules: readonly XmrRule[]): Found =>
  (values) => {
    const chart = xmr(values, { screen });
    return chart.ok && chart.points.some((point) => point.rules.some((rule) => rules.includes(rule)));
  };
const anhoj: Found = (values) => {
  const chart = runChart(values);
  return chart.ok && chart.signal;
};
const CHARTS: readonly (readonly [string, Found])[] = [
  ...XMR_RULES.map((rule) => [`XmR, ${rule}`, byRule(false, [rule])] as const),
  ['XmR, all four rules', byRule(false, XMR_RULES)],
  ['XmR, all four, screened', byRule(true, XMR_RULES)],
  ['run chart, both rules', anhoj],
];

/** The second half of a series moves by `shift` standard deviations. */
function series(random: Random, noise: Noise, n: number, shift: number): number[] {
  return [...drawn(random, noise, n / 2), ...drawn(random, noise, n / 2, shift)];
}

function charts(runs: number, shift: number): string {
  const cells = NOISE_NAMES.flatMap((noise) => LENGTHS.map((n) => [noise, n] as const));
  const rows = CHARTS.map(([name, found]) => [
    name,
    ...cells.map(([noise, n]) =>
      percent(rate(runs, `${name}${noise}${n}${shift}`, (random) => found(series(random, noise, n, shift)))),
    ),
  ]);
  const title =
    shift === 0
      ? 'Charts: a signal although nothing changed'
      : `Charts: a signal when the second half moved by ${shift} σ`;
  return table(title, ['chart', ...cells.map(([noise, n]) => `${noise}, ${n}`)], rows);
}

/** Shares of so many cases a month whose true share itself wanders by `spread`. */
function shareChart(random: Random, n: number, spread: number, prime: boolean): boolean {
  const shares = Array.from({ length: 24 }, () => Math.min(0.99, Math.max(0.01, 0.8 + spread * randomNormal(random))));
  const counts = shares.map((p) => successes(random, n, p));
  const chart = pPrime(
    counts,
    counts.map(() => n),
    { prime },
  );
  return chart.ok && chart.points.some(({ outside }) => outside);
}

function shares(runs: number): string {
  const cases = [100, 1_000, 10_000, 100_000];
  const rows = [0, 0.02].flatMap((spread) =>
    [false, true].map((prime) => [
      `${prime ? 'p′' : 'p'}, true share ${spread === 0 ? 'fixed' : 'wanders by 2 points'}`,
      ...cases.map((n) => percent(rate(runs, `${spread}${prime}${n}`, (r) => shareChart(r, n, spread, prime)))),
    ]),
  );
  return table(
    'p and p′ chart of 24 months: any point outside although nothing changed',
    ['chart', ...cases.map((n) => `${n} cases a month`)],
    rows,
  );
}

export const chartTables = (runs: number): readonly string[] => [
  ...SHIFTS.map((shift) => charts(runs, shift)),
  shares(runs),
];
