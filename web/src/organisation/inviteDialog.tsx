import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client';
import { Ask } from '../parts/dialog';
import { ProblemNote } from '../parts/notes';
import { useWords } from '../words/words';
import type { StoredPerson } from './documents';

type Invitation = {
  readonly address: string;
  readonly expiresAt: string;
  readonly emailed: 'sent' | 'failed' | 'not-configured' | 'no-address';
};

/** Makes the link with which a person chooses a password; it is shown this once. */
export function InviteDialog({ person, onClose }: { readonly person: StoredPerson; readonly onClose: () => void }) {
  const { say, format } = useWords();
  const invite = useMutation({ mutationFn: () => call<Invitation>('POST', '/v1/invitations', { person: person.id }) });
  const { data } = invite;
  return (
    <Ask title={say('org.invite', { name: person.name })} onClose={onClose}>
      <p className="hint">{say('org.inviteWhat')}</p>
      {invite.error !== null && <ProblemNote error={invite.error} />}
      {data !== undefined && (
        <div className="note good" role="status">
          <Once
            label={say('org.link', { when: format.moment(data.expiresAt) })}
            text={new URL(data.address, location.origin).href}
          />
          <p>{say(`org.emailed.${data.emailed}`)}</p>
        </div>
      )}
      <div className="buttons">
        {data === undefined && (
          <button type="button" className="main" disabled={invite.isPending} onClick={() => invite.mutate()}>
            {say('org.inviteDo')}
          </button>
        )}
        <button type="button" onClick={onClose}>
          {say('org.close')}
        </button>
      </div>
    </Ask>
  );
}

/** Something that is shown once, to be copied. */
export function Once({ label, text }: { readonly label: string; readonly text: string }) {
  const { say } = useWords();
  const [copied, setCopied] = useState(false);
  return (
    <div className="field">
      <span className="label">{label}</span>
      <code className="said">{text}</code>
      <button
        type="button"
        onClick={() =>
          void navigator.clipboard?.writeText(text).then(
            () => setCopied(true),
            () => undefined,
          )
        }
      >
        {say(copied ? 'org.copied' : 'org.copy')}
      </button>
    </div>
  );
}
