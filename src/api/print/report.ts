import { historyOf, OUTCOMES, PHASES_TIMED } from '../../domain/history/history';
import type { HistoryRow } from '../../domain/history/history';
import { number, valueText } from '../../domain/verdict/format';
import type { Reader } from './a3';
import { Flow, MARGIN, sheetOf } from './flow';
import type { Sheet } from './flow';
import { printed } from './words';
import type { Printed } from './words';

/** What came of the cycles of a unit and those below it, on A4. */
export function reportOf(unit: string, rows: readonly HistoryRow[], { language, name, day }: Reader): Sheet {
  const say = (key: Printed) => printed(key, language);
  const title = `${say('history')}: ${name(unit)}`;
  const doc = sheetOf({ title, language, size: 'A4', wide: false });
  const flow = new Flow(doc, MARGIN, doc.page.width - 2 * MARGIN, MARGIN);
  const { outcomes, days, fidelity } = historyOf(rows);
  const share = (ratio: number | undefined) =>
    ratio === undefined ? '–' : valueText(ratio, { unit: 'ratio' }, language);
  flow.heading(title);
  flow.heading(say('outcomes'));
  for (const outcome of OUTCOMES) flow.row([say(outcome), `${outcomes[outcome]}`], [0.4, 0.6]);
  flow.heading(say('time'));
  for (const phase of PHASES_TIMED) {
    const { n, median } = days[phase];
    flow.row([say(phase), `${median === undefined ? '–' : number(median, language)} (n = ${n})`], [0.4, 0.6]);
  }
  flow.heading(say('fidelity'));
  if (fidelity.length === 0) flow.paragraph(say('notYet'));
  for (const { year, share: kept, n } of fidelity) flow.row([year, `${share(kept)} (n = ${n})`], [0.4, 0.6]);
  flow.heading(say('cycles'));
  const shares = [0.36, 0.22, 0.14, 0.14, 0.14];
  flow.row([say('cycle'), say('lead'), say('launched'), say('outcome'), say('fidelity')], shares, 'bold');
  for (const row of rows)
    flow.row([row.title, name(row.lead), day(row.launchedAt), say(row.outcome), share(row.fidelity)], shares);
  return doc;
}
