import { z } from 'zod';
import { NewPassword } from '../../domain/accounts/password.schema';
import type { Person } from '../../domain/organisation/organisation.schema';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { goodLink, issueLink, sendLink, takeLink } from '../auth/oneTimeLinks';
import { noteSignIn, openSession } from '../auth/openSession';
import { judgePassword, setPassword } from '../auth/setPassword';
import { settingsOf } from '../auth/settings';
import { loginOf } from '../auth/signInByPassword';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { SignedInView, signedInView } from './sessionViews';
import { limitPerMinute } from '../http/perMinute';
import type { Limit } from '../http/perMinute';
import type { ApiDeps } from '../ports';

export const LinkSecret = z.string().min(20).max(200).describe('What stands behind the # of the link');
export const LinkView = z.object({
  person: Id,
  address: z.string().describe('To be opened on the pages; shown this once'),
  expiresAt: IsoInstant,
  emailed: z
    .enum(['sent', 'failed', 'not-configured', 'no-address'])
    .describe('Whether the person has it by e-mail; if not, hand the address over yourself'),
});

const limits = new WeakMap<ApiDeps, Limit>();
/** @throws ProblemError TOO_MANY_REQUESTS: links opened from one address within a minute */
export function limitLinks(context: Context): void {
  const known = limits.get(context.deps) ?? limitPerMinute(settingsOf(context).accountLinksPerMinute);
  limits.set(context.deps, known);
  known(context.address, Date.parse(context.at));
}

/** @throws ProblemError NOT_FOUND */
export async function personOf(id: string, { deps }: Context): Promise<Person> {
  const found = await deps.organisation.people.get(id);
  if (found === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'person', id } });
  return found.value;
}

const invite = route({
  method: 'post',
  path: '/v1/invitations',
  id: 'invitePerson',
  tag: 'Access',
  summary: 'Invite a person to choose a password',
  description:
    'Makes the account when it is not there. The link is good for 7 days and works once; an earlier one stops working. It ' +
    'goes by e-mail when that is configured, and is in the answer to be handed over.',
  action: 'account.manage',
  keyless: true,
  body: z
    .object({
      person: Id,
      email: z.email().max(320).optional().describe('Sign-in name; default: the address of the person, else their id'),
    })
    .strict(),
  bodyExample: { person: 'lan', email: 'lan@example.gov.vn' },
  responses: { 201: { description: 'The invitation', schema: LinkView } },
  problems: ['NOT_FOUND', 'ACCOUNT_EXISTS', 'EMAIL_IS_TAKEN'],
  handle: async ({ body: { person: id, email } }, context) => {
    await context.allow('account.manage');
    const person = await personOf(id, context);
    const { accounts } = context.deps.identity;
    if ((await accounts.get(id))?.passwordHash !== undefined)
      throw new ProblemError('ACCOUNT_EXISTS', { params: { person: id } });
    const to = email ?? person.email;
    if ((await accounts.ensure(id, loginOf(to ?? id), context.at)) === 'login-taken')
      throw new ProblemError('EMAIL_IS_TAKEN', { field: '/email' });
    await context.deps.identity.links.discard(id);
    const link = await issueLink('invitation', id, context);
    await noteSignIn(context, { outcome: 'invited', person: id, by: context.person.id });
    const emailed = await sendLink('invitation', { person, to, link }, context);
    return { status: 201, body: { person: id, ...link, emailed }, headers: { 'Cache-Control': 'no-store' } };
  },
});

const accept = route({
  method: 'post',
  path: '/v1/invitations/accept',
  id: 'acceptInvitation',
  tag: 'Access',
  summary: 'Choose a password by an invitation, and be signed in',
  action: 'public',
  keyless: true,
  body: z.object({ token: LinkSecret, password: NewPassword }).strict(),
  bodyExample: { token: 'A1b2C3d4E5f6G7h8I9j0K1l2', password: 'một câu dài chỉ mình tôi biết' },
  responses: { 200: { description: 'Signed in', schema: SignedInView } },
  problems: ['ACCOUNT_LINK_NOT_VALID', 'PASSWORD_TOO_COMMON', 'PASSWORD_NAMES_YOU', 'TOO_MANY_REQUESTS'],
  handle: async ({ body: { token, password } }, context) => {
    limitLinks(context);
    const { person: id } = await goodLink(token, 'invitation', context);
    const account = await context.deps.identity.accounts.get(id);
    const found = await context.deps.organisation.people.get(id);
    if (account === undefined || found === undefined) throw new ProblemError('ACCOUNT_LINK_NOT_VALID');
    const person = found.value;
    judgePassword(password, person, account.login);
    await takeLink(token, 'invitation', context);
    await setPassword(id, password, context);
    const { session, headers } = await openSession(context, { person, method: 'invitation' });
    await noteSignIn(context, { outcome: 'signed-in', method: 'invitation', person: id });
    return { status: 200, body: await signedInView({ person, session }, context), headers };
  },
});

export const invitationRoutes = [invite, accept];
