import { useState } from 'react';
import type { Measure } from '../../../../src/domain/scorecards/scorecard.schema';
import { nameIn } from '../../indicators/names';
import { useLibrary } from '../../indicators/queries';
import { searched } from '../../parts/address';
import { NumberEntry, TextEntry } from '../../plan/fields';
import { useScorecardWords } from '../../words/scorecards';
import { useWords } from '../../words/words';
import { Tools } from './tools';

type Props = {
  readonly measures: readonly Measure[];
  readonly at: string;
  /** Objective they are of, as it is called. */
  readonly of: string;
  readonly onChange: (measures: Measure[]) => void;
};

/** The indicators that say whether the objective is reached. */
export function Measures({ measures, at, of, onChange }: Props) {
  const { language } = useWords();
  const word = useScorecardWords();
  const library = useLibrary();
  const nameOf = (id: string) => nameIn(library.find((one) => one.id === id)?.name, language) || id;
  const put = (place: number, change: Partial<Measure>) =>
    onChange(measures.map((one, index) => (index === place ? { ...one, ...change } : one)));
  return (
    <section aria-label={word('sc.measuresOf', { name: of })}>
      <h3>{word('sc.measures')}</h3>
      {measures.length === 0 && <p className="hint">{word('sc.noMeasures')}</p>}
      <ul className="edited">
        {measures.map((one, place) => (
          <li key={one.indicator}>
            <div className="edited-head">
              <span>{nameOf(one.indicator)}</span>
              <Tools
                {...{ name: nameOf(one.indicator), index: place, last: measures.length - 1 }}
                remove={() => onChange(measures.filter((_one, index) => index !== place))}
              />
            </div>
            <div className="pair">
              <NumberEntry
                label={word('sc.weight')}
                at={`${at}/measures/${place}/weight`}
                value={one.weight}
                onChange={(weight = 0) => put(place, { weight })}
              />
              <label className="check">
                <input
                  type="checkbox"
                  checked={one.counter === true}
                  onChange={({ target }) => put(place, { counter: target.checked || undefined })}
                />
                {word('sc.counter')}
              </label>
            </div>
          </li>
        ))}
      </ul>
      <Chooser
        {...{ at, of }}
        taken={measures.map(({ indicator }) => indicator)}
        onChoose={(indicator) => onChange([...measures, { indicator, weight: 1 }])}
      />
    </section>
  );
}

const SHOWN = 8;
type ChooserProps = {
  readonly at: string;
  readonly of: string;
  readonly taken: readonly string[];
  readonly onChoose: (indicator: string) => void;
};

/** The library, searched by a part of the name. */
function Chooser({ at, of, taken, onChoose }: ChooserProps) {
  const { language } = useWords();
  const word = useScorecardWords();
  const library = useLibrary();
  const [text, setText] = useState<string>();
  if (text === undefined)
    return (
      <button type="button" aria-label={word('sc.addMeasureTo', { name: of })} onClick={() => setText('')}>
        {word('sc.addMeasure')}
      </button>
    );
  const wanted = searched(text);
  const found = library.filter(
    ({ id, name, retired }) =>
      retired !== true && !taken.includes(id) && searched(`${nameIn(name, language)} ${id}`).includes(wanted),
  );
  return (
    <div>
      <TextEntry label={word('sc.findMeasure')} at={`${at}/measures/find`} value={text} onChange={setText} />
      <p className="hint" role="status">
        {library.length === 0 ? word('sc.noLibrary') : word('sc.found', { count: found.length })}
      </p>
      <ul className="found">
        {found.slice(0, SHOWN).map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              className="link"
              onClick={() => {
                onChoose(id);
                setText(undefined);
              }}
            >
              {nameIn(name, language)}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => setText(undefined)}>
        {word('sc.stopFinding')}
      </button>
    </div>
  );
}
