import { differenceInDifferences } from '../../src/domain/statistics/differenceInDifferences';
import { median } from '../../src/domain/statistics/median';
import { randomNormal, type Random } from '../../src/domain/statistics/random';
import { quantileReplicate } from '../../src/domain/statistics/resample';
import type { Answered } from '../../src/domain/statistics/unanswered';
import { pileUp } from '../../src/domain/indicators/gaming/pileUp';
import { meanRule } from '../../src/domain/verdict/rules/mean';
import { comparePeriodShares } from '../../src/domain/verdict/rules/periodShares';
import { comparePermuted } from '../../src/domain/verdict/rules/permutation';
import { compareRanks } from '../../src/domain/verdict/rules/rankSum';
import type { Comparison } from '../../src/domain/verdict/rules/rule';
import { compareSegments } from '../../src/domain/verdict/rules/segmented';
import { compareShares } from '../../src/domain/verdict/rules/share';
import { mean as meanOf } from '../../src/domain/cases/aggregations/mean';
import { drawn, NOISE_NAMES, percent, rate, successes, table } from './noise';

const SIZES = [6, 12, 24] as const;
const SHIFTS = [0, 0.5, 1] as const;
const WORDS = { vi: '', en: '', ja: '' };

const real = (answer: Answered<Comparison>): boolean => answer.ok && answer.real;
type Compare = (before: number[], after: number[], random: Random) => boolean;
const both = (before: number[], after: number[]) => [Float64Array.from(before), Float64Array.from(after)] as const;

const METHODS: readonly (readonly [string, Compare, number])[] = [
  ['Mann–Whitney', (b, a) => real(compareRanks(...both(b, a), WORDS)), 6],
  ['Welch (ranks where skewed)', (b, a) => real(meanRule.compare(...both(b, a), meanOf)), 6],
  ['permutation of means', (b, a, random) => real(comparePermuted(...both(b, a), `${random()}`)), 6],
  ['interrupted time series', (b, a) => real(compareSegments(b, a)), 8],
];

/** Random division is slow: fewer runs say enough. */
const runsOf = (name: string, runs: number): number => (name.startsWith('permutation') ? Math.min(runs, 300) : runs);

function methods(runs: number, shift: number): string {
  const cells = NOISE_NAMES.flatMap((noise) => SIZES.map((n) => [noise, n] as const));
  const rows = METHODS.map(([name, compare, least]) => [
    name,
    ...cells.map(([noise, n]) => {
      if (n < least) return '–';
      const once = (random: Random) => compare(drawn(random, noise, n), drawn(random, noise, n, shift), random);
      return percent(rate(runsOf(name, runs), `${name}${noise}${n}${shift}`, once));
    }),
  ]);
  const title =
    shift === 0
      ? 'Before and after: a difference although nothing changed'
      : `Before and after: a shift of ${shift} σ is found`;
  return table(title, ['method', ...cells.map(([noise, n]) => `${noise}, ${n} a side`)], rows);
}

type Shares = { readonly n: number; readonly spread: number; readonly gain: number };
function periods(random: Random, { n, spread }: Shares, p: number) {
  return Array.from({ length: 12 }, () => {
    const share = Math.min(0.99, Math.max(0.01, p + spread * randomNormal(random)));
    return { successes: successes(random, n, share), n };
  });
}
const total = (all: readonly { successes: number; n: number }[]) =>
  all.reduce((sum, one) => ({ successes: sum.successes + one.successes, n: sum.n + one.n }), { successes: 0, n: 0 });

function shares(runs: number): string {
  const kinds: readonly (readonly [string, Shares])[] = [
    ['fixed share, 50 cases a month', { n: 50, spread: 0, gain: 0 }],
    ['fixed share, 10000 a month', { n: 10_000, spread: 0, gain: 0 }],
    ['share wanders by 2 points, 10000 a month', { n: 10_000, spread: 0.02, gain: 0 }],
    ['share wanders by 2 points, moved by 2 points', { n: 10_000, spread: 0.02, gain: 0.02 }],
    ['share wanders by 2 points, moved by 4 points', { n: 10_000, spread: 0.02, gain: 0.04 }],
  ];
  const rows = kinds.map(([name, kind]) => {
    const found = (compare: (b: ReturnType<typeof periods>, a: ReturnType<typeof periods>) => boolean) =>
      percent(rate(runs, name, (r) => compare(periods(r, kind, 0.8), periods(r, kind, 0.8 + kind.gain))));
    return [
      name,
      found((b, a) => real(compareShares(total(b), total(a)))),
      found((b, a) => real(comparePeriodShares(b, a))),
    ];
  });
  return table(
    'Shares of twelve months on each side: a difference is found',
    ['what', 'Newcombe on the sums', 'widened by what varies'],
    rows,
  );
}

function controlled(runs: number): string {
  const side = (random: Random, shift: number) => {
    const values = Float64Array.from(drawn(random, 'skewed', 40, shift));
    return { value: median(values) ?? 0, replicate: quantileReplicate(values, 0.5) };
  };
  const fewer = Math.min(runs, 300);
  const rows = SHIFTS.map((gain) => [
    `both fell by 1 σ, the pilot by ${gain} σ more`,
    percent(
      rate(fewer, `did${gain}`, (r) => {
        const pilot = { before: side(r, 0), after: side(r, -1 - gain) };
        const control = { before: side(r, 0), after: side(r, -1) };
        const { low, high } = differenceInDifferences(pilot, control, `${r()}`);
        return low > 0 || high < 0;
      }),
    ),
  ]);
  return table('Pilot and control, medians of 40 skewed cases a side', ['what', 'a difference is found'], rows);
}

function piled(runs: number): string {
  const exponential = (random: Random, mean: number): number => -mean * Math.log(1 - random());
  const rows = [100, 1_000, 10_000].map((n) => [
    `${n} cases`,
    ...[10, 20, 40].map((mean) =>
      percent(
        rate(
          Math.min(runs, 500),
          `pile${n}${mean}`,
          (r) =>
            pileUp(
              Array.from({ length: n }, () => 15 - exponential(r, mean)),
              { limit: 15, week: 7 },
            )?.piled === true,
        ),
      ),
    ),
  ]);
  return table(
    'Piled up inside 15 days although nothing was: durations without a memory',
    ['how many', 'mean 10 days', 'mean 20 days', 'mean 40 days'],
    rows,
  );
}

export const comparisonTables = (runs: number): readonly string[] => [
  ...SHIFTS.map((shift) => methods(runs, shift)),
  shares(runs),
  controlled(runs),
  piled(runs),
];
