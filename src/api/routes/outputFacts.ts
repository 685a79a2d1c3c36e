import { evaluationSheet, sheetYears } from '../../domain/outputs/evaluationSheet';
import type { EvaluationSheet, Remark, SheetProgramme } from '../../domain/outputs/evaluationSheet';
import type { Resolution } from '../../domain/outputs/nextAction';
import { readableWords } from '../../domain/indicators/named';
import type { Period } from '../../domain/indicators/period';
import type { IndicatorValue } from '../../domain/indicators/value';
import type { ScorecardView } from '../../domain/scorecards/view';
import type { ReviewSubject } from '../../domain/reviews/review.schema';
import type { Context } from '../http/route';
import { booksOf, newestProgramme } from './programmeReading';
import type { Asked } from './scorecardReading';

const MOST_REVIEWS = 200;

/** The evaluation sheet of a scorecard that was read for a period. */
export async function sheetOfScorecard({ reading, asOf }: Asked, context: Context): Promise<EvaluationSheet> {
  const { id: scorecard, view } = reading;
  const subject = { type: 'scorecard', id: scorecard } as const;
  const [yearly, programmes, said] = await Promise.all([
    yearlyValues(view, asOf, context),
    programmesOf(view, asOf, context),
    saidInReviews(subject, view, context),
  ]);
  return evaluationSheet({ scorecard, view, yearly, programmes, ...said });
}

async function yearlyValues(
  { period, unit, perspectives }: ScorecardView,
  asOf: string | undefined,
  { deps }: Context,
): Promise<ReadonlyMap<string, readonly IndicatorValue[]>> {
  const years = sheetYears(period);
  const [from, to] = [years[0] ?? period, years.at(-1) ?? period];
  const measures = perspectives.flatMap(({ objectives }) => objectives.flatMap((one) => one.measures));
  const known = new Set(measures.filter(({ value }) => value !== undefined).map(({ indicator }) => indicator));
  const read = [...known].map(async (indicator) => {
    const asked = { indicator, unit, from, to, ...(asOf !== undefined && { asOf }) };
    return [indicator, await deps.indicatorValues.values(asked)] as const;
  });
  return new Map(await Promise.all(read));
}

/** Those of its initiatives that the caller may read. */
async function programmesOf(
  { initiatives }: ScorecardView,
  asOf: string | undefined,
  context: Context,
): Promise<ReadonlyMap<string, SheetProgramme>> {
  const ids = [...new Set(initiatives.flatMap(({ programme }) => programme ?? []))];
  const amountsOf = await booksOf(ids, context, asOf);
  const found = await Promise.all(
    ids.map(async (id) => {
      const stored = await context.deps.programmes.get(id);
      if (stored === undefined) return [];
      const { definition } = newestProgramme(stored);
      if (!(await context.may('programme.read', { unit: definition.unit }))) return [];
      return [[id, { id, name: readableWords(definition.name), amounts: amountsOf(id) }] as const];
    }),
  );
  return new Map(found.flat());
}

type Said = { readonly remarks: readonly Remark[]; readonly resolutions: readonly Resolution[] };

/** What reviews of the subject of the year of the period said of its measures, oldest first. */
export async function saidInReviews(
  subject: ReviewSubject,
  { unit, period }: Pick<ScorecardView, 'unit' | 'period'>,
  context: Context,
): Promise<Said> {
  const { deps, may } = context;
  if (!(await may('review.read', { unit }))) return { remarks: [], resolutions: [] };
  const rows = await deps.reviews.list({ units: [unit], limit: MOST_REVIEWS });
  const about = rows
    .map(({ review }) => review)
    .filter(({ definition: { subject: of } }) => of.type === subject.type && of.id === subject.id)
    .filter((one) => sameYear(one.period, period))
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  return {
    remarks: about.flatMap(({ comments }) => comments),
    resolutions: about.flatMap(({ decisions }) =>
      decisions.map(({ id, text, owner, madeAt, measure }) => ({
        ...{ key: id.slice(id.indexOf('#') + 1), text, owner, at: madeAt },
        ...(measure !== undefined && { measure }),
      })),
    ),
  };
}

const sameYear = (one: Period, other: Period): boolean => one.slice(0, 4) === other.slice(0, 4);
