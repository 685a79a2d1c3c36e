import { usePeople } from '../../api/queries';
import { Field, NumberEntry, SelectEntry, TextEntry } from '../../plan/fields';
import { useEditorWords } from '../../words/indicatorEditor';
import { LANGUAGES_OF_NAMES } from './draft';
import type { PartProps } from './parts';
import { useUnitsWhere } from '../may';

const MEASURES = ['ratio', 'days', 'cases', '%', 'points', 'VND'];

/** What is measured, in words, and which way is better. */
export function What({ draft, set }: PartProps) {
  const { say, language } = useEditorWords();
  const { name, description, direction, range, unit } = draft;
  const percent = unit === 'ratio';
  const others = LANGUAGES_OF_NAMES.filter((one) => one !== language);
  return (
    <fieldset>
      <legend>{say('ed.what')}</legend>
      <TextEntry
        label={say('ind.name')}
        hint={say('ed.nameHint')}
        at="/name"
        value={name[language]}
        onChange={(text) => set({ name: { ...name, [language]: text } })}
      />
      <details>
        <summary>{say('ed.otherLanguages')}</summary>
        <div className="pair">
          {others.map((one) => (
            <TextEntry
              key={one}
              label={say(`ed.nameIn.${one}`)}
              at={`/name/${one}`}
              value={name[one]}
              onChange={(text) => set({ name: { ...name, [one]: text } })}
            />
          ))}
        </div>
      </details>
      <TextEntry
        label={say('field.optional', { label: say('ed.description') })}
        hint={say('ed.descriptionHint')}
        at="/description"
        kind="area"
        value={description[language]}
        onChange={(text) => set({ description: { ...description, [language]: text } })}
      />
      <div className="pair">
        <Field label={say('ind.unitOfMeasure')} hint={say('ed.unitHint')} at="/unit">
          {(given) => (
            <>
              <input
                list="measures"
                maxLength={60}
                value={unit}
                onChange={({ target }) => set({ unit: target.value })}
                {...given}
              />
              <datalist id="measures">
                {MEASURES.map((one) => (
                  <option key={one} value={one} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <SelectEntry
          label={say('ind.better')}
          hint={say('ed.betterHint')}
          at="/direction"
          value={direction}
          options={(['higher', 'lower', 'range'] as const).map((value) => ({
            value,
            text: say(`ind.better.${value}`),
          }))}
          onChange={(value) => set({ direction: value === 'lower' || value === 'range' ? value : 'higher' })}
        />
      </div>
      {direction === 'range' && (
        <div className="pair" id="at-range" tabIndex={-1}>
          <NumberEntry
            {...{ label: say('ed.low'), at: '/range', percent, value: range.low }}
            onChange={(low) => set({ range: { ...range, low } })}
          />
          <NumberEntry
            {...{ label: say('ed.high'), at: '/range/high', percent, value: range.high }}
            onChange={(high) => set({ range: { ...range, high } })}
          />
        </div>
      )}
    </fieldset>
  );
}

/** Whose it is, how often it is measured, and what kind it is. */
export function Whose({ draft, set }: PartProps) {
  const { say } = useEditorWords();
  const { data: people = [] } = usePeople();
  const homes = useUnitsWhere('indicator.edit');
  const { level, timing } = draft;
  return (
    <fieldset>
      <legend>{say('ed.whose')}</legend>
      <div className="pair">
        <SelectEntry
          label={say('ind.home')}
          hint={say('ed.homeHint')}
          at="/home"
          value={draft.home}
          empty={say('plan.choose')}
          options={homes}
          onChange={(home) => set({ home })}
        />
        <SelectEntry
          label={say('ind.owner')}
          hint={say('ed.ownerHint')}
          at="/owner"
          value={draft.owner}
          empty={say('edit.noOwner')}
          options={people.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(owner) => set({ owner })}
        />
        <SelectEntry
          label={say('ind.frequency')}
          at="/frequency"
          value={draft.frequency}
          options={FREQUENCIES.map((value) => ({ value, text: say(`frequency.${value}`) }))}
          onChange={(value) => set({ frequency: FREQUENCIES.find((one) => one === value) ?? 'month' })}
        />
        <SelectEntry
          label={say('field.optional', { label: say('ed.level') })}
          hint={say('ed.levelHint')}
          at="/kind"
          value={level}
          empty="–"
          options={LEVELS.map((value) => ({ value, text: say(`kind.${value}`) }))}
          onChange={(value) => set({ level: LEVELS.find((one) => one === value) ?? '' })}
        />
        <SelectEntry
          label={say('field.optional', { label: say('ed.timing') })}
          hint={say('ed.timingHint')}
          at="/kind/timing"
          value={timing}
          empty="–"
          options={TIMINGS.map((value) => ({ value, text: say(`kind.${value}`) }))}
          onChange={(value) => set({ timing: TIMINGS.find((one) => one === value) ?? '' })}
        />
      </div>
    </fieldset>
  );
}

const FREQUENCIES = ['month', 'quarter', 'year'] as const;
const LEVELS = ['input', 'output', 'outcome'] as const;
const TIMINGS = ['leading', 'lagging'] as const;
