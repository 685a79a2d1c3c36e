import { Link } from 'wouter';
import type { CycleView } from '../api/queries';
import { useToday } from '../api/queries';
import type { Person } from '../api/session';
import { useNames } from '../parts/names';
import { useGuideWords } from '../words/guide';
import { useWords } from '../words/words';
import { termInWords } from './term';

type Props = { readonly cycle: CycleView; readonly person: Person; readonly launched: boolean };

/** What comes next in an open cycle, when, and who is told. */
export function WhatNext({ cycle, person, launched }: Props) {
  const tell = useGuideWords();
  if (cycle.phase === 'closed') return null;
  return (
    <section className="card" aria-labelledby="what-next">
      <h2 id="what-next">{tell('next.title')}</h2>
      {launched && (
        <p className="note good" role="status">
          {tell('next.launched')}
        </p>
      )}
      <Now cycle={cycle} person={person} />
      <Then cycle={cycle} />
      <p className="hint">{tell('next.tell')}</p>
    </section>
  );
}

/** Names of those who owe the present step, as the page Today of the reader knows them. */
function useOwing(cycle: string) {
  const { data } = useToday();
  const own = data?.waiting.filter((item) => item.cycle === cycle) ?? [];
  const all = [...own, ...(data?.waitingFor.filter((item) => item.cycle === cycle) ?? [])];
  const others = data?.waitingFor.filter((item) => item.cycle === cycle).flatMap(({ who = [] }) => who) ?? [];
  return {
    mine: own.length > 0,
    incomplete: all.some(({ kind }) => kind === 'complete-plan'),
    others: [...new Set(others.map(({ name }) => name))],
  };
}

function Now({ cycle, person }: Omit<Props, 'launched'>) {
  const tell = useGuideWords();
  const { format } = useWords();
  const names = useNames();
  const { mine, incomplete, others } = useOwing(cycle.id);
  const day = cycle.dueAt === undefined ? '–' : format.day(cycle.dueAt);
  const list = (ids: readonly string[]) => (ids.length === 0 ? tell('next.nobody') : ids.join(', '));
  const { countermeasures = [], reviewers = [] } = cycle.plan;
  const owners = [
    ...new Set(countermeasures.flatMap(({ owner }) => (owner === undefined ? [] : [names.person(owner)]))),
  ];
  switch (cycle.phase) {
    case 'plan':
      if (incomplete) return <p>{tell('next.complete')}</p>;
      if (mine) return <p>{tell('next.approveMine')}</p>;
      if (others.length > 0) return <p>{tell('next.approve', { who: list(others) })}</p>;
      return (
        <p>
          {tell('next.approveNobody')}{' '}
          {person.roles.includes('administrator') && <Link href="/settings/units">{tell('next.invite')}</Link>}
        </p>
      );
    case 'do':
      return <p>{tell('next.do', { day, who: list(owners) })}</p>;
    case 'check':
      return <p>{tell('next.check', { day, who: list(reviewers.map(names.person)) })}</p>;
    default:
      return <p>{tell('next.act', { day, who: mine ? person.name : list(others) })}</p>;
  }
}

function Then({ cycle }: { readonly cycle: CycleView }) {
  const { language } = useWords();
  const tell = useGuideWords();
  const names = useNames();
  const { plan, phase } = cycle;
  const term = termInWords(plan.do, language);
  const reviewers = (plan.reviewers ?? []).map(names.person).join(', ');
  const later = [
    ...(phase === 'plan' ? [tell('next.then.do', { term })] : []),
    ...(phase === 'plan' || phase === 'do'
      ? [tell('next.then.check', { who: reviewers === '' ? tell('next.nobody') : reviewers })]
      : []),
    ...(phase === 'act' ? [] : [tell('next.then.act')]),
  ];
  if (later.length === 0) return null;
  return (
    <>
      <h3>{tell('next.then')}</h3>
      <ol>
        {later.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ol>
    </>
  );
}
