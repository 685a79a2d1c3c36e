import { placeOf } from '../../domain/access/place';
import { periodOfDay } from '../../domain/indicators/period';
import { readableWords } from '../../domain/indicators/named';
import { sheetYears, yearlyMoney } from '../../domain/outputs/evaluationSheet';
import { programmeSheet } from '../../domain/outputs/programmeSheet';
import type { ProgrammeSheet, ProgrammeSheetFacts } from '../../domain/outputs/programmeSheet';
import { statusOn } from '../../domain/programmes/status';
import type { Context } from '../http/route';
import { saidInReviews, sheetOfScorecard } from './outputFacts';
import { ProblemError } from '../problems/problem';
import { booksOf } from './programmeReading';
import type { ProgrammeThen } from './programmeReading';
import { askedScorecard, mayRead, newestOf } from './scorecardReading';
import type { Asked, Which } from './scorecardReading';

/** Scorecards read for one sheet. */
const MOST = 10;

/** The evaluation sheet of a programme as it stands on a day. */
export async function sheetOfProgramme(then: ProgrammeThen, context: Context): Promise<ProgrammeSheet> {
  const { programme, day, knownAt } = then;
  const { id, definition } = programme;
  const period = periodOfDay(day, 'year');
  const years = sheetYears(period);
  const subject = { type: 'programme', id } as const;
  const [books, sheets, said] = await Promise.all([
    booksOf([id], context, knownAt),
    sheetsServed(then, context),
    saidInReviews(subject, { unit: definition.unit, period }, context),
  ]);
  const amounts = books(id);
  const budget = yearlyMoney({ id, name: readableWords(definition.name), amounts }, years);
  return programmeSheet({
    ...{ programme, period, years, budget, sheets, ...said },
    status: statusOn(programme, amounts, day),
  });
}

/** Of the scorecards of its unit and those above it, as far as the caller may read them. */
async function sheetsServed(
  { programme: { id, definition }, asOf, knownAt }: ProgrammeThen,
  context: Context,
): Promise<ProgrammeSheetFacts['sheets']> {
  const { organisation, scorecards } = context.deps;
  const line = placeOf(await organisation.allUnits(), definition.unit);
  const naming = (await scorecards.pointingAt('unit', line)).filter((stored) =>
    newestOf(stored).initiatives.some(({ programme }) => programme === id),
  );
  const which = knownAt === undefined ? { period: asOf?.slice(0, 10) } : { asOf };
  const sheets: ProgrammeSheetFacts['sheets'][number][] = [];
  for (const stored of naming.slice(0, MOST)) {
    const asked = (await mayRead(newestOf(stored), context)) ? await readThen(stored.id, which, context) : undefined;
    if (asked === undefined) continue;
    const carried = asked.reading.view.initiatives.filter(({ programme }) => programme === id);
    const serves = new Set(carried.map(({ objective }) => objective));
    if (serves.size > 0) sheets.push({ sheet: await sheetOfScorecard(asked, context), serves });
  }
  return sheets;
}

/** `undefined`: it was not known then, or was one that the caller may not read. */
async function readThen(id: string, which: Which, context: Context): Promise<Asked | undefined> {
  try {
    return await askedScorecard(id, which, context);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}
