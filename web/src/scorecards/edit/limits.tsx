import { NumberEntry } from '../../plan/fields';
import { useScorecardWords } from '../../words/scorecards';
import { useWords } from '../../words/words';
import type { Draft, PartProps } from './draft';

const USUAL = { green: 0.9, yellow: 0.7 } as const;
type Limits = { readonly green: number; readonly yellow: number };

/** The two limits of the usual three bands; `undefined`: the bands are of another kind. */
export function limitsOf(bands: Draft['statusBands']): Limits | undefined {
  if (bands === undefined) return USUAL;
  const [green, yellow, red, more] = bands;
  const keys = [green?.key, yellow?.key, red?.key].join(' ');
  if (keys !== 'green yellow red' || more !== undefined) return undefined;
  if (green?.atLeast === undefined || yellow?.atLeast === undefined) return undefined;
  const plain = bands.every(({ above, atMost, below }) => [above, atMost, below].every((edge) => edge === undefined));
  return plain ? { green: Number(green.atLeast), yellow: Number(yellow.atLeast) } : undefined;
}

const bandsOf = ({ green, yellow }: Limits): Draft['statusBands'] => [
  { key: 'green', atLeast: green },
  { key: 'yellow', atLeast: yellow },
  { key: 'red' },
];

/** From which score a status is green and yellow, and how much of the weight must be scored to have one. */
export function StatusLimits({ draft, set }: PartProps) {
  const { format } = useWords();
  const word = useScorecardWords();
  const limits = limitsOf(draft.statusBands);
  return (
    <fieldset id="at-statusBands" tabIndex={-1}>
      <legend>{word('sc.limits')}</legend>
      <p className="hint">{word('sc.limitsHint')}</p>
      {limits === undefined ? (
        <OwnBands draft={draft} onUsual={() => set({ statusBands: bandsOf(USUAL) })} />
      ) : (
        <>
          <div className="pair">
            {(['green', 'yellow'] as const).map((colour) => (
              <NumberEntry
                key={colour}
                {...{ label: word(`sc.limit.${colour}`), at: `/statusBands/${colour}`, percent: true }}
                value={limits[colour]}
                onChange={(edge) => edge !== undefined && set({ statusBands: bandsOf({ ...limits, [colour]: edge }) })}
              />
            ))}
          </div>
          {limits.yellow >= limits.green && (
            <p className="note warn" role="status">
              {word('sc.limitsOrder', { green: format.value(limits.green, 'ratio') })}
            </p>
          )}
        </>
      )}
      <NumberEntry
        label={word('sc.minimumCoverage')}
        hint={word('sc.minimumCoverageHint')}
        at="/minimumCoverage"
        percent
        value={draft.minimumCoverage}
        onChange={(minimumCoverage = 0) => set({ minimumCoverage })}
      />
    </fieldset>
  );
}

/** Bands of another kind (of a pack, or of the API) are shown as they are, and may be given up for the usual ones. */
function OwnBands({ draft, onUsual }: { readonly draft: Draft; readonly onUsual: () => void }) {
  const { format } = useWords();
  const word = useScorecardWords();
  const edge = (sign: string, value: number | string | undefined) =>
    value === undefined ? [] : [`${sign} ${format.value(Number(value), 'ratio')}`];
  return (
    <>
      <p>{word('sc.ownBands')}</p>
      <ul>
        {draft.statusBands?.map(({ key, atLeast, above, atMost, below }) => (
          <li key={key}>
            {key}: {[...edge('≥', atLeast), ...edge('>', above), ...edge('≤', atMost), ...edge('<', below)].join(', ')}
          </li>
        ))}
      </ul>
      <button type="button" onClick={onUsual}>
        {word('sc.usualBands')}
      </button>
    </>
  );
}
