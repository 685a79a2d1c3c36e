import { useProcedures } from '../../api/queries';
import { NumberEntry, SelectEntry } from '../../plan/fields';
import { useEditorWords } from '../../words/indicatorEditor';
import type { PartProps } from './parts';
import { useOthers } from './sources/needed';
import { Explanations } from '../../parts/explained';

const MISSING = ['ignore', 'zero', 'carry-forward', 'block'] as const;
const OVER_TIME = ['sum', 'mean', 'last', 'min', 'max', 'ratio', 'median', 'p90'] as const;
const OVER_UNITS = ['sum', 'mean', 'min', 'max', 'ratio', 'median', 'p90'] as const;

/** What happens with gaps, with longer periods and with units above, and who approves. */
export function Figures({ draft, set }: PartProps) {
  const { say } = useEditorWords();
  return (
    <fieldset>
      <legend>{say('ed.figures')}</legend>
      <div className="pair">
        <SelectEntry
          label={say('ed.missing')}
          hint={say(`ed.missing.${draft.missing}.hint`)}
          at="/missing"
          value={draft.missing}
          options={MISSING.map((value) => ({ value, text: say(`ed.missing.${value}`) }))}
          onChange={(value) => set({ missing: MISSING.find((one) => one === value) ?? 'ignore' })}
        />
        <NumberEntry
          label={say('field.optional', { label: say('ed.minimumN') })}
          hint={say('ed.minimumNHint')}
          at="/minimumN"
          value={draft.minimumN}
          onChange={(minimumN) => set({ minimumN })}
        />
        <SelectEntry
          label={say('ed.overTime')}
          hint={say('ed.overHint')}
          at="/overTime"
          value={draft.overTime}
          empty={say('ed.overDefault')}
          options={OVER_TIME.map((value) => ({ value, text: say(`ed.roll.${value}`) }))}
          onChange={(overTime) => set({ overTime })}
        />
        <SelectEntry
          label={say('ed.overUnits')}
          hint={say('ed.overHint')}
          at="/overUnits"
          value={draft.overUnits}
          empty={say('ed.overDefault')}
          options={OVER_UNITS.map((value) => ({ value, text: say(`ed.roll.${value}`) }))}
          onChange={(overUnits) => set({ overUnits })}
        />
      </div>
      <Check label={say('ed.approval')} checked={draft.approval} onChange={(approval) => set({ approval })} />
    </fieldset>
  );
}

/** What must not get worse, and when a draft cycle opens by itself. */
export function Watching({ draft, set, id }: PartProps & { readonly id: string }) {
  const { say } = useEditorWords();
  const { data: procedures = [] } = useProcedures();
  const others = useOthers(id);
  const { watch, speed } = draft;
  return (
    <fieldset>
      <legend>{say('ed.watching')}</legend>
      <Explanations terms={['specialcause']} />
      <Check label={say('ed.speed')} checked={speed} onChange={(value) => set({ speed: value })} />
      <SelectEntry
        label={say('field.optional', { label: say('ed.counter') })}
        hint={say('ed.counterHint')}
        at="/counterIndicator"
        value={draft.counterIndicator}
        empty={say('ed.none')}
        options={others}
        onChange={(counterIndicator) => set({ counterIndicator })}
      />
      <p className="hint">{say('ed.watchHint')}</p>
      <div className="pair">
        <NumberEntry
          label={say('field.optional', { label: say('ed.worstBand') })}
          at="/watch/worstBandPeriods"
          value={watch.worstBandPeriods}
          onChange={(worstBandPeriods) => set({ watch: { ...watch, worstBandPeriods } })}
        />
        <SelectEntry
          label={say('field.optional', { label: say('ed.watchProcedure') })}
          at="/watch/procedure"
          value={watch.procedure}
          empty={say('ed.watchProcedureDefault')}
          options={procedures.map(({ id: value, name }) => ({ value, text: name }))}
          onChange={(procedure) => set({ watch: { ...watch, procedure } })}
        />
      </div>
      <Check
        label={say('ed.specialCause')}
        checked={watch.specialCause === true}
        onChange={(specialCause) => set({ watch: { ...watch, specialCause } })}
      />
    </fieldset>
  );
}

type CheckProps = { readonly label: string; readonly checked: boolean; readonly onChange: (on: boolean) => void };
const Check = ({ label, checked, onChange }: CheckProps) => (
  <label className="check">
    <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} /> {label}
  </label>
);
