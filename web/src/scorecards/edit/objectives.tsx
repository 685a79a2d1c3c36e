import { usePeople } from '../../api/queries';
import type { Objective } from '../../../../src/domain/scorecards/scorecard.schema';
import { nameIn } from '../../indicators/names';
import { NumberEntry, SelectEntry } from '../../plan/fields';
import { useScorecardWords } from '../../words/scorecards';
import { useWords } from '../../words/words';
import { CascadedFrom } from './cascadedFrom';
import { freshObjective, moved, withoutObjective } from './draft';
import type { PartProps } from './draft';
import { Measures } from './measures';
import { NamedEntry } from './named';
import { Tools } from './tools';

/** The objectives of each perspective with their measures. */
export function Objectives({ own, draft, set }: PartProps) {
  const { language } = useWords();
  const word = useScorecardWords();
  const put = (key: string, change: Partial<Objective>) =>
    set({ objectives: draft.objectives.map((one) => (one.key === key ? { ...one, ...change } : one)) });
  return (
    <fieldset id="at-objectives" tabIndex={-1}>
      <legend>{word('sc.objectives')}</legend>
      {draft.perspectives.length === 0 && <p className="hint">{word('sc.perspectivesFirst')}</p>}
      {draft.perspectives.map((perspective, no) => {
        const called = nameIn(perspective.name, language) || word('sc.perspectiveNo', { no: no + 1 });
        return (
          <section key={perspective.key} aria-label={called}>
            <h2>{called}</h2>
            <ol className="edited">
              {draft.objectives
                .map((objective, at) => ({ objective, at }))
                .filter(({ objective }) => objective.perspective === perspective.key)
                .map(({ objective, at }, index, siblings) => (
                  <li key={objective.key}>
                    <OneObjective
                      {...{ own, draft, objective, at }}
                      put={(change) => put(objective.key, change)}
                      tools={{
                        ...{ index, last: siblings.length - 1 },
                        move: (to) => set({ objectives: moved(draft.objectives, at, siblings[to]?.at ?? at) }),
                        remove: () => set(withoutObjective(draft, objective.key)),
                      }}
                    />
                  </li>
                ))}
            </ol>
            <button
              type="button"
              onClick={() => set({ objectives: [...draft.objectives, freshObjective(draft, perspective.key)] })}
              aria-label={word('sc.addObjectiveTo', { name: called })}
            >
              {word('sc.addObjective')}
            </button>
          </section>
        );
      })}
    </fieldset>
  );
}

type OneProps = {
  readonly own: string;
  readonly draft: PartProps['draft'];
  readonly objective: Objective;
  /** Its place in the list as it is sent. */
  readonly at: number;
  readonly put: (change: Partial<Objective>) => void;
  readonly tools: {
    readonly index: number;
    readonly last: number;
    readonly move: (to: number) => void;
    readonly remove: () => void;
  };
};

function OneObjective({ own, draft, objective, at, put, tools }: OneProps) {
  const { say, language } = useWords();
  const word = useScorecardWords();
  const { data: people = [] } = usePeople();
  const name = nameIn(objective.name, language) || word('sc.objectiveNo', { no: tools.index + 1 });
  const here = `/objectives/${at}`;
  return (
    <>
      <div className="edited-head">
        <strong>{name}</strong>
        <Tools name={name} {...tools} />
      </div>
      <NamedEntry
        label={word('sc.objective')}
        at={`${here}/name`}
        value={objective.name}
        onChange={(value) => put({ name: value })}
      />
      <div className="pair">
        <SelectEntry
          label={word('sc.owner')}
          at={`${here}/owner`}
          value={objective.owner}
          empty={word('sc.nobody')}
          options={people.map((one) => ({ value: one.id, text: one.name }))}
          onChange={(owner) => put({ owner })}
        />
        <SelectEntry
          label={word('sc.perspective')}
          at={`${here}/perspective`}
          value={objective.perspective}
          options={draft.perspectives.map((one) => ({ value: one.key, text: nameIn(one.name, language) || one.key }))}
          onChange={(perspective) => put({ perspective })}
        />
        <NumberEntry
          label={word('sc.weight')}
          at={`${here}/weight`}
          value={objective.weight}
          onChange={(weight = 0) => put({ weight })}
        />
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={objective.priority === true}
          onChange={({ target }) => put({ priority: target.checked || undefined })}
        />
        {word('sc.priority')}
      </label>
      <Measures measures={objective.measures} at={here} of={name} onChange={(measures) => put({ measures })} />
      <details>
        <summary>{say('field.optional', { label: word('sc.more') })}</summary>
        <NamedEntry
          label={word('sc.description')}
          at={`${here}/description`}
          kind="area"
          value={objective.description}
          onChange={(description) => put({ description })}
        />
        <CascadedFrom {...{ objective, at: here }} own={own} onChange={put} />
      </details>
    </>
  );
}
