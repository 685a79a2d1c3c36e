import { useAggregations, useProcedures } from '../../../api/queries';
import { NumberEntry, SelectEntry, TextEntry } from '../../../plan/fields';
import { useEditorWords } from '../../../words/indicatorEditor';
import type { SourceDraft } from '../draft';
import type { PartProps } from '../parts';
import type { NeededProps } from './needed';

/** Of the parameters typed, those that the aggregation takes. */
function keptBy(
  aggregation: { readonly parameters: readonly string[] } | undefined,
  { days, net }: NonNullable<SourceDraft['parameters']> = {},
): NonNullable<SourceDraft['parameters']> {
  const takes = (name: string) => aggregation?.parameters.includes(name) === true;
  return { ...(takes('days') && days !== undefined && { days }), ...(takes('net') && net !== undefined && { net }) };
}

/** What is aggregated over the cases of a procedure; the unit of measure and the direction come with it. */
export function CasesEntry({ source, put, draft, set }: NeededProps & PartProps) {
  const { say, format } = useEditorWords();
  const { data: procedures = [] } = useProcedures();
  const { data: catalogue = [] } = useAggregations();
  const known = catalogue.find(({ key }) => key === source.aggregation);
  const choose = (aggregation: string) => {
    const next = catalogue.find(({ key }) => key === aggregation);
    const taken: SourceDraft = { ...source, aggregation, parameters: keptBy(next, source.parameters) };
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
      <Filter source={source} put={put} />
      {draft.unit !== '' && known !== undefined && (
        <p className="hint">{say('ed.taken', { unit: format.measure(draft.unit) })}</p>
      )}
    </>
  );
}

function Filter({ source, put }: Pick<NeededProps, 'source' | 'put'>) {
  const { say } = useEditorWords();
  return (
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
  );
}

/** What stands between commas; a comma at the end stays while it is typed on. */
const listed = (text: string): string[] | undefined =>
  text === '' ? undefined : text.split(',').map((one, at, all) => (at < all.length - 1 ? one.trim() : one.trimStart()));
