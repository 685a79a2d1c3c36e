import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { takeLock, withLock } from '../../../src/stack/lock';

describe('a lock file', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kairyo-lock-'));
    file = join(folder, 'lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is held by one, and the other learns by whom', () => {
    expect(takeLock(file, 'first')).toHaveProperty('release');
    expect(takeLock(file, 'second')).toMatchObject({ pid: process.pid, what: 'first' });
  });

  it('is free after release, and nothing else stays in the folder', () => {
    const lock = takeLock(file, 'first');
    if ('release' in lock) lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over from a process that was killed', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('exit', resolve));
    writeFileSync(file, JSON.stringify({ pid: child.pid, what: 'killed' }));
    expect(takeLock(file, 'next')).toHaveProperty('release');
  });

  it('is taken over when the process id belongs to a later process by now', () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, mark: 'long ago', what: 'before a reboot' }));
    expect(takeLock(file, 'next')).toHaveProperty('release');
  });

  it('is taken over when it cannot be read', () => {
    writeFileSync(file, '{"pid":');
    expect(takeLock(file, 'next')).toHaveProperty('release');
  });

  it('lets work through one after the other', async () => {
    const order: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      order.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push(`${name} ends`);
    };
    const said: string[] = [];
    await Promise.all(['a', 'b'].map((name) => withLock(file, name, (line) => said.push(line), work(name))));
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    expect(said).toHaveLength(1);
  });
});
