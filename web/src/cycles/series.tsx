import '../styles/cycles.css';
import type { CSSProperties } from 'react';
import { Link } from 'wouter';
import type { CycleView } from '../api/queries';
import { useNames } from '../parts/names';
import { PhaseBadge } from '../parts/phase';
import { useCycleWords } from '../words/cycles';
import { useWords } from '../words/words';
import { outcomeName } from './line';
import { useSeries } from './queries';
import type { SeriesStep } from './queries';

/** The series as a ramp: each trial a step higher than the one it followed from; the same as a table behind. */
export function Series({ cycle }: { readonly cycle: CycleView }) {
  const tell = useCycleWords();
  const { data } = useSeries(cycle.id);
  if (data === undefined || data.cycles.length + data.hidden < 2) return null;
  const steps = data.cycles;
  const least = Math.min(...steps.map(({ stage }) => stage));
  return (
    <section aria-labelledby="series" className="card">
      <h2 id="series">{tell('series.title')}</h2>
      <p className="hint">{tell('series.what')}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={tell('series.ramp')}>
        <ol className="ramp">
          {steps.map((step, index) => (
            <Step key={step.cycle} step={step} here={cycle.id} rise={index + (step.stage - least)} />
          ))}
        </ol>
      </div>
      {data.hidden > 0 && <p className="hint">{tell('series.hidden', { count: data.hidden })}</p>}
      <details>
        <summary>{tell('series.table')}</summary>
        <Table steps={steps} />
      </details>
    </section>
  );
}

type StepProps = { readonly step: SeriesStep; readonly here: string; readonly rise: number };

function Step({ step, here, rise }: StepProps) {
  const { say, format } = useWords();
  const tell = useCycleWords();
  const names = useNames();
  const current = step.cycle === here;
  return (
    <li
      className={current ? 'here' : ''}
      style={{ '--rise': rise } as CSSProperties}
      {...(current && { 'aria-current': 'step' as const })}
    >
      <p>
        <PhaseBadge phase={step.phase} /> {tell('series.stage', { stage: step.stage })}
      </p>
      {current ? (
        <p>
          <strong>{step.title}</strong> <span className="hint">({tell('series.here')})</span>
        </p>
      ) : (
        <p>
          <Link href={`/cycles/${encodeURIComponent(step.cycle)}`}>
            {step.title}, {tell('series.no', { no: step.no })}
          </Link>
        </p>
      )}
      <p className="hint">
        {names.unit(step.unit)} · {scopeOf(step, tell)}
      </p>
      <p className="hint">{datesOf(step, tell, format)}</p>
      <p>{say(outcomeName(step.outcome))}</p>
      {step.fidelity !== undefined && (
        <p className="hint">
          {say('history.fidelity')}: {format.value(step.fidelity, 'ratio')}
        </p>
      )}
    </li>
  );
}

type Tell = ReturnType<typeof useCycleWords>;
type Format = ReturnType<typeof useWords>['format'];

function scopeOf({ scope, smallScale }: SeriesStep, tell: Tell): string {
  const size = smallScale === undefined ? undefined : tell(smallScale ? 'series.small' : 'series.whole');
  return [scope, size].filter((one) => one !== undefined).join(', ') || '–';
}

const datesOf = ({ launchedAt, closedAt }: SeriesStep, tell: Tell, format: Format): string =>
  closedAt === undefined
    ? tell('series.from', { from: format.day(launchedAt) })
    : tell('series.fromTo', { from: format.day(launchedAt), to: format.day(closedAt) });

function verdictsOf({ verdicts }: SeriesStep, tell: Tell): string {
  if (verdicts === undefined) return '–';
  const { improved, worse } = verdicts;
  return tell('series.verdicts', { improved, worse, rest: verdicts['no-evidence'] + verdicts['too-few-data'] });
}

function Table({ steps }: { readonly steps: readonly SeriesStep[] }) {
  const { say, format } = useWords();
  const tell = useCycleWords();
  const names = useNames();
  const heads = [say('launch.name'), say('cycle.unit'), say('cycle.phase'), tell('series.scope')];
  const more = [tell('series.dates'), say('history.outcome'), tell('series.verdict'), say('history.fidelity')];
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={tell('series.table')}>
      <table>
        <thead>
          <tr>
            {[...heads, ...more].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.cycle}>
              <th scope="row">
                {step.title}, {tell('series.no', { no: step.no })}
              </th>
              <td>{names.unit(step.unit)}</td>
              <td>
                {say(`phase.${step.phase}`)}, {tell('series.stage', { stage: step.stage })}
              </td>
              <td>{scopeOf(step, tell)}</td>
              <td>{datesOf(step, tell, format)}</td>
              <td>{say(outcomeName(step.outcome))}</td>
              <td>{verdictsOf(step, tell)}</td>
              <td>{step.fidelity === undefined ? '–' : format.value(step.fidelity, 'ratio')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
