import { z } from 'zod';
import { SIGN_IN_METHODS, SIGN_IN_OUTCOMES } from '../../activities/accounts.ports';
import { endOf } from '../../domain/accounts/session';
import { ROLES } from '../../domain/organisation/roles';
import type { Person } from '../../domain/organisation/organisation.schema';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { LANGUAGES } from '../../domain/shared/language';
import { standingOf } from '../auth/bearer';
import type { SignedIn } from '../auth/signedIn';
import { settingsOf } from '../auth/settings';
import { csrfOf } from '../auth/cookie';
import type { Context } from '../http/route';
import { StandsInForView, standsInForView } from './standing';

export const SignedInView = z.object({
  person: z.object({
    id: Id,
    name: z.string(),
    unit: Id,
    roles: z.array(z.enum(ROLES)),
    language: z.enum(LANGUAGES),
  }),
  csrf: z.string().describe('Goes into the header `X-CSRF-Token` of every change that is sent with the cookie'),
  expiresAt: IsoInstant.describe('When the session ends if it is not used any more'),
  secondFactor: z.boolean().describe('Whether the account asks for a code'),
  standsInFor: StandsInForView,
});

type Shown = { readonly person: Person; readonly session: NonNullable<SignedIn['session']> };

/** The session as its page sees it. */
export async function signedInView({ person, session }: Shown, context: Pick<Context, 'deps' | 'at'>) {
  const { id, name, unit, roles, language } = person;
  const account = await context.deps.identity.accounts.get(id);
  return {
    person: { id, name, unit, roles, language },
    csrf: csrfOf(session.secret),
    expiresAt: endOf(session, settingsOf(context).sessions),
    secondFactor: account?.secondFactor !== undefined,
    standsInFor: await standsInForView({ ...context, person, standing: standingOf(person) }),
  };
}

export const SessionView = z.object({
  id: z.string(),
  method: z.enum(SIGN_IN_METHODS),
  createdAt: IsoInstant,
  lastSeenAt: IsoInstant.describe('To the minute'),
  expiresAt: IsoInstant,
  address: z.string(),
  agent: z.string().describe('What the browser said it is'),
  current: z.boolean().describe('The session this was asked with'),
});

export const SignInView = z.object({
  at: IsoInstant,
  outcome: z.enum(SIGN_IN_OUTCOMES),
  method: z.enum(SIGN_IN_METHODS).optional(),
  person: z.string().optional().describe('Missing: nobody has that name'),
  by: z.string().optional().describe('Who did it, where that is somebody else'),
  address: z.string(),
});
export const RefusalView = z.object({
  at: IsoInstant.describe('The last time'),
  code: z.string(),
  route: z.string().describe('`operationId`'),
  path: z.string(),
  action: z.string().optional(),
  unit: z.string().optional(),
  person: z.string().optional().describe('Missing: nobody was signed in'),
  address: z.string(),
  count: z.number().int().min(1).describe('Of somebody who is not signed in: how often within the hour'),
});
