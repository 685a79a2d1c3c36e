import { seededRandom } from '../../../src/domain/statistics/random';
import { databaseViolations } from './invariants';
import { PHASES } from './actions';
import { insist, VICTIMS, type Site } from './site';
import { strike, type Struck } from './strike';

export type ChaosOptions = {
  /** In each round every victim is killed once. */
  readonly rounds: number;
  readonly seed: number;
  readonly say: (line: string) => void;
};
export type ChaosResult = {
  readonly kills: number;
  /** Pairs of a kill and a phase whose action was under way. */
  readonly midway: number;
  readonly violations: readonly string[];
};

/** Strikes whose consequences are still being watched while the next one comes. */
const WATCHED_AT_ONCE = 6;
const LATEST_KILL_MS = 900;
const LONGEST_AWAY_MS = 1_000;

/** Kills every victim again and again, in the middle of every phase, and watches what becomes of it. */
export async function chaos(site: Site, { rounds, seed, say }: ChaosOptions): Promise<ChaosResult> {
  const random = seededRandom(String(seed));
  const struck: Struck[] = [];
  const watched: Promise<readonly string[]>[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const victim of VICTIMS) {
      const [delayMs, awayMs] = [Math.floor(random() * LATEST_KILL_MS), Math.floor(random() * LONGEST_AWAY_MS)];
      const one = await strike(site, { no: struck.length + 1, victim, delayMs, awayMs });
      struck.push(one);
      watched.push(reported(one, say));
      await watched.at(-WATCHED_AT_ONCE);
    }
  const violations = (await Promise.all(watched)).flat();
  const left = await insist(() => databaseViolations(site.stores));
  const midway = struck.reduce((sum, { midway: phases }) => sum + phases.length, 0);
  return { kills: struck.length, midway, violations: [...violations, ...left] };
}

async function reported(one: Struck, say: (line: string) => void): Promise<readonly string[]> {
  const violations = await one.violations;
  const { no, victim, delayMs, awayMs, midway } = one;
  const under = PHASES.filter((phase) => midway.includes(phase)).join(', ');
  const verdict = violations.length === 0 ? 'all there, once' : violations.join('; ');
  say(
    `${String(no).padStart(3)} ${victim.padEnd(8)} after ${delayMs} ms, away ${awayMs} ms, midway: ${under}: ${verdict}`,
  );
  return violations;
}
