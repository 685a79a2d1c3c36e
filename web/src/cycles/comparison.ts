import { historyRow, PHASES_TIMED } from '../../../src/domain/history/history';
import type { CycleView } from '../api/queries';
import type { useIndicatorName, useUnitOfMeasure } from '../parts/a3';
import type { useCycleWords } from '../words/cycles';
import type { useWords } from '../words/words';
import { outcomeName } from './line';

export type ComparedRow = { readonly key: string; readonly label: string; readonly cells: readonly string[] };
export type Speaking = Pick<ReturnType<typeof useWords>, 'say' | 'format' | 'of'> & {
  readonly tell: ReturnType<typeof useCycleWords>;
  readonly nameOf: ReturnType<typeof useIndicatorName>;
  readonly unitOf: ReturnType<typeof useUnitOfMeasure>;
};
type Indicator = NonNullable<CycleView['plan']['indicators']>[number];
const NOTHING = '–';

export const differs = ({ cells }: ComparedRow): boolean => cells.some((cell) => cell !== cells[0]);

/** Cycles side by side, aspect by aspect, in words: what the page shows and what its files have. */
export function comparisonRows(cycles: readonly CycleView[], speaking: Speaking): readonly ComparedRow[] {
  const { say, tell, format } = speaking;
  const rows = cycles.map(historyRow);
  const row = (key: string, label: string, cells: readonly (string | undefined)[]): ComparedRow => ({
    ...{ key, label },
    cells: cells.map((cell) => (cell === undefined || cell === '' ? NOTHING : cell)),
  });
  const days = (value: number | undefined) => value && say('history.days', { days: format.number(Math.round(value)) });
  return [
    row(
      'problem',
      tell('compare.problem'),
      cycles.map(({ plan }) => plan.problem),
    ),
    row(
      'aim',
      tell('compare.aim'),
      cycles.map(({ plan }) => plan.aim?.text),
    ),
    row('countermeasures', tell('compare.countermeasures'), cycles.map(countermeasuresOf(speaking))),
    ...indicatorsOf(cycles).flatMap(({ id, indicator }) => {
      const name = speaking.nameOf(indicator);
      return [
        row(
          `result ${id}`,
          tell('compare.results', { name }),
          cycles.map((one) => resultOf(one, id, speaking)),
        ),
        row(
          `verdict ${id}`,
          tell('compare.verdict', { name }),
          cycles.map((one) => verdictOf(one, id, speaking)),
        ),
      ];
    }),
    row(
      'outcome',
      tell('compare.outcome'),
      rows.map(({ outcome }) => say(outcomeName(outcome))),
    ),
    row('reason', tell('compare.reason'), cycles.map(reasonOf)),
    ...PHASES_TIMED.map((phase) =>
      row(
        `days ${phase}`,
        tell('compare.phase', { phase: say(`phase.${phase}`) }),
        rows.map((one) => days(one.days[phase]) || undefined),
      ),
    ),
    row(
      'fidelity',
      tell('compare.fidelity'),
      rows.map(({ fidelity }) => (fidelity === undefined ? undefined : format.value(fidelity, 'ratio'))),
    ),
  ];
}

function reasonOf(cycle: CycleView): string | undefined {
  if (cycle.phase !== 'closed') return undefined;
  return cycle.outcome === 'decided' ? cycle.decision.reason : cycle.reason;
}

const countermeasuresOf =
  ({ say }: Speaking) =>
  (cycle: CycleView): string =>
    (cycle.plan.countermeasures ?? [])
      .map(({ key, title }) => {
        const status = 'progress' in cycle ? cycle.progress[key]?.status : undefined;
        return status === undefined ? `• ${title}` : `• ${title} (${say(`progress.${status}`)})`;
      })
      .join('\n');

/** The same aggregation or library indicator is the same row, whatever each plan calls it. */
const idOf = ({ indicator, aggregation, key }: Indicator): string => indicator ?? aggregation ?? key;

function indicatorsOf(cycles: readonly CycleView[]): readonly { readonly id: string; readonly indicator: Indicator }[] {
  const all = new Map<string, Indicator>();
  for (const { plan } of cycles)
    for (const indicator of plan.indicators ?? []) if (!all.has(idOf(indicator))) all.set(idOf(indicator), indicator);
  return [...all].map(([id, indicator]) => ({ id, indicator }));
}

function found(cycle: CycleView, id: string) {
  const planned = cycle.plan.indicators?.find((one) => idOf(one) === id);
  const check = 'checks' in cycle ? cycle.checks.at(-1) : undefined;
  return { planned, verdict: check?.verdicts.find(({ indicator }) => indicator === planned?.key) };
}

function resultOf(cycle: CycleView, id: string, { say, tell, format, unitOf }: Speaking): string | undefined {
  const { planned, verdict } = found(cycle, id);
  if (planned === undefined) return undefined;
  const unit = verdict?.unit ?? unitOf(planned);
  const shown = (value: number | undefined) => (value === undefined ? NOTHING : format.value(value, unit));
  const predicted = predictionOf(planned, shown, tell);
  const lines = [predicted === undefined ? undefined : tell('compare.predicted', { value: predicted })];
  if (verdict !== undefined)
    lines.push(
      tell('compare.happened', { before: shown(verdict.before.value), after: shown(verdict.after.value) }),
      `${say('plan.prediction')}: ${say(`prediction.${verdict.prediction}`)}`,
    );
  return lines.filter((line) => line !== undefined).join('\n');
}

function predictionOf(
  { prediction }: Indicator,
  shown: (value: number | undefined) => string,
  tell: Speaking['tell'],
): string | undefined {
  const { atLeast, atMost } = prediction ?? {};
  if (atLeast !== undefined && atMost !== undefined)
    return tell('compare.between', { low: shown(atLeast), high: shown(atMost) });
  if (atMost !== undefined) return tell('compare.atMost', { value: shown(atMost) });
  return atLeast === undefined ? undefined : tell('compare.atLeast', { value: shown(atLeast) });
}

function verdictOf(cycle: CycleView, id: string, { say, of }: Speaking): string | undefined {
  const { verdict } = found(cycle, id);
  return verdict === undefined ? undefined : `${say(`verdict.${verdict.verdict}`)}\n${of(verdict.words)}`;
}
