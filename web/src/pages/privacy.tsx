import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SmallForm } from '../account/smallForm';
import { call, fetchFile, matching } from '../api/client';
import type { components } from '../api/schema';
import type { Session } from '../api/session';
import { save } from '../parts/download';
import { textIn } from '../parts/formText';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { usePrivacyWords } from '../words/privacy';

type Retention = components['schemas']['Retention'];
type Removed = components['schemas']['RemovedPerson'];

/** What is kept of people, what for, for how long; one's own data as a file; an administrator sets it and removes people. */
export default function PrivacyPage({ session }: { readonly session: Session }) {
  const say = usePrivacyWords();
  const { data, error } = useQuery({
    queryKey: ['retention'],
    queryFn: () => call<Retention>('GET', '/v1/settings/retention'),
  });
  const manages = session.person.roles.includes('administrator');
  return (
    <>
      <PageTitle>{say('title')}</PageTitle>
      <p className="lead">{say('what')}</p>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && <Kinds retention={data} />}
      <OwnData />
      {manages && data !== undefined && <Change key={data.version} retention={data} />}
      {manages && <Remove />}
    </>
  );
}

function Kinds({ retention: { kinds, facts } }: { readonly retention: Retention }) {
  const say = usePrivacyWords();
  return (
    <section className="card">
      <div className="scroll" tabIndex={0} role="region" aria-label={say('title')}>
        <table>
          <thead>
            <tr>
              {(['kind', 'purpose', 'months'] as const).map((head) => (
                <th key={head} scope="col">
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map(({ kind, name, purpose, months, assumed }) => (
              <tr key={kind}>
                <th scope="row">{name}</th>
                <td>{purpose}</td>
                <td>
                  {months}
                  {assumed && <p className="hint">[A] {say('assumed')}</p>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{facts}</p>
    </section>
  );
}

function OwnData() {
  const say = usePrivacyWords();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => save('kairyo.ndjson', await fetchFile('/v1/me/data')),
  });
  return (
    <section className="card narrow stack">
      <h2>{say('mine')}</h2>
      <p>{say('mineWhat')}</p>
      <button type="button" disabled={isPending} onClick={() => mutate()}>
        {say('fetch')}
      </button>
      <div role="status">{isPending && <p>{say('fetching')}</p>}</div>
      {error !== null && <ProblemNote error={error} />}
    </section>
  );
}

function Change({ retention: { kinds, version } }: { readonly retention: Retention }) {
  const say = usePrivacyWords();
  const queries = useQueryClient();
  const send = async (form: FormData) => {
    const months = Object.fromEntries(kinds.map(({ kind }) => [kind, Number(textIn(form, kind))]));
    const headers = version === 0 ? {} : matching(version);
    await call('PUT', '/v1/settings/retention', { months, reason: textIn(form, 'reason') }, headers);
    await queries.invalidateQueries({ queryKey: ['retention'] });
  };
  return (
    <section className="card narrow">
      <h2>{say('change')}</h2>
      <SmallForm send={send} button={say('save')}>
        {kinds.map(({ kind, name, months }) => (
          <label key={kind} className="field">
            <span>{name}</span>
            <input name={kind} type="number" required min={1} max={1200} defaultValue={months} />
          </label>
        ))}
        <label className="field">
          <span>{say('reason')}</span>
          <input name="reason" required maxLength={4000} />
        </label>
      </SmallForm>
      <div role="status">{version > 0 && <p className="hint">{say('saved')}</p>}</div>
    </section>
  );
}

function Remove() {
  const say = usePrivacyWords();
  const queries = useQueryClient();
  const [done, setDone] = useState<Removed>();
  const send = async (form: FormData) => {
    const path = `/v1/people/${encodeURIComponent(textIn(form, 'person').trim())}/removal`;
    setDone(await call<Removed>('POST', path, { reason: textIn(form, 'ground') }));
    await queries.invalidateQueries();
  };
  return (
    <section className="card narrow">
      <h2>{say('remove')}</h2>
      <p>{say('removeWhat')}</p>
      <SmallForm send={send} button={say('removeDo')}>
        <label className="field">
          <span>{say('person')}</span>
          <input name="person" required maxLength={80} autoComplete="off" />
        </label>
        <label className="field">
          <span>{say('ground')}</span>
          <input name="ground" required maxLength={4000} />
        </label>
        <label className="tick">
          <input name="sure" type="checkbox" required /> {say('sure')}
        </label>
      </SmallForm>
      <div role="status">
        {done !== undefined && (
          <p className="note good">
            {say('removed', {
              person: done.person,
              count: Object.values(done.deleted).reduce((total, one) => total + one, 0),
            })}
          </p>
        )}
      </div>
    </section>
  );
}
