import { MovementSign, StatusSign } from '../scorecards/signs';
import { usePublicWords } from '../words/public';
import { useReviewWords } from '../words/reviews';
import { useWords } from '../words/words';
import type { Shown } from './queries';

type Review = Shown['reviews'][number];

/** Reviews that were published when they were closed, the newest first. */
export function Reviews({ reviews }: { readonly reviews: readonly Review[] }) {
  const word = usePublicWords();
  if (reviews.length === 0) return null;
  return (
    <section className="card" aria-labelledby="public-reviews">
      <h2 id="public-reviews">{word('pu.reviews')}</h2>
      <p className="hint">{word('pu.reviewsWhat')}</p>
      {reviews.map((one) => (
        <OneReview key={one.review} review={one} />
      ))}
    </section>
  );
}

function OneReview({ review: { title, period, publishedAt, summary, memo, decisions } }: { readonly review: Review }) {
  const { of, format } = useWords();
  const word = usePublicWords();
  const reviewWord = useReviewWords();
  return (
    <article>
      <h3>
        {of(title)} · {format.period(period)}
      </h3>
      <p className="hint">{word('pu.publishedOn', { day: format.day(publishedAt) })}</p>
      <p>{summary}</p>
      <details>
        <summary>{word('pu.memo')}</summary>
        <p>{of(memo.summary)}</p>
        <ul>
          {memo.measures.map(({ measure, name, colour, movement, words }) => (
            <li key={measure}>
              <strong>{of(name)}</strong>: <StatusSign status={colour === 'none' ? undefined : colour} />{' '}
              <MovementSign movement={movement} /> <span>{of(words)}</span>
            </li>
          ))}
        </ul>
      </details>
      {decisions.length > 0 && (
        <>
          <h4>{word('pu.decisions')}</h4>
          <ul>
            {decisions.map(({ text, due, status }) => (
              <li key={`${due} ${text}`}>
                {text} ({word('pu.decisionDue', { day: format.day(due) })}; {reviewWord(`rv.status.${status}`)})
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}
