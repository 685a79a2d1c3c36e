import { nameIn } from '../../indicators/names';
import { Tick } from '../../organisation/fields';
import { NumberEntry, SelectEntry, useLack } from '../../plan/fields';
import { moved } from '../../scorecards/edit/draft';
import { NamedEntry } from '../../scorecards/edit/named';
import { Tools } from '../../scorecards/edit/tools';
import { useSchemeEditorWords } from '../../words/schemeEditor';
import { useWords } from '../../words/words';
import { edgeOf, EDGES, freshKey } from './draft';
import type { BandDraft, Draft, PartProps } from './draft';

/** The classes by their names, to choose from. */
export function useClasses({ bands, bandNames }: Draft) {
  const { language } = useWords();
  return bands.map(({ key }) => ({ value: key, text: nameIn(bandNames[key] ?? key, language) || key }));
}

/** The band with another edge: the value goes along, an upper edge beside a lower one stays. */
function withEdge(band: BandDraft, edge: string): BandDraft {
  const before = edgeOf(band);
  const value = before === 'rest' ? undefined : band[before];
  const others = Object.entries(band).filter(([key]) => key !== before && key !== edge);
  const kept = Object.fromEntries(others) as BandDraft;
  return edge === 'rest' ? { key: band.key } : { ...kept, [edge]: value };
}

export function Classes({ draft, set }: PartProps) {
  const word = useSchemeEditorWords();
  const classes = useClasses(draft);
  const lack = useLack('/bands');
  const { bands, bandNames } = draft;
  const put = (at: number, band: BandDraft) => set({ bands: bands.map((one, i) => (i === at ? band : one)) });
  return (
    <fieldset id="at-bands" tabIndex={-1}>
      <legend>{word('classes')}</legend>
      <p className="hint">{word('classesHint')}</p>
      {lack !== undefined && <p className="missing">{lack}</p>}
      <ol className="edited">
        {bands.map((band, at) => {
          const name = classes[at]?.text ?? band.key;
          const edge = edgeOf(band);
          return (
            <li key={band.key}>
              <div className="edited-head">
                <strong>{name}</strong>
                <Tools
                  {...{ name, index: at, last: bands.length - 1 }}
                  move={(to) => set({ bands: moved(bands, at, to) })}
                  remove={bands.length <= 2 ? undefined : () => set({ bands: bands.filter((one) => one !== band) })}
                />
              </div>
              <NamedEntry
                {...{
                  label: word('className', { no: at + 1 }),
                  at: `/bandNames/${band.key}`,
                  value: bandNames[band.key],
                }}
                onChange={(next) => set({ bandNames: { ...bandNames, [band.key]: next } })}
              />
              <div className="pair">
                <SelectEntry
                  {...{ label: word('edge', { no: at + 1 }), at: `/bands/${at}/edge`, value: edge }}
                  options={EDGES.map((value) => ({ value, text: word(`edge.${value}`) }))}
                  onChange={(next) => put(at, withEdge(band, next))}
                />
                {edge !== 'rest' && (
                  <NumberEntry
                    key={edge}
                    {...{ label: word('edgePoints', { no: at + 1 }), at: `/bands/${at}/${edge}`, value: band[edge] }}
                    onChange={(value) => put(at, { ...band, [edge]: value })}
                  />
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <button
        type="button"
        onClick={() => {
          const key = freshKey('class', bands);
          set({ bands: [...bands, { key }], bandNames: { ...bandNames, [key]: '' } });
        }}
      >
        {word('addClass')}
      </button>
      <SelectEntry
        {...{ label: word('passing'), at: '/passing', value: draft.passing, options: classes }}
        onChange={(passing) => set({ passing })}
      />
    </fieldset>
  );
}

export function Findings({ draft, set }: PartProps) {
  const { language } = useWords();
  const word = useSchemeEditorWords();
  const classes = useClasses(draft);
  const { overrides } = draft;
  const put = (at: number, change: Partial<(typeof overrides)[number]>) =>
    set({ overrides: overrides.map((one, i) => (i === at ? { ...one, ...change } : one)) });
  return (
    <fieldset>
      <legend>{word('findings')}</legend>
      <p className="hint">{word('findingsHint')}</p>
      <ol className="edited">
        {overrides.map((one, at) => {
          const no = { no: at + 1 };
          const name = nameIn(one.name, language) || word('finding', no);
          return (
            <li key={one.key}>
              <NamedEntry
                {...{ label: word('finding', no), at: `/overrides/${at}/name`, value: one.name }}
                onChange={(next) => put(at, { name: next })}
              />
              <div className="pair">
                <SelectEntry
                  {...{ label: word('findingEffect', no), at: `/overrides/${at}/effect`, value: one.effect }}
                  options={(['set', 'at-most'] as const).map((value) => ({ value, text: word(`effect.${value}`) }))}
                  onChange={(effect) => put(at, { effect: effect === 'at-most' ? effect : 'set' })}
                />
                <SelectEntry
                  {...{
                    label: word('findingClass', no),
                    at: `/overrides/${at}/class`,
                    value: one.class,
                    options: classes,
                  }}
                  onChange={(next) => put(at, { class: next })}
                />
                <Tools
                  {...{ name, index: at, last: overrides.length - 1 }}
                  remove={() => set({ overrides: overrides.filter(({ key }) => key !== one.key) })}
                />
              </div>
            </li>
          );
        })}
      </ol>
      <button
        type="button"
        onClick={() => {
          const worst = draft.bands.at(-1)?.key ?? '';
          const fresh = { key: freshKey('finding', overrides), name: '', class: worst, effect: 'set' as const };
          set({ overrides: [...overrides, fresh] });
        }}
      >
        {word('addFinding')}
      </button>
    </fieldset>
  );
}

const PER = ['agency', 'duties'] as const;
const ROUNDING = ['down', 'half-up', 'up'] as const;
const toggled = <T,>(all: readonly T[], one: T, on: boolean): readonly T[] =>
  on ? [...all, one] : all.filter((each) => each !== one);

export function Quotas({ draft, set }: PartProps) {
  const word = useSchemeEditorWords();
  const classes = useClasses(draft);
  const { quotas } = draft;
  const put = (at: number, change: Partial<(typeof quotas)[number]>) =>
    set({ quotas: quotas.map((one, i) => (i === at ? { ...one, ...change } : one)) });
  return (
    <fieldset>
      <legend>{word('quotas')}</legend>
      <p className="hint">{word('quotasHint')}</p>
      <ol className="edited">
        {quotas.map((one, at) => (
          <li key={at}>
            <div className="edited-head">
              <strong>{word('quotaNo', { no: at + 1 })}</strong>
              <Tools
                {...{ name: word('quotaNo', { no: at + 1 }), index: at, last: quotas.length - 1 }}
                remove={() => set({ quotas: quotas.filter((_one, i) => i !== at) })}
              />
            </div>
            <div className="pair">
              <SelectEntry
                {...{ label: word('quotaClass'), at: `/quotas/${at}/class`, value: one.class, options: classes }}
                onChange={(next) => put(at, { class: next })}
              />
              <NumberEntry
                {...{ label: word('quotaShare'), at: `/quotas/${at}/share`, value: one.share, percent: true }}
                onChange={(share) => put(at, { share })}
              />
              <SelectEntry
                {...{ label: word('rounding'), at: `/quotas/${at}/rounding`, value: one.rounding }}
                options={ROUNDING.map((value) => ({ value, text: word(`rounding.${value}`) }))}
                onChange={(next) => put(at, { rounding: ROUNDING.find((each) => each === next) ?? 'down' })}
              />
            </div>
            <fieldset>
              <legend>{word('quotaOf')}</legend>
              {classes.map(({ value, text }) => (
                <Tick
                  key={value}
                  label={text}
                  checked={one.of.includes(value)}
                  onChange={(on) => put(at, { of: toggled(one.of, value, on) })}
                />
              ))}
            </fieldset>
            <fieldset>
              <legend>{word('quotaPer')}</legend>
              {PER.map((value) => (
                <Tick
                  key={value}
                  label={word(`per.${value}`)}
                  checked={one.per.includes(value)}
                  onChange={(on) => put(at, { per: toggled(one.per, value, on) })}
                />
              ))}
            </fieldset>
          </li>
        ))}
      </ol>
      <button
        type="button"
        onClick={() => {
          const [best = '', next = best] = draft.bands.map(({ key }) => key);
          const fresh = { class: best, share: 0.2, of: [next], per: ['agency' as const], rounding: 'down' as const };
          set({ quotas: [...quotas, fresh] });
        }}
      >
        {word('addQuota')}
      </button>
    </fieldset>
  );
}
