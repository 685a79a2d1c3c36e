import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { DEFAULT_REMINDER_POLICY } from '../../../src/domain/organisation/defaults';
import { officeOf, officesOf } from '../../../src/domain/organisation/offices';
import { ROUND_TIMES } from '../../../src/domain/reminders/rounds';
import { STANDARD_POLICY } from '../../../src/domain/reminders/policy';
import type { Session } from '../api/session';
import { useAllUnits, usePolicies } from '../organisation/documents';
import { ProblemNote, Waiting } from '../parts/notes';
import { NewDocument } from '../settings/newDocument';
import { byTime, stepLine } from '../settings/policySteps';
import { PageTitle } from '../shell';
import { useSettingsWords } from '../words/settings';
import '../styles/settings.css';

/** Every reminder policy as a line of time, with the offices that use it. */
export default function ReminderPolicies({ session: { person } }: { readonly session: Session }) {
  const say = useSettingsWords();
  const [, go] = useLocation();
  const { data, error } = usePolicies();
  const { data: units = [] } = useAllUnits();
  const [making, make] = useState(false);
  const may = person.roles.includes('administrator');
  const offices = officesOf(units).flatMap((id) => officeOf(units, id) ?? []);
  const usedBy = (policy: string) =>
    offices
      .filter(({ office }) => (office.reminderPolicy ?? DEFAULT_REMINDER_POLICY) === policy)
      .map(({ name }) => name);
  return (
    <>
      <PageTitle
        aside={
          may && (
            <button type="button" className="main" onClick={() => make(true)}>
              {say('policies.new')}
            </button>
          )
        }
      >
        {say('policies')}
      </PageTitle>
      <p className="lead">{say('policies.what')}</p>
      <ul>
        <li>{say('policies.shipped')}</li>
        <li>{say('policy.hours', { times: ROUND_TIMES.join(', ') })}</li>
        <li>{say('policy.absent')}</li>
      </ul>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data?.map(({ id, name, steps }) => (
        <section key={id} className="card">
          <h2>
            <Link href={`/settings/reminders/${encodeURIComponent(id)}`}>{name}</Link>{' '}
            <span className="hint">{id}</span>
          </h2>
          <ol className="time-line" aria-label={say('policy.line')}>
            {byTime(steps).map((step, i) => (
              <li key={i}>{stepLine(step, say)}</li>
            ))}
          </ol>
          <p className="hint">
            {usedBy(id).length === 0 ? say('policy.unused') : say('policy.usedBy', { units: usedBy(id).join(', ') })}
          </p>
        </section>
      ))}
      {making && (
        <NewDocument
          kind="reminder-policies"
          title={say('policies.new')}
          bodyOf={(name) => ({ name, steps: STANDARD_POLICY.steps })}
          onClose={(id) => {
            make(false);
            if (id !== undefined) go(`/settings/reminders/${encodeURIComponent(id)}`);
          }}
        />
      )}
    </>
  );
}
