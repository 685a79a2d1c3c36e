import { daysByYear } from '../../../src/domain/history/daysByYear';
import { PHASES_TIMED } from '../../../src/domain/history/history';
import { useSession } from '../api/session';
import { HistoryExport } from '../cycles/historyExport';
import { HistoryTable } from '../cycles/historyTable';
import { outcomeName } from '../cycles/line';
import { useHistory } from '../cycles/queries';
import type { HistoryOf } from '../cycles/queries';
import { useAddress } from '../parts/address';
import { ProcedureChoice, UnitChoice } from '../parts/choices';
import { useHomeUnit } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { Trend } from '../parts/trend';
import { PageTitle } from '../shell';
import { useCycleWords } from '../words/cycles';
import { useWords } from '../words/words';
import { Explained } from '../parts/explained';

/** All cycles of a unit: what came of them, how long each phase took, how well the method was kept. */
export default function History() {
  const { say } = useWords();
  const { session } = useSession();
  const [search, set] = useAddress();
  const home = useHomeUnit(session?.person.unit);
  const unit = search.get('unit') ?? home;
  const procedure = search.get('procedure') ?? '';
  const asked = unit === undefined ? undefined : { unit, ...(procedure !== '' && { procedure }) };
  const { data, error } = useHistory(asked);
  const some = data !== undefined && data.cycles.length > 0;
  return (
    <>
      <PageTitle aside={some && <HistoryExport history={data} procedure={procedure} />}>
        {say('history.title')}
      </PageTitle>
      <search className="filters">
        <UnitChoice value={unit ?? ''} onChange={(value) => set('unit', value)} />
        <ProcedureChoice value={procedure} onChange={(value) => set('procedure', value)} />
      </search>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && !some && <p className="card empty">{say('history.none')}</p>}
      {some && (
        <>
          <Summary history={data} />
          <HistoryTable rows={data.cycles} />
        </>
      )}
    </>
  );
}

function Summary({ history }: { readonly history: HistoryOf }) {
  const { say, format } = useWords();
  const { outcomes, days } = history;
  const inDays = (value: number | undefined) =>
    value === undefined ? '–' : say('history.days', { days: format.number(Math.round(value * 10) / 10) });
  const named = (Object.keys(outcomes) as (keyof typeof outcomes)[]).filter(
    (outcome) => outcome === 'open' || outcomes[outcome] > 0,
  );
  return (
    <div className="a3">
      <section className="card">
        <h2>{say('history.outcomes')}</h2>
        <dl className="facts">
          {named.map((outcome) => (
            <div key={outcome} className="fact">
              <dt>{say(outcomeName(outcome))}</dt>
              <dd>{format.number(outcomes[outcome])}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card">
        <h2>{say('history.time')}</h2>
        <dl className="facts">
          {PHASES_TIMED.map((phase) => (
            <div key={phase} className="fact">
              <dt>{say(`phase.${phase}`)}</dt>
              <dd>{inDays(days[phase].median)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <OverTime history={history} />
    </div>
  );
}

/** One year is no line: charts begin with the second. */
function OverTime({ history: { fidelity, cycles } }: { readonly history: HistoryOf }) {
  const { say } = useWords();
  const tell = useCycleWords();
  const phases = PHASES_TIMED.map((phase) => ({ phase, years: daysByYear(cycles, phase) }));
  const drawn = phases.filter(({ years }) => years.length > 1);
  return (
    <>
      {fidelity.length > 1 && (
        <section className="card wide">
          <h2>{say('history.fidelity')}</h2>
          <Explained term="fidelity" />
          <Trend
            title={say('history.fidelityByYear')}
            unit="ratio"
            points={fidelity.map(({ year, share, n }) => ({ period: year, value: share, n }))}
          />
        </section>
      )}
      {drawn.length > 0 && (
        <section className="card wide">
          <h2>{say('history.time')}</h2>
          <div className="charts">
            {drawn.map(({ phase, years }) => (
              <Trend
                key={phase}
                title={tell('history.phaseByYear', { phase: say(`phase.${phase}`) })}
                unit="days"
                points={years.map(({ year, median, n }) => ({ period: year, value: median, n }))}
              />
            ))}
          </div>
        </section>
      )}
    </>
  );
}
