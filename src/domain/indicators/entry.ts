import { placeOf } from '../access/place';
import type { Unit } from '../organisation/organisation.schema';
import { canonicalJson } from '../shared/canonicalJson';
import type { Instant, LocalDate } from '../shared/time';
import { closedBy } from './entryClosed';
import type { Closing, DefinitionVersion, Figure, FigureOrigin } from './facts';
import type { ObservationEntry } from './observation.schema';
import {
  computedFrom,
  definitionIn,
  periodRefusals,
  perOf,
  quotientOf,
  ratioRefusals,
  shownFigure,
} from './observationRules';
import type { ObservationRefusal } from './observationRules';

/** What entries of one indicator are judged by. */
export type EntryFacts = {
  readonly indicator: string;
  readonly definitions: readonly DefinitionVersion[];
  readonly units: readonly Unit[];
  readonly closings: readonly Closing[];
  /** The latest version, where there is one. */
  readonly latest: (unit: string, period: string) => Figure | undefined;
  /** Ids of evidence files that are there. */
  readonly evidence: ReadonlySet<string>;
  /** The office's day. */
  readonly today: LocalDate;
  readonly by: string;
  readonly at: Instant;
  readonly kind: 'entered' | 'imported';
};

export type Judged =
  | { readonly outcome: 'refused'; readonly refusals: readonly ObservationRefusal[] }
  | {
      readonly outcome: 'recorded' | 'corrected' | 'unchanged';
      readonly figure: Omit<Figure, 'version'>;
      readonly before?: Figure;
    };

/** The unit of an entry that names none. */
export const homeOf = (definitions: readonly DefinitionVersion[]): string => definitions.at(-1)?.definition.home ?? '';

/** Judges entries of one indicator, each by itself and against those before it: all that is wrong, not only the first. */
export function judgedEntries(entries: readonly ObservationEntry[], facts: EntryFacts): readonly Judged[] {
  const seen = new Map<string, number>();
  const places = new Map<string, readonly string[]>();
  const place = (unit: string): readonly string[] => {
    const known = places.get(unit) ?? placeOf(facts.units, unit);
    places.set(unit, known);
    return known;
  };
  return entries.map((entry, index) => {
    const unit = entry.unit ?? homeOf(facts.definitions);
    const key = `${unit}|${entry.period}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    const twice: readonly ObservationRefusal[] =
      first === undefined
        ? []
        : [
            {
              code: 'OBSERVATION_GIVEN_TWICE',
              field: '/period',
              params: { unit, period: entry.period, first: `/items/${first}` },
            },
          ];
    return judged({ ...entry, unit }, { facts, place: place(unit), twice });
  });
}

type Entry = ObservationEntry & { readonly unit: string };
type Around = {
  readonly facts: EntryFacts;
  readonly place: readonly string[];
  readonly twice: readonly ObservationRefusal[];
};

function judged(entry: Entry, { facts, place, twice }: Around): Judged {
  const holding = definitionIn(facts.definitions, entry.period);
  const { indicator } = facts;
  const inForce: readonly ObservationRefusal[] =
    holding === undefined
      ? [{ code: 'INDICATOR_NOT_IN_FORCE', field: '/period', params: { indicator, period: entry.period } }]
      : [];
  const evidence = (entry.evidence ?? []).flatMap((id, i): readonly ObservationRefusal[] =>
    facts.evidence.has(id) ? [] : [{ code: 'UNKNOWN_EVIDENCE', field: `/evidence/${i}`, params: { id } }],
  );
  const refusals = [
    ...unitRefusals(entry, place, holding?.definition.home ?? homeOf(facts.definitions), indicator),
    ...inForce,
    ...(holding === undefined ? [] : definitionRefusals(entry, holding, facts)),
    ...twice,
    ...evidence,
  ];
  if (refusals.length > 0 || holding === undefined) return { outcome: 'refused', refusals };
  return againstWhatIsThere(figureOf(entry, holding, facts), { facts, place, twice });
}

function unitRefusals(
  { unit }: Entry,
  place: readonly string[],
  home: string,
  indicator: string,
): readonly ObservationRefusal[] {
  if (place.length === 0) return [{ code: 'UNKNOWN_UNIT', field: '/unit', params: { id: unit } }];
  if (place.includes(home)) return [];
  return [{ code: 'UNIT_IS_NOT_BELOW_HOME', field: '/unit', params: { indicator, home, unit } }];
}

function definitionRefusals(
  entry: Entry,
  { definition }: DefinitionVersion,
  { indicator, today }: EntryFacts,
): readonly ObservationRefusal[] {
  const { source } = definition;
  const from = computedFrom(source);
  if (from !== undefined)
    return [{ code: 'OBSERVATION_IS_COMPUTED', field: '/value', params: { indicator, from, type: source.type } }];
  return [
    ...periodRefusals(entry.period, { indicator, definition, today }),
    ...ratioRefusals(entry, { indicator, source }),
  ];
}

/** The rules that need a look at what is recorded: a closed period, a correction without a reason. */
function againstWhatIsThere(figure: Omit<Figure, 'version'>, { facts, place }: Around): Judged {
  const { unit, period } = figure;
  const before = facts.latest(unit, period);
  if (before !== undefined && saysTheSame(before, figure)) return { outcome: 'unchanged', figure, before };
  const closing = closedBy(facts.closings, place, period);
  if (closing !== undefined) {
    const params = { unit: closing.unit, period, closed: closing.period, closedAt: closing.closedAt };
    return { outcome: 'refused', refusals: [{ code: 'PERIOD_IS_CLOSED', field: '/period', params }] };
  }
  if (before === undefined) return { outcome: 'recorded', figure };
  if (figure.reason !== undefined) return { outcome: 'corrected', figure, before };
  const params = { unit, period, version: before.version, before: shownFigure(before) };
  return { outcome: 'refused', refusals: [{ code: 'REASON_NEEDED', field: '/reason', params }] };
}

function figureOf(entry: Entry, { definition }: DefinitionVersion, facts: EntryFacts): Omit<Figure, 'version'> {
  const { unit, period, numerator, denominator, n, reason, evidence, source: words } = entry;
  const value =
    quotientOf(entry, perOf(definition.source))?.toNumber() ?? (denominator === 0 ? undefined : entry.value);
  const origin: FigureOrigin = { kind: facts.kind, ...(words !== undefined && { words }) };
  return {
    indicator: facts.indicator,
    unit,
    period,
    status: entry.status ?? 'normal',
    ...(value !== undefined && { value }),
    ...(numerator !== undefined && { numerator }),
    ...(denominator !== undefined && { denominator }),
    ...(n !== undefined && { n }),
    origin,
    ...(evidence !== undefined && evidence.length > 0 && { evidence }),
    by: facts.by,
    recordedAt: facts.at,
    ...(reason !== undefined && { reason }),
    ...(definition.approval === true && { approval: { state: 'waiting' as const } }),
  };
}

/**
 * Whether a new figure says nothing that the latest version does not say: the same numbers and status, and no evidence,
 * reason or source in words that is new. Who, when and by which way do not matter. What was rejected is never the same.
 */
export function saysTheSame(latest: Figure, next: Omit<Figure, 'version'>): boolean {
  if (latest.approval?.state === 'rejected') return false;
  const numbers = ({ status, value, numerator, denominator, n }: Omit<Figure, 'version'>) =>
    canonicalJson([status, value, numerator, denominator, n]);
  const words = ({ origin }: Omit<Figure, 'version'>) => ('words' in origin ? origin.words : undefined);
  const nothingNew = (before: unknown, after: unknown) =>
    after === undefined || canonicalJson([before]) === canonicalJson([after]);
  return (
    numbers(latest) === numbers(next) &&
    nothingNew(latest.evidence, next.evidence) &&
    nothingNew(latest.reason, next.reason) &&
    nothingNew(words(latest), words(next))
  );
}
