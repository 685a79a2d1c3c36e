import { randomBytes } from 'node:crypto';
import { letterOf, LINK_LASTS_MS } from '../../domain/accounts/letters';
import type { LinkPurpose } from '../../domain/accounts/letters';
import type { OneTimeLink } from '../../activities/accounts.ports';
import type { Person } from '../../domain/organisation/organisation.schema';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { hashOf } from './addressKey';
import { settingsOf } from './settings';

const SECRET_BYTES = 32;
const PAGES = { invitation: '/welcome', 'password-reset': '/reset' } as const satisfies Record<LinkPurpose, string>;

export type IssuedLink = { readonly address: string; readonly expiresAt: string };

/** A link that works once, in the part of the address that a browser sends to nobody. */
export async function issueLink(purpose: LinkPurpose, person: string, context: Context): Promise<IssuedLink> {
  const { deps, at, person: by } = context;
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  const expiresAt = new Date(Date.parse(at) + LINK_LASTS_MS[purpose]).toISOString();
  await deps.identity.links.add({
    hash: hashOf(secret),
    purpose,
    person,
    createdAt: at,
    createdBy: by.id === '' ? person : by.id,
    expiresAt,
  });
  return { address: `${PAGES[purpose]}#${secret}`, expiresAt };
}

/** @throws ProblemError ACCOUNT_LINK_NOT_VALID: unknown, used or expired, which of them is not said */
export async function goodLink(secret: string, purpose: LinkPurpose, { deps, at }: Context): Promise<OneTimeLink> {
  const link = await deps.identity.links.find(hashOf(secret), purpose, at);
  if (link === undefined) throw new ProblemError('ACCOUNT_LINK_NOT_VALID');
  return link;
}

/** Uses the link up. @throws ProblemError ACCOUNT_LINK_NOT_VALID when somebody was quicker */
export async function takeLink(secret: string, purpose: LinkPurpose, { deps, at }: Context): Promise<void> {
  if ((await deps.identity.links.take(hashOf(secret), purpose, at)) === undefined)
    throw new ProblemError('ACCOUNT_LINK_NOT_VALID');
}

export type Emailed = 'sent' | 'failed' | 'not-configured' | 'no-address';

/** Sends the link to its person, at once and not through the outbox, which would keep it readable. */
export async function sendLink(
  purpose: LinkPurpose,
  { person, to, link }: { readonly person: Person; readonly to: string | undefined; readonly link: IssuedLink },
  context: Context,
): Promise<Emailed> {
  const { mail, log } = context.deps;
  if (mail === undefined) return 'not-configured';
  if (to === undefined) return 'no-address';
  const address = `${settingsOf(context).publicUrl.replace(/\/$/, '')}${link.address}`;
  const letter = letterOf(purpose, person.language, { name: person.name, address });
  const key = `${purpose}/${randomBytes(12).toString('hex')}`;
  const { language } = person;
  const message = { ...letter, key, person: person.id, language, items: [], createdAt: context.at } as const;
  try {
    await mail.send(to, message);
    return 'sent';
  } catch (error) {
    log.warn({ err: error, purpose }, 'a letter about an account could not be sent');
    return 'failed';
  }
}
