import { heartbeat } from '@temporalio/activity';
import { PERSONAL } from '../domain/privacy/purposes';
import type { PersonalKind } from '../domain/privacy/purposes';
import { cutoffs } from '../domain/privacy/retention';
import type { Instant } from '../domain/shared/time';
import { RETENTION } from './privacy.ports';
import type { Privacy } from './privacy.ports';

export type RetentionDeps = { readonly privacy: Pick<Privacy, 'expire' | 'retention'> };
export type RetentionActivities = ReturnType<typeof retentionActivities>;

const ASSUMED = Object.fromEntries(Object.entries(PERSONAL).map(([kind, { months }]) => [kind, months])) as Record<
  PersonalKind,
  number
>;

/** For how long each kind is kept now. */
export async function monthsKept(privacy: RetentionDeps['privacy']): Promise<Readonly<Record<PersonalKind, number>>> {
  const stored = await privacy.retention.get(RETENTION);
  return { ...ASSUMED, ...stored?.versions.at(-1)?.value.months };
}

/** Deletes what is kept no longer; answers how many rows of each kind. Safe to repeat. */
export function retentionActivities({ privacy }: RetentionDeps) {
  return {
    async deleteExpired({ at }: { readonly at: Instant }): Promise<Partial<Record<PersonalKind, number>>> {
      const gone: Partial<Record<PersonalKind, number>> = {};
      for (const { kind, before } of cutoffs(await monthsKept(privacy), at)) {
        gone[kind] = await privacy.expire(kind, before);
        heartbeat(kind);
      }
      return gone;
    },
  };
}
