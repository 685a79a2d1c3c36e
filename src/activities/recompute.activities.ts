import { Context } from '@temporalio/activity';
import { localDateOf } from '../domain/calendar/zone';
import type { IndicatorValue } from '../domain/indicators/value';
import type { Instant } from '../domain/shared/time';
import { caseFigures as caseFiguresOver, type CaseFiguresDeps } from './caseFigures';
import { closureOf, loadFacts, settled, type FactsDeps, type LoadedFacts } from './indicatorFacts';
import type { IndicatorChange, KeptValues, PlannedIndicator, Recomputation, Recomputations } from './indicators.ports';
import { calendarOf } from './officeCalendar';
import { recomputePlan, type PlanDeps } from './recomputePlan';
import { scopesOver, touchedBy, type Scope } from './recomputeScope';

export type RecomputeDeps = FactsDeps &
  CaseFiguresDeps &
  PlanDeps & { readonly keptValues: KeptValues; readonly recomputations: Recomputations };

export type RecomputeStep = { readonly id: string; readonly changes: readonly IndicatorChange[] };
export type RecomputeActivities = ReturnType<typeof recomputeActivities>;

/** Indicators whose facts are loaded together. */
const INDICATORS_A_BATCH = 50;
/** Values that are kept together. */
const VALUES_A_WRITE = 6_000;
/** After this the workflow may take in what changed meanwhile, and goes on. */
const SLICE_MS = 30_000;
const HEARTBEAT_MS = 2_000;
const LARGEST_CLOSURE = 50_000;
const FAILURES_SHOWN = 20;

/** What the recomputation asks the world to do. */
export function recomputeActivities(deps: RecomputeDeps) {
  const { recomputations, indicators, keptValues, clock } = deps;
  const computed = { ...deps, caseFigures: caseFiguresOver(deps) };

  return {
    /**
     * Goes on with a recomputation for half a minute at most; `false`: there is more to do. Plan and progress are kept
     * after each batch: whoever takes over from a worker that died begins with the batch that was not finished, and
     * keeping the same values again changes nothing, not even the count of what changed.
     */
    async recomputeValues({ id, changes }: RecomputeStep): Promise<boolean> {
      const heart = setInterval(() => Context.current().heartbeat({ id }), HEARTBEAT_MS);
      try {
        let state = (await recomputations.get(id)) ?? (await begin(id, changes));
        const plan = (await recomputations.planned(id)) ?? [];
        const end = performance.now() + SLICE_MS;
        while (state.status === 'running' && state.indicators.done < plan.length) {
          if (Context.current().cancellationSignal.aborted) await Context.current().cancelled;
          if (performance.now() > end) return false;
          state = await nextBatch(state, plan);
          await recomputations.save(state);
          Context.current().heartbeat(state.indicators);
        }
        if (state.status === 'running') await recomputations.save(ended(state, clock.now()));
        return true;
      } finally {
        clearInterval(heart);
      }
    },
  };

  async function begin(id: string, changes: readonly IndicatorChange[]): Promise<Recomputation> {
    const plan = await recomputePlan(changes, deps);
    await recomputations.plan(id, plan);
    const total = (await recomputations.planned(id))?.length ?? plan.length;
    const state: Recomputation = {
      id,
      changes,
      status: 'running',
      indicators: { total, done: 0 },
      values: { computed: 0, changed: 0 },
      startedAt: clock.now(),
    };
    await recomputations.save(state);
    return state;
  }

  async function nextBatch(state: Recomputation, plan: readonly PlannedIndicator[]): Promise<Recomputation> {
    const { done, total } = state.indicators;
    const batch = plan.slice(done, done + INDICATORS_A_BATCH);
    const results = await batchValues(batch, state.changes);
    let [count, changed] = [state.values.computed, state.values.changed];
    for (const values of results.values) {
      count += values.length;
      const differing = await keptValues.keep(values, state.startedAt);
      changed += differing.length;
      await noteWatched(state.id, differing);
    }
    const failures = [...(state.failure?.split('\n') ?? []), ...results.failures].slice(0, FAILURES_SHOWN);
    return {
      ...state,
      indicators: { total, done: done + batch.length },
      values: { computed: count, changed },
      ...(failures.length > 0 && { failure: failures.join('\n') }),
    };
  }

  async function noteWatched(id: string, changed: readonly IndicatorValue[]): Promise<void> {
    if (changed.length === 0) return;
    const stored = await indicators.many([...new Set(changed.map(({ indicator }) => indicator))]);
    const watched = stored.filter(({ definitions }) => definitions.at(-1)?.definition.watch !== undefined);
    if (watched.length > 0)
      await recomputations.toWatch(
        id,
        watched.map((one) => one.id),
      );
  }

  /** The values of a batch, in portions; an indicator that cannot be evaluated does not stand in the way of the others. */
  async function batchValues(batch: readonly PlannedIndicator[], changes: readonly IndicatorChange[]) {
    const closure = await closureOf(
      batch.map(({ indicator }) => indicator),
      indicators,
      LARGEST_CLOSURE,
    );
    const facts = await loadFacts(deps, closure);
    const now = clock.now();
    const { timeZone } = await calendarOf(deps.organisation, { unit: homeOf(facts), procedure: '' });
    const today = localDateOf(now, timeZone);
    const scopeOf = scopesOver(facts, today, computed);
    const [values, failures]: [IndicatorValue[][], string[]] = [[[]], []];
    for (const { indicator, within } of batch) {
      const stored = closure.get(indicator);
      if (stored === undefined) continue;
      const scope = await scopeOf(stored);
      const narrowed = within === true ? touchedBy(changes, scope, facts) : scope;
      const found = await evaluated(narrowed, facts, today).catch((error: unknown) => {
        failures.push(`${indicator}: ${error instanceof Error ? error.message : String(error)}`);
        return [];
      });
      if ((values.at(-1)?.length ?? 0) + found.length > VALUES_A_WRITE) values.push([]);
      values.at(-1)?.push(...found);
    }
    return { values, failures };
  }

  function evaluated({ indicator, units, periods }: Scope, facts: LoadedFacts, today: Instant) {
    return settled(
      facts,
      { today },
      {
        deps: computed,
        read: (over) => units.flatMap((unit) => periods.map((period) => over.value(indicator, unit, period))),
      },
    );
  }
}

const homeOf = ({ closure }: LoadedFacts): string =>
  [...closure.values()][0]?.definitions.at(-1)?.definition.home ?? '';

const ended = (state: Recomputation, finishedAt: Instant): Recomputation => ({
  ...state,
  status: state.failure === undefined ? 'done' : 'failed',
  finishedAt,
});
