import { useId } from 'react';
import type { ComponentProps } from 'react';
import { changedMeanwhile } from '../api/queries';
import { FormButtons } from '../parts/dialog';
import { ProblemNote } from '../parts/notes';
import { useWords } from '../words/words';

type LineProps = Omit<ComponentProps<'input'>, 'id'> & {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
};

/** A labelled input with its hint and what is wrong with it. */
export function Line({ label, hint, error, ...input }: LineProps) {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].join(' ').trim();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        {...input}
        {...(error !== undefined && { 'aria-invalid': true })}
        {...(described !== '' && { 'aria-describedby': described })}
      />
      {error !== undefined && (
        <p className="missing" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

type TickProps = { readonly label: string; readonly checked: boolean; readonly onChange: (on: boolean) => void };
export function Tick({ label, checked, onChange }: TickProps) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** Why it was not saved, and the two buttons of a form in a dialog. */
export function SaveLine(props: {
  readonly error: unknown;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly label?: string;
}) {
  const { say } = useWords();
  const { error, busy, onClose, label = say('org.save') } = props;
  return (
    <>
      {changedMeanwhile(error) ? (
        <p className="note warn" role="alert">
          {say('org.changed')}
        </p>
      ) : (
        error !== null && error !== undefined && <ProblemNote error={error} />
      )}
      <FormButtons {...{ label, busy, onClose }} />
    </>
  );
}
