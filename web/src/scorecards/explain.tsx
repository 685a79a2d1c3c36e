import { Link } from 'wouter';
import { Tree } from '../indicators/explain';
import { indicatorHref } from '../indicators/names';
import { useExplained } from '../indicators/queries';
import { ProblemNote, Waiting } from '../parts/notes';
import { useScorecardWords } from '../words/scorecards';
import { useWords } from '../words/words';
import { objectivesOf } from './reading';
import type { MeasureView, Reading } from './reading';
import { useScoreText, useValueText } from './scored';

type Props = { readonly reading: Reading; readonly what: string; readonly backHref: string };

/** How a measure came to its score: the scorecard's sum above it, and its value down to figures and cases. */
export function ExplainScore({ reading, what, backHref }: Props) {
  const { of, format } = useWords();
  const word = useScorecardWords();
  const scoreText = useScoreText();
  const [key, indicator] = what.split('/');
  const objective = objectivesOf(reading).find((one) => one.key === key);
  const measure = objective?.measures.find((one) => one.indicator === indicator);
  const perspective = reading.perspectives.find((one) => one.key === objective?.perspective);
  if (objective === undefined || measure === undefined || perspective === undefined) return null;
  const chain = [
    { name: of(reading.name), scored: reading },
    { name: of(perspective.name), scored: perspective },
    { name: of(objective.name), scored: objective },
  ];
  const name = measure.name === undefined ? measure.indicator : of(measure.name);
  return (
    <section className="card" aria-labelledby="explained-score">
      <h2 id="explained-score">{word('sc.howComeOf', { name })}</h2>
      <ol className="chain">
        {chain.map((one) => (
          <li key={one.name}>
            {word('sc.meanOf', {
              name: one.name,
              score: scoreText(one.scored),
              coverage: format.value(one.scored.coverage, 'ratio'),
            })}
          </li>
        ))}
      </ol>
      <table>
        <caption>{word('sc.sumOf', { name: of(objective.name) })}</caption>
        <thead>
          <tr>
            <th scope="col">{word('sc.measure')}</th>
            <th scope="col" className="number">
              {word('sc.share')}
            </th>
            <th scope="col" className="number">
              {word('sc.score')}
            </th>
          </tr>
        </thead>
        <tbody>
          {objective.measures.map((one) => (
            <tr key={one.indicator}>
              <th scope="row">{one.name === undefined ? one.indicator : of(one.name)}</th>
              <td className="number">{format.value(one.share, 'ratio')}</td>
              <td className="number">{scoreText(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Value {...{ measure, reading }} />
      <p className="buttons">
        <Link href={indicatorHref(measure.indicator, { unit: reading.unit })} className="button">
          {word('sc.toIndicator')}
        </Link>
        <Link href={backHref} className="button">
          {word('sc.closeExplain')}
        </Link>
      </p>
    </section>
  );
}

function Value({ measure, reading }: { readonly measure: MeasureView; readonly reading: Reading }) {
  const word = useScorecardWords();
  const { format } = useWords();
  const valueText = useValueText();
  const { data, error } = useExplained(measure.indicator, reading.unit, measure.period);
  return (
    <>
      <h3>{word('sc.valueOf', { period: format.period(measure.period), value: valueText(measure) })}</h3>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && <Tree tree={data.tree} measure={measure.unitOfMeasure ?? 'number'} />}
    </>
  );
}
