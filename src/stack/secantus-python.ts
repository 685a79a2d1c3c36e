import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { withLock } from './lock';
import { SECANTUS_PYTHON } from './pins';
import { pipInstall } from './pip';
import { onPath, run } from './run';
import type { Surroundings } from './say';

export type PythonServer = { readonly python: string; readonly packages: string };

const packagesFolder = ({ cache }: Surroundings): string => join(cache, 'secantusdb', SECANTUS_PYTHON.version);

/** The Python edition of an earlier install, if it still runs with the Python of today. */
export async function installedEarlier(at: Surroundings): Promise<PythonServer | undefined> {
  const packages = packagesFolder(at);
  const python = onPath('python3', at) ?? onPath('python', at);
  if (python === undefined || !existsSync(packages)) return undefined;
  const { code } = await run(python, ['-m', 'secantus', '--help'], {
    env: { ...at.env, PYTHONPATH: packages },
    timeout: 20_000,
  });
  return code === 0 ? { python, packages } : undefined;
}

/** Installs the Python edition with what it needs into a folder of the cache. Throws when that cannot be. */
export async function installPythonEdition(at: Surroundings): Promise<PythonServer> {
  const packages = packagesFolder(at);
  return withLock(`${packages}.lock`, 'MongoDB', at.say, async () => {
    const earlier = await installedEarlier(at);
    if (earlier !== undefined) return earlier;
    at.say(`MongoDB: installing ${SECANTUS_PYTHON.requirement} from the Python package index`);
    mkdirSync(dirname(packages), { recursive: true });
    const scratch = mkdtempSync(join(dirname(packages), 'fetching-'));
    try {
      await pipInstall(SECANTUS_PYTHON.requirement, scratch, at);
      rmSync(packages, { recursive: true, force: true });
      renameSync(scratch, packages);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
    const installed = await installedEarlier(at);
    if (installed === undefined) throw new Error(`${SECANTUS_PYTHON.requirement} was installed but does not run`);
    return installed;
  });
}
