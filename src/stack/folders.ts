import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Surroundings } from './say';

type Place = Pick<Surroundings, 'env' | 'platform'>;

/** Folder of what is fetched once: `KAIRYO_CACHE`, else the custom of the operating system. */
export function cacheFolder({ env, platform }: Place, home = homedir()): string {
  if (env['KAIRYO_CACHE']) return resolve(env['KAIRYO_CACHE']);
  if (env['XDG_CACHE_HOME']) return join(env['XDG_CACHE_HOME'], 'kairyo');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'kairyo');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'kairyo', 'cache');
  return join(home, '.cache', 'kairyo');
}

/** Folder of the office's data: `KAIRYO_DATA`, else `data` in the project's folder. */
export const dataFolder = (env: Surroundings['env'], project: string): string =>
  resolve(project, env['KAIRYO_DATA'] || 'data');
