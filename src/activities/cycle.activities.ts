import { createHash } from 'node:crypto';
import type { DeadlineBasis, Deadline } from '../domain/cycle/deadline';
import type { Facts, FactsNeeded } from '../domain/cycle/decide';
import { duesOf } from '../domain/cycle/dues';
import { cycleId } from '../domain/cycle/ids';
import type { CycleEvent } from '../domain/cycle/events';
import type { Cycle } from '../domain/cycle/state';
import { endOfWorkingDay } from '../domain/calendar/workingDays';
import { hashOf } from '../domain/shared/chain';
import { deadlineOf } from '../domain/cycle/deadlineOf';
import { calendarOf } from './officeCalendar';
import type { CycleReader, EventStore, Organisation, Recorded } from './ports';

export type RecordInput = {
  readonly stream: string;
  /** Sequence of the first event. */
  readonly first: number;
  readonly commandId: string;
  readonly events: readonly CycleEvent[];
  /** The state after the last event. */
  readonly cycle: Cycle;
};

export type FactsInput = {
  /** The cycle that asks. */
  readonly from: string;
  readonly unit: string;
  readonly procedure: string;
  readonly basis?: DeadlineBasis;
  readonly next?: FactsNeeded['next'];
};

export type CycleDeps = {
  readonly events: EventStore;
  readonly cycles: CycleReader;
  readonly organisation: Organisation;
};

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What a cycle asks the world to do. Every one of them may be repeated at any point. */
export function cycleActivities({ events, cycles, organisation }: CycleDeps) {
  return {
    /** Appends events under the hash chain and moves the projection with its due items. */
    async recordEvents(input: RecordInput): Promise<void> {
      const { stream, first, commandId, cycle } = input;
      const [before] = first === 1 ? [] : await events.read(stream, first - 2, 1);
      if (first > 1 && before === undefined) throw new Error(`event ${first - 1} of ${stream} is not stored yet`);
      const calendar = await calendarOf(organisation, cycle);
      const dues = duesOf(cycle, (date) => endOfWorkingDay(calendar, date));
      await events.appendCycle(chained(stream, first, commandId, input.events, before?.hash ?? ''), cycle, dues);
    },

    /** A deadline on the office's calendar; the next number of a series. */
    async fetchFacts({ from, unit, procedure, basis, next }: FactsInput): Promise<Facts> {
      const deadline = basis === undefined ? undefined : await deadlineFor({ unit, procedure }, basis);
      const following = next === undefined ? undefined : await nextOf(next.unit, procedure, from);
      return {
        ...(deadline === undefined ? {} : { deadline }),
        ...(following === undefined ? {} : { next: following }),
      };
    },
  };

  async function deadlineFor(place: { unit: string; procedure: string }, basis: DeadlineBasis): Promise<Deadline> {
    return { basis, at: deadlineOf(await calendarOf(organisation, place), basis) };
  }

  async function nextOf(unit: string, procedure: string, from: string): Promise<NonNullable<Facts['next']>> {
    const latest = await cycles.latest(unit, procedure);
    const no = (latest?.cycle.no ?? 0) + 1;
    const inTheWay = latest !== undefined && latest.cycle.phase !== 'closed' && latest.id !== from;
    return { id: cycleId(unit, procedure, no), unit, no, ...(inTheWay ? { blockedBy: latest.id } : {}) };
  }
}

export type CycleActivities = ReturnType<typeof cycleActivities>;

function chained(
  stream: string,
  first: number,
  commandId: string,
  events: readonly CycleEvent[],
  head: string,
): readonly Recorded<CycleEvent>[] {
  let previous = head;
  return events.map((event, index) => {
    const link = { stream, sequence: first + index, commandId, previous, event };
    previous = hashOf(link, sha256);
    return { ...link, hash: previous };
  });
}
