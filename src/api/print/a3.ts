import type { Cycle } from '../../domain/cycle/state';
import { came } from './a3Came';
import { planned } from './a3Plan';
import type { Drawn } from './chart';
import { EDGE, Flow } from './flow';
import type { Reader } from './reader';
import { furnish, MARGIN, sheetOf } from './sheet';
import type { Sheet } from './sheet';
import type { Printed } from './words';

const GUTTER = 24;
const TOP = 104;

/**
 * A cycle on one sheet of A3: left what was planned, right what came of it.
 *
 * @param series figures period by period of the plan's indicators, by their key; those without are shown by their two sides
 */
export function a3Of(cycle: Cycle, reader: Reader, series: ReadonlyMap<string, Drawn> = new Map()): Sheet {
  const { language, say, office, day, at } = reader;
  const doc = sheetOf({ title: cycle.title, language, size: 'A3', wide: true });
  const width = (doc.page.width - 2 * MARGIN - GUTTER) / 2;
  head(doc, cycle, reader);
  planned(new Flow(doc, MARGIN, width, TOP), cycle, reader);
  came(new Flow(doc, MARGIN + width + GUTTER, width, TOP), { doc, cycle, series }, reader);
  furnish(doc, { office, printed: say('printedOn', { day: day(at) }) }, say);
  return doc;
}

function head(doc: Sheet, cycle: Cycle, { say, name, day }: Reader): void {
  const dates: readonly (readonly [Printed, string | undefined])[] = [
    ['launched', cycle.launchedAt],
    ['approved', 'approvedAt' in cycle ? cycle.approvedAt : undefined],
    ['closed', cycle.phase === 'closed' ? cycle.closedAt : undefined],
  ];
  const line = [
    ...[name(cycle.unit), name(cycle.procedure), `${say('lead')}: ${name(cycle.lead)}`],
    `${say('phase')}: ${say(cycle.phase)}`,
    ...dates.flatMap(([key, at]) => (at === undefined ? [] : [`${say(key)}: ${day(at)}`])),
  ].join(' · ');
  const flow = new Flow(doc, MARGIN, doc.page.width - 2 * MARGIN, MARGIN + EDGE / 2);
  flow.title(cycle.title.length > 150 ? `${cycle.title.slice(0, 149)}…` : cycle.title);
  flow.paragraph(line);
}
