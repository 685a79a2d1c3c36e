import { useReviewWords } from '../words/reviews';
import { anchorOf } from './parts';
import type { ReviewView } from './queries';

type Props = { readonly review: ReviewView; readonly onComment: ((measure: string) => void) | undefined };
type More = Props & { readonly onStatus: ((decision: string) => void) | undefined };

/** What the engine will not close the review without. */
export const standsInTheWay = ({ commentsMissing, earlier }: ReviewView): number =>
  commentsMissing.length + earlier.filter(({ status }) => status === 'open').length;

/** What still stands between the review and its end: each with the way there, and what is done about it. */
export function BeforeClose({ review, onComment, onStatus }: More) {
  const word = useReviewWords();
  if (review.phase !== 'prepared' && review.phase !== 'held') return null;
  if (standsInTheWay(review) === 0) return <p className="note good">{word('rv.canClose')}</p>;
  const open = review.earlier.filter((one) => one.status === 'open');
  return (
    <section className="note warn" aria-label={word('rv.beforeClose')}>
      <h2>{word('rv.beforeClose')}</h2>
      <ul className="in-the-way">
        <Red review={review} onComment={onComment} />
        {open.map(({ id, text }) => (
          <li key={id}>
            <a href={`#${anchorOf(id)}`}>{word('rv.needsStatus', { text })}</a>
            {onStatus !== undefined && (
              <button type="button" aria-label={word('rv.statusOf', { text })} onClick={() => onStatus(id)}>
                {word('rv.do.SetDecisionStatus')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Red({ review, onComment }: Props) {
  const word = useReviewWords();
  const nameOf = (id: string) => review.measures.find(({ measure }) => measure === id)?.name ?? id;
  return review.commentsMissing.map((id) => (
    <li key={id}>
      <a href={`#${anchorOf(id)}`}>{word('rv.needsComment', { name: nameOf(id) })}</a>
      {onComment !== undefined && (
        <button type="button" aria-label={word('rv.commentOn', { name: nameOf(id) })} onClick={() => onComment(id)}>
          {word('rv.do.Comment')}
        </button>
      )}
    </li>
  ));
}
