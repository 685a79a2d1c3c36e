import { historyOf, historyRow, OUTCOMES, PHASES_TIMED } from '../../domain/history/history';
import type { HistoryRow } from '../../domain/history/history';
import type { Cycle } from '../../domain/cycle/state';
import type { CycleDueKind, DueItem } from '../../domain/reminders/due';
import { number, valueText } from '../../domain/verdict/format';
import { EDGE, Flow } from './flow';
import type { Column } from './flow';
import { shown } from './reader';
import type { Reader } from './reader';
import { furnish, MARGIN, sheetOf } from './sheet';
import type { Sheet } from './sheet';
import type { Printed } from './words';

/** An indicator of the unit, with what it said last. `before`: the period before that. */
export type LastValue = {
  readonly name: string;
  readonly unit: string;
  readonly direction: 'higher' | 'lower' | 'range';
  readonly period: string;
  readonly value?: number | undefined;
  readonly before?: number | undefined;
  readonly target?: number | undefined;
};
export type Reported = {
  readonly unit: string;
  readonly cycles: readonly Cycle[];
  readonly indicators: readonly LastValue[];
  readonly dues: readonly DueItem<CycleDueKind>[];
};

/** What came of the cycles of a unit and those below it, how its indicators stand and what is outstanding, on A4. */
export function reportOf({ unit, cycles, indicators, dues }: Reported, reader: Reader): Sheet {
  const { language, say, name, day, office, at } = reader;
  const title = `${say('history')}: ${name(unit)}`;
  const doc = sheetOf({ title, language, size: 'A4', wide: false });
  const flow = new Flow(doc, MARGIN, doc.page.width - 2 * MARGIN, MARGIN + EDGE);
  const rows = cycles.map(historyRow);
  flow.title(title);
  standing(flow, indicators, reader);
  outstanding(flow, dues, reader);
  figures(flow, rows, reader);
  list(flow, rows, reader);
  furnish(doc, { office, printed: say('printedOn', { day: day(at) }) }, say);
  return doc;
}

const columns = (titles: readonly string[], shares: readonly number[]): readonly Column[] =>
  titles.map((title, i) => ({ title, share: shares[i] ?? 0 }));

/** Rows under headings; where there are none, that there are none yet. */
function listed(flow: Flow, head: readonly Column[], rows: readonly (readonly string[])[], { say }: Reader): void {
  if (rows.length === 0) flow.paragraph(say('none'));
  else flow.table(head, rows);
}

function standing(flow: Flow, indicators: readonly LastValue[], reader: Reader): void {
  const { say } = reader;
  flow.heading(say('indicator'));
  const head = columns(
    [say('indicator'), say('period'), say('lastValue'), say('target'), say('trend')],
    [0.36, 0.12, 0.16, 0.14, 0.22],
  );
  const rows = indicators.map(({ name, unit, period, value, target, ...rest }) => [
    ...[name, period, shown(value, unit, reader), shown(target, unit, reader)],
    trendOf({ value, ...rest }, reader),
  ]);
  listed(flow, head, rows, reader);
}

function trendOf({ value, before, direction }: Pick<LastValue, 'value' | 'before' | 'direction'>, { say }: Reader) {
  if (value === undefined || before === undefined || direction === 'range') return '–';
  if (value === before) return say('steady');
  return say(value > before === (direction === 'higher') ? 'improving' : 'declining');
}

function outstanding(flow: Flow, dues: readonly DueItem<CycleDueKind>[], reader: Reader): void {
  const { say, name, day, at } = reader;
  flow.heading(say('outstanding'));
  const head = columns([say('what'), say('cycle'), say('owner'), say('due')], [0.24, 0.34, 0.22, 0.2]);
  const rows = [...dues]
    .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1))
    .map(({ kind, title, persons, dueAt }) => [
      ...[say(kind), title, persons.map(name).join(', ') || '–'],
      dueAt < at ? `${day(dueAt)} (${say('overdue')})` : day(dueAt),
    ]);
  listed(flow, head, rows, reader);
}

function figures(flow: Flow, rows: readonly HistoryRow[], reader: Reader): void {
  const { say, language } = reader;
  const { outcomes, days, fidelity } = historyOf(rows);
  const two = (a: Printed, b: Printed) => columns([say(a), say(b)], [0.5, 0.5]);
  flow.heading(say('outcomes'));
  flow.table(
    two('outcome', 'count'),
    OUTCOMES.map((outcome) => [say(outcome), `${outcomes[outcome]}`]),
  );
  flow.heading(say('time'));
  const spans = PHASES_TIMED.map((phase) => [phase, days[phase]] as const);
  flow.table(
    two('phase', 'median'),
    spans.map(([phase, { n, median }]) => [
      say(phase),
      `${median === undefined ? '–' : number(median, language)} (n = ${n})`,
    ]),
  );
  flow.heading(say('fidelity'));
  const years = fidelity.map(({ year, share: kept, n }) => [year, `${share(kept, reader)} (n = ${n})`]);
  listed(flow, two('year', 'share'), years, reader);
}

const share = (ratio: number | undefined, { language }: Reader): string =>
  ratio === undefined ? '–' : valueText(ratio, { unit: 'ratio' }, language);

function list(flow: Flow, rows: readonly HistoryRow[], reader: Reader): void {
  const { say, name, day } = reader;
  flow.heading(say('cycles'));
  const head = columns(
    [say('cycle'), say('lead'), say('launched'), say('outcome'), say('fidelity')],
    [0.34, 0.2, 0.15, 0.15, 0.16],
  );
  const cells = rows.map((row) => [
    ...[row.title, name(row.lead), day(row.launchedAt), say(row.outcome)],
    share(row.fidelity, reader),
  ]);
  listed(flow, head, cells, reader);
}
