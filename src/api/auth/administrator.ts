import { ADMINISTRATOR, NO_UNIT } from '../../domain/organisation/defaults';
import type { ApiDeps } from '../ports';
import { hashOfToken } from './bearer';

/** Id of the token that the environment gives. */
const ENVIRONMENT_TOKEN = 'environment';

/**
 * Makes sure that the person `administrator` is there with that role, and that the token of the environment, when there
 * is one, signs them in. A token that the environment gave before stops working. Safe to repeat.
 */
export async function ensureAdministrator(
  { organisation, tokens, now }: Pick<ApiDeps, 'organisation' | 'tokens' | 'now'>,
  token: string | undefined,
): Promise<void> {
  const present = (await organisation.people.get(ADMINISTRATOR))?.value;
  if (present?.roles.includes('administrator') !== true) {
    const person = present ?? {
      id: ADMINISTRATOR,
      name: 'Quản trị hệ thống',
      unit: NO_UNIT,
      roles: [],
      language: 'vi',
    };
    const edited = await organisation.put(
      'person',
      { ...person, roles: [...person.roles, 'administrator'] },
      { by: 'kairyo' },
    );
    if (!edited.ok) throw new Error('the administrator cannot be put');
  }
  if (token === undefined || token === '') return;
  await tokens.replace({
    id: ENVIRONMENT_TOKEN,
    hash: hashOfToken(token),
    person: ADMINISTRATOR,
    name: 'KAIRYO_ADMIN_TOKEN',
    createdAt: now(),
    createdBy: 'kairyo',
  });
}
