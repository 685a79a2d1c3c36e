import { usePeople } from '../api/queries';
import type { DraftPlan } from '../api/queries';
import { useWords } from '../words/words';
import { idAt, NumberEntry, SelectEntry, TextEntry, useLack } from './fields';
import type { PartProps } from './planForm';
import { freshKey } from './tidy';

type Countermeasure = NonNullable<DraftPlan['countermeasures']>[number];

/** What is done about the causes: by whom, until when, at what cost. */
export function CountermeasuresEntry({ plan, set }: PartProps) {
  const { say } = useWords();
  const lack = useLack('/plan/countermeasures');
  const all = plan.countermeasures ?? [];
  const put = (index: number, change: Partial<Countermeasure>) =>
    set({ countermeasures: all.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  const add = () => {
    const key = freshKey(
      `m${all.length + 1}`,
      all.map((one) => one.key),
    );
    set({ countermeasures: [...all, { key, title: '' }] });
  };
  return (
    <fieldset id={idAt('/plan/countermeasures')} tabIndex={-1}>
      <legend>{say('plan.countermeasures')}</legend>
      {lack !== undefined && (
        <div className="field">
          <p className="missing">{lack}</p>
        </div>
      )}
      {all.map((one, index) => (
        <OneCountermeasure
          key={one.key}
          one={one}
          no={index + 1}
          at={`/plan/countermeasures/${index}`}
          put={(change) => put(index, change)}
          remove={() => set({ countermeasures: all.filter((_one, at) => at !== index) })}
        />
      ))}
      <button type="button" onClick={add}>
        {say('plan.addCountermeasure')}
      </button>
    </fieldset>
  );
}

type OneProps = {
  readonly one: Countermeasure;
  readonly no: number;
  readonly at: string;
  readonly put: (change: Partial<Countermeasure>) => void;
  readonly remove: () => void;
};

function OneCountermeasure({ one, no, at, put, remove }: OneProps) {
  const { say } = useWords();
  const { data: people = [] } = usePeople();
  const name = say('plan.numbered', { name: say('plan.countermeasure'), no });
  return (
    <fieldset id={idAt(at)} tabIndex={-1}>
      <legend>{name}</legend>
      <TextEntry label={say('plan.what')} at={`${at}/title`} value={one.title} onChange={(title) => put({ title })} />
      <div className="pair">
        <SelectEntry
          label={say('plan.owner')}
          at={`${at}/owner`}
          value={one.owner}
          empty={say('plan.choose')}
          options={people.map(({ id, name: text }) => ({ value: id, text }))}
          onChange={(owner) => put({ owner })}
        />
        <TextEntry
          label={say('plan.due')}
          at={`${at}/due`}
          kind="date"
          value={one.due}
          onChange={(due) => put({ due })}
        />
        <NumberEntry label={say('plan.cost')} at={`${at}/cost`} value={one.cost} onChange={(cost) => put({ cost })} />
      </div>
      <button type="button" onClick={remove}>
        {say('plan.remove', { name })}
      </button>
    </fieldset>
  );
}
