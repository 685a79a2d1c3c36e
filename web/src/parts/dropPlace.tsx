import { useId, useState } from 'react';

type DropPlaceProps = {
  readonly hint: string;
  readonly label: string;
  /** Endings and types of files that the chooser shows. */
  readonly accept: string;
  readonly take: (file: File | undefined) => void;
};

/** Where a file is dropped; the chooser inside does the same by keyboard. */
export function DropPlace({ hint, label, accept, take }: DropPlaceProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <p>{hint}</p>
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input id={id} type="file" accept={accept} onChange={({ target }) => take(target.files?.[0])} />
      </div>
    </div>
  );
}
