import { Link } from 'wouter';
import { ProblemNote, Waiting } from '../parts/notes';
import { useWords } from '../words/words';
import { indicatorHref } from './names';
import { useValues } from './queries';
import type { Definition } from './queries';
import { Standing, useRemarks } from './standing';

type Props = {
  readonly definition: Definition;
  readonly unit: string;
  readonly from: string;
  readonly onEnter: ((period: string) => void) | undefined;
};

/** Value by period, newest first: how it stands, and what is to be said of it. */
export function ValuesTable({ definition, unit, from, onEnter }: Props) {
  const { say, format } = useWords();
  const remarks = useRemarks();
  const { data, error } = useValues(definition.id, { unit, from });
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  const first = data.values.findIndex(({ state }) => state === 'value');
  const shown = data.values.slice(Math.max(0, first)).toReversed();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say('ind.values')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('chart.period')}</th>
            <th scope="col" className="number">
              {say('ind.value')}
            </th>
            <th scope="col">{say('ind.standing')}</th>
            <th scope="col">{say('ind.state')}</th>
            <th scope="col">
              <span className="visually-hidden">{say('cycle.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((value) => {
            const period = format.period(value.period);
            return (
              <tr key={value.period}>
                <th scope="row" className="whole">
                  {period}
                </th>
                <td className="number">{value.state === 'value' ? format.value(value.value, definition.unit) : '–'}</td>
                <td>
                  <Standing value={value} bands={definition.bands} />
                </td>
                <td className="remark">{remarks(value)}</td>
                <td>
                  <span className="line deeds">
                    <Link
                      href={indicatorHref(definition.id, { unit, explain: value.period })}
                      aria-label={`${say('ind.howCome')} ${period}`}
                    >
                      {say('ind.howCome')}
                    </Link>
                    {onEnter !== undefined && value.closed !== true && (
                      <button
                        type="button"
                        className="link"
                        aria-label={`${say(value.state === 'value' ? 'entry.correct' : 'entry.do')}: ${period}`}
                        onClick={() => onEnter(value.period)}
                      >
                        {say(value.state === 'value' ? 'entry.correct' : 'entry.do')}
                      </button>
                    )}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
