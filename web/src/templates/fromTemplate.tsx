import { useEffect, useRef, useState } from 'react';
import type { DraftPlan } from '../../../src/domain/cycle/cycle.schema';
import { nameIn } from '../indicators/names';
import { useProcedures } from '../api/queries';
import { Choice } from '../parts/choices';
import { useTemplatesWords } from '../words/templates';
import { useWords } from '../words/words';
import { usePlanTemplates } from './queries';
import type { StoredTemplate } from './queries';

type Launching = { readonly procedure: string; readonly title: string; readonly plan: DraftPlan };
type FromProps = {
  /** Id of the template the address names. */
  readonly wanted: string;
  readonly procedure: string;
  readonly now: Launching;
  readonly onChange: (next: Launching) => void;
};

/** Fills the plan from a template; one click brings back what was there. */
export function FromTemplate({ wanted, procedure, now, onChange }: FromProps) {
  const { language } = useWords();
  const tpl = useTemplatesWords();
  const { data: templates = [] } = usePlanTemplates();
  const { data: procedures } = useProcedures();
  const [taken, setTaken] = useState<{ readonly template: StoredTemplate; readonly before: Launching }>();
  const asked = useRef(false);
  const take = (template: StoredTemplate) => {
    setTaken({ template, before: taken?.before ?? now });
    const meant = procedures?.find(({ id }) => id === template.procedure)?.id;
    onChange({
      ...now,
      procedure: meant ?? now.procedure,
      plan: { ...template.plan, causes: template.plan.causes ?? [''] },
    });
  };
  const wantedOne = templates.find(({ id }) => id === wanted);
  useEffect(() => {
    if (asked.current || wantedOne === undefined || procedures === undefined) return;
    asked.current = true;
    take(wantedOne);
  });
  if (templates.length === 0) return null;
  const fitting = (template: StoredTemplate) => (procedure !== '' && template.procedure === procedure ? 0 : 1);
  const sorted = templates.toSorted((a, b) => fitting(a) - fitting(b));
  return (
    <div className="stack">
      <Choice
        label={tpl('tpl.launchFrom')}
        value={taken?.template.id ?? ''}
        empty={tpl('tpl.blank')}
        options={sorted.map(({ id, name }) => ({ value: id, text: nameIn(name, language) }))}
        onChange={(id) => {
          const template = templates.find((one) => one.id === id);
          if (template !== undefined) return take(template);
          if (taken !== undefined) onChange(taken.before);
          setTaken(undefined);
        }}
      />
      <div role="status">
        {taken !== undefined && (
          <div className="note">
            <p>{tpl('tpl.taken', { name: nameIn(taken.template.name, language) })}</p>
            <button
              type="button"
              className="link"
              onClick={() => {
                onChange(taken.before);
                setTaken(undefined);
              }}
            >
              {tpl('tpl.takenBack')}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}
