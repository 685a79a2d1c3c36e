import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { listensOn, requireOwnPort } from '../../../src/stack/listener';

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('who listens on a port', () => {
  let server: Server;
  let port: number;
  beforeEach(async () => {
    server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterEach(() => {
    server.close();
  });

  it('is this process', () => {
    expect(listensOn(process.pid, port)).toBe(true);
    expect(() => requireOwnPort(process.pid, port)).not.toThrow();
  });

  it('is not another process, which is then not ready though the port answers', () => {
    const other = spawn('sleep', ['60'], { detached: true });
    try {
      expect(() => requireOwnPort(other.pid ?? 0, port)).toThrow(`port ${port} is answered by another program`);
    } finally {
      other.kill();
    }
  });

  it('is nobody once it is closed', async () => {
    await new Promise((resolve) => server.close(resolve));
    expect(listensOn(process.pid, port)).toBe(false);
  });
});
