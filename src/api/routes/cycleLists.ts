import { z } from 'zod';
import type { CycleSearch } from '../../activities/cycleRows.ports';
import { withUnitsBelow } from '../../domain/access/place';
import { placeInList } from '../../domain/cycle/placeInList';
import { OUTCOMES } from '../../domain/history/history';
import type { Unit } from '../../domain/organisation/organisation.schema';
import { folded } from '../../domain/shared/folded';
import { given } from '../../domain/shared/given';
import { Id, IsoInstant } from '../../domain/shared/ids.schema';
import { afterOf, pageOf, pageQuery } from '../http/cursor';
import { route } from '../http/route';
import type { Context } from '../http/route';
import { DayOrInstant, inOrder, instantOf } from './query';
import { actingFor } from './standing';
import { unitsOfHistory } from './unitsRead';
import { pageOfItems } from './views';

const PHASES = ['plan', 'do', 'check', 'act', 'closed'] as const;
const Yes = z.enum(['true', 'false']).optional();

export const CycleLineView = z.object({
  id: z.string().describe('`<unit>~<procedure>~<no>`'),
  version: z.number().int().min(1),
  unit: Id,
  procedure: Id,
  no: z.number().int().min(1),
  stage: z.number().int().min(1),
  title: z.string(),
  lead: z.string(),
  phase: z.enum(PHASES),
  outcome: z.enum(OUTCOMES),
  paused: z.boolean(),
  launchedAt: IsoInstant,
  closedAt: IsoInstant.optional(),
  dueAt: IsoInstant.optional().describe('When the present phase is due'),
});
const Lines = pageOfItems(CycleLineView).extend({
  total: z.number().int().min(0).optional().describe('How many there are in all; on the first page alone'),
});

const Query = z
  .object({
    unit: Id.optional().describe(
      'This unit and those below it that you may read. Default: your own; with `mine`: everywhere',
    ),
    mine: Yes.describe('true: those you (or whom you stand in for) lead, review or own a countermeasure of'),
    phase: z.enum(PHASES).optional(),
    outcome: z.enum(OUTCOMES).optional(),
    procedure: Id.optional(),
    lead: Id.optional(),
    indicator: Id.optional().describe('Its plan measures this indicator of the library'),
    q: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe(
        'Every word occurs in the title, id, problem or aim, or in the name of the unit or procedure. Capitals and ' +
          'diacritics do not matter: `cap phep` finds “Cấp phép”',
      ),
    from: DayOrInstant.optional().describe('Launched on or after'),
    to: DayOrInstant.optional().describe('Launched before'),
    dueBefore: DayOrInstant.optional().describe('Open, and the present phase is due before this'),
    overdue: Yes.describe('true: open, and the present phase was due before now'),
    ...pageQuery,
  })
  .strict();
type Wanted = z.output<typeof Query>;

export const listCycles = route({
  method: 'get',
  path: '/v1/cycles',
  id: 'listCycles',
  tag: 'Cycles',
  summary: 'Cycles as lines of a list, newest first, searched and filtered',
  description: 'All that is asked must hold. A line has what a list shows; the cycle itself is at `/v1/cycles/{id}`.',
  action: ['history.read', 'cycle.read'],
  query: Query,
  responses: { 200: { description: 'Lines', schema: Lines, headers: ['Link', 'ETag'] } },
  problems: ['NOT_FOUND', 'INVALID_CURSOR', 'FROM_IS_AFTER_TO'],
  handle: async ({ query }, context) => {
    const { cycleRows } = context.deps;
    const { cursor, limit } = query;
    const search = await searchOf(query, context);
    const after = afterOf(cursor);
    const [found, total] = await Promise.all([
      cycleRows.search(search, { limit: limit + 1, ...given({ after }) }),
      cursor === undefined ? cycleRows.count(search) : undefined,
    ]);
    return { status: 200, body: { ...pageOf(found, limit, placeInList), ...given({ total }) } };
  },
});

async function searchOf(query: Wanted, context: Context): Promise<CycleSearch> {
  const { phase, outcome, procedure, lead, indicator, q } = query;
  const { deps, person, at } = context;
  const units = await deps.organisation.allUnits();
  const scope = await scopeOf(query, units, context);
  const { timeZone } = await deps.calendarOf({ unit: query.unit ?? person.unit, procedure: procedure ?? '' });
  const instant = (text: string | undefined) => (text === undefined ? undefined : instantOf(text, timeZone));
  const [from, to, before] = [query.from, query.to, query.dueBefore].map(instant);
  inOrder(from, to);
  const dueBefore = query.overdue !== 'true' ? before : before === undefined || at < before ? at : before;
  const words = q === undefined ? undefined : await wordsOf(q, units, context);
  const indicators = indicator === undefined ? undefined : [indicator];
  return { ...scope, ...given({ phase, outcome, procedure, lead, indicators, from, to, dueBefore, words }) };
}

type Units = readonly Unit[];
type Named = { readonly id: string; readonly name: string };

async function scopeOf({ unit, mine }: Wanted, all: Units, context: Context) {
  const { allow } = context;
  if (mine === 'true' && unit === undefined) {
    await allow('cycle.read', { relations: ['lead'] });
    return { tiedTo: await selvesOf(context) };
  }
  const readable = await unitsOfHistory(unit, context);
  // A tie opens a cycle wherever it is.
  const units = mine === 'true' && unit !== undefined ? withUnitsBelow(all, unit) : readable;
  // The whole tree is no condition: the list is read in its order.
  const scope = units.length === all.length ? {} : { units };
  return { ...scope, ...(mine === 'true' && { tiedTo: await selvesOf(context) }) };
}

async function selvesOf(context: Context): Promise<readonly string[]> {
  const { id, standsInFor = [] } = await actingFor(context);
  return [id, ...standsInFor];
}

const AT_ONCE = 500;
const MOST_WORDS = 10;

async function wordsOf(q: string, units: Units, { deps }: Context): Promise<CycleSearch['words']> {
  const procedures: Named[] = [];
  for (let after: string | undefined; ;) {
    const page = await deps.organisation.procedures.list(after, AT_ONCE);
    procedures.push(...page.map(({ value }) => value));
    after = page.at(-1)?.value.id;
    if (page.length < AT_ONCE) break;
  }
  const named = (list: readonly Named[], text: string) =>
    list.filter(({ name }) => folded(name).includes(text)).map(({ id }) => id);
  const texts = [...new Set(folded(q).split(/\s+/))].slice(0, MOST_WORDS);
  return texts.map((text) => ({ text, units: named(units, text), procedures: named(procedures, text) }));
}
