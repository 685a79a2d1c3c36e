import { useState } from 'react';
import type { Person } from '../api/session';
import { Organisation, SignInForm } from '../pages/signIn';
import { useWords } from '../words/words';
import { Ask } from './dialog';

/** Over a page whose session has ended: whoever was at work signs in and goes on where they were. */
export default function SignInAgain({ person }: { readonly person: Person }) {
  const { say } = useWords();
  const [way, setWay] = useState<'account' | 'token'>('account');
  const other = way === 'account' ? 'token' : 'account';
  return (
    <Ask title={say('again.title')} solid onClose={() => undefined}>
      <p>{say('again.what', { name: person.name })}</p>
      <Organisation />
      <SignInForm key={way} way={way} />
      <button type="button" className="link" onClick={() => setWay(other)}>
        {say(`signIn.to.${other}`)}
      </button>
    </Ask>
  );
}
