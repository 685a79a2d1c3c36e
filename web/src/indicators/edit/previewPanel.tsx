import { Problem } from '../../api/client';
import { ProblemNote } from '../../parts/notes';
import { Trend } from '../../parts/trend';
import { idAt } from '../../plan/fields';
import { useEditorWords } from '../../words/indicatorEditor';
import type { Value } from '../queries';
import type { Preview } from './asking';

type Props = {
  readonly preview: Preview | undefined;
  readonly error: Error | null;
  readonly asking: boolean;
  readonly title: string;
  readonly target: number | undefined;
};

/** The values of the last periods as this definition would give them; what it lacks, with a way there. */
export function PreviewPanel({ preview, error, asking, title, target }: Props) {
  const { say } = useEditorWords();
  return (
    <aside className="gate card" aria-label={say('ed.preview')}>
      <h2>{say('ed.preview')}</h2>
      <p className="hint">{say('ed.previewHint')}</p>
      <div role="status">
        {asking && <p className="hint">{say('note.loading')}</p>}
        {error !== null && <Lacking error={error} />}
        {!asking && error === null && preview === undefined && <p>{say('ed.previewWaits')}</p>}
      </div>
      {error === null && preview !== undefined && <Values {...{ preview, title, target }} />}
    </aside>
  );
}

function Lacking({ error }: { readonly error: Error }) {
  const { say } = useEditorWords();
  if (!(error instanceof Problem) || error.errors.length === 0) return <ProblemNote error={error} />;
  return (
    <>
      <p>{say('ed.lacks')}</p>
      <ul>
        {error.errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a
              href={`#${idAt(field)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(idAt(field))?.focus();
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

type ValuesProps = Pick<Props, 'title' | 'target'> & { readonly preview: Preview };
function Values({ preview: { values, now, unitOfMeasure, warnings }, title, target }: ValuesProps) {
  const { say, format } = useEditorWords();
  const points = values.flatMap((one) => (one.state === 'value' ? [{ period: one.period, value: one.value }] : []));
  const told = (one: Value | undefined) =>
    one === undefined
      ? '–'
      : one.state === 'value'
        ? format.value(one.value, unitOfMeasure)
        : say(`state.${one.state}`);
  return (
    <>
      {points.length === 0 && <p>{say('ed.noValues')}</p>}
      {points.length > 1 && <Trend title={title} unit={unitOfMeasure} points={points} target={target} />}
      {warnings.length > 0 && (
        <ul className="note warn">
          {warnings.map(({ code, field, message }) => (
            <li key={`${code} ${field}`}>{message}</li>
          ))}
        </ul>
      )}
      <div className="scroll" tabIndex={0} role="region" aria-label={say('ind.values')}>
        <table className="whole-words">
          <thead>
            <tr>
              <th scope="col">{say('chart.period')}</th>
              {now !== undefined && (
                <th scope="col" className="number">
                  {say('ed.now')}
                </th>
              )}
              <th scope="col" className="number">
                {say('ed.then')}
              </th>
              <th scope="col">{say('ind.standing')}</th>
            </tr>
          </thead>
          <tbody>
            {values.toReversed().map((one) => (
              <tr key={one.period}>
                <th scope="row">{format.period(one.period)}</th>
                {now !== undefined && (
                  <td className="number">{told(now.find(({ period }) => period === one.period))}</td>
                )}
                <td className="number">{told(one)}</td>
                <td>{one.state === 'value' ? (one.band ?? '–') : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
