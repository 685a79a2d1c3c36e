import { useEffect } from 'react';
import { Link } from 'wouter';
import { useCycles } from '../api/queries';
import type { CycleView } from '../api/queries';
import { useSession } from '../api/session';
import { useAddress } from '../parts/address';
import { ProcedureChoice, UnitChoice } from '../parts/choices';
import { csvOf } from '../parts/csv';
import { download } from '../parts/download';
import { fidelityByYear, fidelityOf, median, phaseDays } from '../parts/historyFigures';
import { useHomeUnit, useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { outcomeWord, PhaseBadge } from '../parts/phase';
import { Trend } from '../parts/trend';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';

/** All cycles of a unit: what came of them, how long each phase took, how well the method was kept. */
export default function History() {
  const { say } = useWords();
  const { session } = useSession();
  const [search, set] = useAddress();
  const home = useHomeUnit(session?.person.unit);
  const unit = search.get('unit') ?? home;
  const procedure = search.get('procedure') ?? '';
  const filter = unit === undefined ? undefined : { unit, ...(procedure !== '' && { procedure }) };
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage } = useCycles(filter);
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const cycles = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageTitle aside={cycles.length > 0 && !hasNextPage && <Export cycles={cycles} unit={unit ?? ''} />}>
        {say('history.title')}
      </PageTitle>
      <search className="filters">
        <UnitChoice value={unit ?? ''} onChange={(value) => set('unit', value)} />
        <ProcedureChoice value={procedure} onChange={(value) => set('procedure', value)} />
      </search>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && cycles.length === 0 && <p className="card empty">{say('history.none')}</p>}
      {cycles.length > 0 && (
        <>
          <Summary cycles={cycles} />
          <Table cycles={cycles} />
        </>
      )}
    </>
  );
}

type Cycles = { readonly cycles: readonly CycleView[] };

function Summary({ cycles }: Cycles) {
  const { say, format } = useWords();
  const closed = cycles.filter((cycle) => cycle.phase === 'closed');
  const outcomes = Map.groupBy(closed, outcomeWord);
  const spans = cycles.map(phaseDays);
  const middle = (phase: 'plan' | 'do' | 'after') => median(spans.flatMap((span) => span[phase] ?? []));
  const inDays = (value: number | undefined) =>
    value === undefined ? '–' : say('history.days', { days: format.number(Math.round(value * 10) / 10) });
  const fidelity = fidelityByYear(cycles);
  return (
    <div className="a3">
      <section className="card">
        <h2>{say('history.outcomes')}</h2>
        <dl className="facts">
          <dt>{say('history.open')}</dt>
          <dd>{format.number(cycles.length - closed.length)}</dd>
          {[...outcomes].map(([word, those]) => (
            <div key={word} className="fact">
              <dt>{say(word)}</dt>
              <dd>{format.number(those.length)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card">
        <h2>{say('history.time')}</h2>
        <dl className="facts">
          <dt>{say('phase.plan')}</dt>
          <dd>{inDays(middle('plan'))}</dd>
          <dt>{say('phase.do')}</dt>
          <dd>{inDays(middle('do'))}</dd>
          <dt>{say('history.after')}</dt>
          <dd>{inDays(middle('after'))}</dd>
        </dl>
      </section>
      {fidelity.length > 1 && (
        <section className="card wide">
          <h2>{say('history.fidelity')}</h2>
          <Trend title={say('history.fidelityByYear')} unit="ratio" points={fidelity} />
        </section>
      )}
    </div>
  );
}

function Table({ cycles }: Cycles) {
  const { say, format } = useWords();
  const names = useNames();
  return (
    <section className="card scroll" tabIndex={0} aria-label={say('history.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('launch.name')}</th>
            <th scope="col">{say('cycle.unit')}</th>
            <th scope="col">{say('history.launched')}</th>
            <th scope="col">{say('cycle.phase')}</th>
            <th scope="col">{say('history.outcome')}</th>
            <th scope="col" className="number">
              {say('history.fidelity')}
            </th>
          </tr>
        </thead>
        <tbody>
          {cycles.slice(0, SHOWN).map((cycle) => {
            const kept = fidelityOf(cycle);
            return (
              <tr key={cycle.id}>
                <th scope="row">
                  <Link href={`/cycles/${encodeURIComponent(cycle.id)}`}>{cycle.title}</Link>
                </th>
                <td>{names.unit(cycle.unit)}</td>
                <td>{format.day(cycle.launchedAt)}</td>
                <td>
                  <PhaseBadge phase={cycle.phase} />
                </td>
                <td>{cycle.phase === 'closed' ? say(outcomeWord(cycle)) : '–'}</td>
                <td className="number">{kept === undefined ? '–' : format.value(kept, 'ratio')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {cycles.length > SHOWN && <p className="hint">{say('history.moreInExport', { count: cycles.length - SHOWN })}</p>}
    </section>
  );
}
/** The table shows the newest; the export has all. */
const SHOWN = 300;

function Export({ cycles, unit }: Cycles & { readonly unit: string }) {
  const { say } = useWords();
  const names = useNames();
  const rows = () => [
    ['id', ...HEADS.map((word) => say(word)), 'plan_days', 'do_days', 'check_act_days'],
    ...cycles.map((cycle) => {
      const spans = phaseDays(cycle);
      return [
        ...[cycle.id, cycle.title, names.unit(cycle.unit), names.procedure(cycle.procedure), cycle.launchedAt],
        ...[say(`phase.${cycle.phase}`), cycle.phase === 'closed' ? say(outcomeWord(cycle)) : '', fidelityOf(cycle)],
        ...[spans.plan, spans.do, spans.after],
      ];
    }),
  ];
  return (
    <>
      <a href={`/v1/units/${encodeURIComponent(unit)}/report`}>PDF</a>{' '}
      <button type="button" onClick={() => download(`kairyo-${unit}.csv`, csvOf(rows()))}>
        {say('history.export')}
      </button>
    </>
  );
}
const HEADS = [
  ...(['launch.name', 'cycle.unit', 'cycle.procedure', 'history.launched', 'cycle.phase', 'history.outcome'] as const),
  'history.fidelity',
] as const;
