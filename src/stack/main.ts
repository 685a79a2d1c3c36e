import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { stopBuild } from './crate';
import { cacheFolder, dataFolder } from './folders';
import { CannotStart } from './launch-options';
import { takeLock, type Lock } from './lock';
import { messageOf, type Surroundings } from './say';
import { screen } from './screen';
import { Supervisor } from './supervisor';
import { NoWay } from './ways';

/** A first start has its servers within this time of the launch; a longer build is left to the background. */
const SERVERS_WITHIN_MS = 240_000;

/**
 * The launcher of `npm start`: servers, worker, API; then waits for Ctrl-C. `--worker` and `--api` name the files that
 * node runs. `KAIRYO_LAUNCHED_AT` (epoch milliseconds) is when the user gave the command.
 */
async function main(): Promise<void> {
  const project = process.cwd();
  const { values } = parseArgs({
    options: {
      worker: { type: 'string', default: join(project, 'dist', 'src', 'worker', 'main.js') },
      api: { type: 'string', default: join(project, 'dist', 'src', 'worker', 'apiMain.js') },
    },
  });
  const launchedAt = Number(process.env['KAIRYO_LAUNCHED_AT'] ?? Date.now());
  const at = surroundings(launchedAt);
  const data = dataFolder(at.env, project);
  const lock = lockData(data);
  const supervisor = new Supervisor({ at, data, ...values });
  const stopped = stopWhenAsked(supervisor, at, lock);
  try {
    const facts = await supervisor.start();
    stopped.ready = true;
    console.log(screen({ ...facts, seconds: Math.round((Date.now() - launchedAt) / 1000) }));
  } catch (error) {
    if (!stopped.asked) await giveUp(error, supervisor, lock, at);
  }
}

function surroundings(launchedAt: number): Surroundings {
  const { env, platform, arch } = process;
  const seconds = (): string => String(Math.round((Date.now() - launchedAt) / 1000)).padStart(4);
  return {
    ...{ env, platform, arch, cache: cacheFolder({ env, platform }) },
    say: (line) => console.log(`[${seconds()} s] ${line}`),
    deadline: launchedAt + SERVERS_WITHIN_MS,
  };
}

function lockData(data: string): Lock {
  mkdirSync(data, { recursive: true });
  const taken = takeLock(join(data, 'launcher.lock'), 'npm start');
  if ('release' in taken) return taken;
  console.error(`Kairyo runs already on ${data} (process ${taken.pid}). Stop it there first, or set KAIRYO_DATA.`);
  process.exit(1);
}

/** npm hands on the signal that the terminal has sent already: what comes within this time is the same Ctrl-C. */
const SAME_SIGNAL_MS = 1_000;

/** A build that a start no longer waits for goes on after Ctrl-C: it is for the next start. */
type Progress = { readonly asked: boolean; ready: boolean };

/** Ctrl-C stops everything in order; a second one ends it by force. */
function stopWhenAsked(supervisor: Supervisor, at: Surroundings, lock: Lock): Progress {
  const state = { asked: false, askedAt: 0, ready: false };
  const onSignal = (): void => {
    if (state.asked && Date.now() - state.askedAt < SAME_SIGNAL_MS) return;
    if (state.asked) {
      supervisor.kill();
      process.exit(130);
    }
    [state.asked, state.askedAt] = [true, Date.now()];
    at.say('stopping (Ctrl-C again ends everything by force)');
    if (!state.ready) stopBuild(at);
    void supervisor
      .stop()
      .then(() => lock.release())
      .finally(() => process.exit(0));
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, onSignal);
  return state;
}

async function giveUp(error: unknown, supervisor: Supervisor, lock: Lock, at: Surroundings): Promise<void> {
  console.error(`\nKairyo could not be started. ${messageOf(error)}`);
  if (error instanceof NoWay)
    console.error(`Ways that failed are not tried again today; to try them all, remove ${join(at.cache, 'gave-up')}`);
  if (!(error instanceof CannotStart)) console.error('docs/operations.md tells which servers can be named instead.');
  await supervisor.stop();
  lock.release();
  process.exit(1);
}

void main();
