import { useEffect, useRef } from 'react';
import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import { isUnanswered, useKeyed } from '../api/keyed';
import { useMay } from '../indicators/may';
import { usePropose } from '../ideas/queries';
import type { Proposal } from '../ideas/queries';
import { ProblemNote } from '../parts/notes';
import { useDraft } from '../plan/draft';
import { Restored } from '../plan/restored';
import { PageTitle } from '../shell';
import { useIdeaWords } from '../words/ideas';
import { useWords } from '../words/words';

const FRESH: Proposal = { title: '', text: '', anonymous: false };

/** Whoever works here proposes; an auditor reads. */
export default function NewIdeaPage() {
  const word = useIdeaWords();
  const may = useMay('')('idea.propose');
  return may ? (
    <NewIdea />
  ) : (
    <>
      <PageTitle>{word('id.new')}</PageTitle>
      <p className="note">{word('id.mayNot')}</p>
    </>
  );
}

/** Two fields and a button. What is typed stays in this browser until it is sent; without a connection it is sent later. */
function NewIdea() {
  const { say } = useWords();
  const word = useIdeaWords();
  const draft = useDraft('idea', FRESH);
  const propose = usePropose();
  const keyed = useKeyed();
  const [, go] = useLocation();
  const form = useRef<HTMLFormElement>(null);
  const { title, text, anonymous } = draft.value;
  const set = (change: Partial<Proposal>) => draft.change({ ...draft.value, ...change });
  const waits = propose.error !== null && isUnanswered(propose.error);
  useEffect(() => {
    if (!waits) return undefined;
    const again = () => form.current?.requestSubmit();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [waits]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { title: title.trim(), text: text.trim(), anonymous };
    try {
      const { id } = await keyed(body, (key) => propose.mutateAsync({ body, key }));
      draft.forget();
      go(`/ideas/${encodeURIComponent(id)}`);
    } catch {
      // Told below by propose.error; what was typed stays.
    }
  };
  return (
    <>
      <PageTitle>{word('id.new')}</PageTitle>
      <p className="lead">{word('id.newWhat')}</p>
      <Restored draft={draft} />
      <form ref={form} className="stack" onSubmit={(event) => void submit(event)}>
        <div className="field">
          <label htmlFor="title">{word('id.name')}</label>
          <input
            id="title"
            required
            maxLength={200}
            value={title}
            onChange={({ target }) => set({ title: target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor="text">{word('id.text')}</label>
          <textarea
            id="text"
            required
            rows={5}
            maxLength={8000}
            value={text}
            onChange={({ target }) => set({ text: target.value })}
          />
        </div>
        <label className="check">
          <input type="checkbox" checked={anonymous} onChange={({ target }) => set({ anonymous: target.checked })} />
          {word('id.anonymous')}
        </label>
        {waits && (
          <p className="note warn" role="status">
            {word('id.retry')}
          </p>
        )}
        {propose.error !== null && !waits && <ProblemNote error={propose.error} />}
        <div className="buttons">
          <button type="submit" className="main" disabled={propose.isPending}>
            {propose.isPending ? say('note.working') : word('id.send')}
          </button>
        </div>
      </form>
    </>
  );
}
