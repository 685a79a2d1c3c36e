import '../styles/organisation.css';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'wouter';
import { placeOf } from '../../../src/domain/access/place';
import { allowed } from '../../../src/domain/access/policy';
import { AccountDialog } from '../account/accountDialog';
import type { Person } from '../api/session';
import { useAllPeople, useAllUnits } from '../organisation/documents';
import type { StoredPerson } from '../organisation/documents';
import { InviteDialog } from '../organisation/inviteDialog';
import { PersonDialog } from '../organisation/personDialog';
import { UnitDialog } from '../organisation/unitDialog';
import { UnitTreeView } from '../organisation/unitTreeView';
import { standingOf } from '../parts/mayDo';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useAccountWords } from '../words/account';
import { useWords } from '../words/words';

const ImportDialog = lazy(() => import('../organisation/importDialog'));

type Asked =
  | { readonly what: 'new-unit' | 'unit' | 'import' | 'new-person' }
  | { readonly what: 'person' | 'invite' | 'account'; readonly person: StoredPerson };

/** The tree of units, and who works in the chosen one. */
export default function Organisation({ person: me }: { readonly person: Person }) {
  const { say } = useWords();
  const { data: units, error } = useAllUnits();
  const { data: people = [] } = useAllPeople();
  const [search, setSearch] = useSearchParams();
  const [asked, ask] = useState<Asked>();
  if (error !== null) return <ProblemNote error={error} />;
  if (units === undefined) return <Waiting />;
  const chosen = search.get('unit') ?? (units.some(({ id }) => id === me.unit) ? me.unit : units[0]?.id);
  const unit = units.find(({ id }) => id === chosen);
  const place = unit === undefined ? [] : placeOf(units, unit.id);
  const may = (action: 'unit.edit' | 'person.edit' | 'account.manage') =>
    allowed({ person: standingOf(me), action, place }).ok;
  const close = () => ask(undefined);
  return (
    <>
      <PageTitle
        aside={
          may('person.edit') && (
            <button type="button" onClick={() => ask({ what: 'import' })}>
              {say('import.title')}
            </button>
          )
        }
      >
        {say('org.title')}
      </PageTitle>
      <p className="lead">{say('org.what')}</p>
      <div className="tree-and-people">
        <section className="card">
          {units.length > 0 && (
            <UnitTreeView units={units} chosen={chosen} onChoose={(id) => setSearch({ unit: id }, { replace: true })} />
          )}
          {may('unit.edit') && (
            <div className="buttons">
              <button type="button" onClick={() => ask({ what: 'new-unit' })}>
                {say(unit === undefined ? 'org.addRoot' : 'org.addUnit')}
              </button>
              {unit !== undefined && (
                <button type="button" onClick={() => ask({ what: 'unit' })}>
                  {say('org.editUnit')}
                </button>
              )}
            </div>
          )}
        </section>
        {unit !== undefined && (
          <section className="card" aria-labelledby="people-title">
            <h2 id="people-title">{say('org.people', { unit: unit.name })}</h2>
            <People
              people={people.filter((one) => one.unit === unit.id)}
              edit={may('person.edit') ? (person) => ask({ what: 'person', person }) : undefined}
              invite={may('account.manage') ? (person) => ask({ what: 'invite', person }) : undefined}
              account={may('account.manage') ? (person) => ask({ what: 'account', person }) : undefined}
            />
            {may('person.edit') && (
              <button type="button" className="main" onClick={() => ask({ what: 'new-person' })}>
                {say('org.addPerson')}
              </button>
            )}
          </section>
        )}
      </div>
      {asked?.what === 'import' && (
        <Suspense fallback={<Waiting />}>
          <ImportDialog onClose={close} />
        </Suspense>
      )}
      {asked?.what === 'unit' && <UnitDialog unit={unit} onClose={close} />}
      {asked?.what === 'new-unit' && (
        <UnitDialog
          parent={unit?.id}
          onClose={(id) => {
            close();
            if (id !== undefined) setSearch({ unit: id }, { replace: true });
          }}
        />
      )}
      {asked?.what === 'person' && (
        <PersonDialog me={standingOf(me)} person={asked.person} unit={chosen ?? ''} onClose={close} />
      )}
      {asked?.what === 'new-person' && <PersonDialog me={standingOf(me)} unit={chosen ?? ''} onClose={close} />}
      {asked?.what === 'account' && <AccountDialog person={asked.person} onClose={close} />}
      {asked?.what === 'invite' && <InviteDialog person={asked.person} onClose={close} />}
    </>
  );
}

type PeopleProps = {
  readonly people: readonly StoredPerson[];
  readonly edit: ((person: StoredPerson) => void) | undefined;
  readonly invite: ((person: StoredPerson) => void) | undefined;
  readonly account: ((person: StoredPerson) => void) | undefined;
};
function People({ people, edit, invite, account }: PeopleProps) {
  const tell = useAccountWords();
  const { say, format } = useWords();
  const today = new Date().toLocaleDateString('en-CA');
  if (people.length === 0) return <p>{say('org.noPeople')}</p>;
  return (
    <ul className="tasks">
      {people.map((person) => {
        const away = person.absences?.find(({ from, to }) => from <= today && today <= to);
        return (
          <li key={person.id} className="task">
            <div>
              <strong>{person.name}</strong>
              {away !== undefined && (
                <span className="hint"> · {say('org.awayNow', { day: format.day(away.to) })}</span>
              )}
              <p className="hint">{person.roles.map((role) => say(`role.${role}`)).join(', ')}</p>
            </div>
            {edit !== undefined && (
              <button type="button" onClick={() => edit(person)}>
                {say('org.editPerson', { name: person.name })}
              </button>
            )}
            {invite !== undefined && (
              <button type="button" onClick={() => invite(person)}>
                {say('org.invite', { name: person.name })}
              </button>
            )}
            {account !== undefined && (
              <button type="button" onClick={() => account(person)}>
                {tell('account.of', { name: person.name })}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
