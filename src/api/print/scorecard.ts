import type { MeasureView, ObjectiveView, PerspectiveView, ScorecardView } from '../../domain/scorecards/view';
import { inWords } from '../../domain/shared/language';
import { number } from '../../domain/verdict/format';
import { EDGE, Flow } from './flow';
import { shown, targetOf } from './reader';
import type { Reader } from './reader';
import { furnish, MARGIN, sheetOf } from './sheet';
import type { Sheet } from './sheet';

/** A scorecard of a period on A4, wide: mission, then each perspective with objectives and measures, initiatives last. */
export function scorecardOf(view: ScorecardView, reader: Reader): Sheet {
  const { language, say, name, day, office, at } = reader;
  const title = `${say('scorecard')}: ${inWords(view.name, language)}`;
  const doc = sheetOf({ title, language, size: 'A4', wide: true });
  const flow = new Flow(doc, MARGIN, doc.page.width - 2 * MARGIN, MARGIN + EDGE);
  flow.title(title);
  const whole = `${say('overall')}: ${points(view, reader)} · ${rated(view, reader)} · ${moving(view, reader)}`;
  flow.paragraph(`${name(view.unit)} · ${say('period')}: ${view.period}`);
  flow.paragraph(whole, 'bold');
  flow.paragraph(`${say('coverage')}: ${shown(view.coverage, 'ratio', reader)}`);
  if (view.mission !== undefined) flow.paragraph(`${say('mission')}: ${inWords(view.mission, language)}`);
  for (const perspective of view.perspectives) part(flow, perspective, reader);
  initiatives(flow, view, reader);
  furnish(doc, { office, printed: say('printedOn', { day: day(at) }) }, say);
  return doc;
}

type Rated = Pick<ScorecardView, 'score' | 'status' | 'progress'>;
const points = ({ score }: Rated, { language }: Reader) =>
  score === undefined ? '–' : number(score * 100, language, 3);
const rated = ({ status }: Rated, { say, language }: Reader) =>
  status === undefined ? say('colour-none') : inWords(status.words, language);
const moving = ({ progress }: Rated, { say }: Reader) => say(`moves-${progress.movement}`);

function part(flow: Flow, perspective: PerspectiveView, reader: Reader): void {
  const { say, language } = reader;
  flow.heading(
    `${inWords(perspective.name, language)} (${say('weight')} ${shown(perspective.share, 'ratio', reader)}): ` +
      `${points(perspective, reader)} · ${rated(perspective, reader)} · ${moving(perspective, reader)}`,
  );
  if (perspective.question !== undefined) flow.paragraph(inWords(perspective.question, language));
  const titles = [say('objective'), say('value'), say('target'), say('score'), say('rating'), say('movement')];
  const shares = [0.42, 0.13, 0.11, 0.1, 0.12, 0.12];
  const rows = perspective.objectives.flatMap((one) => [ofObjective(one, reader), ...below(one, reader)]);
  if (rows.length === 0) return flow.paragraph(say('none'));
  flow.table(
    titles.map((title, i) => ({ title, share: shares[i] ?? 0 })),
    rows,
  );
  for (const one of perspective.objectives) remarks(flow, one, reader);
}

const ofObjective = (one: ObjectiveView, reader: Reader): readonly string[] => [
  ...[`■ ${inWords(one.name, reader.language)}`, '', '', points(one, reader), rated(one, reader), moving(one, reader)],
];
const below = ({ measures }: ObjectiveView, reader: Reader) => measures.map((one) => ofMeasure(one, reader));

function ofMeasure(one: MeasureView, reader: Reader): readonly string[] {
  const { value, unitOfMeasure = 'number' } = one;
  return [
    `   ${nameOf(one, reader)}`,
    shown(value?.state === 'value' ? value.value : undefined, unitOfMeasure, reader),
    targetOf({ target: value?.target, range: one.range }, unitOfMeasure, reader),
    ...[points(one, reader), rated(one, reader), moving(one, reader)],
  ];
}

const nameOf = ({ name, indicator }: MeasureView, { language }: Reader) =>
  name === undefined ? indicator : inWords(name, language);

/** What is to be kept in mind of measures: no value and why, over-achievement, a longer period. */
function remarks(flow: Flow, { measures }: ObjectiveView, reader: Reader): void {
  for (const one of measures)
    for (const { words } of one.notes) flow.paragraph(`※ ${nameOf(one, reader)}: ${inWords(words, reader.language)}`);
}

function initiatives(flow: Flow, { initiatives: all }: ScorecardView, { say, language, name }: Reader): void {
  flow.heading(say('initiatives'));
  if (all.length === 0) return flow.paragraph(say('none'));
  for (const one of all) {
    const due = one.due === undefined ? [] : [`${say('due')}: ${one.due}${one.overdue ? ` (${say('overdue')})` : ''}`];
    const who = one.owner === undefined ? [] : [name(one.owner)];
    flow.paragraph(`• ${[inWords(one.name, language), ...who, ...due].join(' · ')}`);
  }
}
