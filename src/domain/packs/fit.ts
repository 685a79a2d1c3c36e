import type { IndicatorSource } from '../indicators/indicator.schema';
import type { Words } from '../shared/language';
import type { PackContents } from './pack.schema';
import { waitingForProcedure, waitingForSurvey } from './words';

/** What of the office a pack can be connected to. */
export type Surroundings = {
  readonly procedures: ReadonlySet<string>;
  /** Ids and series of the surveys there are. */
  readonly surveys: ReadonlySet<string>;
  /** The office's own procedure for one that the pack names. */
  readonly mapped: Readonly<Record<string, string>>;
};
export type Fitted = { readonly contents: PackContents; readonly waiting: ReadonlyMap<string, Words> };

/**
 * The pack connected to the office's procedures and surveys. Where one is not there, values are entered by hand until the
 * pack is installed again: that then is an upgrade of what nobody changed.
 */
export function fitted(contents: PackContents, there: Surroundings): Fitted {
  const waiting = new Map<string, Words>();
  const entries = Object.entries(contents.indicators).map(([id, one]) => {
    const { source, missing } = fittedSource(one.source, there);
    if (missing !== undefined) waiting.set(`indicator/${id}`, missing);
    return [id, { ...withWatch(one, there), source }] as const;
  });
  const planTemplates = contents.planTemplates.map(({ procedure, ...one }) => {
    const known = procedure === undefined ? undefined : (there.mapped[procedure] ?? procedure);
    return { ...one, ...(known !== undefined && { procedure: known }) };
  });
  return { contents: { ...contents, indicators: Object.fromEntries(entries), planTemplates }, waiting };
}

type FittedSource = { readonly source: IndicatorSource; readonly missing?: Words };

function fittedSource(source: IndicatorSource, there: Surroundings): FittedSource {
  if (source.type === 'survey' && !there.surveys.has(source.survey))
    return { source: { type: 'entered' }, missing: waitingForSurvey(source.survey) };
  if (source.type !== 'cases') return { source };
  const procedure = there.mapped[source.procedure] ?? source.procedure;
  if (there.procedures.has(procedure)) return { source: { ...source, procedure } };
  return { source: { type: 'entered' }, missing: waitingForProcedure(procedure) };
}

function withWatch<T extends PackContents['indicators'][string]>(one: T, there: Surroundings): T {
  const named = one.watch?.procedure;
  if (named === undefined) return one;
  const procedure = there.mapped[named] ?? named;
  const { procedure: _left, ...watch } = one.watch ?? {};
  return { ...one, watch: there.procedures.has(procedure) ? { ...watch, procedure } : watch };
}

/** Procedures that a pack names and an office may have its own for. */
export const proceduresOf = (contents: PackContents): readonly string[] => [
  ...new Set([
    ...Object.values(contents.indicators).flatMap(({ source, watch }) => [
      ...(source.type === 'cases' ? [source.procedure] : []),
      ...(watch?.procedure === undefined ? [] : [watch.procedure]),
    ]),
    ...contents.planTemplates.flatMap(({ procedure }) => procedure ?? []),
  ]),
];
