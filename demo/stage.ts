import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../src/stack/folders';
import { freePort } from '../src/stack/ports';
import type { Say } from '../src/stack/say';
import { Supervisor } from '../src/stack/supervisor';

/** Kairyo on servers of its own: `base` is its address; `stop` ends all of it and removes its data. */
export type Stage = { readonly base: string; readonly token: string; readonly stop: () => Promise<void> };

/** Settings of an office that must not reach the demonstration: its servers, its mail, its example data. */
const NOT_OURS = ['MONGODB_URI', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'KAIRYO_SMTP_URL', 'KAIRYO_HOST'];

/** Starts everything as `npm start` does, in a temporary folder and on free ports. Run from the project's folder. */
export async function openStage(say: Say): Promise<Stage> {
  const data = mkdtempSync(join(tmpdir(), 'kairyo-demo-'));
  const [port, token] = [await freePort(), randomBytes(24).toString('base64url')];
  for (const name of NOT_OURS) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, { KAIRYO_SEED: 'off', KAIRYO_ADMIN_TOKEN: token, PORT: String(port), KAIRYO_DATA: data });
  await chooseServerPorts(data);
  const { env, platform, arch } = process;
  const worker = join(process.cwd(), 'dist', 'src', 'worker');
  const supervisor = new Supervisor({
    at: { env, platform, arch, cache: cacheFolder({ env, platform }), say },
    data,
    worker: join(worker, 'main.js'),
    api: join(worker, 'apiMain.js'),
  });
  const stop = async (): Promise<void> => {
    await supervisor.stop();
    rmSync(data, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await supervisor.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { base: `http://127.0.0.1:${port}`, token, stop };
}

/** Ports that an `npm start` beside the demonstration does not want. */
async function chooseServerPorts(data: string): Promise<void> {
  const ports = { temporal: await freePort(), temporalUi: await freePort(), mongo: await freePort() };
  writeFileSync(join(data, 'ports.json'), JSON.stringify(ports));
}
