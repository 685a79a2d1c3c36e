import { Link } from 'wouter';
import type { MemoMeasure, ReviewMemo } from '../../../src/domain/reviews/memo';
import { indicatorHref } from '../indicators/names';
import { useNames } from '../parts/names';
import { MovementSign, StatusSign } from '../scorecards/signs';
import { useReviewWords } from '../words/reviews';
import { useWords } from '../words/words';
import type { ReviewView } from './queries';

type Props = {
  readonly review: ReviewView;
  readonly memo: ReviewMemo;
  /** Missing: the reader may not comment, or not now. */
  readonly onComment: ((measure: string) => void) | undefined;
};

/** What the meeting reads: each measure with status and progress apart, likelihood, risk, and what was said about it. */
export function Memo({ review, memo, onComment }: Props) {
  const { of, format } = useWords();
  const word = useReviewWords();
  return (
    <section className="card">
      <h2>{word('rv.memo')}</h2>
      <p className="hint">{word('rv.preparedAt', { when: format.moment(memo.preparedAt) })}</p>
      <p>{of(memo.summary)}</p>
      <div className="scroll" tabIndex={0} role="region" aria-label={word('rv.memo')}>
        <table className="whole-words memo">
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
              <Row key={`${one.measure} ${one.unit}`} {...{ review, one, onComment }} />
            ))}
          </tbody>
        </table>
      </div>
      {memo.prospects.length > 0 && (
        <>
          <h3>{word('rv.prospects')}</h3>
          <ul>
            {memo.prospects.map(({ measure, words }) => (
              <li key={measure}>{of(words)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

type RowProps = Omit<Props, 'memo'> & { readonly one: MemoMeasure };
function Row({ review, one, onComment }: RowProps) {
  const { of, format } = useWords();
  const word = useReviewWords();
  const { person } = useNames();
  const name = of(one.name);
  const comments = review.comments.filter(({ measure }) => measure === one.measure);
  const owed = one.colour === 'red' && comments.length === 0;
  const number = (value: number | undefined) => (value === undefined ? '–' : format.number(value));
  return (
    <tr>
      <th scope="row">
        <Link href={indicatorHref(one.measure, { unit: one.unit, explain: review.period })}>{name}</Link>
        {one.specialCauses.map((cause) => (
          <p key={cause.en} className="hint">
            {of(cause)}
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
        <p className="hint">{of(one.movementRule)}</p>
      </td>
      <td>
        {word(`rv.risk.${one.risk}`)}
        {one.likelihood !== undefined && <p className="hint">{of(one.likelihood.words)}</p>}
      </td>
      <td>
        {comments.map(({ text, by, at }) => (
          <p key={at} className="said">
            {text} <span className="hint">{`${person(by)}, ${format.moment(at)}`}</span>
          </p>
        ))}
        {owed && <p className="missing">{word('rv.commentOwed')}</p>}
        {one.colour === 'red' && one.cycles.length === 0 && (
          <p className="missing">
            {word('rv.noAction')} <Link href="/launch">{word('rv.launch')}</Link>
          </p>
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
