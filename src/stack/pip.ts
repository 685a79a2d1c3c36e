import { reachNow } from './reachable';
import { onPath, run } from './run';
import { sleep, type Surroundings } from './say';

type Command = readonly [program: string, ...args: string[]];

/** Ways to call an installer of Python packages, best first. */
const INSTALLERS: readonly Command[] = [
  ['python3', '-m', 'pip'],
  ['pip3'],
  ['pip'],
  ['python', '-m', 'pip'],
  ['py', '-m', 'pip'],
  ['uv', 'pip'],
];
const CHECK_TIMEOUT_MS = 20_000;
const INSTALL_TIMEOUT_MS = 180_000;
const TELL_EVERY_MS = 5_000;

/** The first installer that answers, as a command with its arguments. */
export async function findPip(at: Surroundings): Promise<Command | undefined> {
  for (const command of INSTALLERS) {
    const [program, ...args] = command;
    const file = onPath(program, at);
    if (file === undefined) continue;
    const { code } = await run(file, [...args, program === 'uv' ? '--help' : '--version'], {
      env: at.env,
      timeout: CHECK_TIMEOUT_MS,
    });
    if (code === 0) return [file, ...args];
  }
  return undefined;
}

/**
 * Installs a pinned requirement into a folder of its own. Throws with the installer's last words when that fails.
 * `options` are the installer's, such as `--no-deps`.
 */
export async function pipInstall(
  requirement: string,
  folder: string,
  at: Surroundings,
  options: readonly string[] = [],
): Promise<void> {
  const pip = await findPip(at);
  if (pip === undefined) throw new Error('neither pip nor uv is installed');
  const reached = await reachIndex(pip, at);
  if (reached !== undefined) throw new Error(reached);
  const [program, ...args] = pip;
  const started = Date.now();
  const installing = run(program, [...args, 'install', ...options, '--target', folder, requirement], {
    env: { ...at.env, PIP_DISABLE_PIP_VERSION_CHECK: '1', PIP_NO_INPUT: '1' },
    timeout: INSTALL_TIMEOUT_MS,
  });
  const { code, lines } = await tellingWhile(installing, () =>
    at.say(`installing ${requirement}: ${Math.round((Date.now() - started) / 1000)} s`),
  );
  if (code !== 0) throw new Error(`pip could not install ${requirement}: ${lines.slice(-3).join(' ')}`);
}

/** Calls `tell` every few seconds until the work is done. */
export async function tellingWhile<T>(work: Promise<T>, tell: () => void): Promise<T> {
  let done = false;
  const ended = work.finally(() => {
    done = true;
  });
  const told = (async () => {
    for (let waited = 0; !done; waited += 100) {
      await sleep(100);
      if (!done && waited > 0 && waited % TELL_EVERY_MS === 0) tell();
    }
  })();
  const [result] = await Promise.all([ended, told]);
  return result;
}

/** Asks the index first, so that an unreachable one is given up at once; behind a proxy only the installer can tell. */
async function reachIndex(pip: Command, at: Surroundings): Promise<string | undefined> {
  if (hasProxy(at.env)) return undefined;
  const reached = await reachNow(await indexOf(pip, at));
  return reached.reachable ? undefined : reached.why;
}

/** The index the installer is set to: by environment, by its own settings, else the public one. */
async function indexOf([program, ...args]: Command, { env }: Surroundings): Promise<string> {
  const named = env['PIP_INDEX_URL'] ?? env['UV_INDEX_URL'];
  if (named) return named;
  const { lines } = await run(program, [...args, 'config', 'list'], { env, timeout: CHECK_TIMEOUT_MS });
  const set = lines.map((line) => /^global\.index-url='(.+)'$/.exec(line)?.[1]).find((url) => url !== undefined);
  return set ?? 'https://pypi.org/simple/';
}

export const hasProxy = (env: Surroundings['env']): boolean =>
  ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'].some((name) => env[name]);
