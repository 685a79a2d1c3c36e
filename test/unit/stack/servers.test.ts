import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { decodeBson, encodeBson } from '../../../src/stack/bson';
import type { Engine, MongoProgram } from '../../../src/stack/find-mongo';
import { engineOf, mongoArguments, startMongo } from '../../../src/stack/mongo-server';
import { stillRuns } from '../../../src/stack/orphans';
import { startMark } from '../../../src/stack/process-table';
import { temporalArguments } from '../../../src/stack/temporal-server';

const found = (engine: Engine): MongoProgram => ({
  ...{ kind: 'program', engine, program: '/nowhere', args: [], env: {} },
  ...{ surrogate: engine !== 'mongod', why: '' },
});
const options = (engine: Engine, folder = '/d') => ({
  ...{ found: found(engine), folder, port: 1, cacheMegabytes: 256, log: '/dev/null' },
});

describe('the servers are started', () => {
  it.each(['secantus-rust', 'secantus-python'] as const)('%s never without --sync-on-commit, on loopback', (engine) => {
    expect(mongoArguments(options(engine))).toEqual(expect.arrayContaining(['--sync-on-commit', '127.0.0.1']));
  });

  it('mongod as a replica set, on loopback', () => {
    expect(mongoArguments(options('mongod'))).toEqual(expect.arrayContaining(['--replSet', 'rs0', '127.0.0.1']));
  });

  it('Temporal with a database file, on loopback, with the search attributes', () => {
    const args = temporalArguments({ program: 't', database: '/d/temporal.db', port: 1, uiPort: 2, log: 'l' });
    expect(args).toEqual(expect.arrayContaining(['--db-filename', '/d/temporal.db', 'KairyoDueAt=Datetime']));
    expect(args.filter((arg) => arg === '127.0.0.1')).toHaveLength(2);
  });
});

describe('a data folder', () => {
  it('remembers the engine that made it, even when that could not be started', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kairyo-engine-'));
    const mongo = join(folder, 'mongo');
    expect(engineOf(mongo)).toBeUndefined();
    await expect(startMongo({ ...options('secantus-rust', mongo), log: join(folder, 'log') })).rejects.toThrow(
      /ENOENT/,
    );
    expect(engineOf(mongo)).toBe('secantus-rust');
    rmSync(folder, { recursive: true });
  });

  it('is copied before another edition goes on with it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kairyo-engine-'));
    const mongo = join(folder, 'mongo');
    const starting = (engine: Engine) => startMongo({ ...options(engine, mongo), log: join(folder, 'log') });
    await expect(starting('secantus-python')).rejects.toThrow(/ENOENT/);
    await expect(starting('secantus-rust')).rejects.toThrow(/ENOENT/);
    expect([engineOf(mongo), engineOf(`${mongo}.made-by-secantus-python`)]).toEqual([
      'secantus-rust',
      'secantus-python',
    ]);
    await expect(starting('mongod')).rejects.toThrow('was made by secantus-rust; mongod cannot read it');
    rmSync(folder, { recursive: true });
  });

  it('that holds files of an unknown engine is not touched', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kairyo-engine-'));
    mkdirSync(join(folder, 'mongo'));
    writeFileSync(join(folder, 'mongo', 'WiredTiger'), '');
    await expect(startMongo(options('mongod', join(folder, 'mongo')))).rejects.toThrow('it is not touched');
    rmSync(folder, { recursive: true });
  });
});

describe('a recorded process', () => {
  const mark = startMark(process.pid);
  it('is recognised by its id, start and program', () => {
    expect(stillRuns({ name: 'x', pid: process.pid, mark, program: process.execPath })).toBe(true);
  });

  it('is not mistaken for another program, or another process, with the same id', () => {
    expect(stillRuns({ name: 'x', pid: process.pid, mark, program: '/usr/bin/temporal' })).toBe(false);
    expect(stillRuns({ name: 'x', pid: process.pid, mark: 'earlier', program: process.execPath })).toBe(false);
  });
});

describe('BSON', () => {
  it('is read as it was written, as far as readiness needs', () => {
    const bytes = encodeBson({ ok: 1, primary: true, set: 'rs0', members: [{ _id: 0 }], $db: 'admin' });
    expect(decodeBson(bytes)).toEqual({ ok: 1, primary: true, set: 'rs0', $db: 'admin' });
  });
});
