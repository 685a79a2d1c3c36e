import { csvOf } from '../../../src/domain/shared/csv';
import { download } from '../parts/download';
import { useNames } from '../parts/names';
import { useCycleWords } from '../words/cycles';
import { useWords } from '../words/words';
import { outcomeName } from './line';
import type { HistoryOf } from './queries';

const HEADS = [
  ...(['launch.name', 'cycle.unit', 'cycle.procedure', 'history.launched', 'cycle.phase', 'history.outcome'] as const),
  'history.fidelity',
] as const;

type ExportProps = { readonly history: HistoryOf; readonly procedure: string };

/** The whole history as a file: with the reader's words, or as a workbook. */
export function HistoryExport({ history, procedure }: ExportProps) {
  const { say, language } = useWords();
  const tell = useCycleWords();
  const names = useNames();
  const { unit, cycles } = history;
  const rows = () => [
    ['id', ...HEADS.map((word) => say(word)), 'plan_days', 'do_days', 'check_days', 'act_days'],
    ...cycles.map(({ cycle, title, unit: where, procedure: what, launchedAt, phase, outcome, fidelity, days }) => [
      ...[cycle, title, names.unit(where), names.procedure(what), launchedAt, say(`phase.${phase}`)],
      ...[phase === 'closed' ? say(outcomeName(outcome)) : '', fidelity],
      ...[days.plan, days.do, days.check, days.act],
    ]),
  ];
  const query = new URLSearchParams({ format: 'xlsx', ...(procedure !== '' && { procedure }) }).toString();
  const base = `/v1/units/${encodeURIComponent(unit)}`;
  return (
    <>
      <a href={`${base}/report?language=${language}`}>PDF</a>{' '}
      <a href={`${base}/cycle-history?${query}`}>{tell('history.xlsx')}</a>{' '}
      <button type="button" onClick={() => download(`kairyo-${unit}.csv`, csvOf(rows()))}>
        {say('history.export')}
      </button>
    </>
  );
}
