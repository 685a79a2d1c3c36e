import { nameIn } from '../../indicators/names';
import { NumberEntry } from '../../plan/fields';
import { useScorecardWords } from '../../words/scorecards';
import { useWords } from '../../words/words';
import { moved, nextKey, withPreset } from './draft';
import type { PartProps } from './draft';
import { NamedEntry } from './named';
import { PRESETS } from './presets';
import type { Preset } from './presets';
import { Tools } from './tools';

/** The perspectives, the top first: from a preset, or the office's own. */
export function Perspectives({ draft, set }: PartProps) {
  const { language } = useWords();
  const word = useScorecardWords();
  const { perspectives } = draft;
  const used = new Set(draft.objectives.map(({ perspective }) => perspective));
  const put = (at: number, change: object) =>
    set({ perspectives: perspectives.map((one, place) => (place === at ? { ...one, ...change } : one)) });
  return (
    <fieldset id="at-perspectives" tabIndex={-1}>
      <legend>{word('sc.perspectives')}</legend>
      <p className="hint">{word('sc.perspectivesHint')}</p>
      <div className="buttons" role="group" aria-label={word('sc.presets')}>
        {(Object.keys(PRESETS) as Preset[]).map((preset) => (
          <button key={preset} type="button" onClick={() => set(withPreset(draft, PRESETS[preset]))}>
            {word(`sc.preset.${preset}`)}
          </button>
        ))}
      </div>
      <ol className="edited">
        {perspectives.map((one, at) => {
          const name = nameIn(one.name, language) || word('sc.perspectiveNo', { no: at + 1 });
          return (
            <li key={one.key}>
              <div className="edited-head">
                <strong>{name}</strong>
                <Tools
                  {...{ name, index: at, last: perspectives.length - 1 }}
                  move={(to) => set({ perspectives: moved(perspectives, at, to) })}
                  remove={
                    used.has(one.key)
                      ? undefined
                      : () => set({ perspectives: perspectives.filter(({ key }) => key !== one.key) })
                  }
                />
              </div>
              {used.has(one.key) && <p className="hint">{word('sc.perspectiveUsed')}</p>}
              <div className="pair">
                <NamedEntry
                  label={word('sc.perspective')}
                  at={`/perspectives/${at}/name`}
                  value={one.name}
                  onChange={(value) => put(at, { name: value })}
                />
                <NumberEntry
                  label={word('sc.weight')}
                  at={`/perspectives/${at}/weight`}
                  value={one.weight}
                  onChange={(weight = 0) => put(at, { weight })}
                />
              </div>
              <NamedEntry
                label={word('sc.question')}
                at={`/perspectives/${at}/question`}
                value={one.question}
                onChange={(question) => put(at, { question })}
              />
            </li>
          );
        })}
      </ol>
      <button
        type="button"
        onClick={() =>
          set({ perspectives: [...perspectives, { key: nextKey('p', perspectives), name: '', weight: 1 }] })
        }
      >
        {word('sc.addPerspective')}
      </button>
    </fieldset>
  );
}
