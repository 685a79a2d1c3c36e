import { allHandlersFinished, condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { isFinished, nextAlarm } from '../domain/cycle/alarm';
import { commandUpdate, cycleQuery, launchedUpdate, reconsiderSignal } from './cycle.contract';
import type { CommandEnvelope, CycleInput } from './cycle.contract';
import { cycleBook } from './cycleBook';

/** One improvement cycle, from its launch until nothing can happen to it any more: months, sometimes years. */
export async function cycle(input: CycleInput): Promise<void> {
  const book = cycleBook(input);

  setHandler(commandUpdate, (envelope) => book.perform(envelope), {
    validator: (envelope: CommandEnvelope) => book.validate(envelope),
  });
  setHandler(launchedUpdate, () => book.whenStored());
  setHandler(cycleQuery, () => book.answer());
  setHandler(reconsiderSignal, ({ reason, at }) =>
    book.performOwn({ type: 'RescheduleCycle', reason }, `reconsider/${at}`),
  );

  await book.launch();
  while (!isFinished(book.cycle())) {
    const alarm = nextAlarm(book.cycle());
    const seen = book.sequence();
    const moved = (): boolean => book.sequence() !== seen || workflowInfo().continueAsNewSuggested;
    if (alarm === undefined) await condition(moved);
    else if (!(await condition(moved, Math.max(1, Date.parse(alarm.at) - Date.now()))))
      await book.performOwn(alarm.command, `timer/${alarm.command.type}/${seen}`);
    if (workflowInfo().continueAsNewSuggested && !isFinished(book.cycle())) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof cycle>({ ...input, carried: book.carried() });
    }
  }
  await condition(allHandlersFinished);
}
