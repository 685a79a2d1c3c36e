import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useProcedures } from '../api/queries';
import { Line, SaveLine, Tick } from '../organisation/fields';
import { Choice } from '../parts/choices';
import { Ask } from '../parts/dialog';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useMakeSurvey, useSurveys, useTemplates } from '../surveys/queries';
import { useWords } from '../words/words';
import { nameIn } from '../indicators/names';

/** All surveys, newest first. */
export default function Surveys() {
  const { say, language } = useWords();
  const { data: surveys, error } = useSurveys();
  const [asked, ask] = useState(false);
  return (
    <>
      <PageTitle
        aside={
          <button type="button" className="main" onClick={() => ask(true)}>
            {say('survey.new')}
          </button>
        }
      >
        {say('nav.surveys')}
      </PageTitle>
      {error !== null && <ProblemNote error={error} />}
      {surveys === undefined && error === null && <Waiting />}
      {surveys?.length === 0 && <p className="card empty">{say('survey.none')}</p>}
      <ul className="tasks">
        {surveys?.map(({ id, phase, definition }) => (
          <li key={id} className="card small">
            <Link href={`/surveys/${encodeURIComponent(id)}`}>{nameIn(definition.title, language)}</Link>
            <p className="hint">{say(`survey.phase.${phase}`)}</p>
          </li>
        ))}
      </ul>
      {asked && <NewSurvey onClose={() => ask(false)} />}
    </>
  );
}

function NewSurvey({ onClose }: { readonly onClose: () => void }) {
  const { say, language } = useWords();
  const [, go] = useLocation();
  const { data: templates = [] } = useTemplates();
  const { data: procedures = [] } = useProcedures();
  const make = useMakeSurvey();
  const [template, setTemplate] = useState('');
  const [procedure, setProcedure] = useState('');
  const [openLink, setOpenLink] = useState(false);
  const chosen = templates.find(({ id }) => id === template) ?? templates[0];
  const about = procedures.find(({ id }) => id === procedure) ?? procedures[0];
  const save = async (form: FormData) => {
    const [title, opens, closes] = ['title', 'opens', 'closes'].map((name) => String(form.get(name)));
    const instant = (local: string | undefined) => ({ at: new Date(local ?? '').toISOString() });
    const body = {
      template: chosen?.id,
      belongsTo: { procedure: about?.id },
      openLink,
      opens: instant(opens),
      closes: instant(closes),
      ...(title !== '' && { title }),
    };
    await make.mutateAsync(body).then(
      ({ id }) => go(`/surveys/${encodeURIComponent(id)}`),
      () => undefined,
    );
  };
  return (
    <Ask title={say('survey.new')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save(new FormData(event.currentTarget));
        }}
      >
        <Choice
          label={say('survey.template')}
          value={chosen?.id ?? ''}
          onChange={setTemplate}
          options={templates.map(({ id, name }) => ({ value: id, text: nameIn(name, language) }))}
        />
        {chosen !== undefined && <p className="hint">{nameIn(chosen.description, language)}</p>}
        {chosen?.assumptions.map((text) => (
          <p className="hint" key={text}>
            {say('survey.assumption', { text })}
          </p>
        ))}
        <Line label={say('field.optional', { label: say('survey.name') })} name="title" maxLength={300} />
        <Choice
          label={say('survey.procedure')}
          value={about?.id ?? ''}
          onChange={setProcedure}
          options={procedures.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <div className="pair">
          <Line label={say('survey.opensOn')} name="opens" type="datetime-local" required />
          <Line label={say('survey.closesOn')} name="closes" type="datetime-local" required />
        </div>
        <Tick label={say('survey.openLink')} checked={openLink} onChange={setOpenLink} />
        <SaveLine error={make.error} busy={make.isPending} onClose={onClose} label={say('survey.new')} />
      </form>
    </Ask>
  );
}
