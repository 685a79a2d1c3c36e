import { withUnitsBelow } from '../domain/access/place';
import { localDateOf } from '../domain/calendar/zone';
import type { EvaluationOptions } from '../domain/indicators/evaluation';
import { FROM_THE_BEGINNING, type DefinitionVersion } from '../domain/indicators/facts';
import { periodsBetween, type Period } from '../domain/indicators/period';
import { readsOf } from '../domain/indicators/reads';
import type { Instant } from '../domain/shared/time';
import { caseFigures as caseFiguresOver, type CaseFiguresDeps } from './caseFigures';
import { withCases } from './explainCases';
import { closureOf, loadFacts, settled, type Closure, type FactsDeps } from './indicatorFacts';
import type { IndicatorValue } from '../domain/indicators/value';
import type { IndicatorValues, TogetherAsked, ValuesAsked } from './indicators.ports';
import { ensureOnRecord } from './closingFigures';
import { calendarOf } from './officeCalendar';
import { triedCaseFigures } from './triedCaseFigures';

export type IndicatorValuesDeps = FactsDeps & CaseFiguresDeps;

/** Of how many others an indicator may be made. */
const CLOSURE = 2_000;
/** Indicators × units whose figures are held at the same time. */
const SERIES_AT_ONCE = 4_000;

type Definition = DefinitionVersion['definition'];

/** The indicator as though it had always been defined so; what units have instead stays. Closed periods are read as known now. */
function withProposed(found: Closure, indicator: string, definition: Definition): Closure {
  const before = found.get(indicator);
  const version = (before?.definitions.length ?? 0) + 1;
  const always = { validFrom: FROM_THE_BEGINNING, recordedAt: ALWAYS_KNOWN, by: '' };
  const stored = {
    ...{ id: indicator, version: before?.version ?? 0, overrides: before?.overrides ?? [] },
    definitions: [{ indicator, version, ...always, definition }],
  };
  return new Map([...found, [indicator, stored]]);
}
const ALWAYS_KNOWN: Instant = '0001-01-01T00:00:00.000Z';

/**
 * Values and explanations, computed when they are asked for: from the definitions and figures as they are stored, or as
 * they were known at `asOf`, and from the cases of procedures, which are read in one pass where they have changed.
 */
export function indicatorValues(deps: IndicatorValuesDeps): IndicatorValues & {
  readonly ensureRecorded: (unit: string, period: Period) => Promise<void>;
} {
  const caseFigures = caseFiguresOver(deps);
  const computed = { ...deps, caseFigures };
  const tried = { ...deps, caseFigures: caseFiguresOver({ ...deps, caseFigures: triedCaseFigures(deps.caseFigures) }) };

  async function factsFor(indicator: string, unit: string, proposed?: Definition) {
    const reads = proposed === undefined ? [] : readsOf(proposed).references;
    const found = await closureOf([indicator, ...reads], deps.indicators, CLOSURE);
    const closure = proposed === undefined ? found : withProposed(found, indicator, proposed);
    const units = withUnitsBelow(await deps.organisation.allUnits(), unit);
    const facts = await loadFacts(deps, closure, { units: units.length === 0 ? [unit] : units });
    return proposed === undefined ? facts : { ...facts, closings: [] };
  }

  /** The office's day then: the unit's, not the server's. */
  async function optionsOf(unit: string, asOf: Instant | undefined): Promise<EvaluationOptions> {
    const { timeZone } = await calendarOf(deps.organisation, { unit, procedure: '' });
    return { today: localDateOf(asOf ?? deps.clock.now(), timeZone), ...(asOf !== undefined && { asOf }) };
  }

  async function valuesOf({ indicator, unit, from, to, asOf }: ValuesAsked, proposed?: Definition) {
    const [facts, options] = await Promise.all([factsFor(indicator, unit, proposed), optionsOf(unit, asOf)]);
    const periods = periodsBetween(from, to);
    const read = (over: Parameters<Parameters<typeof settled>[2]['read']>[0]) =>
      periods.map((period) => over.value(indicator, unit, period));
    return settled(facts, options, { deps: proposed === undefined ? computed : tried, read });
  }

  /** Figures of so many indicators are held at a time that those of a thousand units below find room. */
  async function valuesTogether({
    unit,
    asOf,
    wanted,
  }: TogetherAsked): Promise<readonly (readonly IndicatorValue[])[]> {
    const [all, options] = await Promise.all([deps.organisation.allUnits(), optionsOf(unit, asOf)]);
    const below = withUnitsBelow(all, unit);
    const units = below.length === 0 ? [unit] : below;
    const atOnce = Math.max(1, Math.floor(SERIES_AT_ONCE / units.length));
    const found: (readonly IndicatorValue[])[] = [];
    for (let from = 0; from < wanted.length; from += atOnce) {
      const some = wanted.slice(from, from + atOnce);
      const ids = some.map(({ indicator }) => indicator);
      const facts = await loadFacts(deps, await closureOf(ids, deps.indicators, CLOSURE), { units });
      const values = await settled(facts, options, {
        deps: computed,
        read: (over) =>
          some.map((one) => periodsBetween(one.from, one.to).map((period) => over.value(one.indicator, unit, period))),
      });
      found.push(...values);
    }
    return found;
  }

  return {
    values: (asked) => valuesOf(asked),
    together: (asked) => valuesTogether(asked),
    preview: (asked, definition) => valuesOf(asked, definition),

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
