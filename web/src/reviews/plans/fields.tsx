import { usePeople } from '../../api/queries';
import { useUnitsWhere } from '../../indicators/may';
import { usePolicies } from '../../organisation/documents';
import { NumberEntry, SelectEntry } from '../../plan/fields';
import { useReviewPlanWords } from '../../words/reviewPlans';
import { useWords } from '../../words/words';
import { FREQUENCIES, inOrder, STEPS, SUBJECTS } from './draft';
import type { Draft } from './draft';
import { useSubjects } from './subject';

export type PartProps = { readonly draft: Draft; readonly set: (change: Partial<Draft>) => void };

/** What is reviewed, in whose charge, how often. */
export function WhatFields({ draft, set }: PartProps) {
  const { say } = useWords();
  const word = useReviewPlanWords();
  const { type, id } = draft.subject;
  const subjects = useSubjects();
  return (
    <fieldset>
      <legend>{word('rp.subject')}</legend>
      <div className="pair">
        <SelectEntry
          {...{ label: word('rp.subjectType'), at: '/subject/type', value: type }}
          options={SUBJECTS.map((value) => ({ value, text: word(`rp.subject.${value}`) }))}
          onChange={(next) => set({ subject: { type: SUBJECTS.find((one) => one === next) ?? 'scorecard', id: '' } })}
        />
        <SelectEntry
          {...{ label: word('rp.which'), at: '/subject/id', value: id, empty: say('plan.choose') }}
          options={subjects[type]}
          onChange={(next) => set({ subject: { type, id: next } })}
        />
      </div>
      <div className="pair">
        <SelectEntry
          {...{ label: word('rp.unit'), hint: word('rp.unitHint'), at: '/unit', value: draft.unit }}
          options={useUnitsWhere('review.manage')}
          onChange={(unit) => set({ unit })}
        />
        <SelectEntry
          {...{ label: word('rp.frequency'), at: '/frequency', value: draft.frequency }}
          options={FREQUENCIES.map((value) => ({ value, text: say(`frequency.${value}`) }))}
          onChange={(next) => set({ frequency: FREQUENCIES.find((one) => one === next) ?? 'quarter' })}
        />
      </div>
    </fieldset>
  );
}

/** Who chairs and who is invited. */
export function PeopleFields({ draft, set }: PartProps) {
  const { say } = useWords();
  const word = useReviewPlanWords();
  const { data: people = [] } = usePeople();
  const { chair, members } = draft;
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? id;
  const all = people.map(({ id, name }) => ({ value: id, text: name }));
  return (
    <fieldset>
      <legend>{word('rp.people')}</legend>
      <SelectEntry
        {...{ label: word('rp.chair'), hint: word('rp.chairHint'), at: '/chair', value: chair }}
        empty={say('plan.choose')}
        options={all}
        onChange={(next) => set({ chair: next, members: members.filter((one) => one !== next) })}
      />
      <p>{word('rp.members')}:</p>
      {members.length === 0 ? (
        <p className="hint">{word('rp.noMembers')}</p>
      ) : (
        <ul className="chips">
          {members.map((id) => (
            <li key={id}>
              {nameOf(id)}{' '}
              <button
                type="button"
                aria-label={say('plan.remove', { name: nameOf(id) })}
                onClick={() => set({ members: members.filter((one) => one !== id) })}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
      <SelectEntry
        {...{ label: word('rp.addMember'), hint: word('rp.membersHint'), at: '/members', value: '' }}
        empty={say('plan.choose')}
        options={all.filter(({ value }) => value !== chair && !members.includes(value))}
        onChange={(id) => id !== '' && set({ members: [...members, id] })}
      />
    </fieldset>
  );
}

/** When each step is due, who is reminded how, and what is published. */
export function StepFields({ draft, set }: PartProps) {
  const word = useReviewPlanWords();
  const { data: policies = [] } = usePolicies();
  return (
    <fieldset>
      <legend>{word('rp.days')}</legend>
      <p className="hint">{word('rp.daysHint')}</p>
      <div className="pair">
        {STEPS.map((step) => (
          <NumberEntry
            key={step}
            {...{ label: word(`rp.${step}`), at: `/${step}`, value: draft[step] }}
            onChange={(days) => days !== undefined && set({ [step]: days })}
          />
        ))}
      </div>
      {!inOrder(draft) && (
        <p className="note warn" role="status">
          {word('rp.order')}
        </p>
      )}
      <SelectEntry
        {...{ label: word('rp.reminders'), at: '/reminders', value: draft.reminders, empty: word('rp.remindersOwn') }}
        options={policies.map(({ id, name }) => ({ value: id, text: name }))}
        onChange={(reminders) => set({ reminders })}
      />
      <label className="check">
        <input type="checkbox" checked={draft.publish} onChange={({ target }) => set({ publish: target.checked })} />{' '}
        {word('rp.publish')}
      </label>
    </fieldset>
  );
}
