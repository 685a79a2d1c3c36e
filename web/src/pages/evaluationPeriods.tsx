import { useState } from 'react';
import { Link } from 'wouter';
import { OpenDialog } from '../evaluations/periods/openDialog';
import { usePeriods } from '../evaluations/periodQueries';
import { useUnitsWhere } from '../indicators/may';
import { ProblemNote, Waiting } from '../parts/notes';
import { Tabs } from '../evaluations/tabs';
import { PageTitle } from '../shell';
import { useEvaluationWords } from '../words/evaluations';
import { useWords } from '../words/words';
import '../styles/evaluations.css';

/** Periods of evaluation, newest first. */
export default function EvaluationPeriodsPage() {
  const { format } = useWords();
  const word = useEvaluationWords();
  const [open, setOpen] = useState(false);
  const mayOpen = useUnitsWhere('evaluationPeriod.manage').length > 0;
  const { data, error, hasNextPage, fetchNextPage } = usePeriods();
  const periods = data?.pages.flatMap(({ items }) => items);
  const make = (
    <button type="button" className="main" onClick={() => setOpen(true)}>
      {word('ev.openPeriod')}
    </button>
  );
  return (
    <>
      <PageTitle {...(mayOpen && { aside: make })}>{word('ev.periods')}</PageTitle>
      <Tabs />
      <p className="lead">{word('ev.periodsWhat')}</p>
      {error !== null && <ProblemNote error={error} />}
      {periods === undefined && error === null && <Waiting />}
      {periods?.length === 0 && <p className="card empty">{word('ev.periodsNone')}</p>}
      <ul className="tasks">
        {(periods ?? []).map(({ id, title, phase, people, dates, paused }) => (
          <li key={id} className="task">
            <div>
              <h2>
                <Link href={`/evaluation-periods/${encodeURIComponent(id)}`}>{title}</Link>
              </h2>
              <p className="hint">
                {[
                  word(`ev.period.${phase}`),
                  ...(paused === undefined ? [] : [word('ev.pausedShort')]),
                  ...(people === undefined ? [] : [word('ev.peopleCount', { n: people })]),
                  word('ev.publishBy', { day: format.day(dates.steps.publication.day) }),
                ].join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          {word('ev.more')}
        </button>
      )}
      {open && <OpenDialog onClose={() => setOpen(false)} />}
    </>
  );
}
