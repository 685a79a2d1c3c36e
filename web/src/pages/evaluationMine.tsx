import { useSearchParams } from 'wouter';
import { AccessLog } from '../evaluations/accessLog';
import { useMyEvaluations } from '../evaluations/queries';
import { Sheet } from '../evaluations/sheet';
import { Choice } from '../parts/choices';
import { ProblemNote, Waiting } from '../parts/notes';
import { Tabs } from '../evaluations/tabs';
import { PageTitle } from '../shell';
import { useEvaluationWords } from '../words/evaluations';
import { useWords } from '../words/words';
import '../styles/evaluations.css';

/** My work of a period and my score so far; the period stands in the address. */
export default function EvaluationMinePage() {
  const { format } = useWords();
  const word = useEvaluationWords();
  const [search, setSearch] = useSearchParams();
  const { data, error } = useMyEvaluations();
  const newest = data && [...data].sort((a, b) => (a.period < b.period ? 1 : -1));
  const id = newest?.find((one) => one.id === search.get('evaluation'))?.id ?? newest?.[0]?.id;
  return (
    <>
      <PageTitle>{word('ev.mine')}</PageTitle>
      <Tabs />
      {error !== null && <ProblemNote error={error} />}
      {newest === undefined && error === null && <Waiting />}
      {newest !== undefined && newest.length > 1 && (
        <div className="filters">
          <Choice
            label={word('ev.period')}
            value={id ?? ''}
            options={newest.map((one) => ({
              value: one.id,
              text: `${format.period(one.period)} · ${word(`ev.phase.${one.phase}`)}`,
            }))}
            onChange={(evaluation) => setSearch({ evaluation })}
          />
        </div>
      )}
      {newest?.length === 0 && <p className="card empty">{word('ev.mineNone')}</p>}
      {id !== undefined && <Sheet key={id} id={id} />}
      {newest !== undefined && <AccessLog />}
    </>
  );
}
