import { useIndicatorNames } from '../indicators/namesById';
import { errorAt, useAllPeople } from '../organisation/documents';
import { Line, Tick } from '../organisation/fields';
import { Choice, UnitChoice } from '../parts/choices';
import { useSettingsWords } from '../words/settings';
import { TextLines } from './lines';
import type { SourceForm } from './sourceForm';
import { SPANS } from './sources';

export type FieldsProps = {
  readonly form: SourceForm;
  readonly set: (part: Partial<SourceForm>) => void;
  readonly error: unknown;
};
type TextField = { readonly [Key in keyof SourceForm]: SourceForm[Key] extends string ? Key : never }[keyof SourceForm];

/** What it is and where its figures are. */
export function WhereFields({ form, set, error }: FieldsProps) {
  const say = useSettingsWords();
  const { data: people = [] } = useAllPeople();
  return (
    <>
      <fieldset className="stack">
        <legend>{say('source.about')}</legend>
        <Line
          label={say('source.name')}
          required
          maxLength={300}
          value={form.name}
          onChange={({ target }) => set({ name: target.value })}
          error={errorAt(error, '/name')}
        />
        <div className="pair">
          <UnitChoice value={form.unit} onChange={(unit) => set({ unit })} />
          <Choice
            label={say('source.owner')}
            value={form.owner}
            empty={say('source.nobody')}
            options={people.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={(owner) => set({ owner })}
          />
        </div>
      </fieldset>
      <fieldset className="stack">
        <legend>{say('source.where')}</legend>
        <Line
          label={say('source.url')}
          hint={say('source.urlHint')}
          required
          maxLength={2000}
          value={form.url}
          onChange={({ target }) => set({ url: target.value })}
          error={errorAt(error, '/url')}
        />
        <Tick
          label={say('source.private')}
          checked={form.allowPrivate}
          onChange={(allowPrivate) => set({ allowPrivate })}
        />
        <AuthFields {...{ form, set, error }} />
        <TextLines
          label={say('source.headers')}
          sign=":"
          text={form.headers}
          onChange={(headers) => set({ headers })}
          error={errorAt(error, '/headers')}
        />
        <div className="pair">
          <Line
            label={say('source.timeout')}
            type="number"
            min={1}
            max={120}
            required
            value={form.timeoutSeconds}
            onChange={({ target }) => set({ timeoutSeconds: target.value })}
            error={errorAt(error, '/timeoutSeconds')}
          />
          <Line
            label={say('source.size')}
            type="number"
            min={0.001}
            max={50}
            step="any"
            required
            value={form.maxMib}
            onChange={({ target }) => set({ maxMib: target.value })}
            error={errorAt(error, '/maxBytes')}
          />
        </div>
      </fieldset>
    </>
  );
}

function AuthFields({ form, set, error }: FieldsProps) {
  const say = useSettingsWords();
  const name = { none: undefined, bearer: undefined, basic: 'user', header: 'header', query: 'parameter' } as const;
  const asked = name[form.auth];
  return (
    <div className="pair">
      <Choice
        label={say('source.auth')}
        value={form.auth}
        options={(['none', 'bearer', 'basic', 'header', 'query'] as const).map((one) => ({
          value: one,
          text: say(`source.auth.${one}`),
        }))}
        onChange={(auth) => set({ auth: auth as SourceForm['auth'] })}
      />
      {asked !== undefined && (
        <Line
          label={say(`source.${asked}`)}
          required
          value={form.authName}
          onChange={({ target }) => set({ authName: target.value })}
          error={errorAt(error, `/auth/${asked}`)}
        />
      )}
      {form.auth !== 'none' && (
        <Line
          label={say('source.secret')}
          hint={say('source.secretHint')}
          required
          placeholder="env:KAIRYO_SECRET_…"
          value={form.secret}
          onChange={({ target }) => set({ secret: target.value })}
          error={errorAt(error, '/auth/secret')}
        />
      )}
    </div>
  );
}

export function WhenFields({ form, set, error }: FieldsProps) {
  const say = useSettingsWords();
  return (
    <fieldset className="stack">
      <legend>{say('source.when')}</legend>
      <div className="pair">
        <Choice
          label={say('source.when')}
          value={form.when}
          options={(['every', 'cron'] as const).map((one) => ({ value: one, text: say(`source.when.${one}`) }))}
          onChange={(when) => set({ when: when === 'cron' ? 'cron' : 'every' })}
        />
        {form.when === 'every' ? (
          <>
            <Line
              label={say('source.count')}
              type="number"
              min={1}
              max={9999}
              required
              value={form.count}
              onChange={({ target }) => set({ count: target.value })}
              error={errorAt(error, '/schedule')}
            />
            <Choice
              label={say('source.span')}
              value={form.span}
              options={SPANS.map((one) => ({ value: one, text: say(`source.span.${one}`) }))}
              onChange={(span) => set({ span: SPANS.find((one) => one === span) ?? 'D' })}
            />
          </>
        ) : (
          <>
            <Line
              label={say('source.cronText')}
              hint={say('source.cronHint')}
              required
              value={form.cron}
              onChange={({ target }) => set({ cron: target.value })}
              error={errorAt(error, '/schedule/cron') ?? errorAt(error, '/schedule/every')}
            />
            <Line
              label={say('source.zone')}
              placeholder="Asia/Ho_Chi_Minh"
              value={form.timeZone}
              onChange={({ target }) => set({ timeZone: target.value })}
              error={errorAt(error, '/schedule/timeZone')}
            />
          </>
        )}
      </div>
      <Tick label={say('source.enabled')} checked={form.enabled} onChange={(enabled) => set({ enabled })} />
      <Tick label={say('source.onlyNew')} checked={form.onlyNew} onChange={(onlyNew) => set({ onlyNew })} />
    </fieldset>
  );
}

/** How rows of the answer become figures. */
export function ReadFields({ form, set, error }: FieldsProps) {
  const say = useSettingsWords();
  const indicators = useIndicatorNames();
  const line = (field: TextField, word: Parameters<typeof say>[0], pointer: string, required = false) => (
    <Line
      label={say(word)}
      required={required}
      maxLength={300}
      value={form[field]}
      onChange={({ target }) => set({ [field]: target.value })}
      error={errorAt(error, pointer)}
    />
  );
  const from = (['fixed', 'path'] as const).map((one) => ({ value: one, text: say(`source.from.${one}`) }));
  return (
    <fieldset className="stack">
      <legend>{say('source.read')}</legend>
      <p className="hint">{say('source.readHint')}</p>
      <div className="pair">
        <Choice
          label={say('source.format')}
          value={form.format}
          options={(['json', 'csv'] as const).map((one) => ({ value: one, text: one.toUpperCase() }))}
          onChange={(format) => set({ format: format === 'csv' ? 'csv' : 'json' })}
        />
        {form.format === 'json' ? (
          line('items', 'source.items', '/mapping/items')
        ) : (
          <Choice
            label={say('source.delimiter')}
            value={form.delimiter}
            empty={say('source.delimiter.found')}
            options={([',', ';', '\t'] as const).map((one) => ({
              value: one,
              text: one === '\t' ? say('source.delimiter.tab') : one,
            }))}
            onChange={(one) => set({ delimiter: one as SourceForm['delimiter'] })}
          />
        )}
        {line('period', 'source.period', '/mapping/period/path', true)}
        {line('periodFormat', 'source.periodFormat', '/mapping/period/format')}
        <Choice
          label={say('source.indicator')}
          value={form.indicatorFrom}
          options={from}
          onChange={(one) => set({ indicatorFrom: one === 'path' ? 'path' : 'fixed', indicator: '' })}
        />
        {form.indicatorFrom === 'fixed' ? (
          <Choice
            label={say('source.indicatorFixed')}
            value={form.indicator}
            empty={say('preview.choose')}
            options={[...indicators].map(([value, text]) => ({ value, text }))}
            onChange={(indicator) => set({ indicator })}
          />
        ) : (
          line('indicator', 'source.indicatorPath', '/mapping/indicator', true)
        )}
        <Choice
          label={say('source.unitFrom')}
          value={form.unitFrom}
          options={[{ value: 'home', text: say('source.unit.home') }, ...from]}
          onChange={(one) =>
            set({ unitFrom: one as SourceForm['unitFrom'], rowUnit: one === 'fixed' ? form.unit : '' })
          }
        />
        {form.unitFrom === 'fixed' && <UnitChoice value={form.rowUnit} onChange={(rowUnit) => set({ rowUnit })} />}
        {form.unitFrom === 'path' && line('rowUnit', 'source.unitPath', '/mapping/unit', true)}
        <Choice
          label={say('source.number')}
          value={form.number}
          options={(['value', 'ratio'] as const).map((one) => ({ value: one, text: say(`source.number.${one}`) }))}
          onChange={(number) => set({ number: number === 'ratio' ? 'ratio' : 'value' })}
        />
        {form.number === 'value' && line('value', 'source.value', '/mapping/value', true)}
        {form.number === 'ratio' && line('numerator', 'source.numerator', '/mapping/numerator', true)}
        {form.number === 'ratio' && line('denominator', 'source.denominator', '/mapping/denominator', true)}
        {line('n', 'source.n', '/mapping/n')}
        {line('status', 'source.status', '/mapping/status')}
      </div>
      <Tick
        label={say('source.comma')}
        checked={form.decimalComma}
        onChange={(decimalComma) => set({ decimalComma })}
      />
      {form.unitFrom === 'path' && (
        <TextLines
          label={say('source.unitMap')}
          sign="="
          text={form.unitMap}
          onChange={(unitMap) => set({ unitMap })}
          error={errorAt(error, '/mapping/unitMap')}
        />
      )}
      {form.indicatorFrom === 'path' && (
        <TextLines
          label={say('source.indicatorMap')}
          sign="="
          text={form.indicatorMap}
          onChange={(indicatorMap) => set({ indicatorMap })}
          error={errorAt(error, '/mapping/indicatorMap')}
        />
      )}
      {form.status !== '' && (
        <TextLines
          label={say('source.statusMap')}
          sign="="
          text={form.statusMap}
          onChange={(statusMap) => set({ statusMap })}
          error={errorAt(error, '/mapping/statusMap')}
        />
      )}
    </fieldset>
  );
}
