import type { Review } from '../../domain/cycle/events';
import type { Cycle } from '../../domain/cycle/state';
import { inWords } from '../../domain/shared/language';
import { nameOf, part, verdictsOf } from './a3Plan';
import { bars, chart } from './chart';
import type { Drawn } from './chart';
import type { Flow } from './flow';
import type { Reader } from './reader';
import type { Sheet } from './sheet';

type Printing = { readonly doc: Sheet; readonly cycle: Cycle; readonly series: ReadonlyMap<string, Drawn> };

/** The right side: figures, what they say, reviews, decision. */
export function came(flow: Flow, printing: Printing, reader: Reader): void {
  const { cycle } = printing;
  const { say, language, day, name } = reader;
  charts(flow, printing, reader);
  const verdicts = verdictsOf(cycle).map(({ words }) => inWords(words, language));
  part(flow, say('verdict'), verdicts, reader);
  const deviations = 'deviations' in cycle ? cycle.deviations : [];
  const noted = deviations.map(({ text, by, at, occurredOn }) => `• ${day(occurredOn ?? at)}: ${text} (${name(by)})`);
  if (noted.length > 0) part(flow, say('deviations'), noted, reader);
  const reviews = 'reviews' in cycle ? cycle.reviews : [];
  part(
    flow,
    say('reviews'),
    reviews.flatMap((review) => reviewLines(review, reader)),
    reader,
  );
  decision(flow, cycle, reader);
}

function charts(flow: Flow, { doc, cycle, series }: Printing, reader: Reader): void {
  const { say } = reader;
  const verdicts = verdictsOf(cycle);
  flow.heading(say('chart'));
  if (verdicts.length === 0 && series.size === 0) return flow.paragraph(say('notYet'));
  for (const { key, name } of cycle.plan.indicators ?? []) {
    const drawn = series.get(key);
    if (drawn !== undefined) chart({ flow, doc }, { ...drawn, name: nameOf(key, name, cycle, reader) }, reader);
  }
  for (const verdict of verdicts)
    if (!series.has(verdict.indicator))
      bars({ flow, doc }, verdict, { ...reader, called: nameOf(verdict.indicator, verdict.name, cycle, reader) });
}

function reviewLines({ reviewer, by, at, ...said }: Review, { say, name, day }: Reader): readonly string[] {
  const who = by === reviewer ? name(by) : `${name(by)} (${name(reviewer)})`;
  const lists = (['strengths', 'weaknesses', 'learning'] as const).flatMap((key) =>
    said[key].length === 0 ? [] : [`${say(key)}: ${said[key].join('; ')}`],
  );
  return [`${who}, ${day(at)}`, ...lists, `${say('compared')}: ${said.predictionCompared}`];
}

function decision(flow: Flow, cycle: Cycle, reader: Reader): void {
  const { say, name, day } = reader;
  flow.heading(say('decision'));
  if (cycle.phase !== 'closed') return flow.paragraph(say('notYet'));
  if (cycle.outcome !== 'decided') return flow.paragraph(`${say(cycle.outcome)}. ${say('reason')}: ${cycle.reason}`);
  const { kind, reason, signer, at } = cycle.decision;
  flow.paragraph(say(kind), 'bold');
  flow.paragraph(`${say('reason')}: ${reason}`);
  flow.paragraph(say('signed', { name: name(signer), day: day(at) }));
}
