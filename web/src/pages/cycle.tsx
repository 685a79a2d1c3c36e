import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useCycle } from '../api/queries';
import type { CycleView } from '../api/queries';
import type { Person } from '../api/session';
import { Actions } from '../cycles/actions';
import { Series } from '../cycles/series';
import { Timeline } from '../cycles/timeline';
import { A3 } from '../parts/a3';
import { useNames } from '../parts/names';
import { WhatNext } from '../guide/whatNext';
import { NotThere } from '../parts/notThere';
import { Waiting } from '../parts/notes';
import { PhaseBadge, PHASES, Standing } from '../parts/phase';
import { ShareAsPractice } from '../packs/shareCycle';
import { PageTitle } from '../shell';
import { SaveAsTemplate } from '../templates/saveAs';
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
      <SaveAsTemplate cycle={cycle.id} />
      <ShareAsPractice cycle={cycle} />
      <WhatNext cycle={cycle} person={person} launched={launched} />
      <A3 cycle={cycle} />
      <Series cycle={cycle} />
      <Timeline cycle={cycle} />
    </>
  );
}

function Head({ cycle }: { readonly cycle: CycleView }) {
  const { say, language } = useWords();
  const names = useNames();
  const here = PHASES.indexOf(cycle.phase);
  return (
    <>
      <PageTitle aside={<a href={`/v1/cycles/${encodeURIComponent(cycle.id)}/a3?language=${language}`}>PDF</a>}>
        {cycle.title}
      </PageTitle>
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
