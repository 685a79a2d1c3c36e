import { useId } from 'react';
import { useProcedures, useUnits } from '../api/queries';
import { useWords } from '../words/words';
import { walked } from './unitTree';

export type Option = { readonly value: string; readonly text: string };
type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
  readonly empty?: string;
};

/** A labelled choice of one. `empty`: what choosing nothing is called. */
export function Choice({ label, value, options, onChange, empty }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}

type PlaceChoice = {
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** What choosing none is called, where that may be. */
  readonly empty?: string | undefined;
};

export function UnitChoice({ value, onChange, empty }: PlaceChoice) {
  const { say } = useWords();
  const { data: units = [] } = useUnits();
  const options = walked(units).map(({ id, name, depth }) => ({ value: id, text: `${'\u2003'.repeat(depth)}${name}` }));
  return <Choice label={say('cycle.unit')} {...{ value, options, onChange }} {...(empty !== undefined && { empty })} />;
}

export function ProcedureChoice({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (id: string) => void;
}) {
  const { say } = useWords();
  const { data: procedures = [] } = useProcedures();
  const options = procedures.map(({ id, name }) => ({ value: id, text: name }));
  return (
    <Choice
      label={say('cycle.procedure')}
      value={value}
      options={options}
      onChange={onChange}
      empty={say('filter.all')}
    />
  );
}
