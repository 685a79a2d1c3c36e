import { allHandlersFinished, condition, continueAsNew, patched, setHandler, workflowInfo } from '@temporalio/workflow';
import { isFinished, nextAlarm } from '../domain/reviews/alarm';
import {
  decisionToldSignal,
  lookForValuesSignal,
  reviewCommandUpdate,
  reviewOpenedUpdate,
  reviewQuery,
} from './review.contract';
import type { ReviewEnvelope, ReviewWorkflowInput } from './review.contract';
import { now, reviewBook } from './reviewBook';

const ONE_LOOK = 'review-one-look';

/** One review, from the period's end until it is closed and none of its decisions is open: it collects and prepares by its own timers. */
export async function review(input: ReviewWorkflowInput): Promise<void> {
  const book = reviewBook(input);
  let looks = 0;
  const lookNow = (): Promise<void> => book.performOwn({ type: 'LookForValues' }, `look/${(looks += 1)}/${now()}`);
  const look = oneAtATime(lookNow);
  setHandler(reviewCommandUpdate, (envelope) => book.perform(envelope), {
    validator: (envelope: ReviewEnvelope) => book.validate(envelope),
  });
  setHandler(reviewOpenedUpdate, () => book.whenStored());
  setHandler(reviewQuery, () => book.answer());
  setHandler(lookForValuesSignal, () => (patched(ONE_LOOK) ? look() : lookNow()));
  setHandler(decisionToldSignal, (told) => book.tell(told));

  await book.open();
  // A review that is taken up again is finished until its command has come.
  if (input.carried !== undefined && isFinished(book.review()))
    await condition(() => !isFinished(book.review()), '1 minute');
  while (!isFinished(book.review())) {
    const alarm = nextAlarm(book.review(), now());
    const seen = book.sequence();
    const moved = (): boolean => book.sequence() !== seen || workflowInfo().continueAsNewSuggested;
    if (alarm === undefined) await condition(moved);
    else if (!(await condition(moved, Math.max(1, Date.parse(alarm.at) - Date.now()))))
      await book.performOwn(alarm.command, `timer/${alarm.command.type}/${seen}/${now()}`);
    if (workflowInfo().continueAsNewSuggested && !isFinished(book.review())) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof review>({ ...input, carried: book.carried() });
    }
  }
  await condition(allHandlersFinished);
}

/** However often it is asked for while one is under way, one more follows: it sees all that came meanwhile. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running = false;
  let wanted = false;
  return async () => {
    wanted = true;
    if (running) return;
    running = true;
    try {
      while (wanted) {
        wanted = false;
        await work();
      }
    } finally {
      running = false;
    }
  };
}
