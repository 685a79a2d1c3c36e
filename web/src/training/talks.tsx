import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { usePeople } from '../api/queries';
import { useSession } from '../api/session';
import { Choice } from '../parts/choices';
import { Ask, FormButtons } from '../parts/dialog';
import { ProblemNote } from '../parts/notes';
import { useTrainingWords } from '../words/training';
import { useBeginTalk, useTalks } from './queries';
import type { Talk } from './queries';

/** Conversations that the reader is one of the two of. */
export function Talks() {
  const word = useTrainingWords();
  const { data, error } = useTalks();
  const [beginning, setBeginning] = useState(false);
  return (
    <section aria-labelledby="talks">
      <h2 id="talks">{word('tr.talks')}</h2>
      <p className="hint">{word('tr.talksWhat')}</p>
      {error !== null && <ProblemNote error={error} />}
      {data?.ready === false && <p className="note warn">{word('tr.notReady')}</p>}
      <ul className="tasks">
        {(data?.conversations ?? []).map((talk) => (
          <TalkRow key={talk.id} talk={talk} />
        ))}
      </ul>
      {data?.ready === true && (
        <button type="button" onClick={() => setBeginning(true)}>
          {word('tr.talkBegin')}
        </button>
      )}
      {beginning && <Begin onClose={() => setBeginning(false)} />}
    </section>
  );
}

export function useTalkName(): (talk: Talk) => string {
  const word = useTrainingWords();
  return ({ mine, personName, withName }) =>
    mine ? word('tr.talkAboutMe', { name: withName }) : word('tr.talkAbout', { name: personName });
}

function TalkRow({ talk }: { readonly talk: Talk }) {
  const name = useTalkName();
  return (
    <li className="card small">
      <Link href={`/conversations/${encodeURIComponent(talk.id)}`}>{name(talk)}</Link>
    </li>
  );
}

function Begin({ onClose }: { readonly onClose: () => void }) {
  const word = useTrainingWords();
  const { session, last } = useSession();
  const me = (session ?? last)?.person.id ?? '';
  const { data: people = [] } = usePeople();
  const begin = useBeginTalk();
  const [, go] = useLocation();
  const [other, setOther] = useState('');
  const [whose, setWhose] = useState('me');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const pair = whose === 'me' ? { person: me, with: other } : { person: other, with: me };
      const { id } = await begin.mutateAsync(pair);
      go(`/conversations/${encodeURIComponent(id)}`);
    } catch {
      // Told below by begin.error.
    }
  };
  const options = people.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, text: name }));
  return (
    <Ask title={word('tr.talkBegin')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <Choice label={word('tr.talkWith')} value={other} options={options} onChange={setOther} empty="–" />
        <Choice
          label={word('tr.talkWhose')}
          value={whose}
          options={(['me', 'other'] as const).map((one) => ({ value: one, text: word(`tr.talkWhose.${one}`) }))}
          onChange={setWhose}
        />
        {begin.error !== null && <ProblemNote error={begin.error} />}
        <FormButtons label={word('tr.talkBegin')} busy={begin.isPending} held={other === ''} onClose={onClose} />
      </form>
    </Ask>
  );
}
