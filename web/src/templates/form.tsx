import type { DraftPlan } from '../../../src/domain/cycle/cycle.schema';
import { templateOf } from '../../../src/domain/cycle/planTemplate';
import { useProcedures } from '../api/queries';
import { useUnitsWhere } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { Line, SaveLine } from '../organisation/fields';
import { Choice } from '../parts/choices';
import { Ask } from '../parts/dialog';
import { TermField } from '../parts/termField';
import { useDraft } from '../plan/draft';
import { LinesEntry, TextEntry } from '../plan/fields';
import { IndicatorsEntry } from '../plan/indicators';
import { Restored } from '../plan/restored';
import { freshKey, tidyPlan } from '../plan/tidy';
import type { Language } from '../words/languages';
import { useTemplatesWords } from '../words/templates';
import { useWords } from '../words/words';
import { usePutTemplate } from './queries';
import type { StoredTemplate } from './queries';

/** What a form of a template begins with. */
export type Begun = {
  readonly template?: StoredTemplate | undefined;
  readonly plan: DraftPlan;
  readonly name: string;
  readonly procedure: string;
  readonly unit: string;
  /** Title of the cycle it is taken from. */
  readonly from?: string | undefined;
};
/** What is typed, on the version it began with; missing: a template that is not there yet. */
type Typed = Omit<Begun, 'template' | 'from'> & {
  readonly id: string;
  readonly version: number | undefined;
  readonly description: string;
};
type FormProps = { readonly begun: Begun; readonly onClose: (saved?: string) => void };

export function TemplateForm({ begun, onClose }: FormProps) {
  const { say, language } = useWords();
  const tpl = useTemplatesWords();
  const put = usePutTemplate();
  const { template, from } = begun;
  const { data: procedures = [] } = useProcedures();
  const units = useUnitsWhere('planTemplate.edit');
  const draft = useDraft<Typed>(`plan-template.${template?.id ?? from ?? ''}`, {
    ...{ id: template?.id ?? crypto.randomUUID(), version: template?.version, name: begun.name, plan: begun.plan },
    description: nameIn(template?.description, language),
    unit: template === undefined ? begun.unit : (template.unit ?? ''),
    procedure: begun.procedure,
  });
  const { id, version, name, description, unit, procedure, plan } = draft.value;
  const set = (part: Partial<Typed>) => draft.change({ ...draft.value, ...part });
  const save = async () => {
    const { source, assumptions } = template ?? {};
    const countermeasures = plan.countermeasures?.filter(({ title }) => title.trim() !== '') ?? [];
    const body = {
      ...(source !== undefined && { source }),
      ...(assumptions !== undefined && { assumptions }),
      name: renamed(template?.name, name, language),
      ...(description.trim() !== '' && { description: renamed(template?.description, description, language) }),
      ...(unit !== '' && { unit }),
      ...(procedure !== '' && { procedure }),
      plan: templateOf(tidyPlan({ ...plan, countermeasures })),
    };
    await put.mutateAsync({ id, body, version }).then(
      () => {
        draft.forget();
        onClose(name);
      },
      () => undefined,
    );
  };
  return (
    <Ask title={template === undefined ? tpl('tpl.new') : tpl('tpl.editWhich', { name: begun.name })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Restored draft={draft} />
        {from !== undefined && <p className="note">{tpl('tpl.fromCycle', { title: from })}</p>}
        <Line
          label={tpl('tpl.name')}
          required
          maxLength={300}
          value={name}
          onChange={({ target }) => set({ name: target.value })}
        />
        <Line
          label={say('field.optional', { label: tpl('tpl.description') })}
          maxLength={4000}
          value={description}
          onChange={({ target }) => set({ description: target.value })}
        />
        <div className="pair">
          <Choice
            label={tpl('tpl.unit')}
            value={unit}
            onChange={(next) => set({ unit: next })}
            options={units}
            {...(template !== undefined && template.unit === undefined && { empty: tpl('tpl.everybody') })}
          />
          <Choice
            label={tpl('tpl.procedure')}
            value={procedure}
            onChange={(next) => set({ procedure: next })}
            empty={tpl('tpl.anyProcedure')}
            options={procedures.map((one) => ({ value: one.id, text: one.name }))}
          />
        </div>
        <p className="hint">{tpl('tpl.unitHint')}</p>
        <PlanParts plan={plan} set={(change) => set({ plan: { ...plan, ...change } })} />
        <SaveLine
          error={put.error}
          busy={put.isPending}
          onClose={() => {
            draft.forget();
            onClose();
          }}
          label={tpl('tpl.save')}
        />
      </form>
    </Ask>
  );
}

/** A text that may have other languages keeps them. */
function renamed(before: StoredTemplate['name'] | undefined, text: string, language: Language): StoredTemplate['name'] {
  return typeof before === 'object' ? { ...before, [language]: text.trim() } : text.trim();
}

type PartsProps = { readonly plan: DraftPlan; readonly set: (change: Partial<DraftPlan>) => void };

/** The parts of a plan that are of no one time and place. */
function PlanParts({ plan, set }: PartsProps) {
  const { say } = useWords();
  const tpl = useTemplatesWords();
  const { countermeasures = [] } = plan;
  const titled = (titles: readonly string[]) =>
    titles.reduce<NonNullable<DraftPlan['countermeasures']>>((made, title, index) => {
      const free = countermeasures.filter(({ key }) => !made.some((one) => one.key === key));
      const typedOn = titles.length === countermeasures.length ? countermeasures[index] : undefined;
      const before = typedOn ?? free.find((one) => one.title === title);
      const taken = [...made, ...countermeasures].map(({ key }) => key);
      return [...made, { ...(before ?? { key: freshKey('step', taken) }), title }];
    }, []);
  return (
    <>
      <TextEntry
        label={say('plan.problem')}
        at="/plan/problem"
        kind="area"
        value={plan.problem}
        onChange={(problem) => set({ problem })}
      />
      <LinesEntry
        legend={say('plan.causes')}
        at="/plan/causes"
        add={say('plan.addCause')}
        lines={plan.causes ?? []}
        onChange={(causes) => set({ causes: [...causes] })}
      />
      <TextEntry
        label={say('plan.aimText')}
        at="/plan/aim"
        kind="area"
        value={plan.aim?.text}
        onChange={(text) => set({ aim: { ...plan.aim, text } })}
      />
      <IndicatorsEntry plan={plan} set={set} />
      <LinesEntry
        legend={tpl('tpl.countermeasures')}
        at="/plan/countermeasures"
        add={tpl('tpl.addCountermeasure')}
        lines={countermeasures.map(({ title }) => title)}
        onChange={(titles) => set({ countermeasures: titled(titles) })}
      />
      <TextEntry
        label={say('plan.scope')}
        at="/plan/pilot"
        kind="area"
        value={plan.pilot?.scope}
        onChange={(scope) => set({ pilot: { smallScale: true, ...plan.pilot, scope } })}
      />
      <TermField
        label={say('plan.do')}
        value={typeof plan.do === 'string' ? plan.do : undefined}
        missing={undefined}
        onChange={(term) => set({ do: term })}
      />
    </>
  );
}
