import { useBuildWords } from '../words/surveyBuild';
import { useWords } from '../words/words';
import '../styles/surveys.css';

type Bounds = { readonly low: number; readonly high: number };
export type Bar = {
  readonly name: string;
  readonly count: number;
  readonly share: number;
  readonly interval?: Bounds | undefined;
};

const WIDTH = 100;
const HEIGHT = 20;

/** Shares as bars, each with its interval as a line, and the same as a table behind them. */
export function Bars({ bars, title }: { readonly bars: readonly Bar[]; readonly title: string }) {
  const { format } = useWords();
  const word = useBuildWords();
  const percent = (value: number) => format.value(value, 'ratio');
  return (
    <>
      <div className="bar-rows" aria-hidden="true">
        {bars.map(({ name, share, interval }) => (
          <div key={name} className="bar-row">
            <span>{name}</span>
            <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
              <rect className="ground" width={WIDTH} height={HEIGHT} />
              <rect className="bar" width={share * WIDTH} height={HEIGHT} />
              {interval !== undefined && (
                <line
                  className="interval"
                  x1={interval.low * WIDTH}
                  x2={interval.high * WIDTH}
                  y1={HEIGHT / 2}
                  y2={HEIGHT / 2}
                  vectorEffect="non-scaling-stroke"
                />
              )}
            </svg>
            <span className="number">{percent(share)}</span>
          </div>
        ))}
      </div>
      <details>
        <summary>{word('table')}</summary>
        <div className="scroll" tabIndex={0} role="region" aria-label={`${word('table')}: ${title}`}>
          <table>
            <thead>
              <tr>
                <th scope="col">{word('answer')}</th>
                {(['count', 'share', 'between'] as const).map((one) => (
                  <th key={one} scope="col" className="number">
                    {word(one)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {bars.map(({ name, count, share, interval }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td className="number">{format.number(count)}</td>
                  <td className="number">{percent(share)}</td>
                  <td className="number">
                    {interval === undefined ? '–' : `${percent(interval.low)} – ${percent(interval.high)}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
