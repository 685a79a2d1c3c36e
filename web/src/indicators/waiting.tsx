import { useState } from 'react';
import type { FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/client';
import { Ask, FormButtons } from '../parts/dialog';
import { useNames } from '../parts/names';
import { ProblemNote } from '../parts/notes';
import { useWords } from '../words/words';
import { Labelled } from './entry';
import { useIndicatorsChanged, useWaiting } from './queries';
import type { Definition, Observation } from './queries';

type Decision = 'approve' | 'reject';
type Asked = { readonly figure: Observation; readonly decision: Decision };

/** Figures that a second person decides on; nothing where there are none. */
export function WaitingFigures({ definition, unit }: { readonly definition: Definition; readonly unit: string }) {
  const { say, format } = useWords();
  const names = useNames();
  const { data = [] } = useWaiting(definition.id, unit);
  const [asked, setAsked] = useState<Asked>();
  if (data.length === 0) return null;
  return (
    <section className="card">
      <h2>{say('waiting.title')}</h2>
      <ul className="tasks">
        {data.map((figure) => {
          const { period, value, by, recordedAt, version, reason } = figure;
          return (
            <li key={`${figure.unit} ${period} ${version}`} className="card small">
              <strong>
                {format.period(period)}: {value === undefined ? '–' : format.value(value, definition.unit)}
              </strong>{' '}
              <span className="hint">
                {names.unit(figure.unit)} ·{' '}
                {say('waiting.by', { who: names.person(by), when: format.moment(recordedAt) })}
                {reason !== undefined && `: ${reason}`}
              </span>
              <div className="buttons">
                {(['approve', 'reject'] as const).map((decision) => (
                  <button key={decision} type="button" onClick={() => setAsked({ figure, decision })}>
                    {say(`waiting.${decision}`, { period: format.period(period) })}
                  </button>
                ))}
              </div>
            </li>
          );
        })}
      </ul>
      {asked !== undefined && <Decide asked={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

function Decide({ asked: { figure, decision }, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const { say, format } = useWords();
  const changed = useIndicatorsChanged();
  const [reason, setReason] = useState('');
  const decide = useMutation({
    mutationFn: () => {
      const { indicator, unit, period, version } = figure;
      const path = `/v1/indicators/${encodeURIComponent(indicator)}/observations/${decision}`;
      return call('POST', path, { unit, period, version, ...(reason.trim() !== '' && { reason: reason.trim() }) });
    },
    onSuccess: () => {
      changed();
      onClose();
    },
  });
  const title = say(`waiting.${decision}`, { period: format.period(figure.period) });
  return (
    <ReasonDialog
      {...{ title, reason, setReason, onClose, needed: decision === 'reject', sending: decide.isPending }}
      error={decide.error}
      onSend={() => decide.mutate()}
    />
  );
}

type ReasonProps = {
  readonly title: string;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly needed: boolean;
  /** What will happen. */
  readonly what?: string;
  readonly sending: boolean;
  readonly error: unknown;
  readonly onSend: () => void;
  readonly onClose: () => void;
};
/** One question: why. */
export function ReasonDialog({ title, reason, setReason, needed, what, sending, error, onSend, onClose }: ReasonProps) {
  const { say } = useWords();
  const label = say('field.reason');
  return (
    <Ask title={title} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          onSend();
        }}
      >
        {what !== undefined && <p>{what}</p>}
        <Labelled label={needed ? label : say('field.optional', { label })}>
          {(id) => (
            <textarea
              {...{ id, rows: 3, maxLength: 4000, required: needed, value: reason }}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Labelled>
        {error !== null && <ProblemNote error={error} />}
        <FormButtons label={title} busy={sending} onClose={onClose} />
      </form>
    </Ask>
  );
}
