import { useState } from 'react';
import { call } from '../api/client';
import { usePeople } from '../api/queries';
import { useWords } from '../words/words';
import { SmallForm } from '../account/smallForm';
import { Entry } from './signIn';
import { textIn } from '../parts/formText';

type Link = { readonly address: string; readonly expiresAt: string; readonly emailed: boolean };

/** Gives a person an account: a link to choose a password, by e-mail or to be handed over. */
export function Invite() {
  const { say, format } = useWords();
  const { data: people = [] } = usePeople();
  const [link, setLink] = useState<Link>();
  const send = async (form: FormData) => {
    const email = textIn(form, 'email').trim();
    const body = { person: textIn(form, 'person'), ...(email !== '' && { email }) };
    setLink(await call<Link>('POST', '/v1/invitations', body));
  };
  return (
    <section className="card narrow">
      <h2>{say('invite.title')}</h2>
      <p className="hint">{say('invite.what')}</p>
      <SmallForm send={send} button={say('invite.do')}>
        <div className="field">
          <label htmlFor="person">{say('invite.person')}</label>
          <select id="person" name="person" required>
            <option value="">{say('plan.choose')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <Entry
          name="email"
          label={say('field.optional', { label: say('invite.email') })}
          type="email"
          complete="off"
          optional
        />
      </SmallForm>
      {link !== undefined && (
        <div className="note good" role="status">
          <p>{say(link.emailed ? 'invite.emailed' : 'invite.handOver', { when: format.moment(link.expiresAt) })}</p>
          <p className="said">
            <code>{new URL(link.address, location.origin).href}</code>
          </p>
        </div>
      )}
    </section>
  );
}
