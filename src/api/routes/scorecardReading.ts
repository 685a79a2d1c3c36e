import { z } from 'zod';
import type { DatedVersion } from '../../activities/dated.ports';
import type { ScorecardReading, StoredScorecard } from '../../activities/scorecards.ports';
import type { Action } from '../../domain/access/actions';
import type { ScorecardDefinition } from '../../domain/scorecards/scorecard.schema';
import { Id } from '../../domain/shared/ids.schema';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { AsOf, momentOf, PeriodOrDay } from './indicatorReading';
import { actingFor } from './standing';

export const TAG = 'Scorecards';
export const ScorecardParams = z.object({ scorecard: Id });
export const WhichPeriod = {
  period: PeriodOrDay.optional().describe(
    'A period of any length, or a day in one; default: the last one that has ended',
  ),
  asOf: AsOf.optional(),
};

export function lastOf({ id, versions }: StoredScorecard): DatedVersion<ScorecardDefinition> {
  const last = versions.at(-1);
  if (last === undefined) throw new Error(`the scorecard ${id} has no version`);
  return last;
}
export const newestOf = (stored: StoredScorecard): ScorecardDefinition => lastOf(stored).value;

/** Whether the caller may read it: by role and place, or because they answer for it or stand in for who does. */
export async function mayRead({ unit, owner }: ScorecardDefinition, context: Context): Promise<boolean> {
  if (await context.may('scorecard.read', { unit })) return true;
  return context.may('scorecard.read', { unit, relations: await tieOf(owner, context) });
}

async function tieOf(owner: string | undefined, context: Context): Promise<readonly ['owner'] | readonly []> {
  if (owner === undefined) return [];
  const { id, standsInFor = [] } = await actingFor(context);
  return [id, ...standsInFor].includes(owner) ? ['owner'] : [];
}

/** The scorecard, when it is there and may be read. @throws ProblemError NOT_FOUND, after the policy was asked */
export async function presentScorecard(id: string, action: Action, context: Context): Promise<StoredScorecard> {
  const stored = await context.deps.scorecards.get(id);
  if (stored === undefined) {
    await context.allow(action);
    throw new ProblemError('NOT_FOUND', { params: { kind: 'scorecard', id } });
  }
  const { unit, owner } = newestOf(stored);
  await context.allow(action, { unit, relations: await tieOf(owner, context) });
  return stored;
}

export type Which = {
  readonly period?: string | undefined;
  readonly asOf?: string | undefined;
  /** Of how many periods the values are wanted; default: what the scorecard needs. */
  readonly periods?: number;
};
export type Asked = {
  readonly stored: StoredScorecard;
  readonly reading: ScorecardReading;
  readonly asOf: string | undefined;
};

/** The scorecard as it is read for a period and a moment, by a person who may. */
export async function askedScorecard(
  id: string,
  { period, asOf: text, periods }: Which,
  context: Context,
): Promise<Asked> {
  const stored = await presentScorecard(id, 'scorecard.read', context);
  const { knownAt: asOf } = await momentOf(newestOf(stored).unit, text, context);
  const reading = await context.deps.scorecardReader.read(stored, {
    period,
    asOf,
    ...(periods !== undefined && { periods }),
  });
  if (reading === undefined) {
    const first = stored.versions[0]?.recordedAt ?? '';
    throw new ProblemError('SCORECARD_NOT_KNOWN_YET', { params: { asOf: asOf ?? '', first } });
  }
  await demandUnitThen(reading, context);
  return { stored, reading, asOf };
}

/** The scorecard may have been another unit's then, whose values the reader may not see. */
async function demandUnitThen({ version }: ScorecardReading, context: Context): Promise<void> {
  const { unit, owner } = version.value;
  await context.allow('scorecard.read', { unit, relations: await tieOf(owner, context) });
}
