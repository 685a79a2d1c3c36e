import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { eventually } from '../support/eventually';
import { servers } from '../support/servers';

let kairyo: Engine;
const started: ChildProcess[] = [];
beforeAll(async () => {
  kairyo = await engine('killed-install');
}, 120_000);
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await kairyo?.close();
});

type Api = { readonly port: string; readonly kill: () => Promise<void> };
async function anApi(): Promise<Api> {
  const run = servers();
  const { namespace } = kairyo;
  const program = [join(__dirname, 'apiProcess.cjs'), run.temporalAddress, run.mongoUri(namespace), namespace];
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(child);
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /^ready on (\d+)$/.exec(line)?.[1];
    if (port !== undefined) return { port, kill: () => killed(child) };
  }
  throw new Error('the API ended before it was ready');
}

async function killed(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

type Item = { readonly kind: string; readonly id: string; readonly action: string };
async function asked({ port }: Api, method: string, path: string, body?: object): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { authorization: 'Bearer administrator-for-tests', 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
async function install(api: Api, query = ''): Promise<readonly Item[]> {
  const answer = await asked(api, 'POST', `/v1/packs/us-bsc/install${query}`, { unit: 'office', examples: true });
  const { items } = (await answer.json()) as { items: readonly Item[] };
  return items;
}

/** How many things of the pack there are, and in how many versions. */
async function there(): Promise<{ readonly things: number; readonly versions: number }> {
  const { indicators, programmes, scorecards, reviewPlans, connection } = kairyo.stores;
  let [things, versions] = [0, 0];
  for await (const { definitions } of indicators.all())
    [things, versions] = [things + 1, versions + definitions.length];
  for (const kind of [programmes, scorecards, reviewPlans])
    for await (const one of kind.all()) [things, versions] = [things + 1, versions + one.versions.length];
  const books = connection.db?.collection('programme_figures');
  const amounts = (await books?.countDocuments()) ?? 0;
  const corrected = (await books?.countDocuments({ version: { $gt: 1 } })) ?? 0;
  return { things: things + amounts, versions: versions + amounts + corrected };
}

describe('an installation whose API is killed in the middle', () => {
  it('is finished by sending it again, and nothing is there twice', async () => {
    const first = await anApi();
    expect((await asked(first, 'PUT', '/v1/units/office', { name: 'Sở' })).status).toBe(201);
    await first.kill();
    let before = (await there()).things;
    for (const more of [3, 15, 60, 120]) {
      const api = await anApi();
      const broken = install(api).then(
        () => 'finished',
        () => 'broken',
      );
      await eventually(async () => expect((await there()).things).toBeGreaterThanOrEqual(before + more), 60_000);
      await api.kill();
      expect(await broken).toBe('broken');
      before = (await there()).things;
    }
    const api = await anApi();
    const preview = await install(api, '?dryRun=true');
    expect(preview.filter(({ action }) => action === 'conflict')).toEqual([]);
    expect(preview.filter(({ action }) => action === 'same').length).toBeGreaterThan(0);
    expect(preview.filter(({ action }) => action === 'add').length).toBeGreaterThan(0);
    await install(api);
    expect(new Set((await install(api)).map(({ action }) => action))).toEqual(new Set(['same']));
    const { things, versions } = await there();
    expect(versions).toBe(things);
    expect(things).toBeGreaterThan(before);
  }, 240_000);
});
