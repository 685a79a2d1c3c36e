import { Link } from 'wouter';
import { indicatorHref } from '../indicators/names';
import { useNames } from '../parts/names';
import { PHASES } from '../parts/phase';
import { MovementSign, StatusSign } from '../scorecards/signs';
import { useReviewWords } from '../words/reviews';
import { useWords } from '../words/words';
import { anchorOf } from './parts';
import type { MemoRow, MemoView, ReviewView } from './queries';

type Props = {
  readonly review: ReviewView;
  readonly memo: MemoView;
  /** Missing: the reader may not comment, or not now. */
  readonly onComment: ((measure: string) => void) | undefined;
  /** Missing: the reader may not open a cycle here, or not now. */
  readonly onCycle: ((measure: string) => void) | undefined;
};

/** What the meeting reads: each measure with status and progress apart, likelihood, risk, and what was said about it. */
export function Memo({ review, memo, onComment, onCycle }: Props) {
  const { format } = useWords();
  const word = useReviewWords();
  return (
    <section className="card">
      <h2>{word('rv.memo')}</h2>
      <p className="hint">{word('rv.preparedAt', { when: format.moment(memo.preparedAt) })}</p>
      <p>{memo.summary}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={word('rv.memo')}>
        <table className="memo">
          <thead>
            <tr>
              <th scope="col">{word('rv.measure')}</th>
              <th scope="col" className="number">
                {word('rv.value')}
              </th>
              <th scope="col" className="number">
                {word('rv.target')}
              </th>
              <th scope="col">{word('rv.statusNow')}</th>
              <th scope="col">{word('rv.progress')}</th>
              <th scope="col">{word('rv.risk')}</th>
              <th scope="col">{word('rv.comments')}</th>
            </tr>
          </thead>
          <tbody>
            {memo.measures.map((one) => (
              <Row key={`${one.measure} ${one.unit}`} {...{ review, one, onComment, onCycle }} />
            ))}
          </tbody>
        </table>
      </div>
      {memo.prospects.length > 0 && (
        <>
          <h3>{word('rv.prospects')}</h3>
          <ul>
            {memo.prospects.map(({ measure, words }) => (
              <li key={measure}>{words}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type RowProps = Omit<Props, 'memo'> & { readonly one: MemoRow };
function Row({ review, one, onComment, onCycle }: RowProps) {
  const { format } = useWords();
  const word = useReviewWords();
  const { person } = useNames();
  const { name } = one;
  const cycles = review.cycles.filter(({ measure }) => measure === one.measure);
  const cycleTold = useCycleTold();
  const comments = review.comments.filter(({ measure }) => measure === one.measure);
  const owed = one.colour === 'red' && comments.length === 0;
  const number = (value: number | undefined) => (value === undefined ? '–' : format.number(value));
  return (
    <tr id={anchorOf(one.measure)} tabIndex={-1}>
      <th scope="row">
        <Link href={indicatorHref(one.measure, { unit: one.unit, explain: review.period })}>{name}</Link>
        {one.specialCauses.map((cause) => (
          <p key={cause} className="hint">
            {cause}
          </p>
        ))}
      </th>
      <td className="number">{number(one.value)}</td>
      <td className="number">{number(one.target)}</td>
      <td>
        <StatusSign status={one.colour === 'none' ? undefined : one.colour} />
      </td>
      <td>
        <MovementSign movement={one.movement} />
        <p className="hint rule">{one.movementRule}</p>
      </td>
      <td>
        {word(`rv.risk.${one.risk}`)}
        {one.likelihood !== undefined && <p className="hint rule">{one.likelihood.words}</p>}
      </td>
      <td>
        {comments.map(({ text, by, at }) => (
          <p key={at} className="said">
            {text} <span className="hint">{`${person(by)}, ${format.moment(at)}`}</span>
          </p>
        ))}
        {owed && <p className="missing">{word('rv.commentOwed')}</p>}
        {cycles.map(({ cycle, title, phase, outcome }) => (
          <p key={cycle}>
            <Link href={`/cycles/${encodeURIComponent(cycle)}`}>{title ?? word('rv.cycle')}</Link>{' '}
            <span className="hint">{cycleTold(phase, outcome)}</span>
          </p>
        ))}
        {one.colour === 'red' && one.cycles.length + cycles.length === 0 && (
          <p className="missing">{word('rv.noAction')}</p>
        )}
        {one.colour === 'red' && onCycle !== undefined && cycles.length === 0 && (
          <button type="button" aria-label={word('rv.cycleFor', { name })} onClick={() => onCycle(one.measure)}>
            {word('rv.launch')}
          </button>
        )}
        {onComment !== undefined && (
          <button
            type="button"
            className={owed ? 'main' : ''}
            aria-label={word('rv.commentOn', { name })}
            onClick={() => onComment(one.measure)}
          >
            {word('rv.do.Comment')}
          </button>
        )}
      </td>
    </tr>
  );
}

/** How far a cycle is, or what became of it. */
function useCycleTold(): (phase: string | undefined, outcome: string | undefined) => string {
  const { say } = useWords();
  return (phase, outcome) => {
    const decided = DECISIONS.find((one) => one === outcome);
    if (decided !== undefined) return say(`decision.${decided}`);
    const known = PHASES.find((one) => one === phase);
    return known === undefined ? '' : say(`phase.${known}`);
  };
}
const DECISIONS = ['adopt', 'adapt', 'expand', 'abandon'] as const;
