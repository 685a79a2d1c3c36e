import { useEditorWords } from '../words/indicatorEditor';
import type { Across } from './acrossUnits';

/** The same units as the drawing, in figures. */
export function AcrossTable({ across }: { readonly across: Across }) {
  const { say, format } = useEditorWords();
  const { units, unitOfMeasure, method } = across;
  const told = (value: number) => format.value(value, unitOfMeasure);
  const funnel = method === 'funnel';
  return (
    <details open={!funnel}>
      <summary>{say('chart.table')}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={`${say('ed.across')}: ${say('chart.table')}`}>
        <table className="whole-words">
          <thead>
            <tr>
              <th scope="col">{say('cycle.unit')}</th>
              <th scope="col" className="number">
                {say('ind.value')}
              </th>
              {funnel && (
                <>
                  <th scope="col" className="number">
                    {say('entry.denominator')}
                  </th>
                  <th scope="col" className="number">
                    {say('ed.limits95')}
                  </th>
                  <th scope="col">{say('ed.place')}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {units.map(({ unit, name, value, denominator, limits, signal }) => (
              <tr key={unit}>
                <th scope="row">{name}</th>
                <td className="number">
                  {value.state === 'value' ? (
                    told(value.value)
                  ) : (
                    <span className="hint">{say(`state.${value.state}`)}</span>
                  )}
                </td>
                {funnel && (
                  <>
                    <td className="number">{denominator === undefined ? '–' : format.number(denominator)}</td>
                    <td className="number">
                      {limits === undefined ? '–' : `${told(limits.lowerNear)} – ${told(limits.upperNear)}`}
                    </td>
                    <td>
                      {limits === undefined ? '–' : say(`ed.place.${limits.place}`)}
                      {signal !== undefined && ` (${say(`chart.${signal}`)})`}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
