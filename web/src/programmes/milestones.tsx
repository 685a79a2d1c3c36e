import type { MilestoneStatus } from '../../../src/domain/programmes/milestones';
import { nameIn } from '../indicators/names';
import { useProgrammeWords } from '../words/programmes';
import { useWords } from '../words/words';
import type { ProgrammeStatus, ProgrammeView } from './queries';

const SIGNS = { reached: '✔', 'reached-late': '▲', late: '✖', ahead: '○' } as const;
const LOOKS = { reached: 'green', 'reached-late': 'yellow', late: 'red', ahead: 'unrated' } as const;

type Props = { readonly programme: ProgrammeView; readonly milestones: ProgrammeStatus['milestones'] };
/** Milestones on a line of time, planned and actual, and as a table. */
export function Milestones({ programme, milestones }: Props) {
  const { language, format } = useWords();
  const word = useProgrammeWords();
  const { total, reached, late, items } = milestones;
  if (total === 0) return <p className="hint">{word('noMilestones')}</p>;
  return (
    <>
      <p>{word('milestoneCount', { reached, total, late })}</p>
      <Timeline programme={programme} items={items} />
      <div className="scroll" tabIndex={0} role="region" aria-label={`${word('table')}: ${word('milestones')}`}>
        <table>
          <thead>
            <tr>
              <th scope="col">{word('name')}</th>
              <th scope="col">{word('planned')}</th>
              <th scope="col">{word('actual')}</th>
              <th scope="col">{word('state')}</th>
              <th scope="col" className="number">
                {word('weight')}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ key, name, planned, actual, state, daysLate = 0, weight }) => (
              <tr key={key}>
                <th scope="row">{nameIn(name, language)}</th>
                <td>{format.day(planned)}</td>
                <td>{actual === undefined ? '–' : format.day(actual)}</td>
                <td>
                  <span className={`rating ${LOOKS[state]}`}>
                    <span aria-hidden="true">{SIGNS[state]}</span> {word(`ms.${state}`, { days: daysLate })}
                  </span>
                </td>
                <td className="number">{format.number(weight)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const [WIDTH, ROW, EDGE] = [600, 20, 10];
const moment = (day: string): number => Date.parse(day);

function Timeline({
  programme,
  items,
}: {
  readonly programme: ProgrammeView;
  readonly items: readonly MilestoneStatus[];
}) {
  const { format } = useWords();
  const word = useProgrammeWords();
  const { plannedStart, plannedEnd, approvedEnd, actualStart, actualEnd } = programme;
  const days = [
    ...[plannedStart, plannedEnd, approvedEnd, actualStart, actualEnd],
    ...items.flatMap(({ planned, actual }) => [planned, actual]),
  ].filter((day) => day !== undefined);
  const [first = plannedStart, last = plannedEnd] = [days.toSorted()[0], days.toSorted().at(-1)];
  const length = Math.max(1, moment(last) - moment(first));
  const x = (day: string) => EDGE + ((moment(day) - moment(first)) / length) * (WIDTH - 2 * EDGE);
  const height = (items.length + 1) * ROW;
  return (
    <figure>
      <figcaption className="hint">{word('timeline')}</figcaption>
      <svg className="programme-line" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
        <line className="span" x1={x(plannedStart)} x2={x(plannedEnd)} y1={ROW / 2} y2={ROW / 2} />
        {items.map(({ key, planned, actual, state }, i) => {
          const y = (i + 1.5) * ROW;
          return (
            <g key={key}>
              <line className="axis" x1={EDGE} x2={WIDTH - EDGE} y1={y} y2={y} />
              <path className="plan" d={diamond(x(planned), y, 6)} />
              {actual !== undefined && (
                <path className={state === 'reached-late' ? 'late' : 'real'} d={diamond(x(actual), y, 4)} />
              )}
            </g>
          );
        })}
      </svg>
      <div className="programme-ends hint" aria-hidden="true">
        <span>{format.day(first)}</span>
        <span>{format.day(last)}</span>
      </div>
    </figure>
  );
}

const diamond = (x: number, y: number, r: number): string =>
  `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`;
