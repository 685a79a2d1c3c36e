import type { CycleQuery, CycleReader, CycleRow, Recorded } from '../../../src/activities/ports';
import type { CycleCommands, CycleOutcome } from '../../../src/api/ports';
import type { PeriodCommands } from '../../../src/api/temporalPeriods';
import type { ReviewCommands } from '../../../src/api/temporalReviews';
import type { SurveyCommands } from '../../../src/api/temporalSurveys';
import { createHash } from 'node:crypto';
import type { CycleEvent } from '../../../src/domain/cycle/events';
import type { Cycle } from '../../../src/domain/cycle/state';
import { hashOf } from '../../../src/domain/shared/chain';

/** No surveys: those run on a real engine in test/system/survey. */
export const memorySurveys: SurveyCommands = {
  create: async ({ id }) => ({ ok: false, refusal: { code: 'SURVEY_EXISTS', params: { id } } }),
  command: async (id) => ({ ok: false, refusal: { code: 'NO_SUCH_SURVEY', params: { id } } }),
  cycleMoved: async () => undefined,
};

/** Reviews that nobody opened: the engine is not there. */
export const memoryReviews: ReviewCommands = {
  open: async ({ plan, period }) => ({
    ok: false,
    refusal: { code: 'REVIEW_EXISTS', params: { id: `${plan}~${period}` } },
  }),
  command: async (id) => ({ ok: false, refusal: { code: 'NO_SUCH_REVIEW', params: { id } } }),
  planChanged: async () => undefined,
};

/** Periods that nobody can open: the engine is not there. */
export const memoryPeriods: PeriodCommands = {
  open: async ({ scheme, unit, period }) => ({
    ok: false,
    refusal: { code: 'EVALUATION_PERIOD_EXISTS', params: { id: `${scheme}~${unit}~${period}` } },
  }),
  command: async (id) => ({ ok: false, refusal: { code: 'NO_SUCH_EVALUATION_PERIOD', params: { id } } }),
  resultsChanged: async () => undefined,
};

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Cycles in memory: enough of the engine to test how the API speaks to it. Approval and review need nothing here. */
export function memoryCycles(now: () => string) {
  const rows = new Map<string, CycleRow>();
  const streams = new Map<string, Recorded<CycleEvent>[]>();
  const carriedOut: string[] = [];

  function record(id: string, commandId: string, event: CycleEvent): number {
    const stream = streams.get(id) ?? [];
    const link = { stream: id, sequence: stream.length + 1, commandId, previous: stream.at(-1)?.hash ?? '', event };
    streams.set(id, [...stream, { ...link, hash: hashOf(link, sha256) }]);
    carriedOut.push(commandId);
    return link.sequence;
  }
  const put = (cycle: Cycle, version: number): CycleOutcome => {
    rows.set(cycle.id, { id: cycle.id, cycle, version });
    return { ok: true, cycle, version };
  };

  const commands: CycleCommands = {
    async launch(input, by, commandId) {
      const unit = input.unit ?? 'office';
      const base = `${unit}~${input.procedure}`;
      const open = [...rows.values()].find(({ id, cycle }) => id.startsWith(base) && cycle.phase !== 'closed');
      if (open !== undefined) {
        if (streams.get(open.id)?.[0]?.commandId === commandId) return { ok: true, ...open };
        return { ok: false, refusal: { code: 'CYCLE_ALREADY_OPEN', params: { open: open.id } } };
      }
      const no = [...rows.keys()].filter((id) => id.startsWith(`${base}~`)).length + 1;
      const common = {
        id: `${base}~${no}`,
        unit,
        procedure: input.procedure,
        no,
        stage: 1,
        title: input.title ?? base,
      };
      const cycle: Cycle = {
        ...common,
        phase: 'plan',
        lead: input.lead ?? by.id,
        launchedAt: now(),
        authors: [by.id],
        plan: input.plan,
      };
      const event: CycleEvent = {
        ...common,
        type: 'CycleLaunched',
        lead: cycle.lead,
        plan: input.plan,
        by: by.id,
        at: now(),
      };
      return put(cycle, record(cycle.id, commandId, event));
    },
    async command(id, command, by, commandId) {
      const row = rows.get(id);
      if (row === undefined) return { ok: false, refusal: { code: 'NO_SUCH_CYCLE', params: { id } } };
      if (streams.get(id)?.some((link) => link.commandId === commandId)) return { ok: true, ...row };
      if (command.type === 'ApprovePlan')
        return {
          ok: false,
          refusal: {
            code: 'PLAN_IS_INCOMPLETE',
            params: { count: 2, missing: ['PLAN_NEEDS_AN_AIM /plan/aim', 'PLAN_NEEDS_REVIEWERS /plan/reviewers'] },
          },
        };
      if (command.type === 'WithdrawPlan') {
        const { id: _id, ...rest } = row.cycle;
        const closed = { ...rest, id, phase: 'closed', outcome: 'withdrawn', closedAt: now(), reason: command.reason };
        const event: CycleEvent = { type: 'PlanWithdrawn', reason: command.reason, by: by.id, at: now() };
        return put(closed as Cycle, record(id, commandId, event));
      }
      return { ok: false, refusal: { code: 'NOT_IN_THIS_PHASE', params: { phase: row.cycle.phase, allowed: ['do'] } } };
    },
  };

  const reader: CycleReader = {
    get: async (id) => rows.get(id),
    list: async (query) => listed([...rows.values()], query),
    latest: async () => undefined,
    openIds: async () => [...rows.keys()],
  };
  const events = {
    read: async (stream: string, after = 0, limit = 1000) =>
      (streams.get(stream) ?? []).filter(({ sequence }) => sequence > after).slice(0, limit),
  };
  return { commands, reader, events, carriedOut, streams };
}

function listed(rows: readonly CycleRow[], query: CycleQuery): readonly CycleRow[] {
  const place = ({ cycle, id }: CycleRow) => `${cycle.launchedAt} ${id}`;
  return rows
    .filter(({ cycle }) => query.units?.includes(cycle.unit) ?? true)
    .filter(({ cycle }) => (query.procedure ?? cycle.procedure) === cycle.procedure)
    .filter(({ cycle }) => (query.phase ?? cycle.phase) === cycle.phase)
    .filter(({ cycle }) => cycle.launchedAt >= (query.from ?? '') && cycle.launchedAt < (query.to ?? '9'))
    .sort((a, b) => (place(a) < place(b) ? 1 : -1))
    .filter((row) => query.after === undefined || place(row) < query.after)
    .slice(0, query.limit);
}
