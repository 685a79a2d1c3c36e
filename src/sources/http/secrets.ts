import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CollectorAuth } from '../../domain/collect/collector.schema';
import { collectFailure } from '../../domain/collect/failures';
import type { CollectFailure } from '../../domain/collect/failures';

export type Environment = Readonly<Record<string, string | undefined>>;
export type Credentials = {
  readonly headers: Readonly<Record<string, string>>;
  readonly parameter?: readonly [string, string];
};

/** What a request carries to be let in. The secret is read for this request and kept nowhere. */
export async function credentialsOf(
  auth: CollectorAuth | undefined,
  env: Environment,
): Promise<Credentials | CollectFailure> {
  if (auth === undefined) return { headers: {} };
  const secret = await secretAt(auth.secret, env);
  if (secret === undefined) return collectFailure('COLLECT_SECRET_MISSING', { detail: auth.secret });
  if (!/^[\x20-\x7e]{1,8000}$/.test(secret)) return collectFailure('COLLECT_SECRET_UNUSABLE', { detail: auth.secret });
  switch (auth.type) {
    case 'bearer':
      return { headers: { authorization: `Bearer ${secret}` } };
    case 'basic':
      return { headers: { authorization: `Basic ${Buffer.from(`${auth.user}:${secret}`).toString('base64')}` } };
    case 'header':
      return { headers: { [auth.header.toLowerCase()]: secret } };
    case 'query':
      return { headers: {}, parameter: [auth.parameter, secret] };
  }
}

/** The secret that a reference names, of this process; `undefined`: it is not there. */
export async function secretAt(reference: string, env: Environment): Promise<string | undefined> {
  const name = reference.slice(reference.indexOf(':') + 1);
  if (/^env:KAIRYO_SECRET_[A-Z0-9_]+$/.test(reference)) return env[name] === '' ? undefined : env[name];
  const folder = env['KAIRYO_SECRETS_DIR'];
  if (folder === undefined || folder === '' || !/^file:[A-Za-z0-9][A-Za-z0-9._-]*$/.test(reference)) return undefined;
  const text = await readFile(path.join(folder, name), 'utf8').catch(() => undefined);
  return text?.replace(/\r?\n$/, '');
}
