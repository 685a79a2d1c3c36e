import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client';
import type { StoredPerson } from '../organisation/documents';
import { Once } from '../organisation/inviteDialog';
import { Ask } from '../parts/dialog';
import { ProblemNote, Waiting } from '../parts/notes';
import { useAccountWords } from '../words/account';
import { useWords } from '../words/words';
import { useAccount, useAccountChanged } from './queries';
import type { Account } from './queries';

type Link = {
  readonly address: string;
  readonly expiresAt: string;
  readonly emailed: 'sent' | 'failed' | 'not-configured' | 'no-address';
};
type Props = { readonly person: StoredPerson; readonly onClose: () => void };

/** How a person signs in, and what an administrator can do about it. */
export function AccountDialog({ person, onClose }: Props) {
  const tell = useAccountWords();
  const { say } = useWords();
  const { data: account, error } = useAccount(person.id);
  return (
    <Ask title={tell('account.of', { name: person.name })} onClose={onClose}>
      {error !== null && <ProblemNote error={error} />}
      {account === undefined && error === null && <Waiting />}
      {account !== undefined && <Standing account={account} />}
      {account !== undefined && account.state !== 'none' && <Remedies person={person} account={account} />}
      <div className="buttons">
        <button type="button" onClick={onClose}>
          {say('org.close')}
        </button>
      </div>
    </Ask>
  );
}

function Standing({ account }: { readonly account: Account }) {
  const tell = useAccountWords();
  const { state, email = '', secondFactor, recoveryCodesLeft, sessions } = account;
  return (
    <ul>
      <li>{tell(`account.state.${state}`, { login: email })}</li>
      {state !== 'none' && (
        <>
          <li>{secondFactor ? tell('account.factorOn', { count: recoveryCodesLeft }) : tell('account.factorOff')}</li>
          <li>{tell('account.open', { count: sessions })}</li>
          <li>{tell('account.locked')}</li>
        </>
      )}
    </ul>
  );
}

function Remedies({ person, account }: { readonly person: StoredPerson; readonly account: Account }) {
  const tell = useAccountWords();
  const changed = useAccountChanged();
  const [asksRemoval, askRemoval] = useState(false);
  const path = `/v1/people/${encodeURIComponent(person.id)}`;
  const signOut = useMutation({ mutationFn: () => call('DELETE', `${path}/sessions`), onSettled: changed });
  const remove = useMutation({ mutationFn: () => call('DELETE', `${path}/account`), onSettled: changed });
  return (
    <>
      <Reset path={path} secondFactor={account.secondFactor} />
      {[signOut.error, remove.error].map((one, i) => one !== null && <ProblemNote key={i} error={one} />)}
      <div role="status">{signOut.isSuccess && <p className="note good">{tell('account.signedOut')}</p>}</div>
      {asksRemoval && (
        <p className="note warn" role="alert">
          {tell('account.removeSure', { name: person.name })}
        </p>
      )}
      <div className="buttons">
        <button type="button" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
          {tell('account.signOut')}
        </button>
        <button
          type="button"
          className="danger"
          disabled={remove.isPending}
          onClick={() => (asksRemoval ? remove.mutate() : askRemoval(true))}
        >
          {tell('account.remove')}
        </button>
      </div>
    </>
  );
}

/** A link for a new password, shown this once; with it the second factor is turned off where the device is lost. */
function Reset({ path, secondFactor }: { readonly path: string; readonly secondFactor: boolean }) {
  const { say, format } = useWords();
  const tell = useAccountWords();
  const changed = useAccountChanged();
  const [lost, setLost] = useState(false);
  const reset = useMutation({
    mutationFn: () => call<Link>('POST', `${path}/password-reset`, { removeSecondFactor: lost }),
    onSettled: changed,
  });
  return (
    <div className="stack">
      <p className="hint">{tell('account.resetHint')}</p>
      {secondFactor && (
        <label className="check">
          <input type="checkbox" checked={lost} onChange={({ target }) => setLost(target.checked)} />
          <span>{tell('account.resetFactor')}</span>
        </label>
      )}
      {reset.error !== null && <ProblemNote error={reset.error} />}
      {reset.data !== undefined && (
        <div className="note good" role="status">
          <Once
            label={say('org.link', { when: format.moment(reset.data.expiresAt) })}
            text={new URL(reset.data.address, location.origin).href}
          />
          <p>{say(`org.emailed.${reset.data.emailed}`)}</p>
        </div>
      )}
      <button type="button" disabled={reset.isPending} onClick={() => reset.mutate()}>
        {tell('account.reset')}
      </button>
    </div>
  );
}
