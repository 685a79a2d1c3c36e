import { NEXT_ACTIONS } from '../../domain/outputs/nextAction';
import type { EvaluationSheet, Remark, SheetMeasure, SheetObjective } from '../../domain/outputs/evaluationSheet';
import { inWords } from '../../domain/shared/language';
import { valueText } from '../../domain/verdict/format';
import { EDGE, Flow } from './flow';
import { shown, targetOf } from './reader';
import type { Reader } from './reader';
import { furnish, MARGIN, sheetOf } from './sheet';
import type { Sheet } from './sheet';

/** The evaluation sheet on A4, wide: objective by objective. */
export function evaluationSheetOf(sheet: EvaluationSheet, reader: Reader): Sheet {
  const { language, say, office, name, day, at } = reader;
  const title = `${say('evaluationSheet')}: ${inWords(sheet.name, language)}`;
  const doc = sheetOf({ title, language, size: 'A4', wide: true });
  const flow = new Flow(doc, MARGIN, doc.page.width - 2 * MARGIN, MARGIN + EDGE);
  flow.title(title);
  flow.paragraph(`${name(sheet.unit)} · ${say('period')}: ${sheet.period}`);
  flow.paragraph(say('bands'));
  for (const objective of sheet.objectives) part(flow, objective, { sheet, reader });
  furnish(doc, { office, printed: say('printedOn', { day: day(at) }) }, say);
  return doc;
}

type Printing = { readonly sheet: Pick<EvaluationSheet, 'years' | 'period'>; readonly reader: Reader };

function part(flow: Flow, objective: SheetObjective, printing: Printing): void {
  const { language, say, name } = printing.reader;
  flow.heading(`${say('policy')}: ${inWords(objective.policy, language)}`);
  const who = objective.owner === undefined ? '' : ` · ${say('responsible')}: ${name(objective.owner)}`;
  flow.paragraph(`${inWords(objective.perspective, language)}${who}`);
  measures(flow, objective.measures, printing);
  remarks(flow, say('factors'), { all: objective.factors, reader: printing.reader });
  remarks(flow, say('externalFactors'), { all: objective.externalFactors, reader: printing.reader });
  budget(flow, objective, printing.reader);
  nextAction(flow, objective, printing.reader);
}

export function measures(flow: Flow, all: readonly SheetMeasure[], { sheet, reader }: Printing): void {
  const { say, language } = reader;
  const years = sheet.years.map((title) => ({ title, share: 0.09 }));
  const columns = [
    { title: say('indicator'), share: 0.22 },
    { title: say('baselineValue'), share: 0.08 },
    { title: say('target'), share: 0.08 },
    ...years,
    { title: sheet.period, share: 0.08 },
    { title: say('attainment'), share: 0.09 },
  ];
  const rows = all.map((one) => [
    inWords(one.name, language),
    shown(one.baseline, one.unitOfMeasure, reader),
    targetOf(one, one.unitOfMeasure, reader),
    ...one.actuals.map(({ value }) => shown(value, one.unitOfMeasure, reader)),
    shown(one.value, one.unitOfMeasure, reader),
    one.attained === undefined
      ? '–'
      : `${one.attained.band} (${valueText(one.attained.ratio, { unit: 'ratio' }, language)})`,
  ]);
  flow.table(columns, rows);
  for (const { name, note } of all)
    if (note !== undefined) flow.paragraph(`※ ${inWords(name, language)}: ${inWords(note, language)}`);
}

type Remarks = { readonly all: readonly Remark[]; readonly reader: Reader };

export function remarks(flow: Flow, title: string, { all, reader }: Remarks): void {
  const { say, name, day } = reader;
  flow.paragraph(title, 'bold');
  if (all.length === 0) return flow.paragraph(say('toBeWritten'));
  for (const { text, by, at } of all) flow.paragraph(`${text} (${name(by)}, ${day(at)})`);
}

export function budget(flow: Flow, { budget: lines }: Pick<SheetObjective, 'budget'>, reader: Reader): void {
  const { say, language } = reader;
  flow.paragraph(say('budgetExecution'), 'bold');
  if (lines.length === 0) return flow.paragraph(say('noProgramme'));
  const titles = [
    say('programme'),
    say('year'),
    say('initial'),
    say('supplementary'),
    say('spent'),
    say('executionRate'),
  ];
  const shares = [0.34, 0.08, 0.16, 0.16, 0.14, 0.12];
  const amount = (value: number | null) => (value === null ? '–' : new Intl.NumberFormat(language).format(value));
  flow.table(
    titles.map((title, i) => ({ title, share: shares[i] ?? 0 })),
    lines.map((one) => [
      ...[inWords(one.name, language), one.period, amount(one.initial), amount(one.supplementary), amount(one.spent)],
      shown(one.executionRate ?? undefined, 'ratio', reader),
    ]),
  );
}

export function nextAction(
  flow: Flow,
  { nextAction: { decided, proposed } }: Pick<SheetObjective, 'nextAction'>,
  reader: Reader,
): void {
  const { say, language, day } = reader;
  const boxes = NEXT_ACTIONS.map((one) => `${one === decided?.action ? '■' : '□'} ${say(`act-${one}`)}`);
  flow.paragraph(`${say('nextAction')}: ${boxes.join('   ')}`, 'bold');
  flow.paragraph(
    decided === undefined ? say('notDecided') : say('decidedBy', { day: day(decided.at), text: decided.text }),
  );
  if (decided === undefined && proposed !== undefined) flow.paragraph(inWords(proposed.words, language));
}
