import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Account } from '../../activities/accounts.ports';
import { NewPassword } from '../../domain/accounts/password.schema';
import { Id } from '../../domain/shared/ids.schema';
import { begin, resetKey } from '../auth/attempts';
import { goodLink, issueLink, sendLink, takeLink } from '../auth/oneTimeLinks';
import { noteSignIn } from '../auth/openSession';
import { judgePassword, setPassword } from '../auth/setPassword';
import { settingsOf } from '../auth/settings';
import { loginOf } from '../auth/signInByPassword';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { limitLinks, LinkSecret, LinkView, personOf } from './invitations';

const ask = route({
  method: 'post',
  path: '/v1/password-resets',
  id: 'askForPasswordReset',
  tag: 'Access',
  summary: 'Ask for a link to choose a new password, by e-mail',
  description: 'Answers the same whether or not there is such an account. Without e-mail, an administrator helps.',
  action: 'public',
  keyless: true,
  body: z.object({ email: z.string().trim().min(1).max(320) }).strict(),
  bodyExample: { email: 'lan@example.gov.vn' },
  responses: { 202: { description: 'If there is such an account, a letter is on its way' } },
  problems: ['TOO_MANY_REQUESTS'],
  handle: async ({ body: { email } }, context) => {
    limitLinks(context);
    void sendReset(loginOf(email), context).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) context.deps.log.error({ err: error }, 'a reset could not be prepared');
    });
    return { status: 202 };
  },
});

/** Not the address in the person's document: a head of unit edits that one, and must not come to own the account so. */
const mailbox = ({ login }: Account): string | undefined => (login.includes('@') ? login : undefined);

/** After the answer, so that its time tells nothing. @throws ProblemError TOO_MANY_ATTEMPTS for whom enough letters were sent */
async function sendReset(login: string, context: Context): Promise<void> {
  const { accounts, attempts } = context.deps.identity;
  const account = await accounts.byLogin(login);
  if (account?.passwordHash === undefined || context.deps.mail === undefined) return;
  const person = (await context.deps.organisation.people.get(account.person))?.value;
  const to = mailbox(account);
  if (person === undefined || to === undefined) return;
  await begin(attempts, [resetKey(login)], context.at);
  const link = await issueLink('password-reset', person.id, context);
  await noteSignIn(context, { outcome: 'reset-asked', person: person.id });
  const send = () => sendLink('password-reset', { person, to, link }, context);
  let emailed = await send();
  for (const ms of settingsOf(context).letterRetriesMs) {
    if (emailed !== 'failed') return;
    await setTimeout(ms, undefined, { ref: false });
    emailed = await send();
  }
}

const byAdministrator = route({
  method: 'post',
  path: '/v1/people/{person}/password-reset',
  id: 'resetPasswordOfPerson',
  tag: 'Access',
  summary: 'Make a link with which a person chooses a new password',
  description: 'The password stays as it is until then. `removeSecondFactor` is for who lost the device and the codes.',
  action: 'account.manage',
  keyless: true,
  params: z.object({ person: Id }),
  body: z.object({ removeSecondFactor: z.boolean().default(false) }).strict(),
  bodyExample: { removeSecondFactor: false },
  responses: { 201: { description: 'The link, good for an hour and for one use', schema: LinkView } },
  problems: ['NOT_FOUND'],
  handle: async ({ params: { person: id }, body: { removeSecondFactor } }, context) => {
    await context.allow('account.manage');
    const person = await personOf(id, context);
    const { accounts } = context.deps.identity;
    const account = await accounts.get(id);
    if (account === undefined) throw new ProblemError('NOT_FOUND', { params: { kind: 'account', id } });
    if (removeSecondFactor) {
      await accounts.turnOff(id);
      await noteSignIn(context, { outcome: 'second-factor-off', person: id, by: context.person.id });
    }
    await context.deps.identity.links.discard(id);
    const link = await issueLink('password-reset', id, context);
    await noteSignIn(context, { outcome: 'reset-asked', person: id, by: context.person.id });
    const emailed = await sendLink('password-reset', { person, to: mailbox(account), link }, context);
    return { status: 201, body: { person: id, ...link, emailed }, headers: { 'Cache-Control': 'no-store' } };
  },
});

const accept = route({
  method: 'post',
  path: '/v1/password-resets/accept',
  id: 'acceptPasswordReset',
  tag: 'Access',
  summary: 'Choose a new password by a link',
  description: 'Every session of the person is over; they sign in with the new password, and with their second factor.',
  action: 'public',
  keyless: true,
  body: z.object({ token: LinkSecret, password: NewPassword }).strict(),
  bodyExample: { token: 'A1b2C3d4E5f6G7h8I9j0K1l2', password: 'một câu dài chỉ mình tôi biết' },
  responses: { 204: { description: 'The new password holds' } },
  problems: ['ACCOUNT_LINK_NOT_VALID', 'PASSWORD_TOO_COMMON', 'PASSWORD_NAMES_YOU', 'TOO_MANY_REQUESTS'],
  handle: async ({ body: { token, password } }, context) => {
    limitLinks(context);
    const { person: id } = await goodLink(token, 'password-reset', context);
    const account = await context.deps.identity.accounts.get(id);
    const found = await context.deps.organisation.people.get(id);
    if (account === undefined || found === undefined) throw new ProblemError('ACCOUNT_LINK_NOT_VALID');
    judgePassword(password, found.value, account.login);
    await takeLink(token, 'password-reset', context);
    await setPassword(id, password, context);
    await noteSignIn(context, { outcome: 'password-reset', person: id });
    return { status: 204 };
  },
});

export const passwordResetRoutes = [ask, byAdministrator, accept];
