import { allHandlersFinished, condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { isFinished, nextAlarm } from '../domain/evaluationPeriods/alarm';
import type { PeriodPhase } from '../domain/evaluationPeriods/state';
import { periodCommandUpdate, periodOpenedUpdate, periodQuery, scoresChangedSignal } from './evaluationPeriod.contract';
import type { PeriodEnvelope, PeriodWorkflowInput } from './evaluationPeriod.contract';
import { now, periodBook } from './evaluationPeriodBook';

/**
 * The evaluation of everybody in a tree of units for a period: opens them all, moves by its deadlines, publishes, waits for
 * appeals, ends. A result that is corrected after the end takes it up again, for the leaders above.
 */
export async function evaluationPeriod(input: PeriodWorkflowInput): Promise<void> {
  const book = periodBook(input);
  let changes = 0;
  let seenChanges = 0;
  setHandler(periodCommandUpdate, (envelope) => book.perform(envelope), {
    validator: (envelope: PeriodEnvelope) => book.validate(envelope),
  });
  setHandler(periodOpenedUpdate, () => book.whenStored());
  setHandler(periodQuery, () => book.answer());
  setHandler(scoresChangedSignal, () => void (changes += 1));

  const isPublished = (): boolean => book.period().publication?.doneAt !== undefined;
  const resultsChanged = (): boolean => isPublished() && seenChanges < changes;

  await book.open();
  while (!isFinished(book.period()) || resultsChanged()) {
    const { phase } = book.period();
    if (phase === 'opening') await book.openEverybody();
    else if (phase === 'published') await book.publishEverybody();
    else if (resultsChanged()) {
      seenChanges = changes;
      await book.recomputeLeaders();
    } else await step();
    if (workflowInfo().continueAsNewSuggested && !isFinished(book.period()) && !resultsChanged()) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof evaluationPeriod>({ ...input, carried: book.carried() });
    }
  }
  if (book.period().phase === 'final') await book.finaliseEverybody();
  await condition(allHandlersFinished);

  async function begin(phase: PeriodPhase): Promise<void> {
    if (phase === 'selfAssessment') await book.beginForEverybody('self');
    if (phase === 'rating') await book.beginForEverybody('rating');
  }

  /** Sleeps until the next deadline, or until something happened. */
  async function step(): Promise<void> {
    const alarm = nextAlarm(book.period(), now());
    const seen = book.sequence();
    const moved = (): boolean => book.sequence() !== seen || resultsChanged() || workflowInfo().continueAsNewSuggested;
    if (alarm === undefined) await condition(moved);
    else if (!(await condition(moved, Math.max(1, Date.parse(alarm.at) - Date.now())))) {
      if (alarm.command.type === 'BeginStep') await begin(alarm.command.phase);
      await book.performOwn(alarm.command, `timer/${alarm.command.type}/${seen}/${now()}`);
    }
  }
}
