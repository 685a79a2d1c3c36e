import { Link } from 'wouter';
import { Tree } from '../indicators/explain';
import { indicatorHref } from '../indicators/names';
import type { Explained } from '../indicators/queries';
import { ProblemNote, Waiting } from '../parts/notes';
import { useScorecardWords } from '../words/scorecards';
import { useWords } from '../words/words';
import { useScorecardView } from './queries';
import type { Asked } from './queries';
import { objectivesOf } from './reading';
import type { Reading } from './reading';
import { useScoreText } from './scored';

type Node = {
  readonly how: 'scorecard' | 'perspective' | 'objective' | 'measure';
  readonly key: string;
  readonly name: string;
  readonly words: string;
  readonly state: Reading['state'];
  readonly share?: number;
  readonly score?: number;
  readonly parts?: readonly Node[];
  readonly tree?: Explained;
};
type Props = {
  readonly reading: Reading;
  readonly query: Asked;
  /** `all`, the key of an objective, `<objective>/<indicator>`, or `PERSPECTIVE` and the key of one. */
  readonly what: string;
  readonly backHref: string;
};

export const PERSPECTIVE = 'perspective:';

/** How a score came about, down to figures, answers and cases. */
export function ExplainScore({ reading, query, what, backHref }: Props) {
  const word = useScorecardWords();
  const perspective = what.startsWith(PERSPECTIVE) ? what.slice(PERSPECTIVE.length) : undefined;
  const [objective = '', measure = ''] = what === 'all' || perspective !== undefined ? [] : what.split('/');
  const asked = { ...query, objective, measure };
  const { data, error } = useScorecardView<{ tree: Node }>(reading.id, '/explain', asked);
  const whole = data?.tree;
  const tree = perspective === undefined ? whole : whole?.parts?.find(({ key }) => key === perspective);
  return (
    <section className="card" aria-labelledby="explained-score">
      <h2 id="explained-score">{word('sc.howComeOf', { name: tree?.name ?? '…' })}</h2>
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {tree !== undefined && (
        <ul className="tree">
          <One node={tree} depth={0} reading={reading} />
        </ul>
      )}
      <p className="buttons">
        {measure !== '' && (
          <Link href={indicatorHref(measure, { unit: reading.unit })} className="button">
            {word('sc.toIndicator')}
          </Link>
        )}
        <Link href={backHref} className="button">
          {word('sc.closeExplain')}
        </Link>
      </p>
    </section>
  );
}

type OneProps = { readonly node: Node; readonly depth: number; readonly reading: Reading };
function One({ node, depth, reading }: OneProps) {
  const { format } = useWords();
  const word = useScorecardWords();
  const scoreText = useScoreText();
  const { name, words, share, parts = [], tree, key } = node;
  const measure = objectivesOf(reading)
    .flatMap(({ measures }) => measures)
    .find(({ indicator }) => indicator === key);
  return (
    <li>
      <details open={depth < 2}>
        <summary>
          {name}: <span className="value">{scoreText(node)}</span>{' '}
          {share !== undefined && (
            <span className="hint">{word('sc.shareOf', { share: format.value(share, 'ratio') })}</span>
          )}
        </summary>
        <p className="hint">{words}</p>
        <ul>
          {parts.map((part) => (
            <One key={`${part.how} ${part.key}`} node={part} depth={depth + 1} reading={reading} />
          ))}
        </ul>
        {tree !== undefined && <Tree tree={tree} measure={measure?.unitOfMeasure ?? 'number'} />}
      </details>
    </li>
  );
}
