import { usePeople } from '../api/queries';
import { useUnitsWhere } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { SelectEntry, TextEntry } from '../plan/fields';
import { NamedEntry } from '../scorecards/edit/named';
import { useProgrammeWords } from '../words/programmes';
import { useWords } from '../words/words';
import type { Draft } from './draft';
import { useProgrammeNames } from './queries';

export type PartProps = { readonly draft: Draft; readonly set: (change: Partial<Draft>) => void };

/** What it is and whose. */
export function WhatFields({ draft, set }: PartProps) {
  const { language } = useWords();
  const word = useProgrammeWords();
  const { data: people = [] } = usePeople();
  const { data: programmes = [] } = useProgrammeNames();
  return (
    <>
      <NamedEntry label={word('name')} at="/name" value={draft.name} onChange={(name) => set({ name })} />
      <NamedEntry
        {...{ label: word('description'), at: '/description', kind: 'area', value: draft.description }}
        onChange={(description) => set({ description })}
      />
      <div className="pair">
        <SelectEntry
          {...{ label: word('kind'), at: '/kind', value: draft.kind }}
          options={(['project', 'programme'] as const).map((value) => ({ value, text: word(`kind.${value}`) }))}
          onChange={(kind) => set({ kind: kind === 'programme' ? kind : 'project' })}
        />
        <SelectEntry
          {...{ label: word('unit'), at: '/unit', value: draft.unit, options: useUnitsWhere('programme.edit') }}
          onChange={(unit) => set({ unit })}
        />
      </div>
      <div className="pair">
        <SelectEntry
          {...{ label: word('owner'), at: '/owner', value: draft.owner, empty: word('nobody') }}
          options={people.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(owner) => set({ owner })}
        />
        <SelectEntry
          {...{ label: word('partOf'), at: '/partOf', value: draft.partOf, empty: word('none.partOf') }}
          options={programmes.map(({ id, name }) => ({ value: id, text: nameIn(name, language) }))}
          onChange={(partOf) => set({ partOf })}
        />
      </div>
      <label className="check">
        <input type="checkbox" checked={draft.public} onChange={({ target }) => set({ public: target.checked })} />{' '}
        {word('public')}
      </label>
    </>
  );
}

/** `hint`: what the planned end is measured against. */
export function DateFields({ draft, set, hint }: PartProps & { readonly hint: string }) {
  const word = useProgrammeWords();
  const day = (name: 'plannedStart' | 'plannedEnd' | 'actualStart' | 'actualEnd' | 'cancelled') => (
    <TextEntry
      {...{ label: word(name), at: `/${name}`, kind: 'date', value: draft[name] }}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <fieldset>
      <legend>{word('dates')}</legend>
      <p className="hint">{hint}</p>
      <div className="pair">
        {day('plannedStart')}
        {day('plannedEnd')}
      </div>
      <div className="pair">
        {day('actualStart')}
        {day('actualEnd')}
      </div>
      {day('cancelled')}
    </fieldset>
  );
}
