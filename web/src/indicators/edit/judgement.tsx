import { NumberEntry, SelectEntry, useLack } from '../../plan/fields';
import { useWords } from '../../words/words';
import type { BandDraft, Draft, ScoringDraft } from './draft';
import type { PartProps } from './parts';
import { TrajectoryEntry } from './trajectory';

/** What is aimed at, and how a value is judged. */
export function Judgement({ draft, set }: PartProps) {
  const { say } = useWords();
  const percent = draft.unit === 'ratio';
  const one = (part: 'baseline' | 'target' | 'stretch') => (
    <NumberEntry
      key={part}
      label={say('field.optional', { label: say(part === 'target' ? 'ind.target' : `ed.${part}`) })}
      hint={say(`ed.${part}Hint`)}
      at={`/${part}`}
      percent={percent}
      value={draft[part]}
      onChange={(value) => set({ [part]: value })}
    />
  );
  return (
    <fieldset key={String(percent)}>
      <legend>{say('ed.judgement')}</legend>
      <div className="pair">{(['target', 'baseline', 'stretch'] as const).map(one)}</div>
      <details open={draft.trajectory.length > 0}>
        <summary>{say('ed.trajectory')}</summary>
        <TrajectoryEntry
          trajectory={draft.trajectory}
          frequency={draft.frequency}
          percent={percent}
          onChange={(trajectory) => set({ trajectory })}
        />
      </details>
      <Bands draft={draft} set={set} />
      <details open={draft.scoring !== undefined}>
        <summary>{say('ed.scoring')}</summary>
        <Scoring draft={draft} set={set} />
      </details>
    </fieldset>
  );
}

const EDGES = ['atLeast', 'above', 'atMost', 'below', 'rest'] as const;

/** Two bands out of the target: reached, and not. */
function suggested({ target, direction }: Draft, green: string, red: string): readonly BandDraft[] {
  const edge = direction === 'lower' ? 'atMost' : 'atLeast';
  return [
    { key: green, edge, value: target },
    { key: red, edge: 'rest' },
  ];
}

function Bands({ draft, set }: PartProps) {
  const { say } = useWords();
  const { bands, bandsAsTheyWere, scoring } = draft;
  const percent = draft.unit === 'ratio' && scoring === undefined;
  const lack = useLack('/bands');
  const put = (at: number, change: Partial<BandDraft>) =>
    set({ bands: bands.map((one, i) => (i === at ? { ...one, ...change } : one)) });
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
        <div key={at} className="pair">
          <div className="field">
            <label htmlFor={`band-${at}`}>{say('ed.bandName', { no: at + 1 })}</label>
            <input
              id={`band-${at}`}
              maxLength={80}
              value={band.key}
              onChange={({ target }) => put(at, { key: target.value })}
            />
          </div>
          <SelectEntry
            label={say('ed.bandEdge', { no: at + 1 })}
            at={`/bands/${at}/edge`}
            value={band.edge}
            options={EDGES.map((value) => ({ value, text: say(`ed.edge.${value}`) }))}
            onChange={(value) => put(at, { edge: EDGES.find((one) => one === value) ?? 'rest' })}
          />
          {band.edge !== 'rest' && (
            <NumberEntry
              {...{ label: say('ed.bandValue', { no: at + 1 }), at: `/bands/${at}`, percent, value: band.value }}
              onChange={(value) => put(at, { value })}
            />
          )}
          <button type="button" onClick={() => set({ bands: bands.filter((_one, i) => i !== at) })}>
            {say('plan.remove', { name: band.key === '' ? say('ed.bandName', { no: at + 1 }) : band.key })}
          </button>
        </div>
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

const RULES = ['progress', 'steps', 'goal-red-flag', 'lower-ratio', 'range'] as const;
const BEGINS: { readonly [Rule in ScoringDraft['rule']]: ScoringDraft } = {
  progress: { rule: 'progress' },
  steps: { rule: 'steps', points: [], between: 'interpolate' },
  'goal-red-flag': { rule: 'goal-red-flag' },
  'lower-ratio': { rule: 'lower-ratio' },
  range: { rule: 'range' },
};

function Scoring({ draft, set }: PartProps) {
  const { say } = useWords();
  const { scoring } = draft;
  const put = (change: Partial<ScoringDraft>) => scoring !== undefined && set({ scoring: { ...scoring, ...change } });
  const number = (part: 'goal' | 'redFlag' | 'low' | 'high' | 'width') => (
    <NumberEntry
      key={part}
      label={say(`ed.scoring.${part}`)}
      at={`/scoring/${part}`}
      value={scoring?.[part]}
      onChange={(value) => put({ [part]: value })}
    />
  );
  return (
    <>
      <SelectEntry
        label={say('ed.scoringRule')}
        at="/scoring"
        value={scoring?.rule}
        empty={say('ed.noScoring')}
        {...(scoring !== undefined && { hint: say(`ed.rule.${scoring.rule}.hint`) })}
        options={RULES.map((value) => ({ value, text: say(`ed.rule.${value}`) }))}
        onChange={(value) => {
          const rule = RULES.find((one) => one === value);
          set({ scoring: rule === undefined ? undefined : BEGINS[rule] });
        }}
      />
      {scoring?.rule === 'goal-red-flag' && <div className="pair">{(['goal', 'redFlag'] as const).map(number)}</div>}
      {scoring?.rule === 'range' && <div className="pair">{(['low', 'high', 'width'] as const).map(number)}</div>}
      {scoring?.rule === 'steps' && <Steps scoring={scoring} put={put} />}
    </>
  );
}

type StepsProps = { readonly scoring: ScoringDraft; readonly put: (change: Partial<ScoringDraft>) => void };
function Steps({ scoring: { points = [], between }, put }: StepsProps) {
  const { say } = useWords();
  const change = (at: number, place: 0 | 1, value: number | undefined) =>
    put({
      points: points.map((pair, i): [number, number] => {
        if (i !== at) return pair;
        return place === 0 ? [value ?? 0, pair[1]] : [pair[0], value ?? 0];
      }),
    });
  return (
    <>
      {points.map(([value, score], at) => (
        <div key={at} className="pair">
          <NumberEntry
            {...{ label: say('ed.stepValue', { no: at + 1 }), at: `/scoring/points/${at}/0`, value }}
            onChange={(typed) => change(at, 0, typed)}
          />
          <NumberEntry
            {...{ label: say('ed.stepPoints', { no: at + 1 }), at: `/scoring/points/${at}/1`, value: score }}
            onChange={(typed) => change(at, 1, typed)}
          />
        </div>
      ))}
      <div className="buttons">
        <button type="button" onClick={() => put({ points: [...points, [0, 0]] })}>
          {say('ed.addStep')}
        </button>
        {points.length > 0 && (
          <button type="button" onClick={() => put({ points: points.slice(0, -1) })}>
            {say('ed.removeStep')}
          </button>
        )}
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={between === 'step'}
          onChange={({ target }) => put({ between: target.checked ? 'step' : 'interpolate' })}
        />{' '}
        {say('ed.stepwise')}
      </label>
    </>
  );
}
