import { withUnitsBelow } from '../domain/access/place';
import { localDateOf } from '../domain/calendar/zone';
import type { EvaluationOptions } from '../domain/indicators/evaluation';
import { periodsBetween, type Period } from '../domain/indicators/period';
import type { Instant } from '../domain/shared/time';
import { caseFigures as caseFiguresOver, type CaseFiguresDeps } from './caseFigures';
import { withCases } from './explainCases';
import { closureOf, loadFacts, settled, type FactsDeps } from './indicatorFacts';
import type { IndicatorValues } from './indicators.ports';
import { ensureOnRecord } from './closingFigures';
import { calendarOf } from './officeCalendar';

export type IndicatorValuesDeps = FactsDeps & CaseFiguresDeps;

/** Of how many others an indicator may be made. */
const CLOSURE = 2_000;

/**
 * Values and explanations, computed when they are asked for: from the definitions and figures as they are stored, or as
 * they were known at `asOf`, and from the cases of procedures, which are read in one pass where they have changed.
 */
export function indicatorValues(deps: IndicatorValuesDeps): IndicatorValues & {
  readonly ensureRecorded: (unit: string, period: Period) => Promise<void>;
} {
  const caseFigures = caseFiguresOver(deps);
  const computed = { ...deps, caseFigures };

  async function factsFor(indicator: string, unit: string) {
    const closure = await closureOf([indicator], deps.indicators, CLOSURE);
    const units = withUnitsBelow(await deps.organisation.allUnits(), unit);
    return loadFacts(deps, closure, { units: units.length === 0 ? [unit] : units });
  }

  /** The office's day then: the unit's, not the server's. */
  async function optionsOf(unit: string, asOf: Instant | undefined): Promise<EvaluationOptions> {
    const { timeZone } = await calendarOf(deps.organisation, { unit, procedure: '' });
    return { today: localDateOf(asOf ?? deps.clock.now(), timeZone), ...(asOf !== undefined && { asOf }) };
  }

  return {
    async values({ indicator, unit, from, to, asOf }) {
      const [facts, options] = await Promise.all([factsFor(indicator, unit), optionsOf(unit, asOf)]);
      const periods = periodsBetween(from, to);
      const read = (over: Parameters<Parameters<typeof settled>[2]['read']>[0]) =>
        periods.map((period) => over.value(indicator, unit, period));
      return settled(facts, options, { deps: computed, read });
    },

    async explain({ indicator, unit, period, asOf }) {
      const [facts, options] = await Promise.all([factsFor(indicator, unit), optionsOf(unit, asOf)]);
      const explained = await settled(facts, options, {
        deps: computed,
        read: (over) => ({ value: over.value(indicator, unit, period), tree: over.explain(indicator, unit, period) }),
      });
      return { ...explained, tree: await withCases(explained.tree, facts.closure, { ...deps, caseFigures }) };
    },

    ensureRecorded: (unit, period) => ensureOnRecord({ unit, period }, { ...deps, caseFigures }),
  };
}
