import { Link } from 'wouter';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { useScorecardWords } from '../words/scorecards';
import { useWords } from '../words/words';
import { scorecardHref, useScorecardView } from './queries';
import type { Asked } from './queries';
import type { ObjectiveView, Reading } from './reading';
import { Rated } from './scored';

type Standing = Pick<ObjectiveView, 'name' | 'state' | 'score' | 'coverage' | 'status' | 'progress'>;
type Cascaded = Standing & {
  readonly scorecard: string;
  readonly scorecardName: string;
  readonly unit: string;
  readonly objective: string;
  readonly by: 'objective' | 'indicator' | 'contribution';
  readonly period: string;
  readonly contribution: { readonly words: string };
  readonly above?: Cascaded;
  readonly below?: readonly Cascaded[];
};
type Tree = {
  readonly objectives: readonly (Standing & {
    readonly key: string;
    readonly above?: Cascaded;
    readonly below: readonly Cascaded[];
  })[];
  readonly hidden: number;
  readonly leftOut: number;
};

/** What each objective serves above, and what serves it from below, each as it stands there. */
export function Cascade({ reading, query }: { readonly reading: Reading; readonly query: Asked }) {
  const word = useScorecardWords();
  const { data, error } = useScorecardView<Tree>(reading.id, '/cascade', { ...query });
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  const tied = data.objectives.filter(({ above, below }) => above !== undefined || below.length > 0);
  return (
    <section className="card">
      <h2>{word('sc.view.cascade')}</h2>
      {data.hidden > 0 && <p className="hint">{word('sc.cascadeHidden', { count: data.hidden })}</p>}
      {data.leftOut > 0 && <p className="hint">{word('sc.cascadeLeftOut', { count: data.leftOut })}</p>}
      {tied.length === 0 && <p>{word('sc.cascadeNone')}</p>}
      <ul className="tree">
        {tied.map((one) => (
          <li key={one.key}>
            {one.above !== undefined && <Elsewhere title={word('sc.cascadeAbove')} list={[one.above]} />}
            <h3>{one.name}</h3>
            <Rated scored={one} />
            {one.below.length > 0 && <Elsewhere title={word('sc.cascadeBelow')} list={one.below} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Elsewhere({ title, list }: { readonly title: string; readonly list: readonly Cascaded[] }) {
  const { format } = useWords();
  const word = useScorecardWords();
  const { unit } = useNames();
  return (
    <>
      <p className="label">{title}</p>
      <ul>
        {list.map((one) => (
          <li key={`${one.scorecard} ${one.objective}`}>
            <Link
              href={scorecardHref(
                one.scorecard,
                new URLSearchParams({ period: one.period, view: 'cascade' }).toString(),
              )}
            >
              {one.name}
            </Link>{' '}
            <span className="hint">
              {[one.scorecardName, unit(one.unit), format.period(one.period), word(`sc.by.${one.by}`)].join(' · ')}
            </span>
            <Rated scored={one} />
            <p className="hint">{one.contribution.words}</p>
            {one.above !== undefined && <Elsewhere title={word('sc.cascadeAbove')} list={[one.above]} />}
            {one.below !== undefined && <Elsewhere title={word('sc.cascadeBelow')} list={one.below} />}
          </li>
        ))}
      </ul>
    </>
  );
}
