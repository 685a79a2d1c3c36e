import type { Cycle } from '../../domain/cycle/state';
import type { IndicatorVerdict } from '../../domain/cycle/verdict';
import { valueText } from '../../domain/verdict/format';
import { Flow, MARGIN, sheetOf, WHOLE } from './flow';
import type { Sheet } from './flow';
import { printed } from './words';
import type { Printed } from './words';

/** `name` of a person, unit or procedure by id; `day` of an instant on the office's calendar. */
export type Reader = {
  readonly language: 'vi' | 'en';
  readonly name: (id: string) => string;
  readonly day: (at: string) => string;
};
const GUTTER = 24;
const TOP = 100;

/** A cycle on one sheet of A3: left what was planned, right what came of it. */
export function a3Of(cycle: Cycle, reader: Reader): Sheet {
  const doc = sheetOf({ title: cycle.title, language: reader.language, size: 'A3', wide: true });
  const width = (doc.page.width - 2 * MARGIN - GUTTER) / 2;
  const say = (key: Printed) => printed(key, reader.language);
  head(doc, cycle, reader);
  planned(new Flow(doc, MARGIN, width, TOP), cycle, { ...reader, say });
  came(new Flow(doc, MARGIN + width + GUTTER, width, TOP), doc, cycle, { ...reader, say });
  return doc;
}
type Saying = Reader & { readonly say: (key: Printed) => string };

function head(doc: Sheet, cycle: Cycle, { language, name, day }: Reader): void {
  const dates: readonly (readonly [Printed, string | undefined])[] = [
    ['launched', cycle.launchedAt],
    ['approved', 'approvedAt' in cycle ? cycle.approvedAt : undefined],
    ['closed', cycle.phase === 'closed' ? cycle.closedAt : undefined],
  ];
  const line = [
    ...[name(cycle.unit), name(cycle.procedure), `${printed('lead', language)}: ${name(cycle.lead)}`],
    ...dates.flatMap(([key, at]) => (at === undefined ? [] : [`${printed(key, language)}: ${day(at)}`])),
  ].join(' · ');
  const flow = new Flow(doc, MARGIN, doc.page.width - 2 * MARGIN, MARGIN);
  flow.heading(cycle.title.length > 150 ? `${cycle.title.slice(0, 149)}…` : cycle.title);
  flow.paragraph(line);
}

function planned(flow: Flow, { plan, ...cycle }: Cycle, { language, say, name, day }: Saying): void {
  const { problem, causes = [], aim, pilot, indicators = [], countermeasures = [], reviewers = [] } = plan;
  const value = (v: number | undefined, unit = 'number') => (v === undefined ? '–' : valueText(v, { unit }, language));
  part(flow, say('problem'), problem === undefined ? [] : [problem], say);
  part(
    flow,
    say('causes'),
    causes.map((cause) => `• ${cause}`),
    say,
  );
  const by = aim?.by === undefined ? '' : ` (${say('due')}: ${day(aim.by)})`;
  part(flow, say('aim'), aim === undefined ? [] : [`${aim.text}${by}`], say);
  flow.heading(say('indicators'));
  const shares = [0.32, 0.18, 0.34, 0.16];
  flow.row([say('indicator'), say('baseline'), say('prediction'), say('target')], shares, 'bold');
  for (const { key, name: called, unit, baseline, prediction, target } of indicators) {
    const low = prediction?.atLeast === undefined ? [] : [`${say('atLeast')} ${value(prediction.atLeast, unit)}`];
    const high = prediction?.atMost === undefined ? [] : [`${say('atMost')} ${value(prediction.atMost, unit)}`];
    const expected = [...low, ...high].join(', ') || '–';
    flow.row(
      [called ?? nameIn(cycle, key, language) ?? key, value(baseline, unit), expected, value(target, unit)],
      shares,
    );
  }
  flow.heading(say('countermeasures'));
  if (countermeasures.length === 0) flow.paragraph(say('notYet'));
  else flow.row([say('countermeasures'), say('owner'), say('due')], [0.5, 0.3, 0.2], 'bold');
  for (const { title, owner, due } of countermeasures)
    flow.row([title, owner === undefined ? '–' : name(owner), due === undefined ? '–' : day(due)], [0.5, 0.3, 0.2]);
  part(flow, say('pilot'), pilot === undefined ? [] : [pilot.scope], say);
  part(flow, say('reviewers'), reviewers.length === 0 ? [] : [reviewers.map(name).join(', ')], say);
}

const verdictsOf = (cycle: object): readonly IndicatorVerdict[] =>
  'checks' in cycle ? ((cycle as Extract<Cycle, { checks: unknown }>).checks.at(-1)?.verdicts ?? []) : [];
const nameIn = (cycle: object, key: string, language: 'vi' | 'en'): string | undefined =>
  verdictsOf(cycle).find(({ indicator }) => indicator === key)?.names?.[language];

function part(flow: Flow, title: string, texts: readonly string[], say: Saying['say']): void {
  flow.heading(title);
  for (const text of texts.length === 0 ? [say('notYet')] : texts) flow.paragraph(text);
}

function came(flow: Flow, doc: Sheet, cycle: Cycle, { say, language, name, day }: Saying): void {
  const verdicts = verdictsOf(cycle);
  flow.heading(say('chart'));
  if (verdicts.length === 0) flow.paragraph(say('notYet'));
  for (const verdict of verdicts) bars(flow, doc, verdict, { say, language });
  part(
    flow,
    say('verdict'),
    verdicts.map(({ words }) => words[language]),
    say,
  );
  flow.heading(say('decision'));
  if (cycle.phase !== 'closed') return flow.paragraph(say('notYet'));
  if (cycle.outcome !== 'decided') return flow.paragraph(`${say(cycle.outcome)}: ${cycle.reason}`);
  flow.paragraph(say(cycle.decision.kind), 'bold');
  flow.paragraph(cycle.decision.reason);
  flow.paragraph(`${name(cycle.decision.signer)}, ${day(cycle.decision.at)}`);
}

const BAR = 20;
const LABELS = 0.42;
/** One indicator: a bar for each side from nought, the length its value; texts say the same. */
function bars(
  flow: Flow,
  doc: Sheet,
  verdict: IndicatorVerdict,
  { say, language }: Pick<Saying, 'say' | 'language'>,
): void {
  const { unit, per, names, name = names?.[language] ?? verdict.indicator } = verdict;
  flow.paragraph(name, 'bold');
  const most = Math.max(...[verdict.before, verdict.after].map(({ value }) => Math.abs(value ?? 0)));
  for (const side of ['before', 'after'] as const) {
    const { value, n } = verdict[side];
    const shown = value === undefined ? '–' : valueText(value, { unit, ...(per && { per }) }, language);
    const says = `${say(side)}: ${shown} (n = ${n})`;
    flow.figure(BAR, `${name}. ${says}`, (y) => {
      const length = most === 0 ? 0 : (Math.abs(value ?? 0) / most) * flow.width * (1 - LABELS);
      doc
        .font('text')
        .fontSize(12)
        .fillColor('#111')
        .text(says, flow.x, y, { width: flow.width * LABELS, lineBreak: false, ...WHOLE });
      doc.rect(flow.x + flow.width * LABELS, y, length, BAR - 4);
      doc.fill(side === 'before' ? '#8a94a6' : '#1f5fae');
    });
  }
}
