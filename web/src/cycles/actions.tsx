import { useState } from 'react';
import { Link } from 'wouter';
import { useUnits } from '../api/queries';
import type { CycleView } from '../api/queries';
import type { Person } from '../api/session';
import { useAddress } from '../parts/address';
import { CommandDialog } from '../parts/commandDialog';
import type { Fillable } from '../parts/commandDialog';
import { FORMS } from '../parts/commands';
import { commandsFor } from '../parts/mayDo';
import type { Offered } from '../parts/mayDo';
import { useCycleWords } from '../words/cycles';
import { useWords } from '../words/words';
import { placeOf } from '../../../src/domain/access/place';
import { Undo } from './undo';
import type { Done } from './undo';

type ActionsProps = { readonly cycle: CycleView; readonly person: Person };

/** What this person may do with the cycle now, each as a question that opens by its address. */
export function Actions({ cycle, person }: ActionsProps) {
  const { say } = useWords();
  const tell = useCycleWords();
  const { data: units = [] } = useUnits();
  const [search, set] = useAddress();
  const [done, setDone] = useState<Done>();
  const offers = commandsFor(cycle, person, placeOf(units, cycle.unit));
  const wanted = offers.find(({ type }) => type !== 'RevisePlan' && type === search.get('do'));
  const [opened, setOpened] = useState<Offered>();
  if (wanted !== undefined && wanted.type !== opened?.type) setOpened(wanted);
  // A question stays open with what was typed, whatever others do to the cycle meanwhile.
  const asked = wanted ?? (opened?.type === search.get('do') ? opened : undefined);
  const nameOf = (id: string) => person.represents?.find((one) => one.id === id);
  const first = offers.filter(({ type }) => type === 'RevisePlan' || FORMS[type].main === true);
  const others = offers.filter((one) => !first.includes(one));
  const button = ({ type, inPlaceOf }: Offered) => {
    const absent = inPlaceOf === undefined ? undefined : nameOf(inPlaceOf);
    const label = absent === undefined ? '' : ` (${tell('deputy.for', { name: absent.name })})`;
    return type === 'RevisePlan' ? (
      <Link key={type} href={`/cycles/${encodeURIComponent(cycle.id)}/plan`} className="button">
        {say('command.RevisePlan')}
      </Link>
    ) : (
      <button key={type} type="button" className={looksOf(type)} onClick={() => set('do', type)}>
        {say(`command.${type}`)}
        {label}
      </button>
    );
  };
  return (
    <section aria-label={say('cycle.actions')}>
      {done !== undefined && <Undo key={done.version} done={done} cycle={cycle} onGone={() => setDone(undefined)} />}
      {first.length > 0 && <div className="buttons">{first.map(button)}</div>}
      {others.length > 0 && (
        <details>
          <summary>{say('cycle.moreActions')}</summary>
          <div className="buttons">{others.map(button)}</div>
        </details>
      )}
      {asked !== undefined && asked.type !== 'RevisePlan' && (
        <CommandDialog
          type={asked.type}
          cycle={cycle}
          inPlaceOf={asked.inPlaceOf === undefined ? undefined : nameOf(asked.inPlaceOf)}
          onDone={setDone}
          onClose={() => set('do', '')}
        />
      )}
    </section>
  );
}

const looksOf = (type: Fillable): string =>
  FORMS[type].grave === true ? 'danger' : FORMS[type].main === true ? 'main' : '';
