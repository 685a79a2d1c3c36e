import { futures } from '../../src/domain/statistics/futures';
import { mean } from '../../src/domain/statistics/mean';
import { quantile } from '../../src/domain/statistics/quantile';
import { randomNormal, seededRandom, type Random } from '../../src/domain/statistics/random';
import { NOISES, percent, table, type Noise } from './noise';

type Kind = {
  readonly name: string;
  readonly noise?: Noise;
  readonly inertia?: number;
  readonly slope?: number;
  readonly season?: number;
};
const KINDS: readonly Kind[] = [
  { name: 'a level with noise' },
  { name: 'skewed noise', noise: 'skewed' },
  { name: 'inertia 0.6', inertia: 0.6 },
  { name: 'random walk', inertia: 1 },
  { name: 'rises by 0.2 σ a quarter', slope: 0.2 },
  { name: 'a season of 2 σ', season: 2 },
];
const PASTS = [6, 12, 20] as const;
const AHEAD = 2;

function drawn(random: Random, n: number, { noise = 'normal', inertia = 0, slope = 0, season = 0 }: Kind): number[] {
  let level = 0;
  const values = Array.from({ length: n + 10 }, () => (level = inertia * level + NOISES[noise](random))).slice(10);
  return values.map((e, i) => e + slope * i + season * (i % 4 === 3 ? 1 : 0));
}

type Forecast = { readonly chance: number; readonly met: boolean; readonly inside: boolean };

/** The mean of the next quarters against a target about a spread away from where it may come to lie. */
function forecast(random: Random, n: number, kind: Kind): Forecast {
  const all = drawn(random, n + AHEAD, kind);
  const end = (values: ArrayLike<number>) => mean(values) ?? 0;
  const truth = end(all.slice(n));
  const target = (all[n - 1] ?? 0) + randomNormal(random);
  const answer = futures({ past: all.slice(0, n), steps: AHEAD, season: 4, seed: `${random()}`, draws: 400 });
  if (!answer.ok) throw new Error(answer.because);
  const ends = answer.courses.map(end);
  const [low = 0, high = 0] = [quantile(ends, 0.1), quantile(ends, 0.9)];
  const chance = ends.filter((one) => one >= target).length / ends.length;
  return { chance, met: truth >= target, inside: truth >= low && truth <= high };
}

const BINS = [0, 0.2, 0.4, 0.6, 0.8, 1.0001] as const;

function rowOf(runs: number, n: number, kind: Kind): readonly string[] {
  const random = seededRandom(`futures${kind.name}${n}`);
  const all = Array.from({ length: runs }, () => forecast(random, n, kind));
  const share = (some: readonly Forecast[], of: (one: Forecast) => boolean) => some.filter(of).length / some.length;
  const bins = BINS.slice(1).map((upper, i) => all.filter(({ chance }) => chance >= (BINS[i] ?? 0) && chance < upper));
  const met = bins.map((some) => (some.length < 20 ? '–' : percent(share(some, (one) => one.met))));
  return [`${kind.name}, ${n} past quarters`, percent(share(all, ({ inside }) => inside)), ...met];
}

/** How often the interval of four in five holds, and how often a target was met that was said to be so likely. */
export function futureTables(runs: number): readonly string[] {
  const rows = KINDS.flatMap((kind) => PASTS.map((n) => rowOf(Math.min(runs, 1000), n, kind)));
  const head = [
    'what',
    'inside the 80 % interval',
    ...['0–20', '20–40', '40–60', '60–80', '80–100'].map((b) => `met, said ${b} %`),
  ];
  return [table("Year's end, two quarters ahead", head, rows)];
}
