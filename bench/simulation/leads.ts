import { leads } from '../../src/domain/statistics/leads';
import { randomNormal, type Random } from '../../src/domain/statistics/random';
import { percent, rate, table } from './noise';

const SIZES = [12, 20, 40] as const;

type Kind = { readonly name: string; readonly inertia: number; readonly slope: number; readonly season: number };
const KINDS: readonly Kind[] = [
  { name: 'independent', inertia: 0, slope: 0, season: 0 },
  { name: 'inertia 0.6', inertia: 0.6, slope: 0, season: 0 },
  { name: 'random walks', inertia: 1, slope: 0, season: 0 },
  { name: 'both rise by 0.2 σ a quarter', inertia: 0.3, slope: 0.2, season: 0 },
  { name: 'the same season of 2 σ', inertia: 0.3, slope: 0, season: 2 },
];

/** Quarters of one series; `after`: what drives it, so many periods before and so strongly. */
function drawn(random: Random, n: number, { inertia, slope, season }: Kind): number[] {
  let level = 0;
  const noise = Array.from({ length: n + 10 }, () => (level = inertia * level + randomNormal(random))).slice(10);
  return noise.map((e, i) => e + slope * i + season * (i % 4 === 3 ? 1 : 0));
}
const driven = (random: Random, driver: readonly number[], lag: number, strength: number): number[] =>
  driver.map(
    (_, i) =>
      strength * (driver[i - lag] ?? randomNormal(random)) + Math.sqrt(1 - strength ** 2) * randomNormal(random),
  );

const once = (random: Random, driver: readonly number[], outcome: readonly number[], lag?: number) =>
  leads({ driver, outcome, season: 4, seed: `${random()}`, permutations: 399, ...(lag !== undefined && { lag }) });

function falseAlarms(runs: number): string {
  const rows = KINDS.map((kind) => [
    kind.name,
    ...SIZES.flatMap((n) =>
      [undefined, 1].map((lag) => {
        if (lag === 1 && n === 12) return '–';
        return percent(
          rate(runs, `${kind.name}${n}${lag}`, (random) => {
            const { finding } = once(random, drawn(random, n, kind), drawn(random, n, kind), lag);
            return finding !== 'no-evidence';
          }),
        );
      }),
    ),
  ]);
  const head = SIZES.flatMap((n) => [`${n} quarters, lags 0 to 4`, `${n}, lag 1 stated`]);
  return table('Strategy map: a link is found although nothing leads', ['what', ...head], rows);
}

function power(runs: number): string {
  const rows = [0.5, 0.7, 0.9].map((strength) => [
    `correlation ${strength} at a lag of one quarter`,
    ...SIZES.flatMap((n) =>
      [undefined, 1].map((lag) => {
        if (n === 12) return '–';
        return percent(
          rate(runs, `power${strength}${n}${lag}`, (random) => {
            const driver = drawn(random, n, { name: '', inertia: 0, slope: 0, season: 0 });
            const found = once(random, driver, driven(random, driver, 1, strength), lag);
            return found.finding === 'leads' && found.best.lag === 1;
          }),
        );
      }),
    ),
  ]);
  const head = SIZES.flatMap((n) => [`${n} quarters, lags 0 to 4`, `${n}, lag 1 stated`]);
  return table('Strategy map: a driver that leads is found, at its lag', ['what', ...head], rows);
}

/** False alarms and power of the check of a link. A run itself draws hundreds of times: fewer runs say enough. */
export const leadTables = (runs: number): readonly string[] => [
  falseAlarms(Math.min(runs, 1000)),
  power(Math.min(runs, 1000)),
];
