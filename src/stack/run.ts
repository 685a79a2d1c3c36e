import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Surroundings } from './say';

export type RunResult = { readonly code: number | undefined; readonly lines: readonly string[] };
export type RunOptions = {
  readonly env?: Surroundings['env'];
  /** Milliseconds after which the program is killed and the code is undefined. */
  readonly timeout?: number;
  readonly onLine?: (line: string) => void;
};

/** Runs a program to its end, without a shell. A program that cannot be started ends with code undefined. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return new Promise((resolve) => {
    const lines: string[] = [];
    const child = spawn(program, args, {
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.timeout,
      killSignal: 'SIGKILL',
    });
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', (line) => {
        lines.push(line);
        options.onLine?.(line);
      });
    }
    child.once('error', (error) => resolve({ code: undefined, lines: [...lines, error.message] }));
    child.once('close', (code) => resolve({ code: code ?? undefined, lines }));
  });
}

/** Full path of a program on PATH, or undefined. */
export function onPath(name: string, { env, platform }: Pick<Surroundings, 'env' | 'platform'>): string | undefined {
  const endings = platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const folder of folders)
    for (const ending of endings) {
      const file = join(folder, name + ending);
      if (isExecutable(file)) return file;
    }
  return undefined;
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
