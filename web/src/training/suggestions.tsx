import { useState } from 'react';
import type { FormEvent } from 'react';
import { useKeyed } from '../api/keyed';
import { Ask, FormButtons } from '../parts/dialog';
import { ProblemNote } from '../parts/notes';
import { useTrainingWords } from '../words/training';
import { useOpenNeed } from './queries';
import type { SuggestionShown } from './queries';

/** Weak criteria that nobody answered; confirmed with one press, dropped with a reason. */
export function Suggestions({ suggestions }: { readonly suggestions: readonly SuggestionShown[] }) {
  const word = useTrainingWords();
  const [dropping, setDropping] = useState<SuggestionShown>();
  const open = useOpenNeed();
  const keyed = useKeyed();
  if (suggestions.length === 0) return null;
  const confirm = ({ evaluation, criterion }: SuggestionShown) => {
    const body = { type: 'suggested' as const, evaluation, criterion, answer: 'confirmed' as const };
    // A refusal is told below by open.error.
    void keyed(body, (key) => open.mutateAsync({ body, key })).catch(() => undefined);
  };
  return (
    <section aria-labelledby="suggested">
      <h2 id="suggested">
        {word('tr.suggested')} <span className="count">{suggestions.length}</span>
      </h2>
      {open.error !== null && <ProblemNote error={open.error} />}
      <ul className="tasks">
        {suggestions.map((one) => (
          <li key={one.id} className="card small">
            <strong>{one.topic}</strong>
            <p className="hint">
              {!one.mine && `${one.name} · `}
              {word('tr.points', { points: one.points, max: one.max, period: one.period })}
            </p>
            <div className="buttons">
              <button type="button" className="main" disabled={open.isPending} onClick={() => confirm(one)}>
                {word('tr.confirm')}
              </button>
              <button type="button" onClick={() => setDropping(one)}>
                {word('tr.drop')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {dropping !== undefined && <Drop suggestion={dropping} onClose={() => setDropping(undefined)} />}
    </section>
  );
}

type DropProps = { readonly suggestion: SuggestionShown; readonly onClose: () => void };
function Drop({ suggestion: { topic, evaluation, criterion }, onClose }: DropProps) {
  const word = useTrainingWords();
  const open = useOpenNeed();
  const keyed = useKeyed();
  const [reason, setReason] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { type: 'suggested' as const, evaluation, criterion, answer: 'dropped' as const, reason };
    try {
      await keyed(body, (key) => open.mutateAsync({ body, key }));
      onClose();
    } catch {
      // Told below by open.error; what was typed stays.
    }
  };
  return (
    <Ask title={`${word('tr.drop')}: ${topic}`} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <div className="field">
          <label htmlFor="drop-reason">{word('tr.dropWhy')}</label>
          <textarea
            id="drop-reason"
            {...{ required: true, rows: 3, maxLength: 4000, value: reason }}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
        {open.error !== null && <ProblemNote error={open.error} />}
        <FormButtons label={word('tr.drop')} busy={open.isPending} onClose={onClose} />
      </form>
    </Ask>
  );
}
