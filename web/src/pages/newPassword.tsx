import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { PasswordEntry } from '../account/passwordEntry';
import { call } from '../api/client';
import { LanguageChoice } from '../parts/languageChoice';
import { ProblemNote } from '../parts/notes';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';
import { textIn } from '../parts/formText';

/** Where an invitation (`/welcome#token`) or a reset (`/reset#token`) leads: the token stays in the fragment, which no server sees. */
export default function NewPassword({ invited }: { readonly invited: boolean }) {
  const { say } = useWords();
  const [, go] = useLocation();
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>();
  const [holds, setHolds] = useState(false);
  const [token] = useState(() => location.hash.slice(1));
  const set = async (form: FormData) => {
    const path = invited ? '/v1/invitations/accept' : '/v1/password-resets/accept';
    try {
      await call('POST', path, { token, password: textIn(form, 'password') });
      await queries.invalidateQueries({ queryKey: ['session'] });
      if (invited) go('/');
      else setHolds(true);
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <div className="door">
      <header>
        <span className="brand">
          Kairyo <span lang="ja">改良</span>
        </span>
        <LanguageChoice compact />
      </header>
      <main id="main">
        <PageTitle>{say(invited ? 'welcome.title' : 'reset.title')}</PageTitle>
        {holds ? (
          <div role="status">
            <p className="note good">{say('reset.done')}</p>
            <Link href="/">{say('signIn.do')}</Link>
          </div>
        ) : (
          <Choose what={say(invited ? 'welcome.what' : 'reset.what')} error={error} set={set} />
        )}
      </main>
    </div>
  );
}

type ChooseProps = {
  readonly what: string;
  readonly error: unknown;
  readonly set: (form: FormData) => Promise<void>;
};
function Choose({ what, error, set }: ChooseProps) {
  const { say } = useWords();
  return (
    <>
      <p className="lead">{what}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void set(new FormData(event.currentTarget));
        }}
      >
        <PasswordEntry names={[]} />
        {error !== undefined && <ProblemNote error={error} />}
        <button type="submit" className="main">
          {say('welcome.do')}
        </button>
      </form>
    </>
  );
}
