import { AcrossPanel } from '../indicators/across';
import { useDefinition } from '../indicators/queries';
import { Choice } from '../parts/choices';
import { ProblemNote, Waiting } from '../parts/notes';
import { useScorecardWords } from '../words/scorecards';
import { objectivesOf } from './reading';
import type { Reading } from './reading';

type Props = {
  readonly reading: Reading;
  readonly measure: string | null;
  readonly setMeasure: (indicator: string) => void;
  readonly setPeriod: (period: string) => void;
};

/** The units below on one measure, by a funnel and not by rank. */
export function Units({ reading, measure, setMeasure, setPeriod }: Props) {
  const word = useScorecardWords();
  const measures = new Map(
    objectivesOf(reading).flatMap((one) => one.measures.map((its) => [its.indicator, its] as const)),
  );
  const chosen = measures.get(measure ?? '') ?? [...measures.values()][0];
  const { data: definition, error } = useDefinition(chosen?.indicator ?? '');
  if (chosen === undefined) return <p className="card">{word('sc.noMeasures')}</p>;
  return (
    <section className="card">
      <h2>{word('sc.view.units')}</h2>
      <p className="hint">{word('sc.unitsHow')}</p>
      <div className="filters">
        <Choice
          label={word('sc.chooseMeasure')}
          value={chosen.indicator}
          options={[...measures.values()].map(({ indicator, name }) => ({
            value: indicator,
            text: name === undefined ? indicator : name,
          }))}
          onChange={setMeasure}
        />
      </div>
      {error !== null && <ProblemNote error={error} />}
      {definition === undefined && error === null && <Waiting />}
      {definition !== undefined && (
        <AcrossPanel {...{ definition, unit: reading.unit, period: chosen.period, setPeriod }} />
      )}
    </section>
  );
}
