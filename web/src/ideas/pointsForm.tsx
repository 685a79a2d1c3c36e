import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { call } from '../api/client';
import { useMay } from '../indicators/may';
import { ProblemNote } from '../parts/notes';
import { useIdeaWords } from '../words/ideas';
import { useWords } from '../words/words';

const KINDS = ['proposed', 'tested', 'improved', 'adopted', 'spread'] as const;
type Settings = Readonly<Record<(typeof KINDS)[number] | 'answerWithinWorkingDays' | 'version', number>>;
const AT = '/v1/settings/idea-points';

/** How many points there are for what, from today on; for whoever may change it. */
export function PointsSettings() {
  const word = useIdeaWords();
  const may = useMay('')('idea.points.edit');
  const { data } = useQuery({
    queryKey: ['ideas', 'settings'],
    enabled: may,
    queryFn: () => call<Settings>('GET', AT),
  });
  if (!may || data === undefined) return null;
  return (
    <details className="card small">
      <summary>{word('id.settings')}</summary>
      <p className="hint">{word('id.assumed')}</p>
      <Form settings={data} />
    </details>
  );
}

function Form({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  const word = useIdeaWords();
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: (body: object) =>
      call('PUT', AT, body, settings.version > 0 ? { 'If-Match': `"${settings.version}"` } : {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['ideas'] }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const reason = form.get('reason');
    const names = [...KINDS, 'answerWithinWorkingDays'];
    save.mutate({ ...Object.fromEntries(names.map((name) => [name, Number(form.get(name))])), reason });
  };
  const field = (name: (typeof KINDS)[number] | 'answerWithinWorkingDays', label: string) => (
    <div key={name} className="field">
      <label htmlFor={`points-${name}`}>{label}</label>
      <input
        id={`points-${name}`}
        {...{ name, type: 'number', required: true, defaultValue: settings[name] }}
        {...(name === 'answerWithinWorkingDays' ? { min: 1, max: 250, step: 1 } : { min: 0, max: 100, step: 'any' })}
      />
    </div>
  );
  return (
    <form className="stack" onSubmit={submit}>
      <div className="pair">
        {KINDS.map((kind) => field(kind, word(`id.kind.${kind}`)))}
        {field('answerWithinWorkingDays', word('id.answerDays'))}
      </div>
      <div className="field">
        <label htmlFor="points-reason">{word('id.reason')}</label>
        <textarea id="points-reason" name="reason" required rows={2} maxLength={2000} />
      </div>
      {save.error !== null && <ProblemNote error={save.error} />}
      {save.isSuccess && <p role="status">{word('id.saved')}</p>}
      <div className="buttons">
        <button type="submit" disabled={save.isPending}>
          {save.isPending ? say('note.working') : word('id.save')}
        </button>
      </div>
    </form>
  );
}
