import type { FormEvent } from 'react';
import type { EvaluationCommand } from '../../../src/domain/evaluations/evaluation.schema';
import { lastDayOf } from '../../../src/domain/indicators/period';
import { useKeyed } from '../api/keyed';
import { Ask, FormButtons } from '../parts/dialog';
import { ProblemNote } from '../parts/notes';
import { useEvaluationWords } from '../words/evaluations';
import { today } from './names';
import { useEvaluationCommand } from './queries';
import type { EvaluationShown, Item } from './queries';

export type ItemAsked =
  | 'ReportDone'
  | 'BeginWaiting'
  | 'EndWaiting'
  | 'RequestObjectiveCause'
  | 'TakeBackDone'
  | 'CheckQuality'
  | 'NoteDelay'
  | 'DecideObjectiveCause'
  | 'WithdrawWork';
type Props = {
  readonly evaluation: EvaluationShown;
  readonly item: Item;
  readonly type: ItemAsked;
  readonly onClose: () => void;
};
const WITH_DAY: readonly ItemAsked[] = ['ReportDone', 'BeginWaiting', 'EndWaiting', 'NoteDelay'];
const WITH_CHOICE: readonly ItemAsked[] = ['CheckQuality', 'DecideObjectiveCause'];
const TEXT: Partial<Record<ItemAsked, 'reason' | 'note' | 'waitingFor'>> = {
  BeginWaiting: 'waitingFor',
  RequestObjectiveCause: 'reason',
  TakeBackDone: 'reason',
  CheckQuality: 'note',
  NoteDelay: 'note',
  DecideObjectiveCause: 'reason',
  WithdrawWork: 'reason',
};

/** Asks for what a command about one product needs, and carries it out. */
export function ItemOrder({ evaluation, item, type, onClose }: Props) {
  const word = useEvaluationWords();
  const keyed = useKeyed();
  const command = useEvaluationCommand(evaluation.id);
  const last = lastDayOf(evaluation.period);
  const latest = type === 'ReportDone' && today() > last ? last : today();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = commandOf(type, item.item, new FormData(event.currentTarget));
    try {
      await keyed(body, (key) => command.mutateAsync({ body, key }));
      onClose();
    } catch {
      // Told below by command.error; what was typed stays.
    }
  };
  const text = TEXT[type];
  return (
    <Ask title={`${word(`ev.item.${type}`)}: ${item.title}`} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <p className="hint">{word(`ev.itemHint.${type}`)}</p>
        {WITH_DAY.includes(type) && (
          <div className="field">
            <label htmlFor="day">{word('ev.day')}</label>
            <input id="day" name="day" type="date" required defaultValue={latest} max={latest} />
          </div>
        )}
        {WITH_CHOICE.includes(type) && (
          <fieldset>
            <legend>{word('ev.finding')}</legend>
            {(['yes', 'no'] as const).map((one) => (
              <label key={one} className="check">
                <input type="radio" name="choice" value={one} required />
                {word(`ev.choice.${type as 'CheckQuality'}.${one}`)}
              </label>
            ))}
          </fieldset>
        )}
        {text !== undefined && (
          <div className="field">
            <label htmlFor="text">{word(`ev.text.${text}`)}</label>
            <textarea
              id="text"
              name="text"
              rows={3}
              required={text !== 'note'}
              maxLength={text === 'waitingFor' ? 500 : 4000}
            />
          </div>
        )}
        {command.error !== null && <ProblemNote error={command.error} />}
        <FormButtons label={word(`ev.item.${type}`)} busy={command.isPending} onClose={onClose} />
      </form>
    </Ask>
  );
}

function commandOf(type: ItemAsked, item: string, form: FormData): EvaluationCommand {
  const field = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const [day, text, yes] = [field('day'), field('text'), field('choice') === 'yes'];
  switch (type) {
    case 'ReportDone':
      return { type, item, doneOn: day };
    case 'EndWaiting':
      return { type, item, on: day };
    case 'BeginWaiting':
      return { type, item, on: day, waitingFor: text };
    case 'NoteDelay':
      return { type, item, on: day, ...(text !== '' && { note: text }) };
    case 'CheckQuality':
      return { type, item, passed: yes, ...(text !== '' && { note: text }) };
    case 'DecideObjectiveCause':
      return { type, item, granted: yes, reason: text };
    default:
      return { type, item, reason: text };
  }
}
