import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useCycle } from '../api/queries';
import { call } from '../api/client';
import { useNames } from '../parts/names';
import { PhaseBadge, Standing } from '../parts/phase';
import { programmeHref, queryOf } from '../programmes/queries';
import type { ProgrammeStatus } from '../programmes/queries';
import { StateSign, VerdictSign } from '../programmes/signs';
import { useProgrammeWords } from '../words/programmes';
import { useScorecardWords } from '../words/scorecards';
import { useWords } from '../words/words';
import type { InitiativeView, MeasureCycle } from './reading';

type ListProps = { readonly initiatives: readonly InitiativeView[]; readonly asOf: string };
/** What is done to reach an objective, and how far whatever carries it is. */
export function InitiativeList({ initiatives, asOf }: ListProps) {
  const { format } = useWords();
  const word = useScorecardWords();
  const { person } = useNames();
  return (
    <>
      <h4>{word('sc.initiatives')}</h4>
      <ul>
        {initiatives.map(({ key, name, owner, due, overdue, programme, cycle }) => (
          <li key={key}>
            {name}{' '}
            <span className="hint">
              {[
                ...(owner === undefined ? [] : [person(owner)]),
                ...(due === undefined ? [] : [word('sc.dueBy', { day: format.day(due) })]),
              ].join(' · ')}
            </span>
            {overdue && <span className="late-text"> {word('sc.overdue')}</span>}
            {programme !== undefined && <OfProgramme id={programme} asOf={asOf} />}
            {cycle !== undefined && <OfCycle id={cycle} asOf={asOf} />}
          </li>
        ))}
      </ul>
    </>
  );
}

type OneProps = { readonly id: string; readonly asOf: string };

/** How a programme stands; the link alone where it may not be read. */
function OfProgramme({ id, asOf }: OneProps) {
  const word = useScorecardWords();
  const told = useProgrammeWords();
  const { data } = useQuery({
    queryKey: ['programme', id, 'status', 'of', asOf],
    queryFn: () =>
      call<ProgrammeStatus>('GET', `/v1${programmeHref(id)}/status${asOf === '' ? '' : `?${queryOf({ asOf })}`}`),
    retry: false,
  });
  return (
    <p className="work">
      <Link href={programmeHref(id)}>{word('sc.toProgramme')}</Link>
      {data !== undefined && (
        <>
          <StateSign state={data.state} />
          <span>
            {told('onTime')}: <VerdictSign verdict={data.onTime} />
          </span>
          <span>
            {told('onBudget')}: <VerdictSign verdict={data.onBudget} />
          </span>
        </>
      )}
    </p>
  );
}

/** How far a cycle is now, or what became of it; of an earlier moment nothing is said. */
function OfCycle({ id, asOf }: OneProps) {
  const word = useScorecardWords();
  const { data } = useCycle(id);
  return (
    <p className="work">
      <Link href={`/cycles/${encodeURIComponent(id)}`}>{data?.title ?? word('sc.toCycle')}</Link>
      {data !== undefined && asOf === '' && (
        <>
          <PhaseBadge phase={data.phase} />
          <span>
            <Standing cycle={data} />
          </span>
        </>
      )}
    </p>
  );
}

/** The improvement cycles about a measure: how far each is, what became of it, and what its check found. */
export function CyclesOf({ cycles }: { readonly cycles: readonly MeasureCycle[] }) {
  const { say } = useWords();
  return cycles.map(({ cycle, title, phase, outcome, words }) => (
    <div key={cycle} className="of-measure">
      <p className="work">
        <Link href={`/cycles/${encodeURIComponent(cycle)}`}>{title}</Link>
        <PhaseBadge phase={phase} />
        {outcome !== 'open' && <span>{say(wordOf(outcome))}</span>}
      </p>
      {words !== undefined && <p className="hint">{words}</p>}
    </div>
  ));
}

const wordOf = (outcome: Exclude<MeasureCycle['outcome'], 'open'>) =>
  outcome === 'withdrawn' || outcome === 'cancelled'
    ? (`outcome.${outcome}` as const)
    : (`decision.${outcome}` as const);
