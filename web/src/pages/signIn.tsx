import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { call, Problem } from '../api/client';
import { useSignIn } from '../api/session';
import type { SignIn as Given } from '../api/session';
import { LanguageChoice } from '../parts/languageChoice';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';
import { Forgotten } from './forgotten';
import { textIn } from '../parts/formText';

type Way = 'account' | 'token' | 'forgotten';

export function SignIn() {
  const { say } = useWords();
  const { data: ways, isPending } = useWays();
  const first = ways?.firstStart === true;
  const [chosen, setWay] = useState<Way>();
  const way = chosen ?? (first ? 'token' : 'account');
  return (
    <div className="door">
      <header>
        <span className="brand">
          Kairyo <span lang="ja">改良</span>
        </span>
        <LanguageChoice compact />
      </header>
      <main id="main">
        <PageTitle>{say('signIn.title')}</PageTitle>
        <p className="lead">{say('signIn.what')}</p>
        {first && way === 'token' && <FirstStart />}
        <Organisation />
        {isPending ? <Waiting /> : way === 'forgotten' ? <Forgotten /> : <SignInForm key={way} way={way} />}
        <div className="door-more">
          {way !== 'account' && <Other way="account" choose={setWay} />}
          {way !== 'token' && <Other way="token" choose={setWay} />}
          {way !== 'forgotten' && <Other way="forgotten" choose={setWay} />}
        </div>
      </main>
      <footer>
        <a href="/about">{say('signIn.about')}</a> · <a href="/docs">{say('signIn.docs')}</a>
      </footer>
    </div>
  );
}

type Ways = {
  readonly oidc?: { readonly label: string; readonly address: string };
  readonly resetByEmail?: boolean;
  readonly firstStart?: boolean;
};
const useWays = () =>
  useQuery({ queryKey: ['ways'], queryFn: () => call<Ways>('GET', '/v1/session/ways'), retry: false });

/** Nobody has a password yet: where the first way in is to be found, and what comes then. */
function FirstStart() {
  const { say } = useWords();
  return (
    <div className="note">
      <h2>{say('signIn.first')}</h2>
      <ol>
        <li>{say('signIn.first.token')}</li>
        <li>{say('signIn.first.paste')}</li>
        <li>{say('signIn.first.then')}</li>
      </ol>
    </div>
  );
}

/** The organisation's own way to sign in, where there is one, and why it failed when it sent the visitor back. */
export function Organisation() {
  const { of } = useWords();
  const { data } = useWays();
  const code = /^#(?:problem=)?(OIDC_[A-Z_]+)$/.exec(location.hash)?.[1];
  const { data: problem } = useQuery({
    queryKey: ['problem', code],
    enabled: code !== undefined,
    queryFn: () =>
      call<{ readonly detail: { readonly vi: string; readonly en: string } }>('GET', `/problems/${code ?? ''}`),
  });
  return (
    <>
      {code !== undefined && (
        <ProblemNote error={new Problem(400, { code, detail: problem === undefined ? '' : of(problem.detail) })} />
      )}
      {data?.oidc !== undefined && (
        <p>
          <a className="button main" href={data.oidc.address}>
            {data.oidc.label}
          </a>
        </p>
      )}
    </>
  );
}

function Other({ way, choose }: { readonly way: Way; readonly choose: (way: Way) => void }) {
  const { say } = useWords();
  return (
    <button type="button" className="link" onClick={() => choose(way)}>
      {say(`signIn.to.${way}`)}
    </button>
  );
}

export function SignInForm({ way }: { readonly way: 'account' | 'token' }) {
  const { say } = useWords();
  const signIn = useSignIn();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const needsCode = error instanceof Problem && error.code === 'SECOND_FACTOR_NEEDED';
  const [askCode, setAskCode] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setBusy(true);
    try {
      await signIn(givenIn(new FormData(event.currentTarget), way));
    } catch (refused) {
      setError(refused);
      setAskCode((before) => before || (refused instanceof Problem && refused.code === 'SECOND_FACTOR_NEEDED'));
      setBusy(false);
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {way === 'token' ? (
        <Entry name="token" label={say('signIn.token')} hint={say('signIn.tokenHint')} type="password" complete="off" />
      ) : (
        <>
          <Entry name="email" label={say('signIn.login')} complete="username" />
          <Entry name="password" label={say('signIn.password')} type="password" complete="current-password" />
          {askCode && (
            <Entry name="code" label={say('signIn.code')} hint={say('signIn.codeHint')} complete="one-time-code" />
          )}
        </>
      )}
      {error !== undefined && !needsCode && <ProblemNote error={error} />}
      {needsCode && (
        <p className="note" role="status">
          {say('signIn.codeHint')}
        </p>
      )}
      <button type="submit" className="main" disabled={busy}>
        {say(busy ? 'note.working' : 'signIn.do')}
      </button>
    </form>
  );
}

function givenIn(form: FormData, way: 'account' | 'token'): Given {
  const text = (name: string) => textIn(form, name).trim();
  if (way === 'token') return { token: text('token') };
  const code = text('code');
  return { email: text('email'), password: textIn(form, 'password'), ...(code !== '' && { code }) };
}

type EntryProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: string;
  readonly complete: string;
  readonly optional?: boolean;
};
export function Entry({ name, label, hint, type = 'text', complete, optional = false }: EntryProps) {
  const id = useId();
  const described = hint === undefined ? {} : { 'aria-describedby': `${id}-hint` };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input id={id} name={name} type={type} required={!optional} autoComplete={complete} {...described} />
    </div>
  );
}
