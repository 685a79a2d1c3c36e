import { passwordRefusal } from '../../domain/accounts/password';
import type { Person } from '../../domain/organisation/organisation.schema';
import type { Context } from '../http/route';
import { problemOf } from '../problems/problem';
import { hashOfPassword } from './passwordHash';

/** @throws ProblemError PASSWORD_TOO_COMMON, PASSWORD_NAMES_YOU */
export function judgePassword(password: string, { id, email }: Person, login: string | undefined): void {
  const refused = passwordRefusal(password, [id, email ?? '', login ?? '']);
  if (refused !== undefined) throw problemOf(refused);
}

/** Stores the password; every session and every link of the person is over. */
export async function setPassword(person: string, password: string, { deps, at }: Context): Promise<void> {
  const { accounts, sessions, links } = deps.identity;
  await accounts.setPassword(person, await hashOfPassword(password), at);
  await sessions.endAll(person);
  await links.discard(person);
}
