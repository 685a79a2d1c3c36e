import { createConnection } from 'node:net';
import { decodeBson, encodeBson, int32, type Bson } from './bson';
import { LOOPBACK } from './ports';

const OP_MSG = 2013;
const HEADER_BYTES = 16;
/** Header, flag bits and the kind of the only section come before the document. */
const DOCUMENT_AT = HEADER_BYTES + 4 + 1;

export type Reply = ReturnType<typeof decodeBson>;

/** One command to the `admin` database of a server on loopback. Throws when nothing answers in time. */
export function mongoCommand(port: number, command: Bson, timeoutMs = 5_000): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ port, host: LOOPBACK, timeout: timeoutMs });
    const fail = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    socket.once('error', fail);
    socket.once('timeout', () => fail(new Error(`nothing answers on port ${port}`)));
    socket.once('end', () => fail(new Error(`port ${port} closed the connection`)));
    let received = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < HEADER_BYTES || received.length < received.readInt32LE(0)) return;
      socket.destroy();
      resolve(decodeBson(received.subarray(DOCUMENT_AT)));
    });
    socket.write(message({ ...command, $db: 'admin' }));
  });
}

function message(document: Bson): Buffer {
  const body = encodeBson(document);
  const header = [int32(DOCUMENT_AT + body.length), int32(1), int32(0), int32(OP_MSG)];
  return Buffer.concat([...header, int32(0), Buffer.from([0]), body]);
}
