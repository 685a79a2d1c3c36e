import { Field } from '../../plan/fields';
import { useEditorWords } from '../../words/indicatorEditor';
import { SOURCES } from './draft';
import type { SourceDraft, SourceType } from './draft';
import { FormulaEntry } from './formula';
import type { PartProps } from './parts';
import { CasesEntry } from './sources/cases';
import { OtherEntry } from './sources/other';
import { ProgrammeEntry } from './sources/programme';
import { RatioEntry } from './sources/ratio';
import { SurveyEntry } from './sources/survey';

const BEGINS: { readonly [Type in SourceType]: SourceDraft } = {
  entered: { type: 'entered' },
  ratio: { type: 'ratio' },
  cases: { type: 'cases' },
  formula: { type: 'formula', formula: '' },
  indicator: { type: 'indicator' },
  survey: { type: 'survey', measure: 'top-box' },
  programme: { type: 'programme' },
};
/** The unit of measure that comes with a choice, where none was typed. */
const measured = (unit: string, wished: string): string => (unit === '' ? wished : unit);

type SourceProps = PartProps & { readonly id: string };

/** Where the values come from: first the kind, then what that kind needs. */
export function Source({ draft, set, id }: SourceProps) {
  const { say } = useEditorWords();
  const { source } = draft;
  return (
    <fieldset>
      <legend>{say('ind.source')}</legend>
      <Field label={say('ed.sourceKind')} hint={say(`ed.source.${source.type}`)} at="/source">
        {(given) => (
          <select
            value={source.type}
            onChange={({ target }) => {
              const type = SOURCES.find((one) => one === target.value) ?? 'entered';
              set({ source: BEGINS[type], unit: measured(draft.unit, type === 'ratio' ? 'ratio' : '') });
            }}
            {...given}
          >
            {SOURCES.map((type) => (
              <option key={type} value={type}>
                {say(`source.${type}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Needed draft={draft} set={set} id={id} />
    </fieldset>
  );
}

function Needed({ draft, set, id }: SourceProps) {
  const { source } = draft;
  const put = (change: Partial<SourceDraft>) => set({ source: { ...source, ...change } });
  const part = { source, put, id };
  switch (source.type) {
    case 'entered':
      return null;
    case 'ratio':
      return <RatioEntry {...part} />;
    case 'cases':
      return <CasesEntry {...part} draft={draft} set={set} />;
    case 'formula':
      return <FormulaEntry {...part} formula={source.formula ?? ''} />;
    case 'indicator':
      return <OtherEntry {...part} />;
    case 'survey':
      return <SurveyEntry {...part} />;
    case 'programme':
      return <ProgrammeEntry {...part} />;
  }
}
