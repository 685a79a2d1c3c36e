import '../styles/account.css';
import { useState } from 'react';
import { PasswordEntry } from '../account/passwordEntry';
import { useAccount, useAccountChanged } from '../account/queries';
import { SecondFactor } from '../account/secondFactor';
import { Sessions } from '../account/sessions';
import { SmallForm } from '../account/smallForm';
import { call } from '../api/client';
import { useUnits } from '../api/queries';
import type { Session } from '../api/session';
import { LanguageChoice } from '../parts/languageChoice';
import { PageTitle } from '../shell';
import { useAccountWords } from '../words/account';
import { useWords } from '../words/words';
import { Entry } from './signIn';
import { textIn } from '../parts/formText';

/** How the reader signs in: name, password, second factor, sessions; and in which language. */
export default function AccountPage({ session }: { readonly session: Session }) {
  const { say, language } = useWords();
  const tell = useAccountWords();
  const { person } = session;
  const { data: account } = useAccount(person.id);
  const login = account?.email ?? person.id;
  const keep = () => call('PUT', '/v1/me/language', { language }).catch(() => undefined);
  return (
    <>
      <PageTitle>{tell('account.title')}</PageTitle>
      <Me session={session} login={login} />
      <Password has={account?.state === 'active'} names={[login, person.id]} />
      {account?.state === 'active' && <Rename />}
      {account?.state === 'active' && <SecondFactor on={account.secondFactor} login={login} />}
      <Sessions />
      <section className="card narrow">
        <h2>{say('settings.language')}</h2>
        <p className="hint">{tell('account.languageHint')}</p>
        <KeptLanguage keep={keep} />
      </section>
    </>
  );
}

/** The language holds for this browser at once, and for messages as soon as the server has it. */
function KeptLanguage({ keep }: { readonly keep: () => Promise<unknown> }) {
  const { say, language } = useWords();
  const [kept, setKept] = useState(language);
  const send = async () => {
    await keep();
    setKept(language);
  };
  return (
    <div className="stack">
      <LanguageChoice />
      {kept !== language && (
        <button type="button" className="main" onClick={() => void send()}>
          {say('org.save')}
        </button>
      )}
    </div>
  );
}

function Me({ session: { person, expiresAt }, login }: { readonly session: Session; readonly login: string }) {
  const { say, format } = useWords();
  const tell = useAccountWords();
  const { data: units = [] } = useUnits();
  const facts = [
    [say('settings.name'), person.name],
    [tell('account.login'), login],
    [say('cycle.unit'), units.find(({ id }) => id === person.unit)?.name ?? say('settings.noUnit')],
    [say('settings.roles'), person.roles.map((role) => say(`role.${role}` as never)).join(', ')],
    ...(expiresAt === undefined ? [] : [[say('settings.until'), format.moment(expiresAt)] as const]),
  ] as const;
  return (
    <section className="card narrow">
      <h2>{say('settings.me')}</h2>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Password({ has, names }: { readonly has: boolean; readonly names: readonly string[] }) {
  const { say } = useWords();
  const tell = useAccountWords();
  const changed = useAccountChanged();
  const [times, setTimes] = useState(0);
  const send = async (form: FormData) => {
    const current = textIn(form, 'current');
    await call('PUT', '/v1/me/password', { password: textIn(form, 'password'), ...(current !== '' && { current }) });
    await changed();
    setTimes((before) => before + 1);
  };
  return (
    <section className="card narrow">
      <h2>{say('security.password')}</h2>
      {!has && <p className="note">{tell('account.noPassword')}</p>}
      <SmallForm key={times} send={send} button={say(has ? 'security.change' : 'welcome.do')}>
        {has && <Entry name="current" label={say('security.current')} type="password" complete="current-password" />}
        <PasswordEntry names={names} />
      </SmallForm>
      <div role="status">{times > 0 && <p className="note good">{say('security.changed')}</p>}</div>
    </section>
  );
}

function Rename() {
  const { say } = useWords();
  const tell = useAccountWords();
  const changed = useAccountChanged();
  const [done, setDone] = useState<string>();
  const send = async (form: FormData) => {
    const email = textIn(form, 'email').trim();
    await call('PUT', '/v1/me/account', { email, password: textIn(form, 'rename-password') });
    await changed();
    setDone(email);
  };
  return (
    <section className="card narrow">
      <h2>{tell('account.rename')}</h2>
      <SmallForm send={send} button={tell('account.renameDo')}>
        <Entry name="email" label={tell('account.email')} type="email" complete="email" />
        <Entry name="rename-password" label={say('security.current')} type="password" complete="current-password" />
      </SmallForm>
      <div role="status">
        {done !== undefined && <p className="note good">{tell('account.renamed', { email: done })}</p>}
      </div>
    </section>
  );
}
