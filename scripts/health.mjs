/**
 * Health check of a container: every address given must answer, `http://…` with 200, `tcp://host:port` with a
 * connection. Exits 0 or 1.
 */
import { createConnection } from 'node:net';

const TIMEOUT_MS = 4000;

const connects = (url) =>
  new Promise((resolve, reject) => {
    const socket = createConnection({ host: url.hostname, port: Number(url.port), timeout: TIMEOUT_MS });
    const settle = (outcome) => (error) => {
      socket.destroy();
      outcome(error);
    };
    socket.once('connect', settle(resolve));
    socket.once('timeout', () => settle(reject)(new Error('no answer')));
    socket.once('error', settle(reject));
  });

const answers = async (url) => {
  const { status } = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (status !== 200) throw new Error(`status ${status}`);
};

for (const address of process.argv.slice(2)) {
  const url = new URL(address);
  try {
    await (url.protocol === 'tcp:' ? connects(url) : answers(url));
  } catch (error) {
    console.error(`${address}: ${error.message}`);
    process.exit(1);
  }
}
