import { useState } from 'react';
import { mayReach } from '../../../src/domain/access/policy';
import type { Standing } from '../../../src/domain/access/policy';
import type { Person } from '../../../src/domain/organisation/organisation.schema';
import { ROLES } from '../../../src/domain/organisation/roles';
import { Choice } from '../parts/choices';
import { Ask } from '../parts/dialog';
import { walked } from '../parts/unitTree';
import { LANGUAGE_NAMES, LANGUAGES } from '../words/languages';
import { useWords } from '../words/words';
import { errorAt, useAllPeople, useAllUnits, usePut } from './documents';
import type { StoredPerson } from './documents';
import { Line, SaveLine, Tick } from './fields';

type Absence = NonNullable<Person['absences']>[number];
type Props = {
  readonly me: Standing;
  readonly person?: StoredPerson | undefined;
  readonly unit: string;
  readonly onClose: () => void;
};

export function PersonDialog({ me, person, unit: home, onClose }: Props) {
  const { say } = useWords();
  const reachIsMine = person === undefined || mayReach(me, person);
  const { data: units = [] } = useAllUnits();
  const { data: people = [] } = useAllPeople();
  const put = usePut('people');
  const [typed, setTyped] = useState<Person>(() => {
    const fresh: Person = { id: '', name: '', unit: home, roles: ['officer'], language: 'vi' };
    return { ...fresh, ...person };
  });
  const change = (part: Partial<Person>) => setTyped({ ...typed, ...part });
  const { id, name, unit, email = '', manager = '', deputy = '', roles, language, absences = [] } = typed;
  const save = async () => {
    const named = {
      ...(email !== '' && { email }),
      ...(manager !== '' && { manager }),
      ...(deputy !== '' && { deputy }),
    };
    const body = { name, unit, roles, language, ...named, ...(absences.length > 0 && { absences }) };
    await put.mutateAsync({ id, body, version: person?.version }).then(onClose, () => undefined);
  };
  const others = people.filter((one) => one.id !== id).map((one) => ({ value: one.id, text: one.name }));
  return (
    <Ask
      title={person === undefined ? say('org.addPerson') : say('org.editPerson', { name: person.name })}
      onClose={onClose}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {person === undefined && (
          <Line
            label={say('org.id')}
            hint={say('org.idHint')}
            required
            maxLength={80}
            value={id}
            onChange={({ target }) => change({ id: target.value.trim() })}
            error={errorAt(put.error, '/person')}
          />
        )}
        <Line
          label={say('org.name')}
          required
          maxLength={300}
          value={name}
          onChange={({ target }) => change({ name: target.value })}
          error={errorAt(put.error, '/name')}
        />
        {reachIsMine ? (
          <Line
            label={say('field.optional', { label: say('signIn.email') })}
            type="email"
            value={email}
            onChange={({ target }) => change({ email: target.value.trim() })}
            error={errorAt(put.error, '/email')}
          />
        ) : (
          <p className="hint">{say('org.reachNotYours')}</p>
        )}
        <div className="pair">
          <Choice
            label={say('cycle.unit')}
            value={unit}
            onChange={(one) => change({ unit: one })}
            options={walked(units).map((one) => ({ value: one.id, text: `${'\u2003'.repeat(one.depth)}${one.name}` }))}
          />
          <Choice
            label={say('settings.language')}
            value={language}
            onChange={(one) => change({ language: one as Person['language'] })}
            options={LANGUAGES.map((one) => ({ value: one, text: LANGUAGE_NAMES[one] }))}
          />
          <Choice
            label={say('org.manager')}
            value={manager}
            onChange={(one) => change({ manager: one })}
            empty={say('org.nobody')}
            options={others}
          />
          {reachIsMine && (
            <Choice
              label={say('org.deputy')}
              value={deputy}
              onChange={(one) => change({ deputy: one })}
              empty={say('org.nobody')}
              options={others}
            />
          )}
        </div>
        <fieldset>
          <legend>{say('org.role')}</legend>
          <div className="pair">
            {ROLES.map((role) => (
              <Tick
                key={role}
                label={say(`role.${role}`)}
                checked={roles.includes(role)}
                onChange={(on) => change({ roles: on ? [...roles, role] : roles.filter((one) => one !== role) })}
              />
            ))}
          </div>
          {errorAt(put.error, '/roles') !== undefined && <p className="missing">{errorAt(put.error, '/roles')}</p>}
        </fieldset>
        <Absences absences={absences} onChange={(next) => change({ absences: [...next] })} />
        <SaveLine error={put.error} busy={put.isPending} onClose={onClose} />
      </form>
    </Ask>
  );
}

function Absences(props: {
  readonly absences: readonly Absence[];
  readonly onChange: (next: readonly Absence[]) => void;
}) {
  const { say } = useWords();
  const { absences, onChange } = props;
  const replace = (at: number, part: Partial<Absence>) =>
    onChange(absences.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <fieldset>
      <legend>{say('org.absences')}</legend>
      {absences.map(({ from, to }, i) => (
        <div className="pair" key={i}>
          <Line
            label={say('org.absenceFrom')}
            type="date"
            required
            value={from}
            onChange={({ target }) => replace(i, { from: target.value })}
          />
          <Line
            label={say('org.absenceTo')}
            type="date"
            required
            min={from}
            value={to}
            onChange={({ target }) => replace(i, { to: target.value })}
          />
          <button type="button" onClick={() => onChange(absences.filter((_one, at) => at !== i))}>
            {say('org.removeAbsence', { no: i + 1 })}
          </button>
        </div>
      ))}
      <button type="button" onClick={() => onChange([...absences, { from: '', to: '' }])}>
        {say('org.addAbsence')}
      </button>
    </fieldset>
  );
}
