import { useUnits } from '../../api/queries';
import { Tick } from '../../organisation/fields';
import { Choice } from '../../parts/choices';
import { walked } from '../../parts/unitTree';
import { LinesEntry, NumberEntry, SelectEntry, TextEntry } from '../../plan/fields';
import { NamedEntry } from '../../scorecards/edit/named';
import { useSchemeEditorWords } from '../../words/schemeEditor';
import { useWords } from '../../words/words';
import type { PartProps } from './draft';

const CADENCES = ['month', 'quarter', 'year'] as const;
const KINDS = ['cadre', 'civil-servant', 'public-employee'] as const;

/** What it is called, how often people are rated. */
export function About({ draft, set }: PartProps) {
  const word = useSchemeEditorWords();
  return (
    <>
      <NamedEntry label={word('name')} at="/name" value={draft.name} onChange={(name) => set({ name })} />
      <NamedEntry
        {...{ label: word('description'), at: '/description', kind: 'area', value: draft.description }}
        onChange={(description) => set({ description })}
      />
      <SelectEntry
        {...{ label: word('cadence'), at: '/cadence', value: draft.cadence }}
        options={CADENCES.map((value) => ({ value, text: word(`cadence.${value}`) }))}
        onChange={(next) => set({ cadence: CADENCES.find((one) => one === next) ?? 'month' })}
      />
    </>
  );
}

/** Whom it is for: all that is stated must hold. */
export function Group({ draft: { group }, set }: PartProps) {
  const { say } = useWords();
  const word = useSchemeEditorWords();
  const { data: units = [] } = useUnits();
  const { kinds = [], positions = [], units: chosen = [], leaders } = group;
  const change = (next: Partial<typeof group>) => set({ group: { ...group, ...next } });
  const nameOf = (unit: string) => units.find(({ id }) => id === unit)?.name ?? unit;
  const places = walked(units).filter(({ id }) => !chosen.includes(id));
  const others = kinds.filter((kind) => !KINDS.some((one) => one === kind));
  return (
    <fieldset id="at-group" tabIndex={-1}>
      <legend>{word('group')}</legend>
      <p className="hint">{word('groupHint')}</p>
      <fieldset>
        <legend>{word('kinds')}</legend>
        {[...KINDS, ...others].map((kind) => (
          <Tick
            key={kind}
            label={KINDS.some((one) => one === kind) ? word(`kind.${kind as (typeof KINDS)[number]}`) : kind}
            checked={kinds.includes(kind)}
            onChange={(on) => change({ kinds: on ? [...kinds, kind] : kinds.filter((one) => one !== kind) })}
          />
        ))}
      </fieldset>
      <Choice
        label={word('leaders')}
        value={leaders === undefined ? '' : String(leaders)}
        empty={word('leaders.all')}
        options={[
          { value: 'true', text: word('leaders.only') },
          { value: 'false', text: word('leaders.others') },
        ]}
        onChange={(value) => {
          const { leaders: _l, ...rest } = group;
          set({ group: value === '' ? rest : { ...rest, leaders: value === 'true' } });
        }}
      />
      <fieldset>
        <legend>{word('units')}</legend>
        {chosen.length === 0 && <p className="hint">{word('units.all')}</p>}
        <ul>
          {chosen.map((unit) => (
            <li key={unit}>
              {nameOf(unit)}{' '}
              <button
                type="button"
                aria-label={say('plan.remove', { name: nameOf(unit) })}
                onClick={() => change({ units: chosen.filter((one) => one !== unit) })}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
        <Choice
          label={word('addUnit')}
          value=""
          empty={word('choose')}
          options={places.map(({ id, name, depth }) => ({ value: id, text: `${'\u2003'.repeat(depth)}${name}` }))}
          onChange={(unit) => unit !== '' && change({ units: [...chosen, unit] })}
        />
      </fieldset>
      <LinesEntry
        {...{ legend: word('positions'), at: '/group/positions', lines: positions, add: word('addPosition') }}
        onChange={(next) => change({ positions: next })}
      />
    </fieldset>
  );
}

const DAYS = [
  ...(['selfAssessment', 'managerRating', 'approval', 'calibration', 'publication'] as const),
  ...(['appeal', 'appealDecision', 'lateEntryGrace'] as const),
];

/** Deadlines in working days, and who rates. */
export function Steps({ draft, set }: PartProps) {
  const word = useSchemeEditorWords();
  const { deadlines, raters } = draft;
  const change = (next: Partial<typeof deadlines>) => set({ deadlines: { ...deadlines, ...next } });
  const { first, second } = raters;
  return (
    <>
      <fieldset>
        <legend>{word('deadlines')}</legend>
        <p className="hint">{word('deadlinesHint')}</p>
        <div className="pair">
          {DAYS.map((key) => (
            <NumberEntry
              key={key}
              {...{ label: word(`days.${key}`), at: `/deadlines/${key}`, value: deadlines[key] }}
              onChange={(value) => change({ [key]: value })}
            />
          ))}
          <NumberEntry
            {...{ label: word('reportOn'), at: '/deadlines/reportOn', value: deadlines.reportOn }}
            onChange={(reportOn) => change({ reportOn })}
          />
          <TextEntry
            {...{ label: word('finalBefore'), at: '/deadlines/finalBefore', value: deadlines.finalBefore }}
            hint={word('finalBeforeHint')}
            onChange={(finalBefore) => change({ finalBefore })}
          />
        </div>
      </fieldset>
      <fieldset>
        <legend>{word('raters')}</legend>
        <div className="pair">
          <SelectEntry
            {...{ label: word('first'), at: '/raters/first', value: first }}
            options={FIRST.map((value) => ({ value, text: word(`rater.${value}`) }))}
            onChange={(next) => set({ raters: { first: FIRST.find((one) => one === next) ?? 'manager', second } })}
          />
          <SelectEntry
            {...{ label: word('second'), at: '/raters/second', value: second }}
            options={SECOND.map((value) => ({ value, text: word(`rater.${value}`) }))}
            onChange={(next) => set({ raters: { first, second: SECOND.find((one) => one === next) ?? 'none' } })}
          />
          <NumberEntry
            {...{ label: word('leastShare'), at: '/leastWorkingShare', value: draft.leastWorkingShare, percent: true }}
            onChange={(leastWorkingShare) => set({ leastWorkingShare })}
          />
          <NumberEntry
            {...{ label: word('smallGroup'), at: '/smallGroup', value: draft.smallGroup, hint: word('smallGroupHint') }}
            onChange={(smallGroup) => set({ smallGroup })}
          />
        </div>
      </fieldset>
    </>
  );
}
const FIRST = ['manager', 'head-of-unit'] as const;
const SECOND = ['manager-of-manager', 'head-of-unit-above', 'none'] as const;
