import { useState } from 'react';
import { Link } from 'wouter';
import { useUnitsWhere } from '../indicators/may';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useMyNeeds, useNeeds, usePlans, useSuggestions } from '../training/queries';
import type { NeedShown } from '../training/queries';
import { StateNeed } from '../training/stateNeed';
import { Suggestions } from '../training/suggestions';
import { Talks } from '../training/talks';
import { useTrainingWords } from '../words/training';
import { useWords } from '../words/words';

/** What is suggested to me and my team, needs and plans, and conversations of two. */
export default function TrainingPage() {
  const word = useTrainingWords();
  const { data, error } = useSuggestions();
  const [stating, setStating] = useState(false);
  const aside = (
    <button type="button" className="main" onClick={() => setStating(true)}>
      {word('tr.state')}
    </button>
  );
  return (
    <>
      <PageTitle aside={aside}>{word('tr.title')}</PageTitle>
      <p className="lead">{word('tr.what')}</p>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && <Suggestions suggestions={data.suggestions} />}
      <Mine />
      <Team />
      <Plans />
      <Talks />
      {stating && <StateNeed onClose={() => setStating(false)} />}
    </>
  );
}

function Mine() {
  const word = useTrainingWords();
  const { data, error } = useMyNeeds();
  return (
    <section aria-labelledby="mine">
      <h2 id="mine">{word('tr.mine')}</h2>
      {error !== null && <ProblemNote error={error} />}
      {data?.items.length === 0 && <p className="card empty">{word('tr.none')}</p>}
      <Needs needs={data?.items ?? []} />
    </section>
  );
}

/** Of those whom the reader manages, mentors or is the head of; not shown while there is none. */
function Team() {
  const word = useTrainingWords();
  const { data } = useNeeds(true);
  const others = (data?.items ?? []).filter(({ mine }) => !mine);
  if (others.length === 0) return null;
  return (
    <section aria-labelledby="team">
      <h2 id="team">{word('tr.team')}</h2>
      <Needs needs={others} />
    </section>
  );
}

function Needs({ needs }: { readonly needs: readonly NeedShown[] }) {
  const { format } = useWords();
  const word = useTrainingWords();
  return (
    <ul className="tasks">
      {needs.map(({ id, topic, status, person, mine, people, due, late }) => (
        <li key={id} className="card small">
          <Link href={`/training/${encodeURIComponent(id)}`}>{topic}</Link>
          <p className="hint">
            {[...(mine ? [] : [people[person] ?? person]), word(`tr.status.${status}`)].join(' · ')}
            {due !== undefined && !late && ` · ${word('tr.due', { when: format.moment(due) })}`}
          </p>
          {due !== undefined && late && <p className="late-text">{word('tr.late', { when: format.moment(due) })}</p>}
        </li>
      ))}
    </ul>
  );
}

/** For whoever sees to training in a unit. */
function Plans() {
  const { format } = useWords();
  const word = useTrainingWords();
  const { unit } = useNames();
  const may = useUnitsWhere('training.plans').length > 0;
  const { data } = usePlans(may);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-labelledby="plans">
      <h2 id="plans">{word('tr.plans')}</h2>
      <ul className="tasks">
        {data.items.map((plan) => (
          <li key={plan.id} className="card small">
            {plan.name}: {plan.topic}
            <p className="hint">
              {[unit(plan.unit), word(`tr.status.${plan.status}`), word(`tr.${plan.kind}`)].join(' · ')}
              {' · '}
              {format.day(plan.from)} – {format.day(plan.to)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
