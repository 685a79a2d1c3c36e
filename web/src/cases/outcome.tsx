import { csvOf } from '../../../src/domain/shared/csv';
import { download } from '../parts/download';
import { useCaseWords } from '../words/cases';
import { useWords } from '../words/words';
import type { ImportState } from './imports';

const MOST_SHOWN = 50;

/** How far an import is, and what became of it. */
export function Outcome({ state }: { readonly state: ImportState }) {
  const say = useCaseWords();
  const { format } = useWords();
  const { added, updated, unchanged } = state.cases;
  const counts = { added: format.number(added), updated: format.number(updated), unchanged: format.number(unchanged) };
  return (
    <>
      {state.status === 'running' && <Running state={state} />}
      <div role="status">
        {state.status === 'done' && (
          <p className={state.dryRun ? 'note' : 'note good'}>
            {say(state.dryRun ? 'cases.checked' : 'cases.done', counts)}
          </p>
        )}
        {state.status === 'done' && state.dryRun && added + updated === 0 && state.errorCount === 0 && (
          <p>{say('cases.nothing')}</p>
        )}
        {state.status === 'cancelled' && <p className="note warn">{say('cases.cancelled')}</p>}
      </div>
      {state.status === 'failed' && (
        <div className="note bad" role="alert">
          <p>{say('cases.failed')}</p>
          {state.failure !== undefined && <p>{state.failure}</p>}
        </div>
      )}
      {state.errorCount > 0 && <RowErrors state={state} />}
    </>
  );
}

function Running({ state: { dryRun, progress } }: { readonly state: ImportState }) {
  const say = useCaseWords();
  const { format } = useWords();
  const told = say(dryRun ? 'cases.checking' : 'cases.importing', { share: format.value(progress.share, 'ratio') });
  return (
    <>
      <progress value={progress.share} max={1} aria-label={told} />
      <p className="hint">{told}</p>
    </>
  );
}

function RowErrors({ state: { id, errors, errorCount } }: { readonly state: ImportState }) {
  const say = useCaseWords();
  const title = say('cases.errors', { count: errorCount });
  const heads = [say('cases.errors.row'), say('cases.errors.field'), say('cases.errors.why')];
  const save = () =>
    download(`${id}.csv`, csvOf([heads, ...errors.map(({ row, field, message }) => [row, field, message])]));
  return (
    <div className="stack">
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <table>
          <caption className="missing">{title}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {errors.slice(0, MOST_SHOWN).map(({ row, field, message }, i) => (
              <tr key={`${i} ${row}`}>
                <td>{row}</td>
                <td>{field}</td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {errorCount > MOST_SHOWN && (
        <p className="hint">{say('cases.errors.more', { count: errorCount - MOST_SHOWN })}</p>
      )}
      <p>
        <button type="button" onClick={save}>
          {say('cases.errors.save')}
        </button>
      </p>
    </div>
  );
}
