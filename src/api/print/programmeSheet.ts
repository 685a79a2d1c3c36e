import { readable } from '../../domain/indicators/named';
import type { ProgrammeSheet } from '../../domain/outputs/programmeSheet';
import { inWords } from '../../domain/shared/language';
import { dateText, valueText } from '../../domain/verdict/format';
import { budget, measures, nextAction, remarks } from './evaluationSheet';
import { EDGE, Flow } from './flow';
import { shown } from './reader';
import type { Reader } from './reader';
import { furnish, MARGIN, sheetOf } from './sheet';
import type { Sheet } from './sheet';

/** The evaluation sheet of one programme on A4, wide. */
export function programmeSheetOf(sheet: ProgrammeSheet, reader: Reader): Sheet {
  const { language, say, office, name, day, at } = reader;
  const title = `${say('evaluationSheet')}: ${inWords(sheet.name, language)}`;
  const doc = sheetOf({ title, language, size: 'A4', wide: true });
  const flow = new Flow(doc, MARGIN, doc.page.width - 2 * MARGIN, MARGIN + EDGE);
  flow.title(title);
  const who = sheet.owner === undefined ? '' : ` · ${say('responsible')}: ${name(sheet.owner)}`;
  flow.paragraph(`${name(sheet.unit)} · ${say('asOf', { day: dateText(sheet.status.day, language) })}${who}`);
  if (sheet.description !== undefined) flow.paragraph(inWords(sheet.description, language));
  money(flow, sheet, reader);
  time(flow, sheet, reader);
  outcomes(flow, sheet, reader);
  flow.heading(say('nextAction'));
  remarks(flow, say('factors'), { all: sheet.factors, reader });
  nextAction(flow, sheet, reader);
  furnish(doc, { office, printed: say('printedOn', { day: day(at) }) }, say);
  return doc;
}

function money(flow: Flow, sheet: ProgrammeSheet, reader: Reader): void {
  const { say, language } = reader;
  const { money: whole, onBudget } = sheet.status;
  const amount = (value: number | null) => (value === null ? '–' : new Intl.NumberFormat(language).format(value));
  flow.heading(say('budgetExecution'));
  if (sheet.budget.length > 0) budget(flow, sheet, reader);
  flow.paragraph(
    `${say('total')}: ${say('budget')} ${amount(whole.budget)} · ${say('spent')} ${amount(whole.spent)} · ` +
      `${say('executionRate')} ${shown(whole.executionRate ?? undefined, 'ratio', reader)}`,
  );
  flow.paragraph(inWords(onBudget.words, language));
}

function time(flow: Flow, { dates, status, work }: ProgrammeSheet, reader: Reader): void {
  const { say, language } = reader;
  const on = (date: string | undefined) => (date === undefined ? '–' : dateText(date, language));
  flow.heading(say('plannedActual'));
  const titles = [say('milestone'), say('byPlan'), say('inFact')].map((title) => ({ title }));
  flow.table(
    titles.map(({ title }, i) => ({ title, share: i === 0 ? 0.5 : 0.25 })),
    [
      [say('start'), on(dates.plannedStart), on(dates.actualStart)],
      ...status.milestones.items.map((one) => [readable(one.name, language), on(one.planned), on(one.actual)]),
      [say('end'), on(dates.approvedEnd), on(dates.actualEnd)],
    ],
  );
  flow.paragraph(inWords(status.onTime.words, language));
  const ratio = (value: number | undefined) => shown(value, 'ratio', reader);
  const attainment =
    work.attained === undefined
      ? '–'
      : `${work.attained.band} (${valueText(work.attained.ratio, { unit: 'ratio' }, language)})`;
  flow.paragraph(
    `${say('work')}: ${say('byPlan')} ${ratio(work.planned)} · ${say('inFact')} ${ratio(work.done)} · ${say('attainment')} ${attainment}`,
    'bold',
  );
  if (work.note !== undefined) flow.paragraph(`※ ${inWords(work.note, language)}`);
  flow.paragraph(say('bands'));
}

function outcomes(flow: Flow, sheet: ProgrammeSheet, reader: Reader): void {
  const { say, language } = reader;
  flow.heading(say('outcomes'));
  if (sheet.outcomes.length === 0) return flow.paragraph(say('servesNone'));
  for (const one of sheet.outcomes) {
    flow.paragraph(`${inWords(one.policy, language)} (${inWords(one.scorecardName, language)})`, 'bold');
    measures(flow, one.measures, { sheet: { years: sheet.years, period: one.period }, reader });
    remarks(flow, say('factors'), { all: one.factors, reader });
    remarks(flow, say('externalFactors'), { all: one.externalFactors, reader });
  }
}
