import type { CycleView } from '../api/queries';
import { useWords } from '../words/words';
import { useIndicatorName } from './a3';
import { useNames } from './names';

type Checks = Extract<CycleView, { checks: unknown }>['checks'];
type Verdict = Checks[number]['verdicts'][number];

/** What the latest check found, in words and with its numbers, and what the reviewers wrote. */
export function Verdicts({ cycle }: { readonly cycle: CycleView }) {
  const { say, format } = useWords();
  const check = 'checks' in cycle ? cycle.checks.at(-1) : undefined;
  if (check === undefined) return <p className="hint">{say('a3.verdictLater')}</p>;
  return (
    <>
      <p className="hint">{say('verdict.computed', { when: format.moment(check.computedAt) })}</p>
      {check.verdicts.map((verdict) => (
        <One key={verdict.indicator} verdict={verdict} cycle={cycle} />
      ))}
      <Reviews cycle={cycle} />
    </>
  );
}

function One({ verdict, cycle }: { readonly verdict: Verdict; readonly cycle: CycleView }) {
  const { say, of, format } = useWords();
  const nameOf = useIndicatorName();
  const planned = cycle.plan.indicators?.find(({ key }) => key === verdict.indicator);
  const { before, after, shift, unit, p, warnings = [], questions = [] } = verdict;
  const shown = (value: number | undefined) => (value === undefined ? '–' : format.value(value, unit));
  return (
    <article className="verdict">
      <h3>
        {planned === undefined ? verdict.indicator : nameOf(planned)}: {say(`verdict.${verdict.verdict}`)}
      </h3>
      <p className="said">{of(verdict.words)}</p>
      <dl className="facts">
        <dt>{say('verdict.before')}</dt>
        <dd>{say('verdict.side', { value: shown(before.value), n: format.number(before.n) })}</dd>
        <dt>{say('verdict.after')}</dt>
        <dd>{say('verdict.side', { value: shown(after.value), n: format.number(after.n) })}</dd>
        {shift !== undefined && (
          <>
            <dt>{say('verdict.shift')}</dt>
            <dd>
              {say('verdict.interval', {
                value: shown(shift.estimate),
                low: shown(shift.low),
                high: shown(shift.high),
              })}
            </dd>
          </>
        )}
        <dt>{say('plan.prediction')}</dt>
        <dd>{say(`prediction.${verdict.prediction}`)}</dd>
        {verdict.targetMet !== undefined && (
          <>
            <dt>{say('plan.target')}</dt>
            <dd>{say(verdict.targetMet ? 'target.met' : 'target.missed')}</dd>
          </>
        )}
      </dl>
      {[...warnings, ...questions].map(({ code, words }) => (
        <p key={code} className="note warn">
          {of(words)}
        </p>
      ))}
      <details>
        <summary>{say('verdict.how')}</summary>
        <p>
          {of(verdict.methodBecause)}
          {p !== undefined && ` p = ${p.toPrecision(2)}`}
        </p>
      </details>
    </article>
  );
}

function Reviews({ cycle }: { readonly cycle: CycleView }) {
  const { say, format } = useWords();
  const names = useNames();
  const reviews = 'reviews' in cycle ? cycle.reviews : [];
  return reviews.map(({ reviewer, at, predictionCompared, strengths, weaknesses, learning }) => (
    <article key={`${reviewer} ${at}`} className="verdict">
      <h3>{say('review.of', { name: names.person(reviewer), day: format.day(at) })}</h3>
      <p className="said">{predictionCompared}</p>
      <Lines title={say('field.strengths')} lines={strengths} />
      <Lines title={say('field.weaknesses')} lines={weaknesses} />
      <Lines title={say('field.learning')} lines={learning} />
    </article>
  ));
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <p className="hint">{title}</p>
      <ul>
        {lines.map((line, index) => (
          <li key={index}>{line}</li>
        ))}
      </ul>
    </>
  );
}
