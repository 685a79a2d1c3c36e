import { useState } from 'react';
import type { TrainingCommand } from '../../../src/domain/training/training.schema';
import { Waiting } from '../parts/notes';
import { NotThere } from '../parts/notThere';
import { PageTitle } from '../shell';
import { CommandForm } from '../training/commandForm';
import { useCourses, useNeed } from '../training/queries';
import type { NeedShown } from '../training/queries';
import { useTrainingWords } from '../words/training';
import { useWords } from '../words/words';

/** A need: where it came from, what is planned, what came of it, and the one next step. */
export default function TrainingNeedPage({ id }: { readonly id: string }) {
  const word = useTrainingWords();
  const { data: need, error } = useNeed(id);
  if (error !== null) return <NotThere error={error} list={{ to: '/training', text: word('tr.title') }} />;
  return need === undefined ? <Waiting /> : <Shown need={need} />;
}

function Shown({ need }: { readonly need: NeedShown }) {
  const { format } = useWords();
  const word = useTrainingWords();
  const { person, people, status, due, late, reason, source, change } = need;
  return (
    <>
      <PageTitle>{need.topic}</PageTitle>
      <p className="hint">{[people[person] ?? person, word(`tr.status.${status}`)].join(' · ')}</p>
      {due !== undefined && (
        <p className={late ? 'note warn' : 'note'}>{word(late ? 'tr.late' : 'tr.due', { when: format.moment(due) })}</p>
      )}
      {source !== undefined && <p>{source.points === undefined ? word('tr.fromHidden', source) : from(source)}</p>}
      {reason !== undefined && <p className="card said">{reason}</p>}
      {need.dropped !== undefined && <p className="card said">{need.dropped.reason}</p>}
      <Facts need={need} />
      {change !== undefined && (
        <p className="card">
          {word('tr.change', {
            before: format.number(change.before * 100),
            after: format.number(change.after * 100),
            period: change.period,
          })}
          <span className="hint"> {change.words}</span>
        </p>
      )}
      {need.mayChange && <Steps need={need} />}
    </>
  );

  function from({ points = 0, max, criterion, period }: NonNullable<NeedShown['source']>): string {
    return word('tr.from', { criterion, points: format.number(points), max: format.number(max), period });
  }
}

function Facts({ need: { plan, completed, outcome, people } }: { readonly need: NeedShown }) {
  const { format } = useWords();
  const word = useTrainingWords();
  const { data: courses } = useCourses();
  if (plan === undefined) return null;
  const name = (id: string) => people[id] ?? id;
  const { way } = plan;
  const how =
    way.kind === 'mentor'
      ? name(way.mentor)
      : (courses?.items.find(({ id }) => id === way.course)?.title ?? way.course);
  return (
    <dl className="facts">
      <dt>{word(`tr.${way.kind}`)}</dt>
      <dd>{how}</dd>
      <dt>{word('tr.plan')}</dt>
      <dd>{`${format.day(plan.from)} – ${format.day(plan.to)}`}</dd>
      <dt>{word('tr.owner')}</dt>
      <dd>{name(plan.owner)}</dd>
      {completed !== undefined && (
        <>
          <dt>{word('tr.completed')}</dt>
          <dd>{`${format.day(completed.on)}: ${completed.evidence}`}</dd>
        </>
      )}
      {outcome !== undefined && (
        <>
          <dt>{word('tr.outcome')}</dt>
          <dd>{`${word('tr.useful')} ${word(`tr.useful.${outcome.useful}`)}. ${outcome.text}`}</dd>
        </>
      )}
    </dl>
  );
}

const STEPS: Readonly<Record<NeedShown['status'], readonly TrainingCommand['type'][]>> = {
  open: ['PlanTraining', 'DropNeed'],
  planned: ['CompleteTraining', 'PlanTraining', 'DropNeed'],
  completed: ['RecordOutcome', 'ReopenNeed'],
  closed: [],
  dropped: ['ReopenNeed'],
};

function Steps({ need }: { readonly need: NeedShown }) {
  const word = useTrainingWords();
  const [asked, setAsked] = useState<TrainingCommand['type']>();
  return (
    <>
      <div className="buttons">
        {STEPS[need.status].map((type, at) => (
          <button key={type} type="button" className={at === 0 ? 'main' : ''} onClick={() => setAsked(type)}>
            {word(`tr.do.${type}`)}
          </button>
        ))}
      </div>
      {asked !== undefined && <CommandForm need={need} type={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}
