import { Link, Redirect, useSearchParams } from 'wouter';
import { useMe } from '../evaluations/may';
import { useRatingQueue } from '../evaluations/team/queue';
import { RateOne } from '../evaluations/team/rate';
import { useEvaluation, useScheme } from '../evaluations/queries';
import type { Listed } from '../evaluations/queries';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useEvaluationWords } from '../words/evaluations';
import type { RateOrder } from '../evaluations/team/rating';
import '../styles/evaluations.css';

/** One person after the other, by keyboard; what is entered is stored while the next one is on the screen. */
export default function EvaluationRatePage() {
  const word = useEvaluationWords();
  const [search] = useSearchParams();
  const me = useMe();
  const period = search.get('period') ?? '';
  const queue = useRatingQueue(period, me === undefined ? [] : [me.id, ...(me.standsInFor ?? [])]);
  const { people, at, stored, sending, failed } = queue;
  const { person } = useNames();
  const now = people?.[at];
  if (period === '') return <Redirect to="/my-team" replace />;
  return (
    <>
      <PageTitle
        aside={
          <Link className="button" href={`/my-team?period=${encodeURIComponent(period)}`}>
            {word('ev.backToTeam')}
          </Link>
        }
      >
        {word('ev.rate')}
      </PageTitle>
      {queue.error !== null && <ProblemNote error={queue.error} />}
      {people === undefined && queue.error === null && <Waiting />}
      <p role="status" className="hint">
        {people !== undefined &&
          people.length > 0 &&
          word('ev.rateProgress', { at: Math.min(at + 1, people.length), all: people.length, stored })}
        {sending > 0 && ` ${word('ev.rateSending', { n: sending })}`}
      </p>
      {failed.map(({ evaluation, message, place }) => (
        <div key={evaluation.id} className="note bad" role="alert">
          <p>
            {person(evaluation.person)}: {message}
          </p>
          <button type="button" onClick={() => queue.go(place)}>
            {word('ev.rateReopen', { name: person(evaluation.person) })}
          </button>
        </div>
      ))}
      {now !== undefined && (
        <One key={`${now.id} ${queue.visit}`} listed={now} onRated={(order) => queue.rate(now, order)} />
      )}
      {people !== undefined && now === undefined && (
        <p className="card empty">{word(people.length === 0 ? 'ev.allRated' : 'ev.rateEnd')}</p>
      )}
      {people !== undefined && people.length > 0 && (
        <div className="buttons">
          <button type="button" disabled={at === 0} onClick={() => queue.go(at - 1)}>
            {word('ev.ratePrevious')}
          </button>
          <button type="button" disabled={now === undefined} onClick={() => queue.go(at + 1)}>
            {word('ev.rateSkip')}
          </button>
        </div>
      )}
    </>
  );
}

type OneProps = { readonly listed: Listed; readonly onRated: (order: RateOrder) => void };

function One({ listed, onRated }: OneProps) {
  const word = useEvaluationWords();
  const { person, unit } = useNames();
  const { data: evaluation, error } = useEvaluation(listed.id);
  const { data: scheme, error: missing } = useScheme(listed.scheme, listed.period);
  const fault = error ?? missing;
  const note = evaluation?.ratings.self?.note;
  return (
    <section className="card" aria-labelledby="now">
      <h2 id="now">{person(listed.person)}</h2>
      <p className="hint">
        {unit(listed.unit)} · <Link href={`/evaluations/${encodeURIComponent(listed.id)}`}>{word('ev.openSheet')}</Link>
      </p>
      {note !== undefined && <p className="said">{word('ev.selfSaid', { note })}</p>}
      {fault !== null && <ProblemNote error={fault} />}
      {fault === null && (evaluation === undefined || scheme === undefined) && <Waiting />}
      {evaluation !== undefined && scheme !== undefined && <RateOne {...{ evaluation, scheme, onRated }} />}
    </section>
  );
}
