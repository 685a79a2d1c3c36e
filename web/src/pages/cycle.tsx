import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { placeOf } from '../../../src/domain/access/place';
import { useCycle, useUnits } from '../api/queries';
import type { CycleView } from '../api/queries';
import type { Person } from '../api/session';
import { A3 } from '../parts/a3';
import { CommandDialog } from '../parts/commandDialog';
import type { Fillable } from '../parts/commandDialog';
import { FORMS } from '../parts/commands';
import { commandsFor } from '../parts/mayDo';
import { useNames } from '../parts/names';
import { WhatNext } from '../guide/whatNext';
import { NotThere } from '../parts/notThere';
import { Waiting } from '../parts/notes';
import { PhaseBadge, PHASES, Standing } from '../parts/phase';
import { Timeline } from '../parts/timeline';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';

type PageProps = { readonly id: string; readonly person: Person };

/** A cycle on one page. */
export default function CyclePage({ id, person }: PageProps) {
  const { say } = useWords();
  const [search] = useSearchParams();
  const [launched] = useState(search.has('launched'));
  const { data: cycle, error } = useCycle(id);
  if (cycle === undefined)
    return error === null ? <Waiting /> : <NotThere error={error} list={{ to: '/cycles', text: say('nav.cycles') }} />;
  return (
    <>
      <Head cycle={cycle} />
      <Actions cycle={cycle} person={person} />
      <WhatNext cycle={cycle} person={person} launched={launched} />
      <A3 cycle={cycle} />
      <Timeline cycle={cycle} />
    </>
  );
}

function Head({ cycle }: { readonly cycle: CycleView }) {
  const { say } = useWords();
  const names = useNames();
  const here = PHASES.indexOf(cycle.phase);
  return (
    <>
      <PageTitle aside={<a href={`/v1/cycles/${encodeURIComponent(cycle.id)}/a3`}>PDF</a>}>{cycle.title}</PageTitle>
      <ol className="steps" aria-label={say('cycle.phase')}>
        {PHASES.map((phase, index) => (
          <li
            key={phase}
            className={index > here ? 'later' : ''}
            {...(index === here && { 'aria-current': 'step' as const })}
          >
            <PhaseBadge phase={phase} />
          </li>
        ))}
      </ol>
      {(cycle.dueAt !== undefined || cycle.phase === 'closed') && (
        <p>
          <Standing cycle={cycle} />
        </p>
      )}
      <p className="hint">
        {names.unit(cycle.unit)} · {names.procedure(cycle.procedure)} · {say('cycle.no', { no: cycle.no })} ·{' '}
        {say('cycle.stage', { stage: cycle.stage })} · {say('cycle.lead', { name: names.person(cycle.lead) })}
      </p>
      {cycle.earlier !== undefined && (
        <p className="hint">
          {say('cycle.follows')}{' '}
          <Link href={`/cycles/${encodeURIComponent(cycle.earlier.cycle)}`}>{cycle.earlier.cycle}</Link>
        </p>
      )}
    </>
  );
}

function Actions({ cycle, person }: { readonly cycle: CycleView; readonly person: Person }) {
  const { say } = useWords();
  const { data: units = [] } = useUnits();
  const [search, setSearch] = useSearchParams();
  const commands = commandsFor(cycle, person, placeOf(units, cycle.unit));
  const asked = commands.find((type): type is Fillable => type !== 'RevisePlan' && type === search.get('do'));
  const setAsked = (type: Fillable | undefined) =>
    setSearch(type === undefined ? {} : { do: type }, { replace: type === undefined });
  if (commands.length === 0) return null;
  const first = commands.filter((type) => type === 'RevisePlan' || FORMS[type].main === true);
  const others = commands.filter((type) => !first.includes(type));
  const button = (type: (typeof commands)[number]) =>
    type === 'RevisePlan' ? (
      <Link key={type} href={`/cycles/${encodeURIComponent(cycle.id)}/plan`} className="button">
        {say('command.RevisePlan')}
      </Link>
    ) : (
      <button key={type} type="button" className={looksOf(type)} onClick={() => setAsked(type)}>
        {say(`command.${type}`)}
      </button>
    );
  return (
    <section aria-label={say('cycle.actions')}>
      {first.length > 0 && <div className="buttons">{first.map(button)}</div>}
      {others.length > 0 && (
        <details>
          <summary>{say('cycle.moreActions')}</summary>
          <div className="buttons">{others.map(button)}</div>
        </details>
      )}
      {asked !== undefined && <CommandDialog type={asked} cycle={cycle} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

const looksOf = (type: Fillable): string =>
  FORMS[type].grave === true ? 'danger' : FORMS[type].main === true ? 'main' : '';
