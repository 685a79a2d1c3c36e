import { Link } from 'wouter';
import { useMayInPeriod, useMe } from '../evaluations/may';
import { PeriodChoice, usePeriodOfAddress } from '../evaluations/periodChoice';
import { usePeriod } from '../evaluations/periodQueries';
import { Changes } from '../evaluations/team/changes';
import { People } from '../evaluations/team/people';
import { useTied } from '../evaluations/team/queries';
import { Sample } from '../evaluations/team/sample';
import { ToApprove } from '../evaluations/team/toApprove';
import type { Listed } from '../evaluations/queries';
import { ProblemNote, Waiting } from '../parts/notes';
import { Tabs } from '../evaluations/tabs';
import { PageTitle } from '../shell';
import { useEvaluationWords } from '../words/evaluations';
import '../styles/evaluations.css';

/** The people I rate or approve in a period: what needs a look first. */
export default function EvaluationTeamPage() {
  const word = useEvaluationWords();
  const me = useMe();
  const { id, periods, error, choose } = usePeriodOfAddress();
  const selves = me === undefined ? [] : [me.id, ...(me.standsInFor ?? [])];
  const rated = useTied(id, 'manager', selves);
  const approved = useTied(id, 'approver', selves);
  const { data: period } = usePeriod(id);
  const may = useMayInPeriod(period);
  const fault = error ?? rated.error ?? approved.error;
  const empty = rated.data?.length === 0 && approved.data?.length === 0;
  return (
    <>
      <PageTitle>{word('ev.team')}</PageTitle>
      <Tabs />
      <PeriodChoice {...{ id, periods, choose }} />
      {fault !== null && <ProblemNote error={fault} />}
      {periods?.length === 0 && <p className="card empty">{word('ev.periodsNone')}</p>}
      {id !== '' && fault === null && (rated.data === undefined || approved.data === undefined) && <Waiting />}
      {empty && <p className="card empty">{word('ev.teamNone')}</p>}
      {rated.data !== undefined && rated.data.length > 0 && <ToRate period={id} people={rated.data} />}
      {approved.data !== undefined && <ToApprove period={id} mine={approved.data} />}
      {rated.data !== undefined && rated.data.length > 0 && <People period={id} people={rated.data} />}
      {period !== undefined && !empty && may('evaluationPeriod.people') && <Changes period={period} />}
      {period !== undefined && may('evaluationPeriod.people') && <Sample period={period} mayDraw={false} />}
    </>
  );
}

const OPEN = ['collecting', 'self', 'rating'];

function ToRate({ period, people }: { readonly period: string; readonly people: readonly Listed[] }) {
  const word = useEvaluationWords();
  const all = people.filter(({ phase, paused }) => phase !== 'excluded' && !paused);
  const left = all.filter(({ phase }) => OPEN.includes(phase));
  if (all.length === 0) return null;
  return (
    <section className="card" aria-labelledby="to-rate">
      <h2 id="to-rate">{word('ev.toRate')}</h2>
      {left.length === 0 ? (
        <p>{word('ev.allRated')}</p>
      ) : (
        <>
          <p>{word('ev.leftToRate', { n: left.length, all: all.length })}</p>
          <div className="buttons">
            <Link className="button main" href={`/my-team/rate?period=${encodeURIComponent(period)}`}>
              {word('ev.rateOneByOne')}
            </Link>
          </div>
        </>
      )}
    </section>
  );
}
