import { useState } from 'react';
import { Choice } from '../parts/choices';
import { Ask } from '../parts/dialog';
import { walked } from '../parts/unitTree';
import { useWords } from '../words/words';
import { errorAt, useAllUnits, useCalendars, usePolicies, usePut } from './documents';
import type { StoredUnit } from './documents';
import { Line, SaveLine, Tick } from './fields';

type Props = {
  /** Missing: a new one. */
  readonly unit?: StoredUnit | undefined;
  readonly parent?: string | undefined;
  readonly onClose: (id?: string) => void;
};

export function UnitDialog({ unit, parent, onClose }: Props) {
  const { say } = useWords();
  const { data: units = [] } = useAllUnits();
  const { data: calendars = [] } = useCalendars();
  const { data: policies = [] } = usePolicies();
  const put = usePut('units');
  const [id, setId] = useState(unit?.id ?? '');
  const [name, setName] = useState(unit?.name ?? '');
  const [above, setAbove] = useState(unit === undefined ? (parent ?? '') : (unit.parent ?? ''));
  const [office, setOffice] = useState(unit?.office);
  const parents = walked(units.filter((one) => one.id !== unit?.id));
  const set = (field: 'calendar' | 'reminderPolicy' | 'timeZone') => (value: string) => {
    const { [field]: _before, ...rest } = office ?? {};
    setOffice(value === '' ? rest : { ...rest, [field]: value });
  };
  const save = async () => {
    const body = { name, ...(above !== '' && { parent: above }), ...(office !== undefined && { office }) };
    await put.mutateAsync({ id, body, version: unit?.version }).then(
      () => onClose(id),
      () => undefined,
    );
  };
  const named = (list: readonly { id: string; name: string }[]) =>
    list.map((one) => ({ value: one.id, text: one.name }));
  return (
    <Ask title={say(unit === undefined ? 'org.addUnit' : 'org.editUnit')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {unit === undefined && (
          <Line
            label={say('org.id')}
            hint={say('org.idHint')}
            required
            maxLength={80}
            value={id}
            onChange={({ target }) => setId(target.value.trim())}
            error={errorAt(put.error, '/unit')}
          />
        )}
        <Line
          label={say('org.name')}
          required
          maxLength={300}
          value={name}
          onChange={({ target }) => setName(target.value)}
          error={errorAt(put.error, '/name')}
        />
        <Choice
          label={say('org.parent')}
          value={above}
          onChange={setAbove}
          empty={say('org.root')}
          options={parents.map((one) => ({ value: one.id, text: `${'\u2003'.repeat(one.depth)}${one.name}` }))}
        />
        <Tick
          label={say('org.office')}
          checked={office !== undefined}
          onChange={(on) => setOffice(on ? (unit?.office ?? {}) : undefined)}
        />
        {office !== undefined && (
          <div className="pair">
            <Choice
              label={say('org.calendar')}
              value={office.calendar ?? ''}
              onChange={set('calendar')}
              empty={say('org.inherited')}
              options={named(calendars)}
            />
            <Choice
              label={say('org.policy')}
              value={office.reminderPolicy ?? ''}
              onChange={set('reminderPolicy')}
              empty={say('org.inherited')}
              options={named(policies)}
            />
            <Line
              label={say('org.timeZone')}
              value={office.timeZone ?? ''}
              placeholder="Asia/Ho_Chi_Minh"
              onChange={({ target }) => set('timeZone')(target.value.trim())}
              error={errorAt(put.error, '/office/timeZone')}
            />
          </div>
        )}
        <SaveLine error={put.error} busy={put.isPending} onClose={() => onClose()} />
      </form>
    </Ask>
  );
}
