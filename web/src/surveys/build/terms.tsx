import { Tick } from '../../organisation/fields';
import { TermField } from '../../parts/termField';
import { Field, SelectEntry, useLack } from '../../plan/fields';
import { LINK_ATTRIBUTES } from '../../../../src/domain/survey/wellFormed';
import { useBuildWords } from '../../words/surveyBuild';
import { useWords } from '../../words/words';
import { SaidEntry } from './said';
import type { PartProps } from './said';

type Way = 'at' | 'after';
const WAYS: readonly Way[] = ['at', 'after'];

/** When the survey opens and closes. */
export function Terms({ draft, set }: PartProps) {
  const word = useBuildWords();
  const { opens, closes, belongs } = draft;
  const waits = belongs === 'cycle' && opens.kind === 'after';
  const lackOf = { opens: useLack('/opens/after'), closes: useLack('/closes/after') };
  return (
    <fieldset>
      <legend>{word('when')}</legend>
      <div className="pair">
        {belongs === 'cycle' && (
          <SelectEntry
            {...{ label: word('opens'), at: '/opens', value: opens.kind }}
            options={WAYS.map((kind) => ({ value: kind, text: word(`opens.${kind}`) }))}
            onChange={(kind) => set({ opens: { ...opens, kind: kind as Way } })}
          />
        )}
        {waits ? (
          <TermField
            {...{ label: word('opensAfter'), value: opens.after, missing: lackOf.opens }}
            onChange={(after) => set({ opens: { ...opens, after } })}
          />
        ) : (
          <Moment
            label={word('opensAt')}
            at="/opens/at"
            value={opens.at}
            onChange={(at) => set({ opens: { ...opens, at } })}
          />
        )}
      </div>
      <div className="pair">
        <SelectEntry
          {...{ label: word('closes'), at: '/closes', value: closes.kind }}
          options={WAYS.map((kind) => ({ value: kind, text: word(`closes.${kind}`) }))}
          onChange={(kind) => set({ closes: { ...closes, kind: kind as Way } })}
        />
        {closes.kind === 'after' ? (
          <TermField
            {...{ label: word('closesAfter'), value: closes.after, missing: lackOf.closes }}
            onChange={(after) => set({ closes: { ...closes, after } })}
          />
        ) : (
          <Moment
            {...{ label: word('closesAt'), at: '/closes/at', value: closes.at }}
            onChange={(at) => set({ closes: { ...closes, at } })}
          />
        )}
      </div>
    </fieldset>
  );
}

type MomentProps = {
  readonly label: string;
  readonly at: string;
  readonly value: string;
  readonly onChange: (local: string) => void;
};
const Moment = ({ label, at, value, onChange }: MomentProps) => (
  <Field label={label} at={at}>
    {(given) => (
      <input type="datetime-local" value={value} onChange={({ target }) => onChange(target.value)} {...given} />
    )}
  </Field>
);

/** Who may answer, personal data, and by what results may be shown. */
export function Privacy({ draft, set }: PartProps) {
  const word = useBuildWords();
  const { say } = useWords();
  const { openLink, personalData, purpose, languages, groups } = draft;
  const toggled = (group: string, on: boolean) => (on ? [...groups, group] : groups.filter((one) => one !== group));
  return (
    <fieldset>
      <legend>{word('who')}</legend>
      <Tick label={word('openLink')} checked={openLink} onChange={(on) => set({ openLink: on })} />
      <Tick label={word('personalData')} checked={personalData} onChange={(on) => set({ personalData: on })} />
      {personalData && (
        <SaidEntry
          {...{ label: word('purpose'), at: '/purpose', said: purpose, languages }}
          onChange={(said) => set({ purpose: said })}
        />
      )}
      <div role="group" aria-label={word('groups')}>
        <span className="label">{word('groups')}</span>
        <div className="ticks">
          {LINK_ATTRIBUTES.map((one) => (
            <Tick
              key={one}
              label={say(`survey.by.${one}`)}
              checked={groups.includes(one)}
              onChange={(on) => set({ groups: toggled(one, on) })}
            />
          ))}
        </div>
      </div>
    </fieldset>
  );
}
