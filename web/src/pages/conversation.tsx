import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import { Ask, FormButtons } from '../parts/dialog';
import { ProblemNote, Waiting } from '../parts/notes';
import { NotThere } from '../parts/notThere';
import { PageTitle } from '../shell';
import { useErase, useNotes, useWriteNote } from '../training/queries';
import type { Note, Talk } from '../training/queries';
import { useTalkName } from '../training/talks';
import { useTrainingWords } from '../words/training';
import { useWords } from '../words/words';

/** Notes of two people. What is typed is kept nowhere but in the field: no draft stays in a shared browser. */
export default function ConversationPage({ id }: { readonly id: string }) {
  const word = useTrainingWords();
  const name = useTalkName();
  const { data, error } = useNotes(id);
  if (error !== null) return <NotThere error={error} list={{ to: '/training', text: word('tr.title') }} />;
  if (data === undefined) return <Waiting />;
  return (
    <>
      <PageTitle>{name(data.conversation)}</PageTitle>
      <p className="hint">{word('tr.talksWhat')}</p>
      {data.notes.map((note) => (
        <NoteCard key={note.id} note={note} talk={data.conversation} />
      ))}
      <Write id={id} />
      {data.conversation.mine && (
        <section>
          <Erase talk={data.conversation} />
        </section>
      )}
    </>
  );
}

type NoteProps = { readonly note: Note; readonly talk: Talk };
function NoteCard({ note, talk }: NoteProps) {
  const { format } = useWords();
  const word = useTrainingWords();
  const name = note.by === talk.person ? talk.personName : talk.withName;
  return (
    <article className="card small">
      <p className="hint">{word('tr.noteBy', { name, when: format.moment(note.at) })}</p>
      <p className="said">{note.text ?? word('tr.noteGone')}</p>
      {note.mine && <Erase talk={talk} note={note.id} />}
    </article>
  );
}

function Write({ id }: { readonly id: string }) {
  const word = useTrainingWords();
  const write = useWriteNote(id);
  const [text, setText] = useState('');
  const note = useRef(crypto.randomUUID());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await write.mutateAsync({ text, id: note.current });
      note.current = crypto.randomUUID();
      setText('');
    } catch {
      // Told below by write.error; what was typed stays.
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor="note">{word('tr.note')}</label>
        <textarea
          id="note"
          {...{ required: true, rows: 5, maxLength: 8000, value: text, autoComplete: 'off' }}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      {write.error !== null && <ProblemNote error={write.error} />}
      <div className="buttons">
        <button type="submit" className="main" disabled={write.isPending}>
          {word('tr.write')}
        </button>
      </div>
    </form>
  );
}

/** Asks before anything is lost. */
function Erase({ talk, note }: { readonly talk: Talk; readonly note?: string }) {
  const word = useTrainingWords();
  const erase = useErase(talk.id);
  const [asking, setAsking] = useState(false);
  const [, go] = useLocation();
  const what = note === undefined ? 'shred' : 'erase';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await erase.mutateAsync(note);
      setAsking(false);
      if (note === undefined) go('/training');
    } catch {
      // Told below by erase.error.
    }
  };
  return (
    <>
      <button type="button" onClick={() => setAsking(true)}>
        {word(`tr.${what}`)}
      </button>
      {asking && (
        <Ask title={word(`tr.${what}`)} onClose={() => setAsking(false)}>
          <form className="stack" onSubmit={(event) => void submit(event)}>
            <p>{word(`tr.${what}Sure`)}</p>
            {erase.error !== null && <ProblemNote error={erase.error} />}
            <FormButtons
              {...{ label: word(`tr.${what}`), busy: erase.isPending, look: 'danger' }}
              onClose={() => setAsking(false)}
            />
          </form>
        </Ask>
      )}
    </>
  );
}
