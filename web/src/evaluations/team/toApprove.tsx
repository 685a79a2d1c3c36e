import { Link } from 'wouter';
import { useKeyed } from '../../api/keyed';
import { useNames } from '../../parts/names';
import { ProblemNote } from '../../parts/notes';
import { useEvaluationWords } from '../../words/evaluations';
import { useExceptions, usePeriodCommand } from '../periodQueries';
import type { Listed } from '../queries';

type Props = { readonly period: string; readonly mine: readonly Listed[] };

/** Whom I approve: what needs a look first, each with its reason; all others in one go. */
export function ToApprove({ period, mine }: Props) {
  const word = useEvaluationWords();
  const waiting = mine.filter(({ phase }) => phase === 'approving');
  const { data, error } = useExceptions(period, waiting.length > 0);
  if (waiting.length === 0) return null;
  const mineNow = new Set(waiting.map(({ person }) => person));
  const looks = (data?.items ?? []).filter(({ person }) => mineNow.has(person));
  const plain = (data?.plain ?? []).filter((person) => mineNow.has(person));
  return (
    <section aria-labelledby="approve">
      <h2 id="approve">
        {word('ev.toApprove')} <span className="count">{waiting.length}</span>
      </h2>
      {error !== null && <ProblemNote error={error} />}
      {looks.length > 0 && <Looks looks={looks} />}
      {data !== undefined && <InOneGo {...{ period, plain }} />}
    </section>
  );
}

type Looked = NonNullable<ReturnType<typeof useExceptions>['data']>['items'];

function Looks({ looks }: { readonly looks: Looked }) {
  const word = useEvaluationWords();
  const { person, unit } = useNames();
  return (
    <>
      <h3>{word('ev.lookFirst', { n: looks.length })}</h3>
      <ul className="tasks">
        {looks.map((one) => (
          <li key={one.evaluation} className="task">
            <div>
              <h4>
                {person(one.person)} <span className="hint">{unit(one.unit)}</span>
              </h4>
              <ul className="key">
                {one.looks.map(({ kind, words }) => (
                  <li key={kind}>{words}</li>
                ))}
              </ul>
            </div>
            <Link
              className="button"
              href={`/evaluations/${encodeURIComponent(one.evaluation)}`}
              aria-label={`${word('ev.lookAndApprove')}: ${person(one.person)}`}
            >
              {word('ev.lookAndApprove')}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function InOneGo({ period, plain }: { readonly period: string; readonly plain: readonly string[] }) {
  const word = useEvaluationWords();
  const { person } = useNames();
  const keyed = useKeyed();
  const command = usePeriodCommand(period);
  const approve = () => {
    const body = { type: 'ApproveMany' as const, persons: [...plain] };
    void keyed(body, (key) => command.mutateAsync({ body, key })).catch(() => undefined);
  };
  const many = command.data?.many;
  return (
    <div className="card">
      <h3>{word('ev.plain', { n: plain.length })}</h3>
      <p className="hint">{word('ev.plainHint')}</p>
      {plain.length > 0 && (
        <>
          <details>
            <summary>{word('ev.who')}</summary>
            <p>{plain.map(person).join(', ')}</p>
          </details>
          <div className="buttons">
            <button type="button" className="main" disabled={command.isPending} onClick={approve}>
              {word('ev.approveMany', { n: plain.length })}
            </button>
          </div>
        </>
      )}
      {command.error !== null && <ProblemNote error={command.error} />}
      <p role="status">{many !== undefined && word('ev.approvedMany', { n: many.approved.length })}</p>
      {many !== undefined && many.refused.length > 0 && (
        <ul className="note warn">
          {many.refused.map((one) => (
            <li key={one.person}>
              {person(one.person)}: {one.words}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
