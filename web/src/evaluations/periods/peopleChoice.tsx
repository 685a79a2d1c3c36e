import { useId, useState } from 'react';
import { usePeople } from '../../api/queries';
import { useEvaluationWords } from '../../words/evaluations';

type Props = {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
};
const MOST = 12;

/** Some people of the office, found by a part of their name. */
export function PeopleChoice({ label, chosen, onChange }: Props) {
  const word = useEvaluationWords();
  const id = useId();
  const { data: people = [] } = usePeople();
  const [part, setPart] = useState('');
  const wanted = part.trim().toLocaleLowerCase('vi');
  const found = people.filter(({ name }) => wanted !== '' && name.toLocaleLowerCase('vi').includes(wanted));
  const shown = [
    ...people.filter((one) => chosen.includes(one.id)),
    ...found.filter((one) => !chosen.includes(one.id)).slice(0, MOST),
  ];
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className="field">
        <label htmlFor={id}>{word('ev.findPerson')}</label>
        <input id={id} type="search" value={part} onChange={({ target }) => setPart(target.value)} />
      </div>
      {shown.map((one) => (
        <label key={one.id} className="check">
          <input
            type="checkbox"
            checked={chosen.includes(one.id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, one.id] : chosen.filter((other) => other !== one.id))
            }
          />
          {one.name}
        </label>
      ))}
    </fieldset>
  );
}
