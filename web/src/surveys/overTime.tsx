import { Axes, pathOf, scaleOf } from '../parts/plot';
import { useBuildWords } from '../words/surveyBuild';
import { useWords } from '../words/words';

const BOX = { width: 720, height: 220, left: 56, right: 12, top: 12, bottom: 28 };
const NAMED = 6;
const DAY_MS = 86_400_000;

type Props = { readonly days: readonly { readonly day: string; readonly n: number }[]; readonly issued: number };

/** Answers so far, day by day, and, where links were handed out, which share of them was used. */
export function OverTime({ days, issued }: Props) {
  const { format } = useWords();
  const word = useBuildWords();
  const rows = everyDay(days);
  const scale = scaleOf(BOX, [0, ...rows.map(({ sofar }) => sofar)], rows.length);
  return (
    <>
      {rows.length > 1 && (
        <svg className="chart" viewBox={`0 0 ${BOX.width} ${BOX.height}`} aria-hidden="true">
          <Axes scale={scale} unit="number" periods={rows.map(({ day }) => format.day(day))} named={NAMED} />
          <path
            className="line-path"
            d={pathOf(
              rows.map(({ sofar }) => ({ value: sofar })),
              scale,
            )}
          />
          {rows.map(({ day, sofar }, i) => (
            <circle key={day} className="point" cx={scale.x(i)} cy={scale.y(sofar)} r={3} />
          ))}
        </svg>
      )}
      <details>
        <summary>{word('table')}</summary>
        <div className="scroll" tabIndex={0} role="region" aria-label={word('overTime')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{word('day')}</th>
                <th scope="col" className="number">
                  {word('perDay')}
                </th>
                <th scope="col" className="number">
                  {word('sofar')}
                </th>
                {issued > 0 && (
                  <th scope="col" className="number">
                    {word('rate')}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ day, n, sofar }) => (
                <tr key={day}>
                  <th scope="row">{format.day(day)}</th>
                  <td className="number">{n}</td>
                  <td className="number">{sofar}</td>
                  {issued > 0 && <td className="number">{format.value(sofar / issued, 'ratio')}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

/** Days without an answer count as well. */
function everyDay(days: Props['days']) {
  const [first, last] = [days[0]?.day, days.at(-1)?.day];
  if (first === undefined || last === undefined) return [];
  const counts = new Map(days.map(({ day, n }) => [day, n]));
  const length = Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1;
  let sofar = 0;
  return Array.from({ length }, (_none, i) => {
    const day = new Date(Date.parse(first) + i * DAY_MS).toISOString().slice(0, 10);
    const n = counts.get(day) ?? 0;
    sofar += n;
    return { day, n, sofar };
  });
}
