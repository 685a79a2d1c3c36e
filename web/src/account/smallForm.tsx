import { useState } from 'react';
import type { ReactNode } from 'react';
import { ProblemNote } from '../parts/notes';

type FormProps = {
  readonly send: (form: FormData) => Promise<void>;
  readonly button: string;
  readonly children?: ReactNode;
};

/** A small form that says what was refused. */
export function SmallForm({ send, button, children }: FormProps) {
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const carryOut = async (form: HTMLFormElement) => {
    setBusy(true);
    setError(undefined);
    try {
      await send(new FormData(form));
      form.reset();
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void carryOut(event.currentTarget);
      }}
    >
      {children}
      {error !== undefined && <ProblemNote error={error} />}
      <button type="submit" disabled={busy}>
        {button}
      </button>
    </form>
  );
}
