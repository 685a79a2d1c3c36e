import { NumberEntry, SelectEntry, useLack } from '../../plan/fields';
import { useEditorWords } from '../../words/indicatorEditor';
import type { BandDraft, Draft } from './draft';
import type { PartProps } from './parts';

const EDGES = ['atLeast', 'above', 'atMost', 'below', 'rest'] as const;

/** Two bands out of the target: reached, and not. */
function suggested({ target, direction }: Draft, green: string, red: string): readonly BandDraft[] {
  const edge = direction === 'lower' ? 'atMost' : 'atLeast';
  return [
    { key: green, edge, value: target },
    { key: red, edge: 'rest' },
  ];
}

/** The ranges that a value may lie in, from the best on. */
export function Bands({ draft, set }: PartProps) {
  const { say } = useEditorWords();
  const { bands, bandsAsTheyWere, scoring } = draft;
  const percent = draft.unit === 'ratio' && scoring === undefined;
  const lack = useLack('/bands');
  if (bandsAsTheyWere !== undefined)
    return (
      <p className="hint">
        {say('ed.bandsKept', { list: bandsAsTheyWere.map(({ key }) => key).join(', ') })}{' '}
        <button type="button" className="link" onClick={() => set({ bandsAsTheyWere: undefined })}>
          {say('ed.bandsNew')}
        </button>
      </p>
    );
  return (
    <fieldset id="at-bands" tabIndex={-1}>
      <legend>{say('field.optional', { label: say('ed.bands') })}</legend>
      <p className="hint">{say('ed.bandsHint')}</p>
      {lack !== undefined && <p className="missing">{lack}</p>}
      {bands.map((band, at) => (
        <BandEntry
          key={at}
          {...{ band, at, percent }}
          put={(change) => set({ bands: bands.map((one, i) => (i === at ? { ...one, ...change } : one)) })}
          remove={() => set({ bands: bands.filter((_one, i) => i !== at) })}
        />
      ))}
      <div className="buttons">
        <button type="button" onClick={() => set({ bands: [...bands, { key: '', edge: 'rest' }] })}>
          {say('ed.addBand')}
        </button>
        {bands.length === 0 && draft.target !== undefined && (
          <button type="button" onClick={() => set({ bands: suggested(draft, say('ed.green'), say('ed.red')) })}>
            {say('ed.suggestBands')}
          </button>
        )}
      </div>
    </fieldset>
  );
}

type BandProps = {
  readonly band: BandDraft;
  readonly at: number;
  readonly percent: boolean;
  readonly put: (change: Partial<BandDraft>) => void;
  readonly remove: () => void;
};
function BandEntry({ band, at, percent, put, remove }: BandProps) {
  const { say } = useEditorWords();
  return (
    <div className="pair">
      <div className="field">
        <label htmlFor={`band-${at}`}>{say('ed.bandName', { no: at + 1 })}</label>
        <input
          id={`band-${at}`}
          maxLength={80}
          value={band.key}
          onChange={({ target }) => put({ key: target.value })}
        />
      </div>
      <SelectEntry
        label={say('ed.bandEdge', { no: at + 1 })}
        at={`/bands/${at}/edge`}
        value={band.edge}
        options={EDGES.map((value) => ({ value, text: say(`ed.edge.${value}`) }))}
        onChange={(value) => put({ edge: EDGES.find((one) => one === value) ?? 'rest' })}
      />
      {band.edge !== 'rest' && (
        <NumberEntry
          {...{ label: say('ed.bandValue', { no: at + 1 }), at: `/bands/${at}`, percent, value: band.value }}
          onChange={(value) => put({ value })}
        />
      )}
      <button type="button" onClick={remove}>
        {say('plan.remove', { name: band.key === '' ? say('ed.bandName', { no: at + 1 }) : band.key })}
      </button>
    </div>
  );
}
