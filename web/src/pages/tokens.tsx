import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client';
import type { Session } from '../api/session';
import { useAllPeople } from '../organisation/documents';
import { Line, SaveLine } from '../organisation/fields';
import { Once } from '../organisation/inviteDialog';
import { Choice } from '../parts/choices';
import { Ask } from '../parts/dialog';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';
import { textIn } from '../parts/formText';

type Token = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly scope: 'full' | 'read' | readonly string[];
};

/** Tokens of a person: one's own, and for an administrator anybody's. */
export default function Tokens({ session: { person: me } }: { readonly session: Session }) {
  const { say, format } = useWords();
  const queries = useQueryClient();
  const { data: people = [] } = useAllPeople();
  const [person, setPerson] = useState(me.id);
  const [revoking, revoke] = useState<Token>();
  const path = `/v1/people/${encodeURIComponent(person)}/tokens`;
  const { data, error } = useQuery({
    queryKey: ['tokens', person],
    queryFn: () => call<{ items: readonly Token[] }>('GET', path),
  });
  const again = () => queries.invalidateQueries({ queryKey: ['tokens', person] });
  const remove = useMutation({
    mutationFn: (id: string) => call('DELETE', `${path}/${encodeURIComponent(id)}`),
    onSuccess: async () => {
      await again();
      revoke(undefined);
    },
  });
  const may = (scope: Token['scope']) =>
    scope === 'full' || scope === 'read'
      ? say(`tokens.scope.${scope}`)
      : say('tokens.scope.some', { what: scope.join(', ') });
  return (
    <>
      <PageTitle>{say('tokens.title')}</PageTitle>
      <p className="lead">{say('tokens.what')}</p>
      {me.roles.includes('administrator') && (
        <div className="filters">
          <Choice
            label={say('tokens.person')}
            value={person}
            onChange={setPerson}
            options={people.map(({ id, name }) => ({ value: id, text: name }))}
          />
        </div>
      )}
      <NewToken key={person} path={path} onMade={() => void again()} />
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data?.items.length === 0 && <p className="card empty">{say('tokens.none')}</p>}
      <ul className="tasks">
        {data?.items.map((token) => (
          <li key={token.id} className="task">
            <div>
              <strong>{token.name}</strong>
              <p className="hint">
                {may(token.scope)} · {say('tokens.made')} {format.day(token.createdAt)} ·{' '}
                {token.expiresAt === undefined
                  ? say('tokens.forever')
                  : `${say('tokens.until')} ${format.day(token.expiresAt)}`}
              </p>
            </div>
            <button type="button" className="danger" onClick={() => revoke(token)}>
              {say('tokens.revokeWhich', { name: token.name })}
            </button>
          </li>
        ))}
      </ul>
      {revoking !== undefined && (
        <Ask title={say('tokens.revokeWhich', { name: revoking.name })} onClose={() => revoke(undefined)}>
          <p>{say('tokens.revokeWhat')}</p>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              remove.mutate(revoking.id);
            }}
          >
            <SaveLine
              error={remove.error}
              busy={remove.isPending}
              onClose={() => revoke(undefined)}
              label={say('tokens.revoke')}
            />
          </form>
        </Ask>
      )}
    </>
  );
}

function NewToken({ path, onMade }: { readonly path: string; readonly onMade: () => void }) {
  const { say } = useWords();
  const [scope, setScope] = useState('read');
  const make = useMutation({
    mutationFn: (body: object) => call<{ token?: string }>('POST', path, body),
    onSuccess: onMade,
  });
  const token = make.data?.token;
  return (
    <form
      className="card stack narrow"
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const until = textIn(form, 'until');
        const expires = until === '' ? {} : { expiresAt: new Date(`${until}T23:59:59`).toISOString() };
        make.mutate({ name: textIn(form, 'name'), scope, ...expires });
      }}
    >
      <h2>{say('tokens.make')}</h2>
      <Line label={say('tokens.name')} name="name" required maxLength={200} />
      <Choice
        label={say('tokens.scope')}
        value={scope}
        onChange={setScope}
        options={(['read', 'full'] as const).map((one) => ({ value: one, text: say(`tokens.scope.${one}`) }))}
      />
      <Line label={say('field.optional', { label: say('tokens.until') })} name="until" type="date" />
      {make.error !== null && <ProblemNote error={make.error} />}
      {token !== undefined && (
        <div className="note good" role="status">
          <Once label={say('tokens.once')} text={token} />
        </div>
      )}
      <button type="submit" className="main" disabled={make.isPending}>
        {say('tokens.make')}
      </button>
    </form>
  );
}
