import { useNames } from '../parts/names';
import { useReviewWords } from '../words/reviews';
import { useWords } from '../words/words';
import { standsInTheWay } from './beforeClose';
import type { Order } from './orders';
import type { ReviewView } from './queries';

/** The one action that takes a review on; `undefined`: it waits for nobody, or has ended. */
export function nextOrder(review: ReviewView): Order | undefined {
  switch (review.phase) {
    case 'collecting':
      return 'PrepareMemoNow';
    case 'prepared':
      return 'HoldMeeting';
    case 'held':
      return standsInTheWay(review) === 0 && review.decisions.length > 0 ? 'Close' : 'Decide';
    case 'closed':
    case 'cancelled':
      return undefined;
  }
}

const ORDERS: readonly Order[] = [
  ...(['PrepareMemoNow', 'HoldMeeting', 'Decide', 'AmendMinutes', 'Close', 'Postpone', 'Reopen', 'Cancel'] as const),
];

type Props = {
  readonly review: ReviewView;
  readonly may: (order: Order) => boolean;
  readonly onAsk: (order: Order) => void;
};
/** What comes next and by whom, with its button before all others. */
export function NextStep({ review, may, onAsk }: Props) {
  const { format } = useWords();
  const word = useReviewWords();
  const { person } = useNames();
  const { phase, dates, definition } = review;
  if (phase === 'cancelled') return null;
  const next = nextOrder(review);
  const buttons = ORDERS.filter(may).toSorted((one, other) => Number(other === next) - Number(one === next));
  const told = {
    chair: person(definition.chair),
    memo: format.day(dates.memoAt),
    collect: format.day(dates.collectUntil),
    meeting: format.day(dates.meeting),
  };
  return (
    <section className="card" aria-label={word('rv.next')}>
      <h2>{word('rv.next')}</h2>
      <p>{word(`rv.next.${phase}`, told)}</p>
      {buttons.length > 0 && (
        <div className="buttons" role="group" aria-label={word('rv.actions')}>
          {buttons.map((type) => (
            <button key={type} type="button" className={type === next ? 'main' : ''} onClick={() => onAsk(type)}>
              {word(`rv.do.${type}`)}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}
