import { z } from 'zod';
import type { ProgrammeFigure } from '../../activities/programmes.ports';
import { withUnitsBelow } from '../../domain/access/place';
import { firstDayOf, isPeriod, lastDayOf } from '../../domain/indicators/period';
import { readable } from '../../domain/indicators/named';
import type { BookAmount } from '../../domain/programmes/books';
import { summaryOf } from '../../domain/programmes/summary';
import type { ProgrammesSummary, SummarySpan } from '../../domain/programmes/summary';
import { Id } from '../../domain/shared/ids.schema';
import { inWords } from '../../domain/shared/language';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { ProblemError } from '../problems/problem';
import { todayFor } from './indicatorLists';
import { demandUnit, PeriodOrDay } from './indicatorReading';
import { told } from './indicatorViews';
import { newestProgramme } from './programmeReading';
import type { StoredProgramme } from './programmeReading';
import { ProgrammesSummaryView } from './programmeViews';

const COST = 'administrative-cost';

const summary = route({
  method: 'get',
  path: '/v1/programmes/summary',
  id: 'getProgrammesSummary',
  tag: 'Programmes',
  summary:
    'Programmes of a unit and those below it that were finished in a span: on time, on budget, administrative cost',
  description:
    'On time: finished by the planned end as first approved. On budget: all that was spent stays within the initial and ' +
    'the supplementary budget; without a recorded budget or spending it does not count as on budget. Administrative cost: ' +
    'that of the last year of the span against that of the first, over all books of these units. `explain` leads to each programme.',
  action: 'programme.read',
  query: z
    .object({
      unit: Id.optional().describe('Default is your own'),
      from: PeriodOrDay.optional().describe('First day, or a period from its first day; default: this year'),
      to: PeriodOrDay.optional().describe('Last day, or a period to its last day; default: this year'),
    })
    .strict(),
  responses: { 200: { description: 'The summary', schema: ProgrammesSummaryView, headers: ['ETag'] } },
  problems: ['UNKNOWN_UNIT', 'FROM_IS_AFTER_TO'],
  handle: async ({ query }, context) => {
    const unit = query.unit ?? context.person.unit;
    await context.allow('programme.read', { unit });
    await demandUnit(unit, context);
    const span = await spanOf(query, context);
    const units = withUnitsBelow(await context.deps.organisation.allUnits(), unit);
    const stored = (await context.deps.programmes.pointingAt('unit', units)).filter((one) =>
      units.includes(newestProgramme(one).definition.unit),
    );
    const { deps } = context;
    const [books, costs] = await Promise.all([
      deps.programmeFigures.books(stored.map(({ id }) => id)),
      deps.programmeFigures.costs(COST, units),
    ]);
    // Administrative cost is the units' own, whatever programme's books it stands in; the rest is the programmes'.
    const amounts: readonly BookAmount[] = [...books.filter(({ figure }) => figure !== COST), ...costs];
    const found = summaryOf(stored.map(newestProgramme), amounts, span);
    return { status: 200, body: await shown(found, { unit, ...span, stored, costs }, context) };
  },
});

async function spanOf(
  query: { from?: string | undefined; to?: string | undefined },
  context: Context,
): Promise<SummarySpan> {
  const year = (await todayFor(context)).today.slice(0, 4);
  const [first, last] = [query.from ?? query.to?.slice(0, 4) ?? year, query.to ?? query.from?.slice(0, 4) ?? year];
  const from = isPeriod(first) ? firstDayOf(first) : first;
  const to = isPeriod(last) ? lastDayOf(last) : last;
  if (from > to) throw new ProblemError('FROM_IS_AFTER_TO', { params: { from, to } });
  return { from, to };
}

type Asked = SummarySpan & {
  readonly unit: string;
  readonly stored: readonly StoredProgramme[];
  readonly costs: readonly ProgrammeFigure[];
};
/** The figures are the unit's and stand whole; programmes and costs of units that may not be read are counted, not named. */
async function shown(found: ProgrammesSummary, { unit, from, to, stored, costs }: Asked, context: Context) {
  const { language } = context;
  const readableIn = async (one: string) => context.may('programme.read', { unit: one });
  const { explain, ...figures } = found;
  const programmes = [];
  for (const { programme, ...one } of explain.programmes) {
    const { name, unit: carrier, plannedEnd } = programme.definition;
    const about = { id: programme.id, name: readable(name, language), unit: carrier, plannedEnd };
    if (await readableIn(carrier)) programmes.push({ ...about, approvedEnd: programme.approvedEnd, ...one });
  }
  const names = new Map(stored.map((one) => [one.id, readable(newestProgramme(one).definition.name, language)]));
  const costUnits = new Map<string, boolean>();
  for (const { programme, unit: carrier } of costs)
    costUnits.set(programme, (costUnits.get(programme) ?? true) && (await readableIn(carrier)));
  const lines = explain.cost.programmes
    .filter(({ programme }) => costUnits.get(programme) === true)
    .map(({ programme: id, ...sums }) => ({ id, name: names.get(id) ?? id, ...sums }));
  const notShown = explain.programmes.length - programmes.length;
  const cost = { ...explain.cost, programmes: lines };
  return told(
    { ...figures, explain: { unit, from, to, programmes, notShown, share: inWords(explain.share, language), cost } },
    language,
  );
}

export const programmeSummaryRoutes = [summary];
