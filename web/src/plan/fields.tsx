import { createContext, useContext, useId } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words';
import type { Lack } from './missing';

/** What the gate lacks, so that each field can say it at its own place. */
export const Lacks = createContext<readonly Lack[]>([]);

export function useLack(at: string): string | undefined {
  const { of } = useWords();
  const lack = useContext(Lacks).find(({ field }) => field === at);
  return lack === undefined ? undefined : of(lack.words);
}

/** The id of the control that a JSON pointer of the gate is about. */
export const idAt = (at: string): string => `at${at.replaceAll('/', '-')}`;

type FieldProps = {
  readonly label: string;
  readonly at: string;
  readonly hint?: string;
  readonly children: (a: Given) => ReactNode;
};
type Given = { readonly id: string; readonly 'aria-describedby'?: string };

/** Label, hint, control, and what is still missing there. */
export function Field({ label, at, hint, children }: FieldProps) {
  const lack = useLack(at);
  const id = idAt(at);
  const [hintId, lackId] = [`${id}-hint`, `${id}-lack`];
  const described = [hint !== undefined ? hintId : '', lack !== undefined ? lackId : '']
    .filter((one) => one !== '')
    .join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
      {children({ id, ...(described !== '' && { 'aria-describedby': described }) })}
      {lack !== undefined && (
        <p className="missing" id={lackId}>
          {lack}
        </p>
      )}
    </div>
  );
}

type TextProps = {
  readonly label: string;
  readonly at: string;
  readonly hint?: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly kind?: 'area' | 'line' | 'date';
};
export function TextEntry({ label, at, hint, value = '', onChange, kind = 'line' }: TextProps) {
  return (
    <Field label={label} at={at} {...(hint !== undefined && { hint })}>
      {(given) =>
        kind === 'area' ? (
          <textarea
            rows={3}
            maxLength={4000}
            value={value}
            onChange={({ target }) => onChange(target.value)}
            {...given}
          />
        ) : (
          <input
            type={kind === 'date' ? 'date' : 'text'}
            value={value}
            onChange={({ target }) => onChange(target.value)}
            {...given}
          />
        )
      }
    </Field>
  );
}

type NumberProps = {
  readonly label: string;
  readonly at: string;
  readonly value: number | undefined;
  readonly percent?: boolean;
  readonly hint?: string;
  readonly onChange: (value: number | undefined) => void;
};
/** Shares are typed in percent and kept as ratios 0..1. */
export function NumberEntry({ label, at, value, percent = false, hint, onChange }: NumberProps) {
  const shown = value === undefined ? '' : String(percent ? Number((value * 100).toFixed(6)) : value);
  const change = (text: string) => {
    const read = Number(text);
    if (text === '' || !Number.isFinite(read)) onChange(undefined);
    else onChange(percent ? Number((read / 100).toFixed(8)) : read);
  };
  return (
    <Field label={percent ? `${label} (%)` : label} at={at} {...(hint !== undefined && { hint })}>
      {(given) => (
        <input
          type="number"
          step="any"
          defaultValue={shown}
          onChange={({ target }) => change(target.value)}
          {...given}
        />
      )}
    </Field>
  );
}

type SelectProps = {
  readonly label: string;
  readonly at: string;
  readonly value: string | undefined;
  /** What choosing nothing is called; without it one is always chosen. */
  readonly empty?: string;
  readonly hint?: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
};
export function SelectEntry({ label, at, value = '', empty, hint, options, onChange }: SelectProps) {
  return (
    <Field label={label} at={at} {...(hint !== undefined && { hint })}>
      {(given) => (
        <select value={value} onChange={({ target }) => onChange(target.value)} {...given}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type LinesProps = {
  readonly legend: string;
  readonly at: string;
  readonly lines: readonly string[];
  readonly add: string;
  readonly onChange: (lines: readonly string[]) => void;
};
/** A short list of texts: always one empty line to go on typing in is not needed; there is a button. */
export function LinesEntry({ legend, at, lines, add, onChange }: LinesProps) {
  const { say } = useWords();
  const lack = useLack(at);
  const id = useId();
  return (
    <fieldset id={idAt(at)} tabIndex={-1}>
      <legend>{legend}</legend>
      {lack !== undefined && (
        <div className="field">
          <p className="missing">{lack}</p>
        </div>
      )}
      {lines.map((line, index) => (
        <div key={index} className="line">
          <textarea
            id={`${id}-${index}`}
            rows={1}
            maxLength={4000}
            aria-label={say('plan.numbered', { name: legend, no: index + 1 })}
            value={line}
            onChange={({ target }) => onChange(lines.map((one, at_) => (at_ === index ? target.value : one)))}
          />
          <button
            type="button"
            aria-label={say('plan.removeNo', { name: legend, no: index + 1 })}
            onClick={() => onChange(lines.filter((_one, at_) => at_ !== index))}
          >
            ✕
          </button>
        </div>
      ))}
      <button type="button" onClick={() => onChange([...lines, ''])}>
        {add}
      </button>
    </fieldset>
  );
}
