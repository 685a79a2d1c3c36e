import { z } from 'zod';
import type { CycleRow } from '../../activities/ports';
import { relationsToCycle } from '../../domain/access/relations';
import { historyRow, OUTCOMES } from '../../domain/history/history';
import { VERDICTS } from '../../domain/cycle/verdict';
import { inWords } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';
import type { ScorecardView } from '../../domain/scorecards/view';
import type { Context } from '../http/route';
import { actingFor } from './standing';

export const MeasureCycle = z.object({
  cycle: z.string().describe('`<unit>~<procedure>~<no>`'),
  title: z.string(),
  phase: z.enum(['plan', 'do', 'check', 'act', 'closed']),
  outcome: z.enum(OUTCOMES),
  verdict: z.enum(VERDICTS).optional().describe('Of its latest check, about this indicator'),
  words: z.string().optional().describe('The verdict in the language of the caller'),
});
export type MeasureCycle = z.infer<typeof MeasureCycle>;
export type MeasureCycles = ReadonlyMap<string, readonly MeasureCycle[]>;

const MOST = 100;

/** Cycles that measure these indicators or were opened for them in a review, as they stand now, of those the caller may read. */
export async function cyclesOf(view: ScorecardView, context: Context): Promise<MeasureCycles> {
  const { deps, may, language } = context;
  const indicators = [...new Set(measuresOf(view).map(({ indicator }) => indicator))];
  if (indicators.length === 0) return new Map();
  const [linked, lines] = await Promise.all([
    deps.reviews.cyclesFor(indicators),
    deps.cycleRows.search({ indicators }, { limit: MOST }),
  ]);
  const ids = [...new Set([...lines.map(({ id }) => id), ...linked.map(({ cycle }) => cycle)])].slice(0, MOST);
  if (ids.length === 0) return new Map();
  const standing = await actingFor(context);
  const found = new Map<string, MeasureCycle[]>();
  for (const row of await Promise.all(ids.map((id) => deps.cycles.get(id)))) {
    if (row === undefined) continue;
    const { cycle } = row;
    if (!(await may('cycle.read', { unit: cycle.unit, relations: relationsToCycle(cycle, standing) }))) continue;
    const opened = linked.filter((one) => one.cycle === cycle.id).map(({ measure }) => measure);
    const about = new Set([...opened, ...measuredBy(row)].filter((id) => indicators.includes(id)));
    for (const id of about) found.set(id, [...(found.get(id) ?? []), shown(row, id, language)]);
  }
  return found;
}

const measuresOf = ({ perspectives }: ScorecardView) =>
  perspectives.flatMap(({ objectives }) => objectives.flatMap(({ measures }) => measures));

const measuredBy = ({ cycle }: CycleRow): readonly string[] =>
  (cycle.plan.indicators ?? []).flatMap(({ indicator }) => indicator ?? []);

function shown({ cycle }: CycleRow, indicator: string, language: Language): MeasureCycle {
  const { id, title, phase } = cycle;
  const latest = 'checks' in cycle ? cycle.checks.at(-1)?.verdicts : undefined;
  const about = latest?.find(({ library }) => library === indicator);
  const said = about && { verdict: about.verdict, words: inWords(about.words, language) };
  return { cycle: id, title, phase, outcome: historyRow(cycle).outcome, ...said };
}
