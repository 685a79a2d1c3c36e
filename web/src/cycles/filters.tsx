import '../styles/cycles.css';
import { OUTCOMES } from '../../../src/domain/history/history';
import { usePeople } from '../api/queries';
import { useSession } from '../api/session';
import { useAddress } from '../parts/address';
import { Choice, ProcedureChoice, UnitChoice } from '../parts/choices';
import { useHomeUnit } from '../parts/names';
import { PHASES } from '../parts/phase';
import { useSettled } from '../parts/settled';
import { useCycleWords } from '../words/cycles';
import { useWords } from '../words/words';
import { outcomeName } from './line';
import type { CycleFilter } from './queries';

const MORE = ['outcome', 'procedure', 'lead', 'dueBefore', 'overdue', 'mine'] as const;

/** Filters live in the address: a link to a list shows the same list. Without any it is the list of the reader's own unit. */
export function useFilters() {
  const { session } = useSession();
  const [search, set, clear] = useAddress();
  const home = useHomeUnit(session?.person.unit);
  const get = (name: string) => search.get(name) ?? '';
  const mine = get('mine') === 'true';
  const unit = get('unit') !== '' ? get('unit') : mine ? undefined : home;
  const q = useSettled(get('q').trim());
  const phase = PHASES.find((one) => one === get('phase'));
  const outcome = OUTCOMES.find((one) => one === get('outcome'));
  const texts = ['procedure', 'lead', 'dueBefore'].flatMap((name) => (get(name) === '' ? [] : [[name, get(name)]]));
  const filter: CycleFilter | undefined =
    unit === undefined && !mine
      ? undefined
      : {
          ...(unit !== undefined && { unit }),
          ...(phase && { phase }),
          ...(outcome && { outcome }),
          ...(Object.fromEntries(texts) as Pick<CycleFilter, 'procedure' | 'lead' | 'dueBefore'>),
          ...(q !== '' && { q }),
          ...(get('overdue') === 'true' && { overdue: 'true' as const }),
          ...(mine && { mine: 'true' as const }),
        };
  const inUse = MORE.filter((name) => get(name) !== '').length;
  return { filter, get, set, clear, unit, mine, inUse, view: get('view') === 'board' ? 'board' : 'list' } as const;
}
export type Filters = ReturnType<typeof useFilters>;

export function FilterFields({ filters }: { readonly filters: Filters }) {
  const { say } = useWords();
  const tell = useCycleWords();
  const { get, set, unit, mine, view } = filters;
  return (
    <search>
      <div className="filters">
        <div className="field">
          <label htmlFor="q">{tell('find.text')}</label>
          <input
            id="q"
            type="search"
            aria-describedby="q-hint"
            maxLength={200}
            value={get('q')}
            onChange={({ target }) => set('q', target.value)}
          />
        </div>
        <UnitChoice
          value={unit ?? ''}
          empty={mine ? tell('find.mineEverywhere') : undefined}
          onChange={(value) => set('unit', value)}
        />
        {view === 'list' && (
          <Choice
            label={say('cycle.phase')}
            value={get('phase')}
            empty={say('filter.all')}
            options={PHASES.map((phase) => ({ value: phase, text: say(`phase.${phase}`) }))}
            onChange={(value) => set('phase', value)}
          />
        )}
        <ViewChoice view={view} set={(value) => set('view', value)} />
      </div>
      <p id="q-hint" className="hint">
        {tell('find.hint')}
      </p>
      <MoreFilters filters={filters} />
    </search>
  );
}

function MoreFilters({ filters: { get, set, clear, inUse } }: { readonly filters: Filters }) {
  const { say } = useWords();
  const tell = useCycleWords();
  const { data: people = [] } = usePeople();
  return (
    <details className="more-filters">
      <summary>{inUse === 0 ? tell('find.more') : tell('find.moreOn', { count: inUse })}</summary>
      <div className="filters">
        <Choice
          label={tell('find.outcome')}
          value={get('outcome')}
          empty={say('filter.all')}
          options={OUTCOMES.map((value) => ({ value, text: say(outcomeName(value)) }))}
          onChange={(value) => set('outcome', value)}
        />
        <ProcedureChoice value={get('procedure')} onChange={(value) => set('procedure', value)} />
        <Choice
          label={tell('find.lead')}
          value={get('lead')}
          empty={say('filter.all')}
          options={people.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(value) => set('lead', value)}
        />
        <div className="field">
          <label htmlFor="due-before">{tell('find.dueBefore')}</label>
          <input
            id="due-before"
            type="date"
            value={get('dueBefore')}
            onChange={({ target }) => set('dueBefore', target.value)}
          />
        </div>
        <Tick name="overdue" label={tell('find.overdue')} {...{ get, set }} />
        <Tick name="mine" label={tell('find.mine')} {...{ get, set }} />
      </div>
      {inUse > 0 && (
        <button type="button" onClick={() => clear(MORE)}>
          {tell('find.clear')}
        </button>
      )}
    </details>
  );
}

type TickProps = Pick<Filters, 'get' | 'set'> & { readonly name: string; readonly label: string };
const Tick = ({ name, label, get, set }: TickProps) => (
  <label className="check">
    <input
      type="checkbox"
      checked={get(name) === 'true'}
      onChange={({ target }) => set(name, target.checked ? 'true' : '')}
    />{' '}
    {label}
  </label>
);

function ViewChoice({ view, set }: { readonly view: 'list' | 'board'; readonly set: (view: string) => void }) {
  const { say } = useWords();
  return (
    <div className="segments" role="group" aria-label={say('cycles.view')}>
      <button type="button" aria-pressed={view === 'list'} onClick={() => set('')}>
        {say('cycles.list')}
      </button>
      <button type="button" aria-pressed={view === 'board'} onClick={() => set('board')}>
        {say('cycles.board')}
      </button>
    </div>
  );
}
