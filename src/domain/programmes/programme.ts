import type { Instant, LocalDate } from '../shared/time';
import type { ProgrammeDefinition } from './programme.schema';

/** A version of a programme, as far as its dates are asked for. */
export type ProgrammeVersion = {
  readonly value: ProgrammeDefinition;
  readonly recordedAt: Instant;
  readonly by: string;
  readonly reason?: string;
};
/** A programme as it is known, and the end it was first approved with. */
export type Programme = {
  readonly id: string;
  readonly definition: ProgrammeDefinition;
  /** On time is measured against it, however often the planned end was moved since. */
  readonly approvedEnd: LocalDate;
  readonly moved: readonly MovedEnd[];
};
export type MovedEnd = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly by: string;
  readonly recordedAt: Instant;
  readonly reason?: string;
};

/** `undefined`: nothing is known of it. `versions` stand in the order in which they were recorded. */
export function programmeOf(id: string, versions: readonly ProgrammeVersion[]): Programme | undefined {
  const [first, last] = [versions[0], versions.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { id, definition: last.value, approvedEnd: first.value.plannedEnd, moved: movedEnds(versions) };
}

function movedEnds(versions: readonly ProgrammeVersion[]): readonly MovedEnd[] {
  return versions.flatMap(({ value, recordedAt, by, reason }, i) => {
    const from = versions[i - 1]?.value.plannedEnd ?? value.plannedEnd;
    const to = value.plannedEnd;
    return from === to ? [] : [{ from, to, by, recordedAt, ...(reason !== undefined && { reason }) }];
  });
}

export const PROGRAMME_STATES = ['planned', 'running', 'finished', 'cancelled'] as const;
export type ProgrammeState = (typeof PROGRAMME_STATES)[number];

/** Where it stands on a day. Days that have not come yet then say nothing. */
export function stateOn({ cancelled, actualEnd, actualStart }: ProgrammeDefinition, day: LocalDate): ProgrammeState {
  if (cancelled !== undefined && cancelled <= day) return 'cancelled';
  if (actualEnd !== undefined && actualEnd <= day) return 'finished';
  return actualStart !== undefined && actualStart <= day ? 'running' : 'planned';
}
