import { Link, useLocation } from 'wouter';
import { usePeople } from '../api/queries';
import { useUnitsWhere } from '../indicators/may';
import { useEvaluationWords } from '../words/evaluations';
import { useMe } from './may';

type Managed = { readonly id: string; readonly manager?: string };

/** The pages of evaluation that are of use to this reader. */
export function Tabs() {
  const word = useEvaluationWords();
  const [location] = useLocation();
  const me = useMe();
  const { data } = usePeople();
  const people: readonly Managed[] = data ?? [];
  const selves = me === undefined ? [] : [me.id, ...(me.standsInFor ?? [])];
  const leads = people.some(({ manager }) => manager !== undefined && selves.includes(manager));
  const works = me?.roles.some((role) => role !== 'administrator' && role !== 'auditor') ?? false;
  const looksOver = useUnitsWhere('evaluationPeriod.people').length > 0;
  const tabs = [
    ...(works ? [{ to: '/my-work', text: word('ev.mine') }] : []),
    ...(leads || looksOver ? [{ to: '/my-team', text: word('ev.team') }] : []),
    ...(works || looksOver ? [{ to: '/evaluation-periods', text: word('ev.periods') }] : []),
  ];
  if (tabs.length < 2) return null;
  return (
    <nav aria-label={word('ev.pages')} className="tabs">
      {tabs.map(({ to, text }) => (
        <Link key={to} href={to} {...(location === to && { 'aria-current': 'page' as const })}>
          {text}
        </Link>
      ))}
    </nav>
  );
}
