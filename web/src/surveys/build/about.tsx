import { useProcedures } from '../../api/queries';
import { useUnitsWhere } from '../../indicators/may';
import { Tick } from '../../organisation/fields';
import { SelectEntry, TextEntry, useLack } from '../../plan/fields';
import { LANGUAGE_NAMES, LANGUAGES } from '../../words/languages';
import { useBuildWords } from '../../words/surveyBuild';
import { useCyclesWithin } from '../queries';
import { inOrder } from './draft';
import type { Belongs } from './draft';
import { SaidEntry } from './said';
import type { PartProps } from './said';

const BELONGS: readonly Belongs[] = ['procedure', 'cycle', 'period'];

/** Title, introduction, languages, and what the survey belongs to. */
export function About({ draft, set }: PartProps) {
  const word = useBuildWords();
  const { languages } = draft;
  const lack = useLack('/languages');
  return (
    <fieldset>
      <legend>{word('about')}</legend>
      <div role="group" aria-label={word('languages')}>
        <span className="label">{word('languages')}</span>
        <p className="hint">{word('languagesHint')}</p>
        <div className="ticks">
          {LANGUAGES.map((one) => (
            <Tick
              key={one}
              label={LANGUAGE_NAMES[one]}
              checked={languages.includes(one)}
              onChange={(on) =>
                set({ languages: inOrder(on ? [...languages, one] : languages.filter((other) => other !== one)) })
              }
            />
          ))}
        </div>
        {lack !== undefined && <p className="missing">{lack}</p>}
      </div>
      <SaidEntry
        label={word('title')}
        at="/title"
        said={draft.title}
        languages={languages}
        onChange={(title) => set({ title })}
      />
      <SaidEntry
        {...{ label: word('intro'), at: '/intro', said: draft.intro, languages, kind: 'area' }}
        onChange={(intro) => set({ intro })}
      />
      <SelectEntry
        label={word('belongs')}
        at="/belongs"
        value={draft.belongs}
        options={BELONGS.map((one) => ({ value: one, text: word(`belongs.${one}`) }))}
        onChange={(belongs) => set({ belongs: belongs as Belongs })}
      />
      <Home draft={draft} set={set} />
      <TextEntry
        {...{ label: word('series'), hint: word('seriesHint'), at: '/series', value: draft.series }}
        onChange={(series) => set({ series })}
      />
    </fieldset>
  );
}

/** The cycle, procedure, or unit and period: only where the reader may make surveys. */
function Home({ draft, set }: PartProps) {
  const word = useBuildWords();
  const units = useUnitsWhere('survey.edit');
  const within = units.map(({ value }) => value);
  const { data: procedures = [] } = useProcedures();
  const { data: cycles = [] } = useCyclesWithin(within);
  const { belongs } = draft;
  if (belongs === 'cycle')
    return (
      <SelectEntry
        {...{ label: word('cycle'), at: '/cycle', value: draft.cycle, empty: '–' }}
        options={cycles.map(({ id, title }) => ({ value: id, text: title }))}
        onChange={(cycle) => set({ cycle })}
      />
    );
  if (belongs === 'procedure')
    return (
      <SelectEntry
        {...{ label: word('procedure'), at: '/procedure', value: draft.procedure, empty: '–' }}
        options={procedures
          .filter(({ unit }) => within.includes(unit))
          .map(({ id, name }) => ({ value: id, text: name }))}
        onChange={(procedure) => set({ procedure })}
      />
    );
  return (
    <div className="pair">
      <SelectEntry
        {...{ label: word('unit'), at: '/unit', value: draft.unit, empty: '–', options: units }}
        onChange={(unit) => set({ unit })}
      />
      <TextEntry
        {...{ label: word('period'), hint: word('periodHint'), at: '/period', value: draft.period }}
        onChange={(period) => set({ period })}
      />
    </div>
  );
}
