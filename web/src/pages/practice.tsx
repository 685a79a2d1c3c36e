import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useUnits } from '../api/queries';
import { useMay, useUnitsWhere } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { SaveLine } from '../organisation/fields';
import { Ask } from '../parts/dialog';
import { Waiting } from '../parts/notes';
import { NotThere } from '../parts/notThere';
import { PracticeForm } from '../packs/practiceForm';
import { packHref, usePractice, useRemovePractice } from '../packs/queries';
import type { StoredPractice } from '../packs/queries';
import { PageTitle } from '../shell';
import { usePlanTemplates } from '../templates/queries';
import { usePackWords } from '../words/packs';
import { useWords } from '../words/words';

export default function PracticePage({ id }: { readonly id: string }) {
  const told = usePackWords();
  const { data: practice, error } = usePractice(id);
  if (practice !== undefined) return <PracticeShown practice={practice} />;
  if (error === null) return <Waiting />;
  return <NotThere error={error} list={{ to: '/practices', text: told('practice.back') }} />;
}

function PracticeShown({ practice }: { readonly practice: StoredPractice }) {
  const { language } = useWords();
  const told = usePackWords();
  const may = useMay(practice.unit ?? '');
  const [editing, edit] = useState(false);
  const [saved, setSaved] = useState(false);
  const own = practice.unit !== undefined && may('practice.edit');
  return (
    <>
      <p>
        <Link href="/practices">{told('practice.back')}</Link>
      </p>
      <PageTitle>{nameIn(practice.title, language)}</PageTitle>
      <div role="status">{saved && <p className="note good">{told('practice.saved')}</p>}</div>
      {editing ? (
        <PracticeForm
          begun={practice}
          onClose={(stored) => {
            edit(false);
            setSaved(stored !== undefined);
          }}
        />
      ) : (
        <Parts practice={practice} />
      )}
      {!editing && <StartFrom practice={practice} />}
      {own && !editing && (
        <div className="buttons">
          <button type="button" className="quiet" onClick={() => edit(true)}>
            {told('practice.edit')}
          </button>
          <Remove practice={practice} />
        </div>
      )}
    </>
  );
}

function Parts({ practice }: { readonly practice: StoredPractice }) {
  const { language } = useWords();
  const told = usePackWords();
  const { where, strength, context, change, result, checkBefore, source, tags } = practice;
  return (
    <>
      <section className="card">
        <dl className="facts">
          <dt>{told('practice.where')}</dt>
          <dd>{nameIn(where, language)}</dd>
          <dt>{told('practices.strength')}</dt>
          <dd>
            <strong>{told(`strength.${strength}`)}</strong>
            <br />
            <span className="hint">{told(`strength.${strength}.means`)}</span>
          </dd>
          <Origin practice={practice} />
        </dl>
        {(['context', 'change', 'result'] as const).map((part) => (
          <div key={part}>
            <h2>{told(`practice.${part}`)}</h2>
            <p className="said">{nameIn({ context, change, result }[part], language)}</p>
          </div>
        ))}
      </section>
      <section className="card">
        <h2>{told('practice.check')}</h2>
        <ul>
          {checkBefore.map((line) => (
            <li key={nameIn(line, language)} className="said">
              {nameIn(line, language)}
            </li>
          ))}
        </ul>
      </section>
      <section className="card">
        <h2>{told('practice.source')}</h2>
        <ul>
          {source.map((line) => (
            <li key={line} className="said">
              {line}
            </li>
          ))}
        </ul>
        {tags.length > 0 && <p className="hint">{tags.join(' · ')}</p>}
      </section>
    </>
  );
}

/** Which pack it comes with, or which unit learnt it by which cycle. */
function Origin({ practice: { pack, unit, cycle } }: { readonly practice: StoredPractice }) {
  const told = usePackWords();
  const { data: units = [] } = useUnits();
  const keeper = units.find(({ id }) => id === unit)?.name ?? unit ?? '';
  return (
    <>
      <dt>{told('practice.source')}</dt>
      <dd>
        {pack !== undefined && <Link href={packHref(pack)}>{told('practice.ofPack', { pack })}</Link>}
        {pack === undefined && told('practice.ofUnit', { unit: keeper })}
        {cycle !== undefined && (
          <>
            <br />
            <Link href={`/cycles/${encodeURIComponent(cycle)}`}>{told('practice.cycle')}</Link>
          </>
        )}
      </dd>
    </>
  );
}

/** A cycle that tries here what worked elsewhere, for whoever may launch one. */
function StartFrom({ practice: { planTemplate } }: { readonly practice: StoredPractice }) {
  const told = usePackWords();
  const { data: templates = [] } = usePlanTemplates();
  const may = useUnitsWhere('cycle.launch').length > 0;
  if (!may || planTemplate === undefined || !templates.some(({ id }) => id === planTemplate)) return null;
  return (
    <p>
      <Link className="button main" href={`/launch?template=${encodeURIComponent(planTemplate)}`}>
        {told('practice.start')}
      </Link>
    </p>
  );
}

function Remove({ practice }: { readonly practice: StoredPractice }) {
  const { language } = useWords();
  const told = usePackWords();
  const remove = useRemovePractice();
  const [asking, ask] = useState(false);
  const [, go] = useLocation();
  return (
    <>
      <button type="button" className="link" onClick={() => ask(true)}>
        {told('practice.remove')}
      </button>
      {asking && (
        <Ask
          title={told('practice.removeWhich', { name: nameIn(practice.title, language) })}
          onClose={() => ask(false)}
        >
          <p>{told('practice.removeWhat')}</p>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              remove.mutate(practice, { onSuccess: () => go('/practices') });
            }}
          >
            <SaveLine
              error={remove.error}
              busy={remove.isPending}
              onClose={() => ask(false)}
              label={told('practice.remove')}
            />
          </form>
        </Ask>
      )}
    </>
  );
}
