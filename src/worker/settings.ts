/** Where the servers are, from the environment. `npm start` sets all of it; a deployment sets it itself. */
export type Settings = {
  readonly mongoUri: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly port: number;
  readonly host: string;
  readonly adminToken: string | undefined;
  /** Whether the namespace has Kairyo's search attributes; the embedded and the composed server have. */
  readonly searchable: boolean;
  /** Whether an empty store gets example data; a production environment only when it asks for them. */
  readonly seed: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws Error that names the variable when one is missing or not usable. */
export function settingsFrom(env: Environment): Settings {
  return {
    mongoUri: required(env, 'MONGODB_URI'),
    temporalAddress: required(env, 'TEMPORAL_ADDRESS'),
    namespace: env['TEMPORAL_NAMESPACE'] ?? 'default',
    port: portFrom(env['PORT']),
    host: env['HOST'] ?? '127.0.0.1',
    adminToken: env['KAIRYO_ADMIN_TOKEN'],
    searchable: env['KAIRYO_SEARCH_ATTRIBUTES'] !== 'off',
    seed: env['NODE_ENV'] === 'production' ? env['KAIRYO_SEED'] === 'on' : env['KAIRYO_SEED'] !== 'off',
  };
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: start with \`npm start\`, or set it as docs/operations.md says`);
  return value;
}

function portFrom(text: string | undefined): number {
  const port = Number(text ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT is ${text ?? ''}: give a whole number from 0 to 65535`);
  return port;
}
