import { useUnitsWhere } from '../../indicators/may';
import { usePeople } from '../../api/queries';
import { SelectEntry, TextEntry } from '../../plan/fields';
import { useScorecardWords } from '../../words/scorecards';
import { useWords } from '../../words/words';
import type { PartProps, Typed } from './draft';
import { NamedEntry } from './named';

const FREQUENCIES = ['month', 'quarter', 'year'] as const;

/** What the scorecard is called, whose it is, and how it is read. */
export function About({ draft, set }: PartProps) {
  const { say } = useWords();
  const word = useScorecardWords();
  const { data: people = [] } = usePeople();
  const units = useUnitsWhere('scorecard.edit');
  return (
    <fieldset>
      <legend>{word('sc.about')}</legend>
      <NamedEntry label={word('sc.name')} at="/name" value={draft.name} onChange={(name) => set({ name })} />
      <NamedEntry
        label={say('field.optional', { label: word('sc.mission') })}
        hint={word('sc.missionHint')}
        at="/mission"
        kind="area"
        value={draft.mission}
        onChange={(mission) => set({ mission })}
      />
      <div className="pair">
        <SelectEntry
          label={say('cycle.unit')}
          at="/unit"
          value={draft.unit}
          empty={say('plan.choose')}
          options={units}
          onChange={(unit) => set({ unit })}
        />
        <SelectEntry
          label={word('sc.owner')}
          at="/owner"
          value={draft.owner}
          empty={word('sc.nobody')}
          options={people.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(owner) => set({ owner })}
        />
        <SelectEntry
          label={word('sc.frequency')}
          at="/frequency"
          value={draft.frequency}
          options={FREQUENCIES.map((value) => ({ value, text: say(`frequency.${value}`) }))}
          onChange={(value) => set({ frequency: FREQUENCIES.find((one) => one === value) ?? 'quarter' })}
        />
      </div>
      <label className="check">
        <input type="checkbox" checked={draft.public} onChange={({ target }) => set({ public: target.checked })} />
        {word('sc.makePublic')}
      </label>
      {draft.public && <p className="hint">{word('sc.makePublicHint')}</p>}
    </fieldset>
  );
}

type FromProps = { readonly typed: Typed; readonly set: (change: Partial<Typed>) => void };
/** From when this version holds, and why. */
export function From({ typed, set }: FromProps) {
  const { say } = useWords();
  const word = useScorecardWords();
  const isNew = typed.version === 0;
  return (
    <fieldset>
      <legend>{word('sc.from')}</legend>
      <TextEntry
        label={say('field.optional', { label: word('sc.validFrom') })}
        hint={word(isNew ? 'sc.validFromNew' : 'sc.validFromChange')}
        at="/validFrom"
        kind="date"
        value={typed.validFrom}
        onChange={(validFrom) => set({ validFrom })}
      />
      <TextEntry
        label={isNew ? say('field.optional', { label: say('field.reason') }) : say('field.reason')}
        at="/reason"
        kind="area"
        value={typed.reason}
        onChange={(reason) => set({ reason })}
      />
    </fieldset>
  );
}
