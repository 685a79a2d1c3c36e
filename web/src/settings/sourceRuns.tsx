import { useIndicatorNames } from '../indicators/namesById';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { useSettingsWords } from '../words/settings';
import { useWords } from '../words/words';
import { countsLine, useRunNow, useRuns, useTry } from './sources';
import type { Run, Tried } from './sources';

/** Try it, ask now, and what every run brought. */
export function SourceRuns({ id, may }: { readonly id: string; readonly may: boolean }) {
  const say = useSettingsWords();
  const { data, error, hasNextPage, fetchNextPage } = useRuns(id);
  const tried = useTry(id);
  const now = useRunNow(id);
  const busy = tried.isPending || now.isPending;
  const runs = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card stack">
      <h2>{say('source.runs')}</h2>
      {may && (
        <div className="buttons">
          <button type="button" className="main" disabled={busy} onClick={() => now.mutate()}>
            {say('source.run')}
          </button>
          <button type="button" disabled={busy} onClick={() => tried.mutate()}>
            {say('source.try')}
          </button>
        </div>
      )}
      <div role="status">{busy && <p>{say('source.running')}</p>}</div>
      {busy && <progress aria-label={say('source.running')} />}
      {[tried.error, now.error, error].map((one, i) => one !== null && <ProblemNote key={i} error={one} />)}
      {tried.data !== undefined && !tried.isPending && <Figures tried={tried.data} />}
      {data === undefined && error === null && <Waiting />}
      {data !== undefined && runs.length === 0 && <p>{say('source.runs.none')}</p>}
      <ul className="tasks">
        {runs.map((run) => (
          <OneRun key={run.id} run={run} />
        ))}
      </ul>
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          {say('source.runs.more')}
        </button>
      )}
    </section>
  );
}

function OneRun({ run }: { readonly run: Run }) {
  const say = useSettingsWords();
  const { format } = useWords();
  const counts = countsLine(run, say);
  return (
    <li className={run.status === 'failed' ? 'task late' : 'task'}>
      <div>
        <strong>
          {format.moment(run.startedAt)}: {say(`source.state.${run.status}`)}
        </strong>
        {run.failure !== undefined && <p>{run.failure.message}</p>}
        {counts !== undefined && <p className="hint">{counts}</p>}
        <RowErrors errors={run.errors} count={run.errorCount} />
      </div>
    </li>
  );
}

function RowErrors({ errors, count }: { readonly errors: Run['errors']; readonly count: number }) {
  const say = useSettingsWords();
  if (count === 0) return null;
  return (
    <details>
      <summary className="missing">{say('source.errors', { count })}</summary>
      <ul>
        {errors.map(({ row, field, message }, i) => (
          <li key={`${i} ${row}`}>
            {say('source.row')} {row}, {field}: {message}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Figures({ tried }: { readonly tried: Tried }) {
  const say = useSettingsWords();
  const { format } = useWords();
  const names = useNames();
  const indicators = useIndicatorNames();
  const { figures, failure, errors, errorCount } = tried;
  if (failure !== undefined)
    return (
      <p className="note bad" role="alert">
        {failure.message}
      </p>
    );
  return (
    <div className="stack">
      <p role="status">{say('source.tried', { count: figures.length })}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={say('source.figures')}>
        <table>
          <thead>
            <tr>
              {(
                ['source.indicator', 'source.unitHead', 'source.period', 'source.value', 'source.outcome'] as const
              ).map((head) => (
                <th scope="col" key={head}>
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.map(({ indicator, unit, period, value, numerator, denominator, correction }, i) => (
              <tr key={i}>
                <td>{indicators.get(indicator) ?? indicator}</td>
                <td>{names.unit(unit)}</td>
                <td>{format.period(period)}</td>
                <td className="number">
                  {value !== undefined
                    ? format.number(value)
                    : numerator !== undefined && denominator !== undefined
                      ? `${format.number(numerator)} / ${format.number(denominator)}`
                      : '–'}
                </td>
                <td>{say(correction ? 'source.correction' : 'source.fresh')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <RowErrors errors={errors} count={errorCount} />
    </div>
  );
}
