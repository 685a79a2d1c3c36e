import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAggregations } from '../api/queries';
import type { CycleView } from '../api/queries';
import { nameIn } from '../indicators/names';
import { useLibrary } from '../indicators/queries';
import { useWords } from '../words/words';
import { CycleCharts } from './cycleCharts';
import { useNames } from './names';
import { Verdicts } from './verdicts';
import { outcomeWord } from './phase';
import { Explained } from './explained';

/** The cycle as an A3: left what was planned, right what came of it. */
export function A3({ cycle }: { readonly cycle: CycleView }) {
  const { say, format } = useWords();
  const names = useNames();
  const { problem, causes = [], aim, pilot, reviewers = [] } = cycle.plan;
  return (
    <div className="a3">
      <Part title={say('plan.problem')}>{problem === undefined ? <Lacking /> : <p className="said">{problem}</p>}</Part>
      <Part title={say('plan.causes')}>{causes.length === 0 ? <Lacking /> : <List items={causes} />}</Part>
      <Part title={say('plan.aim')}>
        {aim === undefined ? (
          <Lacking />
        ) : (
          <p className="said">
            {aim.text}
            {aim.by !== undefined && <span className="hint"> ({say('plan.byDay', { day: format.day(aim.by) })})</span>}
          </p>
        )}
      </Part>
      <Part title={say('plan.pilot')}>
        {pilot === undefined ? <Lacking /> : <p className="said">{pilot.scope}</p>}
        <p className="hint">
          {say('plan.reviewers')}: {reviewers.length === 0 ? '–' : reviewers.map(names.person).join(', ')}
        </p>
      </Part>
      <Part title={say('plan.indicators')} wide>
        <Predictions cycle={cycle} />
      </Part>
      <Part title={say('plan.countermeasures')} wide>
        <Countermeasures cycle={cycle} />
      </Part>
      <Part title={say('a3.chart')} wide>
        <CycleCharts cycle={cycle} />
      </Part>
      <Part title={say('a3.verdict')} wide>
        <Verdicts cycle={cycle} />
      </Part>
      <Part title={say('a3.decision')} wide>
        <Decision cycle={cycle} />
      </Part>
    </div>
  );
}

type PartProps = { readonly title: string; readonly wide?: boolean; readonly children: ReactNode };
const Part = ({ title, wide = false, children }: PartProps) => (
  <section className={wide ? 'card wide' : 'card'}>
    <h2>{title}</h2>
    {children}
  </section>
);

function Lacking() {
  const { say } = useWords();
  return <p className="hint">{say('a3.notYet')}</p>;
}

const List = ({ items }: { readonly items: readonly string[] }) => (
  <ul>
    {items.map((item, index) => (
      <li key={index} className="said">
        {item}
      </li>
    ))}
  </ul>
);

type PlanIndicator = NonNullable<CycleView['plan']['indicators']>[number];

/** How an indicator of a plan is called: its own name, the catalogue's, else its key. */
export function useIndicatorName(): (indicator: PlanIndicator) => string {
  const { data: catalogue = [] } = useAggregations();
  const library = useLibrary(false);
  const { language } = useWords();
  return ({ name, aggregation, indicator, key }) =>
    name ??
    catalogue.find((one) => one.key === aggregation || one.aliases.includes(aggregation ?? ''))?.name ??
    library.flatMap((one) => (one.id === indicator ? [nameIn(one.name, language)] : []))[0] ??
    indicator ??
    key;
}

/** The unit of measure: derived at approval, before that the catalogue's. */
export function useUnitOfMeasure(): (indicator: PlanIndicator) => string {
  const { data: catalogue = [] } = useAggregations();
  return ({ unit, aggregation }) =>
    unit ?? catalogue.find((one) => one.key === aggregation || one.aliases.includes(aggregation ?? ''))?.unit ?? '';
}

function Predictions({ cycle }: { readonly cycle: CycleView }) {
  const { say, format } = useWords();
  const nameOf = useIndicatorName();
  const unitOf = useUnitOfMeasure();
  const { indicators = [], baseline } = cycle.plan;
  if (indicators.length === 0) return <Lacking />;
  const shown = (value: number | undefined, unit = '') => (value === undefined ? '–' : format.value(value, unit));
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say('plan.indicators')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('plan.indicator')}</th>
            <th scope="col">{say('plan.baseline')}</th>
            <th scope="col">{say('plan.prediction')}</th>
            <th scope="col">{say('plan.target')}</th>
          </tr>
        </thead>
        <tbody>
          {indicators.map((one) => (
            <tr key={one.key}>
              <th scope="row">
                {nameOf(one)} <span className="hint">({say(`indicatorRole.${one.role}`)})</span>
              </th>
              <td>
                {one.baseline === undefined && baseline !== undefined
                  ? say('plan.fromTo', { from: format.day(baseline.from), to: format.day(baseline.to) })
                  : shown(one.baseline, unitOf(one))}
              </td>
              <td>
                {one.prediction?.atLeast !== undefined && `≥ ${shown(one.prediction.atLeast, unitOf(one))} `}
                {one.prediction?.atMost !== undefined && `≤ ${shown(one.prediction.atMost, unitOf(one))} `}
                {one.prediction === undefined && '–'}
                {one.prediction?.because !== undefined && <span className="hint">{one.prediction.because}</span>}
              </td>
              <td>{shown(one.target, unitOf(one))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Countermeasures({ cycle }: { readonly cycle: CycleView }) {
  const { say, format } = useWords();
  const names = useNames();
  const { countermeasures = [] } = cycle.plan;
  if (countermeasures.length === 0) return <Lacking />;
  const progress = 'progress' in cycle ? cycle.progress : {};
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say('plan.countermeasures')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('plan.countermeasure')}</th>
            <th scope="col">{say('plan.owner')}</th>
            <th scope="col">{say('plan.due')}</th>
            <th scope="col" className="number">
              {say('plan.cost')}
            </th>
            <th scope="col">{say('field.status')}</th>
          </tr>
        </thead>
        <tbody>
          {countermeasures.map(({ key, title, owner, due, cost }) => (
            <tr key={key}>
              <th scope="row">{title}</th>
              <td>{owner === undefined ? '–' : names.person(owner)}</td>
              <td>{due === undefined ? '–' : format.day(due)}</td>
              <td className="number">{cost === undefined ? '–' : format.number(cost)}</td>
              <td>{say(`progress.${progress[key]?.status ?? 'planned'}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Decision({ cycle }: { readonly cycle: CycleView }) {
  const { say, format } = useWords();
  const names = useNames();
  if (cycle.phase !== 'closed') return <Lacking />;
  if (cycle.outcome !== 'decided')
    return (
      <p className="said">
        <strong>{say(outcomeWord(cycle))}</strong>: {cycle.reason}
      </p>
    );
  const { decision, fidelity, sustain } = cycle;
  const kept = Object.values(fidelity).filter(Boolean).length;
  return (
    <>
      <p className="said">
        <strong>{say(outcomeWord(cycle))}</strong>: {decision.reason}
      </p>
      <p className="hint">{say('a3.signed', { name: names.person(decision.signer), day: format.day(decision.at) })}</p>
      {decision.newVersion !== undefined && <p>{say('a3.newVersion', { version: decision.newVersion })}</p>}
      {decision.next !== undefined && (
        <p>
          {say('a3.next')} <Link href={`/cycles/${encodeURIComponent(decision.next.id)}`}>{decision.next.title}</Link>
        </p>
      )}
      {sustain !== undefined && (
        <p>
          {sustain.held === undefined
            ? say('a3.sustainDue', { day: format.day(sustain.due.at) })
            : say(sustain.held ? 'a3.held' : 'a3.notHeld')}
        </p>
      )}
      <p className="hint">
        {say('a3.fidelity', { kept, of: Object.keys(fidelity).length })} <Explained term="fidelity" />
      </p>
    </>
  );
}
