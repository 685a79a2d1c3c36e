import { connect } from 'node:http2';

/** gRPC status 0: OK. */
export const GRPC_OK = 0;

/** A protobuf message with one string field, number 1: enough for what readiness asks. */
export function stringField(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x0a, bytes.length]), bytes]);
}

/** One unary call; answers its gRPC status. Throws when nothing answers. */
export function grpcStatus(address: string, path: string, message: Buffer, timeoutMs = 2_000): Promise<number> {
  return new Promise((resolve, reject) => {
    const session = connect(`http://${address}`);
    const fail = (error: Error): void => {
      session.destroy();
      reject(error);
    };
    session.once('error', fail);
    const call = session.request({
      ':method': 'POST',
      ':path': path,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    call.setTimeout(timeoutMs, () => fail(new Error(`${address} gave no answer`)));
    call.once('error', fail);
    let status: number | undefined;
    const read = (headers: Record<string, unknown>): void => {
      if (headers['grpc-status'] !== undefined) status = Number(headers['grpc-status']);
    };
    call.on('response', read);
    call.on('trailers', read);
    call.on('data', () => undefined);
    call.once('end', () => {
      session.close();
      if (status === undefined) reject(new Error(`${address} gave no status`));
      else resolve(status);
    });
    const header = Buffer.alloc(5);
    header.writeUInt32BE(message.length, 1);
    call.end(Buffer.concat([header, message]));
  });
}
