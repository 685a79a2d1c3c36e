import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { useMay, useUnitsWhere } from '../indicators/may';
import { useKeyed } from '../api/keyed';
import { useLaunch, useProcedures, useUnits } from '../api/queries';
import type { DraftPlan } from '../api/queries';
import { ProblemNote, Waiting } from '../parts/notes';
import { useDraft } from '../plan/draft';
import { Restored } from '../plan/restored';
import { PlanForm } from '../plan/planForm';
import { tidyPlan } from '../plan/tidy';
import { PageTitle } from '../shell';
import { FromTemplate } from '../templates/fromTemplate';
import { useWords } from '../words/words';

type Launching = { readonly procedure: string; readonly title: string; readonly plan: DraftPlan };
const FRESH: Launching = { procedure: '', title: '', plan: { causes: [''] } };

/** A guided plan. It may be launched unfinished: only approval needs all of it. */
export default function LaunchPage() {
  const { say } = useWords();
  const { data: units } = useUnits();
  const somewhere = useUnitsWhere('cycle.launch').length > 0;
  // Of whoever needs no unit for it: an administrator, before there are units.
  const everywhere = useMay('')('cycle.launch');
  if (units === undefined) return <Waiting />;
  if (somewhere || everywhere) return <Launch />;
  return (
    <>
      <PageTitle>{say('launch.title')}</PageTitle>
      <p className="note warn">{say('launch.mayNot')}</p>
      <Link href="/cycles">{say('today.toCycles')}</Link>
    </>
  );
}

function Launch() {
  const { say } = useWords();
  const { data: procedures = [] } = useProcedures();
  const draft = useDraft('launch', FRESH);
  const launch = useLaunch();
  const keyed = useKeyed();
  const [filled, setFilled] = useState(0);
  const [search] = useSearchParams();
  const [, go] = useLocation();
  const { procedure, title, plan } = draft.value;
  const set = (change: Partial<Launching>) => draft.change({ ...draft.value, ...change });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const named = title.trim() === '' ? {} : { title: title.trim() };
    const body = { procedure, ...named, plan: tidyPlan(plan) };
    try {
      const { id } = await keyed(body, (key) => launch.mutateAsync({ body, key }));
      draft.forget();
      go(`/cycles/${encodeURIComponent(id)}`);
    } catch {
      // Told below by launch.error; what was typed stays.
    }
  };
  return (
    <>
      <PageTitle>{say('launch.title')}</PageTitle>
      <p className="lead">{say('launch.what')}</p>
      <Restored draft={draft} />
      <FromTemplate
        wanted={search.get('template') ?? ''}
        procedure={procedure}
        now={draft.value}
        onChange={(next) => {
          draft.change(next);
          setFilled(filled + 1);
        }}
      />
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="pair">
          <div className="field">
            <label htmlFor="procedure">{say('cycle.procedure')}</label>
            <select
              id="procedure"
              required
              value={procedure}
              onChange={({ target }) => set({ procedure: target.value })}
            >
              <option value="">{say('plan.choose')}</option>
              {procedures.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor="title">{say('field.optional', { label: say('launch.name') })}</label>
            <input id="title" maxLength={300} value={title} onChange={({ target }) => set({ title: target.value })} />
          </div>
        </div>
        <PlanForm
          key={`${draft.restoredAt ?? ''} ${filled}`}
          plan={plan}
          onChange={(changed) => set({ plan: changed })}
        />
        {launch.error !== null && <ProblemNote error={launch.error} />}
        <div className="buttons">
          <button type="submit" className="main" disabled={launch.isPending}>
            {say(launch.isPending ? 'note.working' : 'launch.do')}
          </button>
        </div>
      </form>
    </>
  );
}
