import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { placeOf } from '../../../src/domain/access/place';
import { allowed } from '../../../src/domain/access/policy';
import { call } from '../api/client';
import { useProcedures, useUnits } from '../api/queries';
import type { Person } from '../api/session';
import { useAllPeople } from '../organisation/documents';
import { standingOf } from '../parts/mayDo';
import { EXAMPLE_PROCEDURE } from '../plan/example';
import { useGuideWords } from '../words/guide';
import { useWords } from '../words/words';

type Props = { readonly person: Person; readonly choose: (way: 'own' | 'made') => void };

/** Who the visitor is here, who else is there, and the two ways to begin. */
export function ChooseStep({ person, choose }: Props) {
  const tell = useGuideWords();
  const { data: procedures = [] } = useProcedures();
  const { data: units = [] } = useUnits();
  const standing = standingOf(person);
  const may = (unit: string) => allowed({ person: standing, action: 'cycle.launch', place: placeOf(units, unit) }).ok;
  const example = procedures.find(({ id }) => id === EXAMPLE_PROCEDURE);
  const madeIsOpen = example !== undefined && may(example.unit);
  return (
    <>
      <Me person={person} />
      <h2>{tell('guide.way')}</h2>
      {!may(person.unit) && <p className="note warn">{tell('guide.mayNot')}</p>}
      <div className="ways">
        <section className="card">
          <h3>{tell('guide.own')}</h3>
          <p>{tell('guide.ownWhat')}</p>
          {may(person.unit) && (
            <button type="button" className="main" onClick={() => choose('own')}>
              {tell('guide.own')}
            </button>
          )}
        </section>
        <section className="card">
          <h3>{tell('guide.made')}</h3>
          <p>{tell(example === undefined ? 'guide.madeMissing' : 'guide.madeWhat')}</p>
          {madeIsOpen && (
            <button type="button" className="main" onClick={() => choose('made')}>
              {tell('guide.made')}
            </button>
          )}
        </section>
      </div>
    </>
  );
}

type Account = { readonly state: 'none' | 'invited' | 'active' };

function Me({ person }: { readonly person: Person }) {
  const { say } = useWords();
  const tell = useGuideWords();
  const { data: account } = useQuery({
    queryKey: ['account', person.id],
    queryFn: () => call<Account>('GET', `/v1/people/${encodeURIComponent(person.id)}/account`),
  });
  const roles = person.roles.map((role) => say(`role.${role}` as never)).join(', ');
  return (
    <section className="card">
      <p>
        <strong>{tell('guide.me', { name: person.name, roles })}</strong>
      </p>
      {account !== undefined && account.state !== 'active' && (
        <p>
          {tell('guide.noPassword')} <Link href="/settings/account">{tell('guide.toAccount')}</Link>
        </p>
      )}
      {person.roles.includes('administrator') && <Others me={person.id} />}
    </section>
  );
}

function Others({ me }: { readonly me: string }) {
  const { say } = useWords();
  const tell = useGuideWords();
  const { data: people = [] } = useAllPeople();
  const { data: units = [] } = useUnits();
  const { data: procedures = [] } = useProcedures();
  const made = procedures.some(({ id }) => id === EXAMPLE_PROCEDURE);
  const others = people.filter(({ id }) => id !== me);
  return (
    <details>
      <summary>{tell('guide.peopleTitle')}</summary>
      <p>{tell(made ? 'guide.people' : 'guide.fourEyes')}</p>
      <ul>
        {others.map(({ id, name, roles, unit }) => (
          <li key={id}>
            {name}: {roles.map((role) => say(`role.${role}`)).join(', ')},{' '}
            {units.find((one) => one.id === unit)?.name ?? unit}
          </li>
        ))}
      </ul>
      <p>
        <Link href="/settings/units">{tell('guide.toPeople')}</Link>
      </p>
    </details>
  );
}
