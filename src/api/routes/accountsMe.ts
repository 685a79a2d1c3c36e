import { z } from 'zod';
import { GivenPassword, NewPassword } from '../../domain/accounts/password.schema';
import type { Account } from '../../activities/accounts.ports';
import { begin, ownKey, settled } from '../auth/attempts';
import { addressOf, newRecoveryCodes, newSecret, stepOf } from '../auth/oneTimeCodes';
import { noteSignIn, openSession } from '../auth/openSession';
import { isPassword } from '../auth/passwordHash';
import { judgePassword, setPassword } from '../auth/setPassword';
import { loginOf } from '../auth/signInByPassword';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { fullScope } from './session';
import { SignedInView, signedInView } from './sessionViews';

const NOT_KEPT = { 'Cache-Control': 'no-store' };

const changePassword = route({
  method: 'put',
  path: '/v1/me/password',
  id: 'changeMyPassword',
  tag: 'Access',
  summary: 'Choose my password, or another one',
  description: 'Every session of mine is over; the one this came with goes on under a new cookie.',
  action: 'signed-in',
  keyless: true,
  body: z
    .object({ current: GivenPassword.optional().describe('Of an account that has one'), password: NewPassword })
    .strict(),
  bodyExample: { current: 'câu cũ mà tôi vẫn dùng', password: 'một câu dài chỉ mình tôi biết' },
  responses: {
    200: { description: 'The new password holds; the session goes on', schema: SignedInView },
    204: { description: 'The new password holds' },
  },
  problems: [
    'CURRENT_PASSWORD_WRONG',
    'PASSWORD_TOO_COMMON',
    'PASSWORD_NAMES_YOU',
    'EMAIL_IS_TAKEN',
    'TOKEN_SCOPE_EXCEEDED',
  ],
  handle: async ({ body: { current, password } }, context) => {
    fullScope(context);
    const { person, session: before } = context;
    const account = await accountOf(context);
    if (account.passwordHash !== undefined) await demandPassword(account, current ?? '', 'current', context);
    judgePassword(password, person, account.login);
    await setPassword(person.id, password, context);
    await noteSignIn(context, { outcome: 'password-changed', person: person.id });
    if (before === undefined) return { status: 204 };
    const { session, headers } = await openSession(context, { person, method: before.method, ...tokenOf(before) });
    return { status: 200, body: await signedInView({ person, session }, context), headers };
  },
});

const tokenOf = ({ tokenHash }: NonNullable<Context['session']>) => (tokenHash === undefined ? {} : { tokenHash });

/** The account of whoever asks; made for somebody who came with a token, such as the first administrator. */
export async function accountOf({ deps, person, at }: Context): Promise<Account> {
  const { accounts } = deps.identity;
  const present = await accounts.get(person.id);
  if (present !== undefined) return present;
  if ((await accounts.ensure(person.id, loginOf(person.email ?? person.id), at)) === 'login-taken')
    throw new ProblemError('EMAIL_IS_TAKEN');
  return { person: person.id, login: loginOf(person.email ?? person.id), createdAt: at, knownDevices: [] };
}

/** @throws ProblemError CURRENT_PASSWORD_WRONG, TOO_MANY_ATTEMPTS */
export async function demandPassword(
  account: Account,
  given: string,
  field: string,
  { deps, at }: Context,
): Promise<void> {
  const { attempts } = deps.identity;
  const keys = [ownKey(account.person)];
  await begin(attempts, keys, at);
  if (!(await isPassword(account.passwordHash, given)))
    throw new ProblemError('CURRENT_PASSWORD_WRONG', { field: `/${field}` });
  await settled(attempts, keys, true);
}

const beginFactor = route({
  method: 'post',
  path: '/v1/me/second-factor',
  id: 'beginSecondFactor',
  tag: 'Access',
  summary: 'Begin to set up a second factor (TOTP)',
  description: 'Nothing changes until a code of the app confirms it.',
  action: 'signed-in',
  keyless: true,
  responses: {
    200: {
      description: 'The secret for the authenticator app',
      schema: z.object({
        secret: z.string().describe('Base32, to be typed in'),
        otpauth: z.string().describe('`otpauth://totp/…`, to be shown as a QR code'),
      }),
    },
  },
  problems: ['NO_PASSWORD_YET', 'SECOND_FACTOR_IS_ON', 'TOKEN_SCOPE_EXCEEDED'],
  handle: async (_input, context) => {
    fullScope(context);
    const { accounts } = context.deps.identity;
    const account = await accounts.get(context.person.id);
    if (account?.passwordHash === undefined) throw new ProblemError('NO_PASSWORD_YET');
    if (account.secondFactor !== undefined) throw new ProblemError('SECOND_FACTOR_IS_ON');
    const secret = newSecret();
    await accounts.setPendingSecret(account.person, secret);
    return { status: 200, body: { secret, otpauth: addressOf(secret, account.login) }, headers: NOT_KEPT };
  },
});

const confirmFactor = route({
  method: 'post',
  path: '/v1/me/second-factor/confirm',
  id: 'confirmSecondFactor',
  tag: 'Access',
  summary: 'Turn the second factor on with a code of the app',
  action: 'signed-in',
  keyless: true,
  body: z.object({ code: z.string().trim().min(6).max(20) }).strict(),
  bodyExample: { code: '123456' },
  responses: {
    200: {
      description: 'It is on',
      schema: z.object({ recoveryCodes: z.array(z.string()).describe('Each works once; shown this once') }),
    },
  },
  problems: ['SECOND_FACTOR_NOT_BEGUN', 'SECOND_FACTOR_IS_ON', 'CODE_WRONG', 'TOKEN_SCOPE_EXCEEDED'],
  handle: async ({ body: { code } }, context) => {
    fullScope(context);
    const { deps, person, at } = context;
    const { accounts, attempts } = deps.identity;
    const account = await accounts.get(person.id);
    if (account?.secondFactor !== undefined) throw new ProblemError('SECOND_FACTOR_IS_ON');
    const secret = account?.pendingSecret;
    if (secret === undefined) throw new ProblemError('SECOND_FACTOR_NOT_BEGUN');
    await begin(attempts, [ownKey(person.id)], at);
    const lastStep = stepOf(secret, code, Date.parse(at));
    if (lastStep === undefined) throw new ProblemError('CODE_WRONG', { field: '/code' });
    await settled(attempts, [ownKey(person.id)], true);
    const { codes, hashes } = newRecoveryCodes();
    if (!(await accounts.turnOn(person.id, { secret, since: at, lastStep, recovery: hashes })))
      throw new ProblemError('SECOND_FACTOR_NOT_BEGUN');
    await noteSignIn(context, { outcome: 'second-factor-on', person: person.id });
    return { status: 200, body: { recoveryCodes: codes }, headers: NOT_KEPT };
  },
});

const removeFactor = route({
  method: 'delete',
  path: '/v1/me/second-factor',
  id: 'removeSecondFactor',
  tag: 'Access',
  summary: 'Turn my second factor off',
  action: 'signed-in',
  body: z.object({ password: GivenPassword }).strict(),
  bodyExample: { password: 'một câu dài chỉ mình tôi biết' },
  responses: { 204: { description: 'It is off' } },
  problems: ['NO_PASSWORD_YET', 'CURRENT_PASSWORD_WRONG', 'TOKEN_SCOPE_EXCEEDED'],
  handle: async ({ body: { password } }, context) => {
    fullScope(context);
    const { accounts } = context.deps.identity;
    const account = await accounts.get(context.person.id);
    if (account?.passwordHash === undefined) throw new ProblemError('NO_PASSWORD_YET');
    await demandPassword(account, password, 'password', context);
    await accounts.turnOff(account.person);
    await noteSignIn(context, { outcome: 'second-factor-off', person: account.person });
    return { status: 204 };
  },
});

export const ownAccountRoutes = [changePassword, beginFactor, confirmFactor, removeFactor];
