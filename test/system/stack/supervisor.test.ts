import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client, Connection } from '@temporalio/client';
import { isAlive } from '../../../src/stack/process-table';
import { connect } from '../../../src/store/connection';
import { compileStack, Launcher, until } from './launcher';

describe('the launcher of npm start', () => {
  let program: string;
  let data: string;
  let launched: Launcher[];

  const launch = async (env?: Record<string, string>): Promise<Launcher> => {
    const launcher = await Launcher.start(program, data, env);
    launched.push(launcher);
    return launcher;
  };
  const interrupt = async (launcher: Launcher): Promise<void> => {
    launcher.process.kill('SIGINT');
    expect(await launcher.ended()).toBe(0);
  };

  beforeAll(() => {
    program = compileStack();
  });
  beforeEach(() => {
    data = mkdtempSync(join(process.env['KAIRYO_TEST_FOLDER'] ?? tmpdir(), 'data-'));
    launched = [];
  });
  afterEach(async () => {
    for (const launcher of launched) {
      if (launcher.process.exitCode === null && launcher.process.signalCode === null) launcher.process.kill('SIGTERM');
      await launcher.ended();
    }
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  });

  it('starts servers, worker and API, says so on one screen, and leaves no process after Ctrl-C', async () => {
    const launcher = await (await launch()).ready();
    for (const words of ['/docs', "Temporal's own page", "Administrator's token", data, 'Ctrl-C'])
      expect(launcher.text).toContain(words);
    expect(launcher.text).toContain((await launcher.api()).KAIRYO_ADMIN_TOKEN);
    const pids = launcher.children().map(({ pid }) => pid);
    expect(pids).toHaveLength(4);
    await interrupt(launcher);
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it('starts again on the same data: same token, same ports, open workflows and documents are there', async () => {
    const first = await (await launch()).ready();
    const before = await first.api();
    await writeSomething(before.MONGODB_URI, before.TEMPORAL_ADDRESS);
    await interrupt(first);

    const second = await (await launch()).ready();
    const { pid: _pid, ...after } = await second.api();
    expect(before).toMatchObject(after);
    await expectSomething(after.MONGODB_URI, after.TEMPORAL_ADDRESS);
    expect(statSync(join(data, 'admin-token')).mode & 0o777).toBe(0o600);
  });

  it.each(['Temporal', 'MongoDB', 'Worker', 'API'])('starts %s again when it is killed, and says so', async (name) => {
    const launcher = await (await launch()).ready();
    const killed = launcher.pidOf(name);
    process.kill(killed, 'SIGKILL');
    await until(
      () => launcher.text.includes(`${name} runs again`),
      () => launcher.text,
    );
    expect(launcher.text).toContain(`${name} ended (SIGKILL)`);
    expect(launcher.pidOf(name)).not.toBe(killed);
    expect(isAlive(launcher.pidOf(name))).toBe(true);
  });

  it('stops what a killed launcher left running, then starts on the same data', async () => {
    const first = await (await launch()).ready();
    const orphans = first.children().map(({ pid }) => pid);
    first.process.kill('SIGKILL');
    await first.ended();
    expect(orphans.filter(isAlive)).toEqual(orphans);

    const second = await (await launch()).ready();
    expect(second.text).toContain('was left running by a launcher that was killed');
    expect(orphans.filter(isAlive)).toEqual([]);
  });

  it('refuses a second start on the same data with a clear sentence', async () => {
    await (await launch()).ready();
    const second = await launch();
    expect(await second.ended()).toBe(1);
    expect(second.text).toMatch(/Kairyo runs already on .+ \(process \d+\)/);
  });

  it('refuses a port that was asked for and is taken, naming it, and leaves no process', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const launcher = await launch({ PORT: String(port) });
    expect(await launcher.ended()).toBe(1);
    expect(launcher.text).toContain(`Port ${port} is taken`);
    taken.close();
  });

  it('stops cleanly in the middle of starting', async () => {
    const launcher = await launch();
    await until(
      () => started(data) > 0,
      () => launcher.text,
    );
    const pids = launcher.children().map(({ pid }) => pid);
    await interrupt(launcher);
    expect(pids.filter(isAlive)).toEqual([]);
    expect(launcher.children()).toEqual([]);
  });
});

function started(data: string): number {
  try {
    return (JSON.parse(readFileSync(join(data, 'running.json'), 'utf8')) as unknown[]).length;
  } catch {
    return 0;
  }
}

async function writeSomething(mongoUri: string, temporalAddress: string): Promise<void> {
  const mongo = await connect(mongoUri);
  await mongo.collection('notes').insertOne({ text: 'kept' });
  await mongo.close();
  const connection = await Connection.connect({ address: temporalAddress });
  await new Client({ connection }).workflow.start('waits', { taskQueue: 'nobody', workflowId: 'kept' });
  await connection.close();
}

async function expectSomething(mongoUri: string, temporalAddress: string): Promise<void> {
  const mongo = await connect(mongoUri);
  expect(await mongo.collection('notes').countDocuments({ text: 'kept' })).toBe(1);
  await mongo.close();
  const connection = await Connection.connect({ address: temporalAddress });
  const { status } = await new Client({ connection }).workflow.getHandle('kept').describe();
  expect(status.name).toBe('RUNNING');
  await connection.close();
}
