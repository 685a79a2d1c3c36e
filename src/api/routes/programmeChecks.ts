import type { z } from 'zod';
import { circleRefusal, definitionRefusal } from '../../domain/programmes/check';
import type { ProgrammeDefinition } from '../../domain/programmes/programme.schema';
import type { Refusal } from '../../domain/shared/result';
import type { Context } from '../http/route';
import { problemOf } from '../problems/problem';
import { newestProgramme } from './programmeReading';
import type { StoredProgramme } from './programmeReading';
import type { ProgrammeInput } from './programmeViews';

/** The definition alone. A reason that came with what was read is the reason of that version, not of this one. */
export function editOf(body: z.output<typeof ProgrammeInput>, before: StoredProgramme | undefined) {
  const { id: _i, version: _v, recordedAt, by: _b, approvedEnd: _a, moved: _m, warnings: _w, ...rest } = body;
  const { state: _s, onTime: _t, onBudget: _o, money: _y, reason, ...definition } = rest;
  const echo = before?.versions.some((one) => one.recordedAt === recordedAt && one.reason === reason) === true;
  return { definition, reason: echo ? undefined : reason };
}

async function unknownIn(definition: ProgrammeDefinition, { deps }: Context): Promise<Refusal | undefined> {
  const { unit, owner, partOf } = definition;
  const { units, people } = deps.organisation;
  const unknown = (code: string, field: string, id: string) => ({ code, field, params: { id } });
  if ((await units.get(unit)) === undefined) return unknown('UNKNOWN_UNIT', '/unit', unit);
  if (owner !== undefined && (await people.get(owner)) === undefined) return unknown('UNKNOWN_PERSON', '/owner', owner);
  if (partOf !== undefined && (await deps.programmes.get(partOf)) === undefined)
    return unknown('UNKNOWN_PROGRAMME', '/partOf', partOf);
  return undefined;
}

async function circleOf(id: string, { partOf }: ProgrammeDefinition, { deps }: Context): Promise<Refusal | undefined> {
  const parents = new Map<string, string>();
  for (let at = partOf; at !== undefined && at !== id && !parents.has(at);) {
    const stored = await deps.programmes.get(at);
    const above: string | undefined = stored && newestProgramme(stored).definition.partOf;
    if (above === undefined) break;
    parents.set(at, above);
    at = above;
  }
  return circleRefusal(id, partOf, parents);
}

type Checked = {
  readonly id: string;
  readonly definition: ProgrammeDefinition;
  readonly before: StoredProgramme | undefined;
  readonly reason: string | undefined;
};
/** Everything a programme names that must be there, and every rule it must keep. @throws ProblemError naming the field */
export async function demandProgramme({ id, definition, before, reason }: Checked, context: Context): Promise<void> {
  const refusal =
    (await unknownIn(definition, context)) ??
    definitionRefusal(definition, before && newestProgramme(before), reason) ??
    (await circleOf(id, definition, context));
  if (refusal !== undefined) throw problemOf(refusal);
}
