import { useState } from 'react';
import type { FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/client';
import { Ask, FormButtons } from '../parts/dialog';
import { useNames } from '../parts/names';
import { ProblemNote } from '../parts/notes';
import { useWords } from '../words/words';
import { Labelled } from './entry';
import { useMay } from './may';
import { useClosings, useIndicatorsChanged } from './queries';
import type { Closing } from './queries';
import { ReasonDialog } from './waiting';

const addressOf = (unit: string, period: string): string =>
  `/v1/units/${encodeURIComponent(unit)}/periods/${encodeURIComponent(period)}`;

/** Which periods are closed for a unit; close one, or reopen it with a reason. */
export function Periods({ unit }: { readonly unit: string }) {
  const { say, format } = useWords();
  const names = useNames();
  const may = useMay(unit);
  const { data = [], error } = useClosings(unit);
  const [asked, setAsked] = useState<'close' | Closing>();
  return (
    <>
      <p className="hint">{say('period.what')}</p>
      {error !== null && <ProblemNote error={error} />}
      {data.length === 0 && error === null && <p>{say('period.none')}</p>}
      <ul className="tasks">
        {data.toReversed().map((closing) => (
          <li key={`${closing.unit} ${closing.period} ${closing.closedAt}`} className="card small">
            <strong>{format.period(closing.period)}</strong> · {names.unit(closing.unit)} ·{' '}
            {say('period.closedAt', { when: format.moment(closing.closedAt), who: names.person(closing.by) })}
            {closing.note !== undefined && `: ${closing.note}`}
            {closing.reopenedAt !== undefined && (
              <p className="hint">
                {say('period.reopenedAt', { when: format.moment(closing.reopenedAt), reason: closing.reason ?? '' })}
              </p>
            )}
            {closing.reopenedAt === undefined && closing.unit === unit && may('period.reopen') && (
              <div className="buttons">
                <button type="button" onClick={() => setAsked(closing)}>
                  {say('period.reopen', { period: format.period(closing.period) })}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {may('period.close') && (
        <button type="button" onClick={() => setAsked('close')}>
          {say('period.close')}
        </button>
      )}
      {asked === 'close' && <Close unit={unit} onClose={() => setAsked(undefined)} />}
      {asked !== undefined && asked !== 'close' && <Reopen closing={asked} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function Close({ unit, onClose }: { readonly unit: string; readonly onClose: () => void }) {
  const { say } = useWords();
  const changed = useIndicatorsChanged();
  const [typed, setTyped] = useState({ period: '', note: '', force: false });
  const close = useMutation({
    mutationFn: () => {
      const note = typed.note.trim();
      const why = typed.force ? { force: true, reason: note } : note === '' ? {} : { note };
      return call('POST', `${addressOf(unit, typed.period.trim())}/close`, why);
    },
    onSuccess: () => {
      changed();
      onClose();
    },
  });
  return (
    <Ask title={say('period.close')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          close.mutate();
        }}
      >
        <Labelled label={say('entry.period')} hint={say('entry.periodHint', { example: '2026-03, 2026-Q1, 2026' })}>
          {(id) => (
            <input
              {...{ id, required: true, pattern: '\\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?', value: typed.period }}
              onChange={({ target }) => setTyped({ ...typed, period: target.value })}
            />
          )}
        </Labelled>
        <Labelled label={typed.force ? say('field.reason') : say('field.optional', { label: say('field.note') })}>
          {(id) => (
            <textarea
              {...{ id, rows: 2, maxLength: 4000, required: typed.force, value: typed.note }}
              onChange={({ target }) => setTyped({ ...typed, note: target.value })}
            />
          )}
        </Labelled>
        <label className="check">
          <input
            type="checkbox"
            checked={typed.force}
            onChange={({ target }) => setTyped({ ...typed, force: target.checked })}
          />{' '}
          {say('period.force')}
        </label>
        {close.error !== null && <ProblemNote error={close.error} />}
        <FormButtons label={say('period.close')} busy={close.isPending} onClose={onClose} />
      </form>
    </Ask>
  );
}

function Reopen({ closing, onClose }: { readonly closing: Closing; readonly onClose: () => void }) {
  const { say, format } = useWords();
  const changed = useIndicatorsChanged();
  const [reason, setReason] = useState('');
  const reopen = useMutation({
    mutationFn: () => call('POST', `${addressOf(closing.unit, closing.period)}/reopen`, { reason: reason.trim() }),
    onSuccess: () => {
      changed();
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={say('period.reopen', { period: format.period(closing.period) })}
      {...{ reason, setReason, onClose, needed: true, sending: reopen.isPending, error: reopen.error }}
      onSend={() => reopen.mutate()}
    />
  );
}
