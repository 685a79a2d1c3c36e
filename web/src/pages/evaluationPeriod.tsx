import { useMayInPeriod } from '../evaluations/may';
import { Appeals } from '../evaluations/periods/appeals';
import { Calibration, Raters } from '../evaluations/periods/calibration';
import { Orders } from '../evaluations/periods/orders';
import { Progress } from '../evaluations/periods/progress';
import { Quota } from '../evaluations/periods/quota';
import { usePeriod } from '../evaluations/periodQueries';
import type { PeriodShown } from '../evaluations/periodQueries';
import { Changes } from '../evaluations/team/changes';
import { Sample } from '../evaluations/team/sample';
import { useNames } from '../parts/names';
import { Waiting } from '../parts/notes';
import { NotThere } from '../parts/notThere';
import { PageTitle } from '../shell';
import { useEvaluationWords } from '../words/evaluations';
import { useWords } from '../words/words';
import '../styles/evaluations.css';

/** A period from its opening to its end: who is where, the meeting, the quota, publication, appeals. */
export default function EvaluationPeriodPage({ id }: { readonly id: string }) {
  const word = useEvaluationWords();
  const { data: period, error } = usePeriod(id);
  if (error !== null) return <NotThere error={error} list={{ to: '/evaluation-periods', text: word('ev.periods') }} />;
  return period === undefined ? <Waiting /> : <Shown period={period} />;
}

/** Deadlines are the latest days: whoever is done before them may go on. */
const MEETING = ['selfAssessment', 'rating', 'approval', 'calibration', 'published', 'appeals', 'final'];
const BEFORE = MEETING.slice(0, 4);
const TOLD = ['published', 'appeals', 'final'];

function Shown({ period }: { readonly period: PeriodShown }) {
  const { format } = useWords();
  const word = useEvaluationWords();
  const { unit, person } = useNames();
  const may = useMayInPeriod(period);
  const people = may('evaluationPeriod.people');
  const meets = may('evaluationPeriod.calibrate');
  const { paused, cancelled, appealsUntil, phase } = period;
  return (
    <>
      <PageTitle>{period.title}</PageTitle>
      <p className="hint">
        {[word(`ev.period.${phase}`), unit(period.unit), period.scheme.name].join(' · ')}
        {period.calibrators.length > 0 && ` · ${word('ev.body', { names: period.calibrators.map(person).join(', ') })}`}
      </p>
      {paused !== undefined && (
        <p className="note warn">{word('ev.pausedWhy', { reason: paused.reason, name: person(paused.by) })}</p>
      )}
      {cancelled !== undefined && <p className="note bad">{word('ev.cancelledWhy', { reason: cancelled.reason })}</p>}
      {appealsUntil !== undefined && (
        <p className="note">{word('ev.appealsUntil', { day: format.day(appealsUntil.day) })}</p>
      )}
      <Orders period={period} />
      <Progress period={period} />
      {people && MEETING.includes(phase) && <Calibration period={period} mayHold={meets && BEFORE.includes(phase)} />}
      {people && MEETING.includes(phase) && <Quota period={period} mayAccept={meets && BEFORE.includes(phase)} />}
      {may('evaluationPeriod.raters') && MEETING.includes(phase) && <Raters period={period} />}
      {people && TOLD.includes(phase) && <Appeals period={period.id} />}
      {people && MEETING.includes(phase) && <Changes period={period} />}
      {people && <Sample period={period} mayDraw={meets && BEFORE.includes(phase)} />}
    </>
  );
}
