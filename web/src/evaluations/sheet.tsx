import { Waiting } from '../parts/notes';
import { NotThere } from '../parts/notThere';
import { useNames } from '../parts/names';
import { useEvaluationWords } from '../words/evaluations';
import { useWords } from '../words/words';
import { AppealPart } from './appealPart';
import { ApprovePart } from './approvePart';
import { CalibratePart } from './calibratePart';
import { useMayWith, useMe } from './may';
import { usePeriod } from './periodQueries';
import { useEvaluation, useScheme } from './queries';
import type { EvaluationShown, Scheme } from './queries';
import { Result } from './result';
import { Score } from './score';
import { SelfForm } from './selfForm';
import { Work } from './work';

/** One evaluation for whoever may see it: work, score, self-assessment; once told, the reasons and the appeal. */
export function Sheet({ id }: { readonly id: string }) {
  const word = useEvaluationWords();
  const { data: evaluation, error } = useEvaluation(id);
  const { data: scheme, error: missing } = useScheme(evaluation?.scheme, evaluation?.period);
  const fault = error ?? missing;
  if (fault !== null) return <NotThere error={fault} list={{ to: '/my-work', text: word('ev.mine') }} />;
  if (evaluation === undefined || scheme === undefined) return <Waiting />;
  return <Parts evaluation={evaluation} scheme={scheme} />;
}

export type Shown = { readonly evaluation: EvaluationShown; readonly scheme: Scheme };
const TOLD = ['published', 'appealed', 'final'];
const COLLECTING = ['collecting', 'self', 'rating'];

function Parts({ evaluation, scheme }: Shown) {
  const { data: period } = usePeriod(evaluation.periodId);
  const may = useMayWith(evaluation, period?.calibrators);
  const own = useMe()?.id === evaluation.person;
  const told = TOLD.includes(evaluation.phase);
  const assesses = own && COLLECTING.includes(evaluation.phase) && !evaluation.paused;
  // As long as work is being recorded, it stands above the form that is for the end of the period.
  const first = evaluation.phase === 'collecting';
  return (
    <>
      <Where evaluation={evaluation} own={own} />
      {told ? <Result {...{ evaluation, scheme, own }} /> : <Score {...{ evaluation, scheme, own }} />}
      {!own && <ApprovePart {...{ evaluation, scheme, may }} />}
      {!own && <CalibratePart {...{ evaluation, scheme, may }} />}
      {told && <AppealPart {...{ evaluation, scheme, own, may }} />}
      {first && <Work {...{ evaluation, may, own }} />}
      {assesses && <SelfForm {...{ evaluation, scheme }} />}
      {!first && <Work {...{ evaluation, may, own }} />}
    </>
  );
}

/** Where the evaluation stands, what comes next and by when. */
function Where({ evaluation, own }: { readonly evaluation: EvaluationShown; readonly own: boolean }) {
  const { format } = useWords();
  const word = useEvaluationWords();
  const { person, unit } = useNames();
  const { data: period } = usePeriod(evaluation.periodId);
  const steps = period?.dates.steps;
  const due = { collecting: steps?.selfAssessment, self: steps?.selfAssessment, rating: steps?.managerRating }[
    evaluation.phase as 'collecting' | 'self' | 'rating'
  ];
  return (
    <>
      <p className="hint">
        {[
          ...(own ? [] : [person(evaluation.person)]),
          period?.title ?? format.period(evaluation.period),
          ...(period === undefined ? [unit(evaluation.unit)] : []),
          ...(evaluation.manager === undefined ? [] : [word('ev.ratedBy', { name: person(evaluation.manager) })]),
        ].join(' · ')}
      </p>
      <p className={evaluation.paused ? 'note warn' : 'note'}>
        {evaluation.paused
          ? word('ev.paused')
          : word(own ? `ev.my.${evaluation.phase}` : `ev.phase.${evaluation.phase}`)}
        {due !== undefined && ` ${word(`ev.until.${evaluation.phase as 'collecting'}`, { day: format.day(due.day) })}`}
      </p>
    </>
  );
}
