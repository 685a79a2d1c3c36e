import { z } from 'zod';
import { GivenPassword } from '../../domain/accounts/password.schema';
import { LANGUAGES } from '../../domain/shared/language';
import { noteSignIn } from '../auth/openSession';
import { loginOf } from '../auth/signInByPassword';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { accountOf, demandPassword } from './accountsMe';
import { demandEdit } from './documents';
import { fullScope } from './session';

const rename = route({
  method: 'put',
  path: '/v1/me/account',
  id: 'renameMyAccount',
  tag: 'Access',
  summary: 'Sign in under another e-mail address from now on',
  description: 'Letters with links go there too. The password is asked for once more.',
  action: 'signed-in',
  keyless: true,
  body: z.object({ email: z.email().max(320), password: GivenPassword }).strict(),
  bodyExample: { email: 'lan@example.gov.vn', password: 'một câu dài chỉ mình tôi biết' },
  responses: { 204: { description: 'It is the sign-in name now' } },
  problems: ['NO_PASSWORD_YET', 'CURRENT_PASSWORD_WRONG', 'EMAIL_IS_TAKEN', 'TOKEN_SCOPE_EXCEEDED'],
  handle: async ({ body: { email, password } }, context) => {
    fullScope(context);
    const { accounts } = context.deps.identity;
    const account = await accountOf(context);
    if (account.passwordHash === undefined) throw new ProblemError('NO_PASSWORD_YET');
    await demandPassword(account, password, 'password', context);
    const taken = (await isOfSomebodyElse(loginOf(email), context)) ? 'login-taken' : undefined;
    if ((taken ?? (await accounts.ensure(account.person, loginOf(email), context.at))) === 'login-taken')
      throw new ProblemError('EMAIL_IS_TAKEN', { field: '/email' });
    await noteSignIn(context, { outcome: 'renamed', person: account.person });
    return { status: 204 };
  },
});

const AT_ONCE = 500;

/** By an address of their own somebody is recognised who comes from the organisation's provider: nobody else takes it. */
async function isOfSomebodyElse(email: string, { deps, person }: Context): Promise<boolean> {
  for (let after: string | undefined; ;) {
    const page = await deps.organisation.people.list(after, AT_ONCE);
    const theirs = page.some(({ value }) => value.id !== person.id && loginOf(value.email ?? '') === email);
    if (theirs || page.length < AT_ONCE) return theirs;
    after = page.at(-1)?.value.id;
  }
}

const language = route({
  method: 'put',
  path: '/v1/me/language',
  id: 'chooseMyLanguage',
  tag: 'Access',
  summary: 'Choose the language of my messages and pages',
  action: 'signed-in',
  body: z.object({ language: z.enum(LANGUAGES) }).strict(),
  bodyExample: { language: 'en' },
  responses: { 204: { description: 'It is chosen' } },
  problems: ['CHANGED_MEANWHILE', 'TOKEN_SCOPE_EXCEEDED'],
  handle: async ({ body }, context) => {
    fullScope(context);
    const { organisation, onChanged } = context.deps;
    const stored = await organisation.people.get(context.person.id);
    if (stored === undefined)
      throw new ProblemError('NOT_FOUND', { params: { kind: 'person', id: context.person.id } });
    const person = { ...stored.value, language: body.language };
    demandEdit(await organisation.put('person', person, { by: person.id, expected: stored.version }));
    await onChanged('person', person.id);
    return { status: 204 };
  },
});

export const ownDetailRoutes = [rename, language];
