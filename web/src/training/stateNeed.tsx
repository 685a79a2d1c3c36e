import { useState } from 'react';
import type { FormEvent } from 'react';
import { useLocation } from 'wouter';
import { useKeyed } from '../api/keyed';
import { usePeople } from '../api/queries';
import { useSession } from '../api/session';
import { useUnitsWhere } from '../indicators/may';
import { Choice } from '../parts/choices';
import { Ask, FormButtons } from '../parts/dialog';
import { ProblemNote } from '../parts/notes';
import { useTrainingWords } from '../words/training';
import { useOpenNeed } from './queries';

/** A need in one's own words; a head may state one for their people too. */
export function StateNeed({ onClose }: { readonly onClose: () => void }) {
  const word = useTrainingWords();
  const { session, last } = useSession();
  const me = (session ?? last)?.person;
  const [person, setPerson] = useState(me?.id ?? '');
  const [topic, setTopic] = useState('');
  const [reason, setReason] = useState('');
  const open = useOpenNeed();
  const keyed = useKeyed();
  const [, go] = useLocation();
  const units = new Set(useUnitsWhere('training.change').map(({ value }) => value));
  const { data: people = [] } = usePeople();
  const mine = people.filter(({ id, unit }) => id === me?.id || units.has(unit));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { type: 'stated' as const, person, topic, reason };
    try {
      const { id } = await keyed(body, (key) => open.mutateAsync({ body, key }));
      go(`/training/${encodeURIComponent(id)}`);
    } catch {
      // Told below by open.error; what was typed stays.
    }
  };
  return (
    <Ask title={word('tr.state')} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        {mine.length > 1 && (
          <Choice
            label={word('tr.person')}
            value={person}
            options={mine.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={setPerson}
          />
        )}
        <div className="field">
          <label htmlFor="topic">{word('tr.topic')}</label>
          <input
            id="topic"
            {...{ required: true, maxLength: 200, value: topic }}
            onChange={({ target }) => setTopic(target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="reason">{word('tr.reason')}</label>
          <textarea
            id="reason"
            {...{ required: true, rows: 3, maxLength: 4000, value: reason }}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
        {open.error !== null && <ProblemNote error={open.error} />}
        <FormButtons label={word('tr.state')} busy={open.isPending} onClose={onClose} />
      </form>
    </Ask>
  );
}
