import { allHandlersFinished, condition, continueAsNew, setHandler, workflowInfo } from '@temporalio/workflow';
import { isFinished, nextAlarm } from '../domain/survey/alarm';
import { reconsiderSurveySignal, surveyCommandUpdate, surveyCreatedUpdate, surveyQuery } from './survey.contract';
import type { SurveyEnvelope, SurveyWorkflowInput } from './survey.contract';
import { now, surveyBook } from './surveyBook';

/** One survey, from its first draft until it is closed: it opens and closes by its own timers. Answers do not pass through here. */
export async function survey(input: SurveyWorkflowInput): Promise<void> {
  const book = surveyBook(input);
  let told = 0;
  setHandler(surveyCommandUpdate, (envelope) => book.perform(envelope), {
    validator: (envelope: SurveyEnvelope) => book.validate(envelope),
  });
  setHandler(surveyCreatedUpdate, () => book.whenStored());
  setHandler(surveyQuery, () => book.answer());
  setHandler(reconsiderSurveySignal, () =>
    book.performOwn({ type: 'ReconsiderOpening' }, `told/${(told += 1)}/${now()}`),
  );

  await book.create();
  while (!isFinished(book.survey())) {
    const alarm = nextAlarm(book.survey(), now());
    const seen = book.sequence();
    const moved = (): boolean => book.sequence() !== seen || workflowInfo().continueAsNewSuggested;
    if (alarm === undefined) await condition(moved);
    else if (!(await condition(moved, Math.max(1, Date.parse(alarm.at) - Date.now()))))
      await book.performOwn(alarm.command, `timer/${alarm.command.type}/${seen}/${now()}`);
    if (workflowInfo().continueAsNewSuggested && !isFinished(book.survey())) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof survey>({ ...input, carried: book.carried() });
    }
  }
  if (book.survey().phase === 'closed') await book.announce();
  await condition(allHandlersFinished);
}
