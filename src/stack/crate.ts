import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock';
import { SECANTUS_CRATE } from './pins';
import { hasProxy } from './pip';
import { isSameProcess, startMark } from './process-table';
import { reachNow } from './reachable';
import { onPath, run } from './run';
import { sleep, type Surroundings } from './say';

const TELL_EVERY_MS = 5_000;
const CRATES_INDEX = 'https://index.crates.io/config.json';

/** Where the built server is, once it is built. */
export function cratePlaces({ cache, platform }: Surroundings) {
  const root = join(cache, SECANTUS_CRATE.name, SECANTUS_CRATE.version);
  const program = join(root, 'bin', platform === 'win32' ? 'secantusd-rs.exe' : 'secantusd-rs');
  return { root, program, target: join(root, 'target'), log: join(root, 'build.log'), build: join(root, 'build.json') };
}

/** The program of an earlier build that was finished: cargo writes its list of installed crates last. */
export function builtEarlier(at: Surroundings): string | undefined {
  const { root, program, target, build } = cratePlaces(at);
  if (!existsSync(join(root, '.crates2.json')) || !existsSync(program)) return undefined;
  if (runningBuild(build) !== undefined) return undefined;
  rmSync(target, { recursive: true, force: true });
  return program;
}

/** What is missing for a build on this machine, or undefined. */
export function missingForBuild(at: Surroundings): string | undefined {
  const has = (...names: string[]): boolean => names.some((name) => onPath(name, at) !== undefined);
  const missing = [
    ...(has('cargo') ? [] : ['cargo']),
    ...(has('cmake') ? [] : ['cmake']),
    ...(has('cc', 'gcc', 'clang', 'cl') ? [] : ['a C compiler']),
  ];
  return missing.length === 0 ? undefined : `a build needs ${missing.join(', ')}`;
}

export type Build = { readonly program: string } | { readonly no: string } | { readonly stillRunning: string };

/**
 * Builds the server, or joins a build that runs already, telling how far it is. When `at.deadline` comes first, the
 * build goes on by itself for a later start.
 */
export async function buildCrate(at: Surroundings): Promise<Build> {
  const places = cratePlaces(at);
  const refused = await withLock(`${places.build}.lock`, 'MongoDB', at.say, () => startOrJoin(at));
  if (refused !== undefined) return { no: refused };
  const started = Date.now();
  for (let waited = 0; runningBuild(places.build) !== undefined; waited += 250) {
    if (at.deadline !== undefined && Date.now() > at.deadline)
      return { stillRunning: 'its build takes longer than a first start may; it goes on by itself for a later one' };
    if (waited % TELL_EVERY_MS === 0) at.say(`MongoDB: ${progress(places.log, Date.now() - started)}`);
    await sleep(250);
  }
  const program = builtEarlier(at);
  if (program === undefined) return { no: `the build failed: ${lastWords(places.log)}` };
  const { code } = await run(program, ['--version'], { timeout: 10_000 });
  return code === 0 ? { program } : { no: 'the build gave a program that does not run' };
}

/** Answers why no build could be started; undefined when one runs, or has just been finished. */
async function startOrJoin(at: Surroundings): Promise<string | undefined> {
  if (runningBuild(cratePlaces(at).build) !== undefined || builtEarlier(at) !== undefined) return undefined;
  const reached = hasProxy(at.env) ? { reachable: true as const } : await reachNow(CRATES_INDEX);
  if (!reached.reachable) return reached.why;
  startBuild(at);
  return undefined;
}

/** Ends a build that runs, with everything it started. */
export function stopBuild(at: Surroundings): void {
  const pid = runningBuild(cratePlaces(at).build);
  if (pid === undefined) return;
  try {
    process.kill(at.platform === 'win32' ? pid : -pid, 'SIGTERM');
  } catch {
    // It ended by itself in the same moment.
  }
}

/** Cargo in a process group of its own: it outlives this process when it must. */
function startBuild(at: Surroundings): void {
  const { root, target, log, build } = cratePlaces(at);
  mkdirSync(root, { recursive: true });
  const output = openSync(log, 'w');
  const { name, version } = SECANTUS_CRATE;
  const cargo = onPath('cargo', at) ?? 'cargo';
  const child = spawn(
    cargo,
    ['install', name, '--version', `=${version}`, '--locked', '--ignore-rust-version', '--root', root],
    {
      detached: true,
      stdio: ['ignore', output, output],
      env: { ...at.env, ...BUILD_SETTINGS, CARGO_TARGET_DIR: target },
    },
  );
  closeSync(output);
  child.once('error', () => undefined);
  child.unref();
  if (child.pid !== undefined) writeFileSync(build, JSON.stringify({ pid: child.pid, mark: startMark(child.pid) }));
}

/** Half the build time of the crate's own settings at no loss that was measurable here. */
const BUILD_SETTINGS = {
  CARGO_PROFILE_RELEASE_LTO: 'off',
  CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '16',
  CARGO_PROFILE_RELEASE_OPT_LEVEL: '2',
  CARGO_TERM_COLOR: 'never',
} as const;

function runningBuild(file: string): number | undefined {
  try {
    const { pid, mark } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number; mark?: string };
    return isSameProcess(pid, mark) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function progress(log: string, elapsedMs: number): string {
  const compiled = (readText(log).match(/^ *Compiling /gm) ?? []).length;
  const seconds = Math.round(elapsedMs / 1000);
  return compiled === 0
    ? `fetching the sources of ${SECANTUS_CRATE.name}, ${seconds} s`
    : `building ${SECANTUS_CRATE.name}: ${compiled} of about ${SECANTUS_CRATE.crates} crates, ${seconds} s`;
}

const lastWords = (log: string): string => readText(log).trim().split('\n').slice(-3).join(' ');

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
