import { useAggregations, useProcedures } from '../../api/queries';
import { Field, NumberEntry, SelectEntry, TextEntry } from '../../plan/fields';
import { useSurveys } from '../../surveys/queries';
import { useWords } from '../../words/words';
import { nameIn } from '../names';
import { useDefinitions } from '../queries';
import { SOURCES } from './draft';
import type { SourceDraft, SourceType } from './draft';
import { FormulaEntry } from './formula';
import type { PartProps } from './parts';

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
  const { say } = useWords();
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

export type NeededProps = {
  readonly source: SourceDraft;
  readonly put: (change: Partial<SourceDraft>) => void;
  readonly id: string;
};

/** The other indicators of the library, as choices. */
export function useOthers(id: string) {
  const { language } = useWords();
  const { data = [] } = useDefinitions();
  return data
    .filter((one) => one.id !== id && one.retired !== true)
    .map((one) => ({ value: one.id, text: nameIn(one.name, language) }));
}

function RatioEntry({ source, put, id }: NeededProps) {
  const { say } = useWords();
  const others = useOthers(id);
  return (
    <div className="pair">
      {(['numerator', 'denominator'] as const).map((part) => (
        <SelectEntry
          key={part}
          label={say(`entry.${part}`)}
          at={`/source/${part}`}
          value={source[part]}
          empty={say('ed.enteredPart')}
          options={others}
          onChange={(value) => put({ [part]: value })}
        />
      ))}
      <NumberEntry
        label={say('field.optional', { label: say('ed.per') })}
        hint={say('ed.perHint')}
        at="/source/per"
        value={source.per}
        onChange={(per) => put({ per })}
      />
    </div>
  );
}

function CasesEntry({ source, put, draft, set }: NeededProps & PartProps) {
  const { say } = useWords();
  const { data: procedures = [] } = useProcedures();
  const { data: catalogue = [] } = useAggregations();
  const known = catalogue.find(({ key }) => key === source.aggregation);
  const choose = (aggregation: string) => {
    const next = catalogue.find(({ key }) => key === aggregation);
    const { days, net } = source.parameters ?? {};
    const parameters = {
      ...(next?.parameters.includes('days') === true && days !== undefined && { days }),
      ...(next?.parameters.includes('net') === true && net !== undefined && { net }),
    };
    const taken = { ...source, aggregation, parameters } as SourceDraft;
    if (next === undefined) return set({ source: taken });
    const { unit, better, speed } = next;
    set({ source: taken, unit, direction: better, speed });
  };
  return (
    <>
      <div className="pair">
        <SelectEntry
          label={say('cycle.procedure')}
          at="/source/procedure"
          value={source.procedure}
          empty={say('plan.choose')}
          options={procedures.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(procedure) => put({ procedure })}
        />
        <SelectEntry
          label={say('ed.aggregation')}
          at="/source/aggregation"
          value={source.aggregation}
          empty={say('plan.choose')}
          {...(known !== undefined && { hint: known.description })}
          options={catalogue.map(({ key, name }) => ({ value: key, text: name }))}
          onChange={choose}
        />
        {known?.parameters.includes('days') === true && (
          <NumberEntry
            label={say('plan.limitDays')}
            at="/source/parameters/days"
            value={source.parameters?.days}
            onChange={(days) => put({ parameters: { ...source.parameters, days } })}
          />
        )}
        <SelectEntry
          label={say('ed.date')}
          at="/source/date"
          value={source.date}
          empty={say('ed.dateDefault')}
          options={(['received', 'decided'] as const).map((value) => ({ value, text: say(`ed.date.${value}`) }))}
          onChange={(value) => put({ date: value === 'received' || value === 'decided' ? value : undefined })}
        />
      </div>
      {known?.parameters.includes('net') === true && (
        <label className="check">
          <input
            type="checkbox"
            checked={source.parameters?.net === true}
            onChange={({ target }) => put({ parameters: { ...source.parameters, net: target.checked || undefined } })}
          />{' '}
          {say('ed.net')}
        </label>
      )}
      <details>
        <summary>{say('ed.filter')}</summary>
        <div className="pair">
          {(['unit', 'channel', 'group'] as const).map((part) => (
            <TextEntry
              key={part}
              label={say(`ed.filter.${part}`)}
              hint={say('ed.filterHint')}
              at={`/source/filter/${part}`}
              value={source.filter?.[part]?.join(', ') ?? ''}
              onChange={(text) => put({ filter: { ...source.filter, [part]: listed(text) } })}
            />
          ))}
        </div>
      </details>
      {draft.unit !== '' && known !== undefined && <p className="hint">{say('ed.taken', { unit: draft.unit })}</p>}
    </>
  );
}

/** What stands between commas; a comma at the end stays while it is typed on. */
const listed = (text: string): string[] | undefined =>
  text === '' ? undefined : text.split(',').map((one, at, all) => (at < all.length - 1 ? one.trim() : one.trimStart()));

function OtherEntry({ source, put, id }: NeededProps) {
  const { say } = useWords();
  const others = useOthers(id);
  return (
    <div className="pair">
      <SelectEntry
        label={say('source.indicator')}
        at="/source/indicator"
        value={source.indicator}
        empty={say('plan.choose')}
        options={others}
        onChange={(indicator) => put({ indicator })}
      />
      <NumberEntry
        label={say('ed.lag')}
        hint={say('ed.lagHint')}
        at="/source/lag"
        value={source.lag}
        onChange={(lag) => put({ lag })}
      />
    </div>
  );
}

const MEASURES = ['top-box', 'mean', 'count'] as const;
function SurveyEntry({ source, put }: NeededProps) {
  const { say, language } = useWords();
  const { data: surveys = [] } = useSurveys();
  const chosen = surveys.find(({ id, definition }) => [id, definition.series].includes(source.survey));
  const series = [...new Set(surveys.flatMap(({ definition }) => definition.series ?? []))];
  return (
    <div className="pair">
      <SelectEntry
        label={say('ed.survey')}
        hint={say('ed.surveyHint')}
        at="/source/survey"
        value={source.survey}
        empty={say('plan.choose')}
        options={[
          ...series.map((one) => ({ value: one, text: say('ed.series', { name: one }) })),
          ...surveys.map(({ id, definition }) => ({ value: id, text: nameIn(definition.title, language) })),
        ]}
        onChange={(survey) => put({ survey, question: undefined })}
      />
      <SelectEntry
        label={say('ed.question')}
        at="/source/question"
        value={source.question}
        empty={say('plan.choose')}
        options={(chosen?.definition.questions ?? []).map(({ key, text }) => ({
          value: key,
          text: nameIn(text, language),
        }))}
        onChange={(question) => put({ question })}
      />
      <SelectEntry
        label={say('ed.measure')}
        at="/source/measure"
        value={source.measure}
        options={MEASURES.map((value) => ({ value, text: say(`ed.measure.${value}`) }))}
        onChange={(value) => put({ measure: MEASURES.find((one) => one === value) ?? 'top-box' })}
      />
    </div>
  );
}

function ProgrammeEntry({ source, put }: NeededProps) {
  const { say } = useWords();
  return (
    <div className="pair">
      <TextEntry
        label={say('ed.programme')}
        at="/source/programme"
        value={source.programme}
        onChange={(programme) => put({ programme })}
      />
      <TextEntry
        label={say('ed.figure')}
        hint={say('ed.figureHint')}
        at="/source/figure"
        value={source.figure}
        onChange={(figure) => put({ figure })}
      />
    </div>
  );
}
