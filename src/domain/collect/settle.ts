import type { Unit } from '../organisation/organisation.schema';
import { homeOf, judgedEntries } from '../indicators/entry';
import type { EntryFacts, Judged } from '../indicators/entry';
import type { Closing, DefinitionVersion, Figure } from '../indicators/facts';
import type { ObservationEntry } from '../indicators/observation.schema';
import { periodOfDay } from '../indicators/period';
import { definitionIn, shownFigure } from '../indicators/observationRules';
import type { Period } from '../indicators/period';
import type { Instant, LocalDate } from '../shared/time';
import type { Collector } from './collector.schema';
import { periodOf } from './periods';
import type { SourcePeriod } from './periods';
import { collectRowError } from './rowErrors';
import type { CollectRowError } from './rowErrors';
import type { SourceRow } from './rows';

export const COLLECTED_AGAIN = 'Nguồn đã thay đổi khi thu thập lại / collected again: source changed';
/** Who stands behind a collected figure. No person's id has a slash, so that any person may approve it. */
export const collectedBy = (collector: string): string => `collector/${collector}`;

/** What collected rows are judged by. */
export type SettleFacts = {
  readonly collector: Pick<Collector, 'id' | 'onlyNew'>;
  readonly definitions: (indicator: string) => readonly DefinitionVersion[] | undefined;
  readonly units: readonly Unit[];
  readonly closings: readonly Closing[];
  readonly latest: (indicator: string, unit: string, period: Period) => Figure | undefined;
  /** The office's day. */
  readonly today: LocalDate;
  readonly at: Instant;
};
/** A figure to record, decided on when its latest version was `expected` (0: none). */
export type SettledFigure = Omit<Figure, 'version'> & { readonly expected: number };
export type Settled = {
  readonly figures: readonly SettledFigure[];
  readonly recorded: number;
  readonly corrected: number;
  readonly unchanged: number;
  /** Recorded once and left, because the collector takes new ones only. */
  readonly kept: number;
  /** Rows of closed periods whose figure differs. */
  readonly closed: number;
  /** Rows whose figure somebody else recorded otherwise. */
  readonly conflicts: number;
  readonly errors: readonly CollectRowError[];
};

export type PlacedRow = Omit<SourceRow, 'at' | 'unit'> & { readonly unit: string; readonly period: Period };
type Outcome = Exclude<keyof Settled, 'figures' | 'errors'> | 'refused';
type One = { readonly outcome: Outcome; readonly figure?: SettledFigure; readonly errors?: readonly CollectRowError[] };

/** Each row in its period (of the indicator's frequency) and unit; those of unknown indicators and units stay out. */
export function placedRows(
  rows: readonly SourceRow[],
  facts: Pick<SettleFacts, 'definitions' | 'units'>,
): { readonly placed: readonly PlacedRow[]; readonly errors: readonly CollectRowError[] } {
  const known = new Set(facts.units.map(({ id }) => id));
  const read = rows.map((row): PlacedRow | CollectRowError => {
    const { at, unit, ...rest } = row;
    const definitions = facts.definitions(row.indicator);
    if (definitions === undefined || definitions.length === 0)
      return unknown('COLLECT_INDICATOR_UNKNOWN', 'indicator', row.indicator, row.row);
    if (unit !== undefined && !known.has(unit)) return unknown('COLLECT_UNIT_UNKNOWN', 'unit', unit, row.row);
    return { ...rest, unit: unit ?? homeOf(definitions), period: periodFor(at, definitions) };
  });
  return {
    placed: read.flatMap((one) => ('period' in one ? [one] : [])),
    errors: read.flatMap((one) => ('words' in one ? [one] : [])),
  };
}

const unknown = (
  code: 'COLLECT_INDICATOR_UNKNOWN' | 'COLLECT_UNIT_UNKNOWN',
  field: string,
  value: string,
  row: number,
): CollectRowError => collectRowError({ code, field, params: { value } }, row);

/** A day lies in the period of the frequency that the indicator has in its month. */
function periodFor(at: SourcePeriod, definitions: readonly DefinitionVersion[]): Period {
  if ('period' in at) return at.period;
  const holding = definitionIn(definitions, periodOfDay(at.day, 'month')) ?? definitions[0];
  return periodOf(at, holding?.definition.frequency ?? 'month');
}

/** What becomes of the rows: each is judged as an entry of a person would be, and then against who recorded what is there. */
export function settled(rows: readonly PlacedRow[], facts: SettleFacts): Settled {
  const byIndicator = new Map<string, PlacedRow[]>();
  for (const row of rows) {
    const same = byIndicator.get(row.indicator);
    if (same === undefined) byIndicator.set(row.indicator, [row]);
    else same.push(row);
  }
  const ones = [...byIndicator].flatMap(([indicator, of]) => settledOf(indicator, of, facts));
  const count = (outcome: Outcome): number => ones.filter((one) => one.outcome === outcome).length;
  return {
    figures: ones.flatMap(({ figure }) => figure ?? []),
    recorded: count('recorded'),
    corrected: count('corrected'),
    unchanged: count('unchanged'),
    kept: count('kept'),
    closed: count('closed'),
    conflicts: count('conflicts'),
    errors: ones.flatMap(({ errors = [] }) => errors),
  };
}

function settledOf(indicator: string, rows: readonly PlacedRow[], facts: SettleFacts): readonly One[] {
  const asEntered: EntryFacts = {
    indicator,
    definitions: facts.definitions(indicator) ?? [],
    units: facts.units,
    closings: facts.closings,
    latest: (unit, period) => facts.latest(indicator, unit, period),
    evidence: new Set(),
    today: facts.today,
    by: collectedBy(facts.collector.id),
    at: facts.at,
    kind: 'imported',
  };
  const judged = judgedEntries(rows.map(entryOf), asEntered);
  return rows.map((row, index) => {
    const one = judged[index];
    return one === undefined ? { outcome: 'refused' } : outcomeOf(row, one, { facts, asEntered, rows });
  });
}

const entryOf = ({ unit, period, status, value, numerator, denominator, n }: PlacedRow): ObservationEntry => ({
  unit,
  period,
  ...(status !== undefined && { status }),
  ...(value !== undefined && { value }),
  ...(numerator !== undefined && { numerator }),
  ...(denominator !== undefined && { denominator }),
  ...(n !== undefined && { n }),
});

type Around = { readonly facts: SettleFacts; readonly asEntered: EntryFacts; readonly rows: readonly PlacedRow[] };

function outcomeOf(row: PlacedRow, judged: Judged, { facts, asEntered, rows }: Around): One {
  if (judged.outcome === 'unchanged') return { outcome: 'unchanged' };
  if (judged.outcome !== 'refused') return recordedAs('recorded', judged.figure, facts);
  const codes = judged.refusals.map(({ code }) => code);
  if (codes.every((code) => code === 'REASON_NEEDED')) return changed(row, { facts, asEntered, rows });
  const errors = judged.refusals.map((refusal) => collectRowError(withRow(refusal, rows), row.row));
  return { outcome: codes.every((code) => code === 'PERIOD_IS_CLOSED') ? 'closed' : 'refused', errors };
}

/** The source says otherwise than what is recorded: a correction, unless it is somebody else's figure. */
function changed(row: PlacedRow, { facts, asEntered }: Around): One {
  const { collector } = facts;
  const before = facts.latest(row.indicator, row.unit, row.period);
  if (before === undefined) return { outcome: 'refused' };
  const own = before.origin.kind === 'collected' && before.origin.collector === collector.id;
  const [judged] = judgedEntries([{ ...entryOf(row), reason: COLLECTED_AGAIN }], asEntered);
  if (judged === undefined || judged.outcome === 'refused') return { outcome: 'refused' };
  if (sameNumbers(before, judged.figure)) return { outcome: 'unchanged' };
  if (collector.onlyNew === true) return { outcome: 'kept' };
  if (own) return recordedAs('corrected', judged.figure, facts, before.version);
  const params = {
    unit: row.unit,
    period: row.period,
    value: shownFigure(judged.figure),
    before: shownFigure(before),
    by: before.by,
  };
  return {
    outcome: 'conflicts',
    errors: [collectRowError({ code: 'COLLECT_OTHERS_FIGURE', field: 'value', params }, row.row)],
  };
}

/** A rejected figure is not said again and again, only because the source still has it. */
const sameNumbers = (one: Figure, other: Omit<Figure, 'version'>): boolean =>
  (['status', 'value', 'numerator', 'denominator', 'n'] as const).every((name) => one[name] === other[name]);

const recordedAs = (
  outcome: 'recorded' | 'corrected',
  figure: Omit<Figure, 'version'>,
  { collector }: SettleFacts,
  expected = 0,
): One => ({ outcome, figure: { ...figure, origin: { kind: 'collected', collector: collector.id }, expected } });

/** Of two rows for one period the second names the first as the source counts it. */
function withRow<R extends { readonly params?: Readonly<Record<string, unknown>> }>(
  refusal: R,
  rows: readonly PlacedRow[],
): R {
  const first = /^\/items\/(\d+)$/.exec(textOf(refusal.params?.['first']))?.[1];
  const row = first === undefined ? undefined : rows[Number(first)]?.row;
  return row === undefined ? refusal : { ...refusal, params: { ...refusal.params, first: `#${row}` } };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
