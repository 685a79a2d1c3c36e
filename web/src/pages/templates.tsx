import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { templateOf } from '../../../src/domain/cycle/planTemplate';
import { useCycle, useUnits } from '../api/queries';
import type { CycleView } from '../api/queries';
import { useUnitsWhere } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { SaveLine } from '../organisation/fields';
import { Ask } from '../parts/dialog';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useTemplates } from '../surveys/queries';
import { TemplateCard } from '../templates/card';
import { TemplateForm } from '../templates/form';
import type { Begun } from '../templates/form';
import { usePlanTemplates, useRemoveTemplate } from '../templates/queries';
import type { StoredTemplate } from '../templates/queries';
import { useTemplatesWords } from '../words/templates';
import { useWords } from '../words/words';

/** Plans and surveys that are kept to start from. `?from=` a cycle: its plan is to become one of them. */
export default function Templates() {
  const { say } = useWords();
  const [search] = useSearchParams();
  const from = search.get('from');
  const plans = usePlanTemplates();
  const units = useUnits();
  // Together, so that nothing is pushed down once it is there.
  const ready = [plans, units].every(({ data, error }) => data !== undefined || error !== null);
  return (
    <>
      <PageTitle>{say('templates.title')}</PageTitle>
      {ready ? (
        <>
          <Plans from={from} />
          <SurveyTemplates />
        </>
      ) : (
        <Waiting />
      )}
    </>
  );
}

function Plans({ from }: { readonly from: string | null }) {
  const { language } = useWords();
  const tpl = useTemplatesWords();
  const { data: templates, error } = usePlanTemplates();
  const { data: units = [] } = useUnits();
  const own = useUnitsWhere('planTemplate.edit')[0]?.value;
  const [begun, begin] = useState<Begun>();
  const [removing, remove] = useState<StoredTemplate>();
  const [saved, setSaved] = useState('');
  const [read, setRead] = useState(false);
  const edit = (template: StoredTemplate): Begun => ({
    template,
    plan: template.plan,
    name: nameIn(template.name, language),
    procedure: template.procedure ?? '',
    unit: template.unit ?? '',
  });
  return (
    <section>
      <p className="lead">{tpl('tpl.what')}</p>
      <h2>{tpl('tpl.plans')}</h2>
      {own !== undefined && (
        <p>
          <button
            type="button"
            className="main"
            onClick={() => begin({ plan: { causes: [''] }, name: '', procedure: '', unit: own })}
          >
            {tpl('tpl.new')}
          </button>
        </p>
      )}
      <div role="status">{saved !== '' && <p className="note good">{tpl('tpl.saved', { name: saved })}</p>}</div>
      {error !== null && <ProblemNote error={error} />}
      {templates?.length === 0 && <p className="card empty">{tpl('tpl.none')}</p>}
      <ul className="tasks">
        {templates?.map((template) => (
          <TemplateCard
            key={template.id}
            template={template}
            keeper={units.find(({ id }) => id === template.unit)?.name ?? template.unit}
            onEdit={() => begin(edit(template))}
            onRemove={() => remove(template)}
          />
        ))}
      </ul>
      {from !== null && own !== undefined && !read && (
        <FromCycle
          id={from}
          unit={own}
          onRead={(taken) => {
            setRead(true);
            begin(taken);
          }}
        />
      )}
      {begun !== undefined && (
        <TemplateForm
          begun={begun}
          onClose={(name) => {
            begin(undefined);
            if (name !== undefined) setSaved(name);
          }}
        />
      )}
      {removing !== undefined && <Remove template={removing} onClose={() => remove(undefined)} />}
    </section>
  );
}

type FromProps = { readonly id: string; readonly unit: string; readonly onRead: (begun: Begun) => void };

/** Reads a cycle and begins a template with its plan. */
function FromCycle({ id, unit, onRead }: FromProps) {
  const { data: cycle, error } = useCycle(id);
  const units = useUnitsWhere('planTemplate.edit');
  const begunFrom = ({ title, plan, procedure, unit: of }: CycleView): Begun => ({
    plan: templateOf(plan),
    name: title,
    procedure,
    unit: units.some(({ value }) => value === of) ? of : unit,
    from: title,
  });
  useEffect(() => {
    if (cycle !== undefined) onRead(begunFrom(cycle));
  });
  return error === null ? <Waiting /> : <ProblemNote error={error} />;
}

function Remove({ template, onClose }: { readonly template: StoredTemplate; readonly onClose: () => void }) {
  const { language } = useWords();
  const tpl = useTemplatesWords();
  const remove = useRemoveTemplate();
  return (
    <Ask title={tpl('tpl.removeWhich', { name: nameIn(template.name, language) })} onClose={onClose}>
      <p>{tpl('tpl.removeWhat')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          remove.mutate(template, { onSuccess: onClose });
        }}
      >
        <SaveLine error={remove.error} busy={remove.isPending} onClose={onClose} label={tpl('tpl.remove')} />
      </form>
    </Ask>
  );
}

function SurveyTemplates() {
  const { language } = useWords();
  const tpl = useTemplatesWords();
  const { data: templates = [] } = useTemplates();
  return (
    <section>
      <h2>{tpl('tpl.surveys')}</h2>
      <p>
        <Link href="/surveys">{tpl('tpl.toSurveys')}</Link>
      </p>
      <ul className="tasks">
        {templates.map(({ id, name, description, source, assumptions, survey }) => (
          <li key={id} className="card small stack">
            <h3>{nameIn(name, language)}</h3>
            <p>{nameIn(description, language)}</p>
            <p className="hint">{tpl('tpl.questions', { count: survey.questions.length })}</p>
            <details>
              <summary>{tpl('tpl.source')}</summary>
              <ul>
                {source.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
              <p className="label">{tpl('tpl.assumptions')}</p>
              <ul>
                {assumptions.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
