import { useState } from 'react';
import { PASSWORD_LENGTH, passwordRefusal } from '../../../src/domain/accounts/password';
import { ACCOUNT_REFUSALS } from '../../../src/domain/accounts/refusals';
import { useAccountWords } from '../words/account';
import { useWords } from '../words/words';

const LONG = 20;

/** A new password, with its strength in words while it is typed: the rules of the server themselves. */
export function PasswordEntry({ names }: { readonly names: readonly string[] }) {
  const { say } = useWords();
  const tell = useAccountWords();
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  return (
    <div className="field">
      <label htmlFor="new-password">{say('welcome.password')}</label>
      <p className="hint" id="new-password-hint">
        {say('welcome.hint')}
      </p>
      <input
        id="new-password"
        name="password"
        type={shown ? 'text' : 'password'}
        required
        autoComplete="new-password"
        aria-describedby="new-password-hint new-password-strength"
        onChange={({ target }) => setPassword(target.value)}
      />
      <label className="check">
        <input type="checkbox" checked={shown} onChange={({ target }) => setShown(target.checked)} />
        <span>{tell('account.show')}</span>
      </label>
      <div id="new-password-strength" role="status">
        {password !== '' && (
          <p className="hint">
            {tell('account.strength')}: <Strength password={password} names={names} />
          </p>
        )}
      </div>
    </div>
  );
}

function Strength({ password, names }: { readonly password: string; readonly names: readonly string[] }) {
  const { of } = useWords();
  const tell = useAccountWords();
  const refusal = passwordRefusal(password, names);
  const lacking = PASSWORD_LENGTH.least - [...password].length;
  if (lacking > 0) return <>{tell('account.short', { count: lacking })}</>;
  if (refusal !== undefined) return <>{of(ACCOUNT_REFUSALS[refusal.code])}</>;
  return <>{tell(password.length >= LONG ? 'account.long' : 'account.good')}</>;
}
