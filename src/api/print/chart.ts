import type { IndicatorVerdict } from '../../domain/cycle/verdict';
import { xmrLimits } from '../../domain/statistics/xmr';
import type { XmrLimits } from '../../domain/statistics/xmr';
import { valueText } from '../../domain/verdict/format';
import type { Flow } from './flow';
import { shown } from './reader';
import type { Reader } from './reader';
import { fontFor, WHOLE } from './sheet';
import type { Sheet } from './sheet';

/** Figures of an indicator period by period. `changeAt`: the first period of the new way. */
export type Drawn = {
  readonly unit: string;
  readonly points: readonly { readonly period: string; readonly value?: number | undefined }[];
  readonly changeAt?: string | undefined;
};
type On = { readonly flow: Flow; readonly doc: Sheet };
type Phase = { readonly from: number; readonly to: number; readonly limits: XmrLimits };

const HEIGHT = 120;
const LEFT = 54;
const BELOW = 14;
const COLOURS = { line: '#1f5fae', limit: '#8a94a6', change: '#b3541e', text: '#333' } as const;
const SMALL = 8;

/** The figures in order of time, with the middle and the natural limits of each phase, parted where the change was made. */
export function chart({ flow, doc }: On, drawn: Drawn & { readonly name: string }, reader: Reader): void {
  const { name, unit, points, changeAt } = drawn;
  const { say } = reader;
  flow.paragraph(name, 'bold');
  const split = changeAt === undefined ? -1 : points.findIndex(({ period }) => period >= changeAt);
  const phases = phasesOf(drawn, split);
  const said = phases.map(({ from, limits: { centre, lower, upper } }) => {
    const [c, l, u] = [centre, lower, upper].map((value) => shown(value, unit, reader));
    return `${say(split > 0 && from >= split ? 'after' : 'before')}: ${say('limits', { centre: c ?? '', lower: l ?? '', upper: u ?? '' })}`;
  });
  const spoken = points.map(({ period, value }) => `${period}: ${shown(value, unit, reader)}`).join('; ');
  flow.figure(HEIGHT, [name, ...said, spoken].join('. '), (y) =>
    draw({ flow, doc }, { drawn, phases, split, y }, reader),
  );
  for (const line of said) flow.paragraph(line);
}

function phasesOf({ points }: Drawn, split: number): readonly Phase[] {
  const spans = split > 0 ? [[0, split] as const, [split, points.length] as const] : [[0, points.length] as const];
  return spans.flatMap(([from, to]) => {
    const limits = xmrLimits(points.slice(from, to).flatMap(({ value }) => value ?? []));
    return limits === undefined ? [] : [{ from, to, limits }];
  });
}

type Picture = { readonly drawn: Drawn; readonly phases: readonly Phase[]; readonly split: number; readonly y: number };

function draw({ flow, doc }: On, { drawn, phases, split, y }: Picture, reader: Reader): void {
  const { points, unit } = drawn;
  const values = points.flatMap(({ value }) => value ?? []);
  const all = [...values, ...phases.flatMap(({ limits }) => [limits.lower, limits.upper])];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const step = (flow.width - LEFT) / Math.max(points.length, 1);
  const across = (i: number) => flow.x + LEFT + (i + 0.5) * step;
  const down = (value: number) => y + 4 + (high === low ? 0.5 : (high - value) / (high - low)) * (HEIGHT - BELOW - 8);
  const small = (text: string, x: number, at: number) =>
    doc
      .font(fontFor(text, 'text'))
      .fontSize(SMALL)
      .fillColor(COLOURS.text)
      .text(text, x, at, { lineBreak: false, ...WHOLE });
  for (const { from, to, limits } of phases)
    for (const [value, dash] of [
      [limits.centre, 0],
      [limits.lower, 3],
      [limits.upper, 3],
    ] as const) {
      const line = doc.moveTo(across(from) - step / 2, down(value)).lineTo(across(to - 1) + step / 2, down(value));
      (dash === 0 ? line.undash() : line.dash(dash, { space: 3 })).lineWidth(0.8).stroke(COLOURS.limit);
    }
  doc.undash();
  if (split > 0) {
    const x = across(split) - step / 2;
    doc
      .moveTo(x, y)
      .lineTo(x, y + HEIGHT - BELOW)
      .lineWidth(1)
      .stroke(COLOURS.change);
    small(reader.say('change'), x + 3, y);
  }
  trace(
    doc,
    points.map(({ value }, i) => (value === undefined ? undefined : ([across(i), down(value)] as const))),
  );
  small(shown(high, unit, reader), flow.x, y);
  small(shown(low, unit, reader), flow.x, y + HEIGHT - BELOW - SMALL);
  for (const i of new Set([0, points.length - 1]))
    small(points[i]?.period ?? '', across(i) - 14, y + HEIGHT - BELOW + 2);
}

/** A line through the points, broken where there is no value. */
function trace(doc: Sheet, places: readonly (readonly [number, number] | undefined)[]): void {
  for (const [i, place] of places.entries()) {
    if (place === undefined) continue;
    const before = places[i - 1];
    if (before !== undefined)
      doc
        .moveTo(...before)
        .lineTo(...place)
        .lineWidth(1.4)
        .stroke(COLOURS.line);
    doc.circle(...place, 2.2).fill(COLOURS.line);
  }
}

const BAR = 18;
const LABELS = 0.42;
/** Without figures in order of time: a bar for each side from nought, the length its value; texts say the same. */
export function bars({ flow, doc }: On, verdict: IndicatorVerdict, reader: Reader & { readonly called: string }): void {
  const { unit, per } = verdict;
  const { say, language, called } = reader;
  flow.paragraph(called, 'bold');
  const most = Math.max(...[verdict.before, verdict.after].map(({ value }) => Math.abs(value ?? 0)));
  for (const side of ['before', 'after'] as const) {
    const { value, n } = verdict[side];
    const text = value === undefined ? '–' : valueText(value, { unit, ...(per && { per }) }, language);
    const says = `${say(side)}: ${text} (n = ${n})`;
    flow.figure(BAR, `${called}. ${says}`, (y) => {
      const length = most === 0 ? 0 : (Math.abs(value ?? 0) / most) * flow.width * (1 - LABELS);
      const font = doc.font(fontFor(says, 'text')).fontSize(10.5).fillColor('#111');
      font.text(says, flow.x, y, { width: flow.width * LABELS, lineBreak: false, ...WHOLE });
      doc.rect(flow.x + flow.width * LABELS, y, length, BAR - 4);
      doc.fill(side === 'before' ? COLOURS.limit : COLOURS.line);
    });
  }
}
