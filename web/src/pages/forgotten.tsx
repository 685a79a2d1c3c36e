import { useState } from 'react';
import { call } from '../api/client';
import { ProblemNote } from '../parts/notes';
import { useWords } from '../words/words';
import { Entry } from './signIn';
import { textIn } from '../parts/formText';

/** Asks for a letter with a link; says the same whether there is such an account or not. */
export function Forgotten() {
  const { say } = useWords();
  const [state, setState] = useState<{ sent: boolean; error?: unknown }>({ sent: false });
  if (state.sent)
    return (
      <p className="note good" role="status">
        {say('forgotten.sent')}
      </p>
    );
  const send = (form: FormData) =>
    call('POST', '/v1/password-resets', { email: textIn(form, 'email') }).then(
      () => setState({ sent: true }),
      (error: unknown) => setState({ sent: false, error }),
    );
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void send(new FormData(event.currentTarget));
      }}
    >
      <p>{say('forgotten.what')}</p>
      <Entry name="email" label={say('signIn.email')} type="email" complete="username" />
      {state.error !== undefined && <ProblemNote error={state.error} />}
      <button type="submit" className="main">
        {say('forgotten.do')}
      </button>
    </form>
  );
}
