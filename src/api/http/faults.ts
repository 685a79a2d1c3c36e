import { MalformedFile } from '../../domain/cases/importFailure';
import { ProblemError } from '../problems/problem';

const NOT_THERE =
  /^(Mongo(ose)?ServerSelectionError|MongoNetwork(Timeout)?Error|MongoNotConnectedError|MongoTopologyClosedError|MongoPoolClearedError|MongoServerClosedError)$/;
/** gRPC: DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, UNAVAILABLE. */
const TRY_AGAIN_CODES: readonly unknown[] = [4, 8, 14];
const BROKEN_OFF: readonly unknown[] = ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'ECONNABORTED'];
const SECONDS = 5;

/** Whatever was thrown, as a problem. `fault`: it is ours and belongs into the log with its cause. */
export function problemOfError(error: unknown): { readonly problem: ProblemError; readonly fault: boolean } {
  if (error instanceof ProblemError) return { problem: error, fault: false };
  if (error instanceof MalformedFile && error.code === 'FILE_TOO_LARGE')
    return { problem: new ProblemError('TOO_LARGE', { params: { limit: '-' } }), fault: false };
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = 'code' in at ? at.code : undefined;
    if (NOT_THERE.test(at.name) || TRY_AGAIN_CODES.includes(code))
      return { problem: new ProblemError('UNAVAILABLE', { params: { seconds: SECONDS } }), fault: true };
    if (BROKEN_OFF.includes(code)) return { problem: new ProblemError('UPLOAD_BROKEN_OFF'), fault: false };
  }
  return { problem: ofExpress(error) ?? new ProblemError('INTERNAL'), fault: ofExpress(error) === undefined };
}

/** Express itself refuses an address whose percent signs mean nothing. */
function ofExpress(error: unknown): ProblemError | undefined {
  if (!(error instanceof URIError)) return undefined;
  const errors = () => [{ in: 'path' as const, field: '', rule: 'percent-encoding', message: '%?' }];
  return new ProblemError('INVALID_PARAMETER', { params: { count: 1 }, errors });
}
