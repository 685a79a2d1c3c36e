import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { GRPC_OK, grpcStatus, stringField } from './grpc';
import { requireOwnPort } from './listener';
import { LOOPBACK } from './ports';
import { startProcess, untilReady, type OnSpawn, type ServerProcess } from './server-process';

/** The search attributes the workflows set; docker-compose.yml registers the same. */
export const SEARCH_ATTRIBUTES = {
  KairyoUnit: 'Keyword',
  KairyoProcedure: 'Keyword',
  KairyoPhase: 'Keyword',
  KairyoDueAt: 'Datetime',
} as const;
export const NAMESPACE = 'default';
const READY_WITHIN_MS = 60_000;

export type TemporalOptions = {
  readonly program: string;
  /** Database file: open workflows survive a restart. */
  readonly database: string;
  readonly port: number;
  /** Port of Temporal's own page; undefined: no page. */
  readonly uiPort?: number;
  readonly log: string;
};

/** Starts `temporal server start-dev` on loopback and answers when the namespace can be used. */
export async function startTemporal(options: TemporalOptions, onSpawn?: OnSpawn): Promise<ServerProcess> {
  mkdirSync(dirname(options.database), { recursive: true });
  const server = await startProcess({
    name: 'Temporal',
    program: options.program,
    args: temporalArguments(options),
    log: options.log,
    onSpawn,
  });
  const ready = async (): Promise<void> => {
    requireOwnPort(server.pid, options.port);
    await temporalAnswers(`${LOOPBACK}:${options.port}`);
  };
  await untilReady(server, ready, {
    log: options.log,
    timeoutMs: READY_WITHIN_MS,
  });
  return server;
}

export function temporalArguments({ database, port, uiPort }: TemporalOptions): readonly string[] {
  return [
    ...['server', 'start-dev', '--ip', LOOPBACK, '--port', String(port), '--db-filename', database],
    ...['--log-level', 'error', '--namespace', NAMESPACE],
    ...(uiPort === undefined ? ['--headless'] : ['--ui-ip', LOOPBACK, '--ui-port', String(uiPort)]),
    ...Object.entries(SEARCH_ATTRIBUTES).flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
  ];
}

/** Throws until the namespace is served. */
export async function temporalAnswers(address: string): Promise<void> {
  const path = '/temporal.api.workflowservice.v1.WorkflowService/DescribeNamespace';
  const status = await grpcStatus(address, path, stringField(NAMESPACE));
  if (status !== GRPC_OK) throw new Error(`Temporal at ${address} answers with gRPC status ${status}`);
}
