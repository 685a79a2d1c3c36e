import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Surroundings } from '../../../src/stack/say';

/** A made-up machine: an empty PATH folder, an empty cache, and everything that was said. */
export type Machine = Surroundings & {
  readonly folder: string;
  readonly said: string[];
  /** Puts a program (a shell script) on PATH. */
  install(name: string, script: string): string;
};

export function machine(env: Record<string, string> = {}): Machine {
  const folder = mkdtempSync(join(tmpdir(), 'kairyo-machine-'));
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const said: string[] = [];
  return {
    folder,
    said,
    env: { PATH: bin, ...env },
    platform: 'linux',
    arch: 'x64',
    cache: join(folder, 'cache'),
    say: (line) => said.push(line),
    install: (name, script) => writeProgram(join(bin, name), script),
  };
}

export function writeProgram(file: string, script: string): string {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** Marks a host as given up today, so that nothing leaves the machine. */
export function giveUp(at: Surroundings, host: string, why = `${host} cannot be reached`): void {
  const file = join(at.cache, 'gave-up', `${host}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ day: new Date().toISOString().slice(0, 10), why }));
}
