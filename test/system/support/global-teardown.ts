import { rmSync } from 'node:fs';

/** Stops the servers of the run and removes their data. */
export default async function globalTeardown(): Promise<void> {
  const running = globalThis.kairyoTestServers;
  if (running === undefined) return;
  await running.servers.close();
  rmSync(running.folder, { recursive: true, force: true, maxRetries: 5 });
}
