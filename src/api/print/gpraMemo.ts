import type { MemoMeasure, ReviewMemo } from '../../domain/reviews/memo';
import type { Words } from '../../domain/shared/language';
import { inWords } from '../../domain/shared/language';
import { valueText } from '../../domain/verdict/format';
import { EDGE, Flow } from './flow';
import type { Reader } from './reader';
import { furnish, MARGIN, sheetOf } from './sheet';
import type { Sheet } from './sheet';

export type PrintedMemo = { readonly title: Words; readonly unit: string; readonly memo: ReviewMemo };

/**
 * The memo of a review on A4: what 31 U.S.C. 1121 asks for – progress, trend, likelihood of meeting the target, contributors,
 * risk class, and prospects of those at greatest risk – and what is owed, red without an action, or undecided.
 */
export function gpraMemoOf({ title, unit, memo }: PrintedMemo, reader: Reader): Sheet {
  const { language, say, name, day, office, at } = reader;
  const headline = `${say('memo')}: ${inWords(title, language)}`;
  const doc = sheetOf({ title: headline, language, size: 'A4', wide: true });
  const flow = new Flow(doc, MARGIN, doc.page.width - 2 * MARGIN, MARGIN + EDGE);
  flow.title(headline);
  flow.paragraph(
    `${name(unit)} · ${say('period')}: ${memo.period} · ${say('preparedOn', { day: day(memo.preparedAt) })}`,
  );
  flow.heading(say('summary'));
  flow.paragraph(inWords(memo.summary, language));
  measures(flow, memo.measures, reader);
  explained(flow, memo.measures, reader);
  outstanding(flow, memo, reader);
  furnish(doc, { office, printed: say('printedOn', { day: day(at) }) }, say);
  return doc;
}

function measures(flow: Flow, all: readonly MemoMeasure[], reader: Reader): void {
  const { say, language } = reader;
  const titles = [say('measure'), say('rating'), say('movement'), say('likelihood'), say('risk'), say('contributors')];
  const shares = [0.3, 0.14, 0.14, 0.14, 0.12, 0.16];
  flow.heading(say('details'));
  if (all.length === 0) return flow.paragraph(say('none'));
  flow.table(
    titles.map((title, i) => ({ title, share: shares[i] ?? 0 })),
    all.map((one) => [
      inWords(one.name, language),
      say(`colour-${one.colour}`),
      say(`moves-${one.movement}`),
      one.likelihood === undefined ? '–' : valueText(one.likelihood.likelihood, { unit: 'ratio' }, language),
      say(`risk-${one.risk}`),
      one.owners.map(reader.name).join(', ') || '–',
    ]),
  );
}

function explained(flow: Flow, all: readonly MemoMeasure[], { say, language }: Reader): void {
  for (const { name, words, movementRule, likelihood, specialCauses } of all) {
    flow.paragraph(inWords(name, language), 'bold');
    const chance = likelihood === undefined ? [] : [inWords(likelihood.words, language)];
    const rule = `${say('movement')}: ${inWords(movementRule, language)}`;
    for (const line of [inWords(words, language), rule, ...chance]) flow.paragraph(line);
    for (const cause of specialCauses) flow.paragraph(`${say('specialCauses')}: ${inWords(cause, language)}`);
  }
}

function outstanding(flow: Flow, memo: ReviewMemo, { say, language, name, day }: Reader): void {
  const called = new Map(memo.measures.map((one) => [one.measure, inWords(one.name, language)]));
  const title = (measure: string) => called.get(measure) ?? measure;
  const part = (heading: string, lines: readonly string[]) => {
    flow.heading(heading);
    for (const line of lines.length === 0 ? [say('none')] : lines) flow.paragraph(`• ${line}`);
  };
  part(
    say('prospects'),
    memo.prospects.map(({ measure, words }) => `${title(measure)}: ${inWords(words, language)}`),
  );
  part(say('redWithoutAction'), memo.redWithoutAction.map(title));
  part(
    say('missingValues'),
    memo.missing.map(({ measure, persons }) => `${title(measure)} – ${persons.map(name).join(', ') || '–'}`),
  );
  part(
    say('openDecisions'),
    memo.openDecisions.map(
      (one) => `${one.text} – ${name(one.owner)}, ${say('due')} ${day(`${one.due}T12:00:00.000Z`)}`,
    ),
  );
  part(say('contributors'), memo.contributors.map(name));
}
