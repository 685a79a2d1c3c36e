import { Link, useSearchParams } from 'wouter';
import { IDEA_STAGES } from '../../../src/domain/ideas/points';
import type { IdeaStage } from '../../../src/domain/ideas/points';
import { useUnits } from '../api/queries';
import { useSession } from '../api/session';
import { IdeaCard } from '../ideas/card';
import { PointsSettings } from '../ideas/pointsForm';
import { useIdeas, useInnovation } from '../ideas/queries';
import type { Filter, IdeaShown } from '../ideas/queries';
import { useUnitsWhere } from '../indicators/may';
import { ProblemNote, Waiting } from '../parts/notes';
import { walked } from '../parts/unitTree';
import { PageTitle } from '../shell';
import { useIdeaWords } from '../words/ideas';
import { useWords } from '../words/words';

/** All ideas by where they stand; the filters stand in the address. */
export default function IdeasPage() {
  const { say } = useWords();
  const word = useIdeaWords();
  const [search, setSearch] = useSearchParams();
  const filter: Filter = {
    unit: search.get('unit') ?? '',
    stage: IDEA_STAGES.find((one) => one === search.get('stage')) ?? '',
    mine: search.get('mine') === 'true',
  };
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useIdeas(filter);
  const mayPropose = useUnitsWhere('idea.propose').length > 0;
  const change = (name: string, value: string) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  const ideas = data?.pages.flatMap(({ items }) => items);
  const make = (
    <Link href="/new-idea" className="button main">
      {word('id.new')}
    </Link>
  );
  return (
    <>
      <PageTitle {...(mayPropose && { aside: make })}>{word('id.title')}</PageTitle>
      <p className="lead">{word('id.what')}</p>
      <MyPoints />
      <PointsSettings />
      <Filters filter={filter} onChange={change} />
      {error !== null && <ProblemNote error={error} />}
      {ideas === undefined && error === null && <Waiting />}
      {ideas?.length === 0 && <p className="card empty">{word('id.none')}</p>}
      {ideas !== undefined && IDEA_STAGES.map((stage) => <Column key={stage} stage={stage} ideas={ideas} />)}
      {hasNextPage && (
        <button type="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? say('note.working') : word('id.more')}
        </button>
      )}
    </>
  );
}

function Column({ stage, ideas }: { readonly stage: IdeaStage; readonly ideas: readonly IdeaShown[] }) {
  const word = useIdeaWords();
  const here = ideas.filter((idea) => idea.stage === stage);
  if (here.length === 0) return null;
  return (
    <section aria-labelledby={`stage-${stage}`}>
      <h2 id={`stage-${stage}`}>
        {word(`id.stage.${stage}`)} <span className="count">{here.length}</span>
      </h2>
      <ul className="tasks">
        {here.map((idea) => (
          <IdeaCard key={idea.id} idea={idea} />
        ))}
      </ul>
    </section>
  );
}

type FiltersProps = { readonly filter: Filter; readonly onChange: (name: string, value: string) => void };

function Filters({ filter, onChange }: FiltersProps) {
  const word = useIdeaWords();
  const { data: units = [] } = useUnits();
  return (
    <div className="filters">
      <div className="field">
        <label htmlFor="unit">{word('id.filterUnit')}</label>
        <select id="unit" value={filter.unit} onChange={({ target }) => onChange('unit', target.value)}>
          <option value="">{word('id.everywhere')}</option>
          {walked(units).map(({ id, name, depth }) => (
            <option key={id} value={id}>{`${'\u2003'.repeat(depth)}${name}`}</option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="stage">{word('id.filterStage')}</label>
        <select id="stage" value={filter.stage} onChange={({ target }) => onChange('stage', target.value)}>
          <option value="">{word('id.allStages')}</option>
          {IDEA_STAGES.map((stage) => (
            <option key={stage} value={stage}>
              {word(`id.stage.${stage}`)}
            </option>
          ))}
        </select>
      </div>
      <label className="check">
        <input
          type="checkbox"
          checked={filter.mine}
          onChange={({ target }) => onChange('mine', target.checked ? 'true' : '')}
        />
        {word('id.mine')}
      </label>
    </div>
  );
}

function MyPoints() {
  const { format } = useWords();
  const word = useIdeaWords();
  const { session, last } = useSession();
  const { data } = useInnovation((session ?? last)?.person.id);
  if (data === undefined || data.points.length === 0) return null;
  return (
    <details className="card small">
      <summary>{word('id.points', { total: format.number(data.total) })}</summary>
      <ul>
        {data.points.map(({ idea, kind, evidence, title, explain }) => (
          <li key={`${idea}/${kind}/${evidence.id}`}>
            <Link href={`/ideas/${encodeURIComponent(idea)}`}>{title}</Link>: {explain}
          </li>
        ))}
      </ul>
      <p className="hint">{word('id.assumed')}</p>
    </details>
  );
}
