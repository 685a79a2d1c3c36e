import type { Money } from '../../../src/domain/programmes/money';
import { useProgrammeWords } from '../words/programmes';
import { useWords } from '../words/words';

const WIDTH = 100;
const BARS = ['budget', 'spent', 'committed'] as const;
const ROWS = [
  ...(['initial', 'supplementary', 'budget', 'spent', 'committed'] as const),
  ...(['remaining', 'administrativeCost'] as const),
];

/** Budget, spent and committed as bars, what is above the budget marked; the same and the rest as a table behind them. */
export function MoneyBars({ money }: { readonly money: Money }) {
  const { format } = useWords();
  const word = useProgrammeWords();
  const most = Math.max(1, ...BARS.map((bar) => money[bar] ?? 0));
  const shown = (value: number | null) => (value === null ? word('notRecorded') : format.number(value));
  return (
    <>
      <div className="money-bars" aria-hidden="true">
        {BARS.map((bar) => {
          const width = (Math.max(0, money[bar] ?? 0) / most) * WIDTH;
          const over = bar !== 'budget' && money.budget !== null && (money[bar] ?? 0) > money.budget;
          return (
            <div key={bar} className="money-bar">
              <span>{word(bar)}</span>
              <svg viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none">
                <rect className="ground" width={WIDTH} height={10} />
                <rect className={over ? 'over' : 'bar'} width={width} height={10} />
              </svg>
              <span className="number">{shown(money[bar])}</span>
            </div>
          );
        })}
      </div>
      {money.executionRate !== null && (
        <p>
          {word('executionRate')}: <strong>{format.value(money.executionRate, 'ratio')}</strong>
        </p>
      )}
      <details>
        <summary>{word('table')}</summary>
        <table>
          <caption className="hint">{word('moneyOverview')}</caption>
          <tbody>
            {ROWS.map((row) => (
              <tr key={row}>
                <th scope="row">{word(row)}</th>
                <td className="number">{shown(money[row])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
