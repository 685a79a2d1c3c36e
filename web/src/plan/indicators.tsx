import { useAggregations } from '../api/queries';
import type { DraftPlan } from '../api/queries';
import { nameIn } from '../indicators/names';
import { useLibrary } from '../indicators/queries';
import { useIndicatorName } from '../parts/a3';
import { useEditorWords } from '../words/indicatorEditor';
import { useWords } from '../words/words';
import { Field, idAt, NumberEntry, TextEntry, useLack } from './fields';
import type { PartProps } from './planForm';
import { freshKey } from './tidy';
import { Explanations } from '../parts/explained';

type PlanIndicator = NonNullable<DraftPlan['indicators']>[number];

/** Which numbers shall get better, which must not get worse, and what is predicted of each. */
export function IndicatorsEntry({ plan, set }: PartProps) {
  const { say, language } = useEditorWords();
  const { data: catalogue = [] } = useAggregations();
  const library = useLibrary().filter(({ retired }) => retired !== true);
  const lack = useLack('/plan/indicators');
  const indicators = plan.indicators ?? [];
  const put = (index: number, change: Partial<PlanIndicator>) =>
    set({ indicators: indicators.map((one, at) => (at === index ? { ...one, ...change } : one)) });
  const names = [...catalogue.map(({ name }) => name), ...library.map(({ name }) => nameIn(name, language))];
  const toldApart = (name: string, group: 'ed.overCases' | 'ed.library') =>
    names.filter((one) => one === name).length > 1 ? `${name} (${say(group)})` : name;
  const add = (chosen: string) => {
    const [kind = '', id = ''] = splitChoice(chosen);
    const keys = indicators.map((one) => one.key);
    const role = indicators.length === 0 ? 'outcome' : 'balancing';
    const what = kind === 'library' ? { indicator: id } : { aggregation: id };
    set({ indicators: [...indicators, { key: freshKey(id, keys), ...what, role }] });
  };
  return (
    <fieldset id={idAt('/plan/indicators')} tabIndex={-1}>
      <legend>{say('plan.indicators')}</legend>
      <Explanations terms={['prediction', 'balancing']} />
      {lack !== undefined && (
        <div className="field">
          <p className="missing">{lack}</p>
        </div>
      )}
      {indicators.map((one, index) => (
        <OneIndicator
          key={one.key}
          indicator={one}
          at={`/plan/indicators/${index}`}
          put={(change) => put(index, change)}
          remove={() => set({ indicators: indicators.filter((_one, at) => at !== index) })}
        />
      ))}
      <Field label={say('plan.addIndicator')} at="/plan/indicators/new">
        {(given) => (
          <select value="" onChange={({ target }) => target.value !== '' && add(target.value)} {...given}>
            <option value="">{say('plan.choose')}</option>
            <optgroup label={say('ed.overCases')}>
              {catalogue.map(({ key, name }) => (
                <option key={key} value={key}>
                  {toldApart(name, 'ed.overCases')}
                </option>
              ))}
            </optgroup>
            {library.length > 0 && (
              <optgroup label={say('ed.library')}>
                {library.map(({ id, name }) => (
                  <option key={id} value={`${LIBRARY}${id}`}>
                    {toldApart(nameIn(name, language), 'ed.library')}
                  </option>
                ))}
              </optgroup>
            )}
          </select>
        )}
      </Field>
    </fieldset>
  );
}

/** Before the id of an indicator of the library among the choices: no aggregation begins so. */
const LIBRARY = 'library:';
const splitChoice = (chosen: string) =>
  chosen.startsWith(LIBRARY) ? (['library', chosen.slice(LIBRARY.length)] as const) : (['cases', chosen] as const);

type OneProps = {
  readonly indicator: PlanIndicator;
  readonly at: string;
  readonly put: (change: Partial<PlanIndicator>) => void;
  readonly remove: () => void;
};

function OneIndicator({ indicator, at, put, remove }: OneProps) {
  const { say } = useEditorWords();
  const { format } = useWords();
  const { data: catalogue = [] } = useAggregations();
  const nameOf = useIndicatorName();
  const known = catalogue.find(({ key, aliases }) => [key, ...aliases].includes(indicator.aggregation ?? ''));
  const defined = useLibrary().find(({ id }) => id === indicator.indicator);
  const lower = (indicator.better ?? known?.better ?? defined?.direction) === 'lower';
  const percent = (known ?? defined)?.unit === 'ratio';
  const { prediction } = indicator;
  const { because } = prediction ?? {};
  const predicted = lower ? prediction?.atMost : prediction?.atLeast;
  const predict = (value: number | undefined, why = because) => {
    const told = why === undefined || why === '' ? {} : { because: why };
    if (value === undefined) put({ prediction: undefined });
    else put({ prediction: { ...(lower ? { atMost: value } : { atLeast: value }), ...told } });
  };
  return (
    <fieldset id={idAt(at)} tabIndex={-1}>
      <legend>{nameOf(indicator)}</legend>
      {known !== undefined && <p className="hint">{known.description}</p>}
      {defined !== undefined && <p className="hint">{say('ed.libraryIn', { unit: format.measure(defined.unit) })}</p>}
      <div className="pair">
        <Field label={say('plan.role')} at={`${at}/role`}>
          {(given) => (
            <select
              value={indicator.role}
              onChange={({ target }) => put({ role: target.value === 'balancing' ? 'balancing' : 'outcome' })}
              {...given}
            >
              <option value="outcome">{say('plan.outcome')}</option>
              <option value="balancing">{say('plan.balancing')}</option>
            </select>
          )}
        </Field>
        {known?.parameters.includes('days') === true && (
          <NumberEntry
            label={say('plan.limitDays')}
            at={`${at}/parameters`}
            value={indicator.parameters?.days}
            onChange={(days) => put({ parameters: days === undefined ? undefined : { ...indicator.parameters, days } })}
          />
        )}
        <NumberEntry
          label={say('plan.baseline')}
          at={`${at}/baseline`}
          percent={percent}
          value={indicator.baseline}
          onChange={(baseline) => put({ baseline })}
        />
        <NumberEntry
          label={say(lower ? 'plan.atMost' : 'plan.atLeast')}
          at={`${at}/prediction`}
          percent={percent}
          value={predicted}
          onChange={predict}
        />
        <NumberEntry
          label={say('plan.target')}
          at={`${at}/target`}
          percent={percent}
          value={indicator.target}
          onChange={(target) => put({ target })}
        />
      </div>
      {predicted !== undefined && (
        <TextEntry
          label={say('plan.because')}
          at={`${at}/because`}
          value={because}
          onChange={(why) => predict(predicted, why)}
        />
      )}
      <button type="button" onClick={remove}>
        {say('plan.remove', { name: nameOf(indicator) })}
      </button>
    </fieldset>
  );
}
