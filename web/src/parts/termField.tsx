import { useId, useState } from 'react';
import { useWords } from '../words/words';

const UNITS = ['D', 'W', 'M', 'Y'] as const;
type TermUnit = (typeof UNITS)[number];

const read = (term: string | undefined): { readonly count: string; readonly unit: TermUnit } => {
  const [, count = '', letter] = /^P(\d+)([DWMY])$/.exec(term ?? '') ?? [];
  return { count, unit: UNITS.find((one) => one === letter) ?? 'M' };
};

/** The duration that the two parts say, as ISO 8601; empty while there is no number. */
export const termOf = (count: string, unit: string): string => (/^[1-9]\d*$/.test(count) ? `P${count}${unit}` : '');

type TermProps = {
  readonly label: string;
  readonly name?: string;
  readonly value?: string | undefined;
  readonly required?: boolean;
  readonly onChange?: (term: string) => void;
  readonly missing?: string | undefined;
};

/** A span of time as a number and a unit; in a form it is sent as one ISO 8601 duration such as `P3M`. */
export function TermField({ label, name, value, required = false, onChange, missing }: TermProps) {
  const { say } = useWords();
  const id = useId();
  const [own, setOwn] = useState(() => read(value));
  const shown = onChange === undefined || value === undefined || value === '' ? own : read(value);
  const change = (count: string, unit: TermUnit) => {
    setOwn({ count, unit });
    onChange?.(termOf(count, unit));
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="line">
        <input
          id={id}
          type="number"
          min={1}
          max={999}
          required={required}
          value={shown.count}
          onChange={({ target }) => change(target.value, shown.unit)}
        />
        <select
          aria-label={`${label}: ${say('term.unit')}`}
          value={shown.unit}
          onChange={({ target }) => change(shown.count, UNITS.find((one) => one === target.value) ?? 'M')}
        >
          {UNITS.map((unit) => (
            <option key={unit} value={unit}>
              {say(`term.${unit}`)}
            </option>
          ))}
        </select>
      </span>
      {name !== undefined && <input type="hidden" name={name} value={termOf(shown.count, shown.unit)} />}
      {missing !== undefined && <p className="missing">{missing}</p>}
    </div>
  );
}
