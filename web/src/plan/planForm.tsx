import { useAggregations, usePeople } from '../api/queries';
import type { DraftPlan } from '../api/queries';
import { useLibrary } from '../indicators/queries';
import { useIndicatorName } from '../parts/a3';
import { TermField } from '../parts/termField';
import { useWords } from '../words/words';
import { CountermeasuresEntry } from './countermeasures';
import { Field, idAt, Lacks, LinesEntry, SelectEntry, TextEntry, useLack } from './fields';
import { GateList } from './gateList';
import { IndicatorsEntry } from './indicators';
import { lacksOf } from './missing';
import { tidyPlan } from './tidy';

export type PlanProps = { readonly plan: DraftPlan; readonly onChange: (plan: DraftPlan) => void };

/** The plan, part by part, beside it what the gate still asks for while it is typed. */
export function PlanForm({ plan, onChange }: PlanProps) {
  const { data: catalogue = [] } = useAggregations();
  const lacks = lacksOf(tidyPlan(plan), catalogue, useLibrary());
  const set = (change: Partial<DraftPlan>) => onChange({ ...plan, ...change });
  return (
    <Lacks.Provider value={lacks}>
      <div className="planning">
        <div className="stack">
          <Why plan={plan} set={set} />
          <IndicatorsEntry plan={plan} set={set} />
          <Aim plan={plan} set={set} />
          <CountermeasuresEntry plan={plan} set={set} />
          <How plan={plan} set={set} />
        </div>
        <GateList lacks={lacks} />
      </div>
    </Lacks.Provider>
  );
}

export type PartProps = { readonly plan: DraftPlan; readonly set: (change: Partial<DraftPlan>) => void };

function Why({ plan, set }: PartProps) {
  const { say } = useWords();
  return (
    <>
      <TextEntry
        label={say('plan.problem')}
        hint={say('plan.problemHint')}
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
    </>
  );
}

function Aim({ plan, set }: PartProps) {
  const { say } = useWords();
  const nameOf = useIndicatorName();
  const aim = plan.aim ?? { text: '' };
  return (
    <fieldset>
      <legend>{say('plan.aim')}</legend>
      <TextEntry
        label={say('plan.aimText')}
        hint={say('plan.aimHint')}
        at="/plan/aim"
        kind="area"
        value={aim.text}
        onChange={(text) => set({ aim: { ...aim, text } })}
      />
      <div className="pair">
        <SelectEntry
          label={say('plan.aimIndicator')}
          at="/plan/aim/indicator"
          value={aim.indicator}
          empty={say('plan.choose')}
          options={(plan.indicators ?? []).map((one) => ({ value: one.key, text: nameOf(one) }))}
          onChange={(indicator) => set({ aim: { ...aim, indicator } })}
        />
        <TextEntry
          label={say('plan.by')}
          at="/plan/aim/by"
          kind="date"
          value={aim.by}
          onChange={(by) => set({ aim: { ...aim, by } })}
        />
      </div>
    </fieldset>
  );
}

function How({ plan, set }: PartProps) {
  const { say } = useWords();
  const pilot = plan.pilot ?? { scope: '', smallScale: true };
  return (
    <>
      <fieldset>
        <legend>{say('plan.pilot')}</legend>
        <TextEntry
          label={say('plan.scope')}
          hint={say('plan.scopeHint')}
          at="/plan/pilot"
          kind="area"
          value={pilot.scope}
          onChange={(scope) => set({ pilot: { ...pilot, scope } })}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={pilot.smallScale}
            onChange={({ target }) => set({ pilot: { ...pilot, smallScale: target.checked } })}
          />{' '}
          {say('plan.smallScale')}
        </label>
      </fieldset>
      <fieldset>
        <legend>{say('plan.dates')}</legend>
        <div className="pair" id={idAt('/plan/do')} tabIndex={-1}>
          <TermField
            label={say('plan.do')}
            value={typeof plan.do === 'string' ? plan.do : undefined}
            missing={useLack('/plan/do')}
            onChange={(term) => set({ do: term })}
          />
          <TextEntry
            label={say('plan.changeFrom')}
            at="/plan/changeFrom"
            kind="date"
            value={plan.changeFrom}
            onChange={(changeFrom) => set({ changeFrom })}
          />
        </div>
        <p className="hint">{say('plan.baselineHint')}</p>
        <div className="pair">
          <TextEntry
            label={say('plan.baselineFrom')}
            at="/plan/baseline/from"
            kind="date"
            value={plan.baseline?.from}
            onChange={(from) => set({ baseline: { to: '', ...plan.baseline, from } })}
          />
          <TextEntry
            label={say('plan.baselineTo')}
            at="/plan/baseline/to"
            kind="date"
            value={plan.baseline?.to}
            onChange={(to) => set({ baseline: { from: '', ...plan.baseline, to } })}
          />
        </div>
      </fieldset>
      <Reviewers plan={plan} set={set} />
    </>
  );
}

function Reviewers({ plan, set }: PartProps) {
  const { say } = useWords();
  const { data: people = [] } = usePeople();
  const chosen = plan.reviewers ?? [];
  const free = people.filter(({ id }) => !chosen.includes(id)).map(({ id, name }) => ({ value: id, text: name }));
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? id;
  return (
    <fieldset>
      <legend>{say('plan.reviewers')}</legend>
      {chosen.length > 0 && (
        <ul className="chips">
          {chosen.map((id) => (
            <li key={id}>
              {nameOf(id)}{' '}
              <button
                type="button"
                aria-label={say('plan.remove', { name: nameOf(id) })}
                onClick={() => set({ reviewers: chosen.filter((one) => one !== id) })}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <Field label={say('plan.addReviewer')} at="/plan/reviewers">
        {(given) => (
          <select
            value=""
            onChange={({ target }) => target.value !== '' && set({ reviewers: [...chosen, target.value] })}
            {...given}
          >
            <option value="">{say('plan.choose')}</option>
            {free.map(({ value, text }) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        )}
      </Field>
    </fieldset>
  );
}
