import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useSignOut } from '../api/session';
import type { Session } from '../api/session';
import { LanguageChoice } from '../parts/languageChoice';
import { PageTitle } from '../shell';
import { useAccountWords } from '../words/account';
import { useWords } from '../words/words';
import AccountPage from './account';

/** Where a citizen lands with an account: what it is for, and the way to the own password. */
export default function CitizenPages({ session }: { readonly session: Session }) {
  const [location] = useLocation();
  return (
    <Door>{location === '/settings/account' ? <OwnAccount session={session} /> : <Told session={session} />}</Door>
  );
}

function Door({ children }: { readonly children: ReactNode }) {
  const { product } = useWords();
  return (
    <div className="door">
      <header>
        <Link href="/" className="brand">
          {product} {product === 'Kairyo' && <span lang="ja">改良</span>}
        </Link>
        <LanguageChoice compact />
      </header>
      <main id="main">{children}</main>
    </div>
  );
}

function Told({ session: { person } }: { readonly session: Session }) {
  const { say } = useWords();
  const tell = useAccountWords();
  return (
    <>
      <PageTitle>{tell('citizen.title')}</PageTitle>
      <p className="said">{tell('citizen.what', { name: person.name })}</p>
      <p>{tell('citizen.how')}</p>
      <p className="hint">{tell('citizen.staff')}</p>
      <div className="buttons">
        <Link href="/settings/account" className="button">
          {tell('account.title')}
        </Link>
        <SignOut label={say('shell.signOut')} />
      </div>
    </>
  );
}

function SignOut({ label }: { readonly label: string }) {
  const { say } = useWords();
  const signOut = useSignOut();
  const [failed, setFailed] = useState(false);
  return (
    <>
      <button type="button" onClick={() => void signOut().catch(() => setFailed(true))}>
        {label}
      </button>
      <span role="status">{failed && <span className="missing">{say('again.stillIn')}</span>}</span>
    </>
  );
}

function OwnAccount({ session }: { readonly session: Session }) {
  const tell = useAccountWords();
  return (
    <>
      <p>
        <Link href="/">{tell('citizen.back')}</Link>
      </p>
      <AccountPage session={session} />
    </>
  );
}
