import { useState } from 'react';
import type { Action } from '../../../src/domain/access/actions';
import { lastDayOf } from '../../../src/domain/indicators/period';
import { useKeyed } from '../api/keyed';
import { ProblemNote } from '../parts/notes';
import { useEvaluationWords } from '../words/evaluations';
import { useWords } from '../words/words';
import { standing } from './facts';
import { ItemOrder } from './itemOrder';
import type { ItemAsked } from './itemOrder';
import { today } from './names';
import { useEvaluationCommand } from './queries';
import type { EvaluationShown, Item } from './queries';

type Props = {
  readonly evaluation: EvaluationShown;
  readonly own: boolean;
  readonly may: (action: Action) => boolean;
};
const OPEN = ['collecting', 'self', 'rating'];

/** The work of the period: what is still to do first, each reported in one tap. */
export function Work({ evaluation, may, own }: Props) {
  const word = useEvaluationWords();
  const items = standing(evaluation.items);
  const todo = items.filter(({ done }) => !done).sort((a, b) => (a.due < b.due ? -1 : 1));
  const done = items.filter((one) => one.done);
  const rest = { evaluation, may, own };
  return (
    <section aria-labelledby="work">
      <h2 id="work">
        {word('ev.work')} <span className="count">{word('ev.doneOf', { done: done.length, all: items.length })}</span>
      </h2>
      {items.length === 0 && <p className="card empty">{word(own ? 'ev.workNone' : 'ev.workNoneOf')}</p>}
      {todo.length > 0 && (
        <ul className="tasks">
          {todo.map((item) => (
            <OneItem key={item.item} item={item} {...rest} />
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <details open={todo.length === 0}>
          <summary>{word('ev.doneItems', { n: done.length })}</summary>
          <ul className="tasks">
            {done.map((item) => (
              <OneItem key={item.item} item={item} {...rest} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function OneItem({ item, evaluation, may, own }: Props & { readonly item: Item }) {
  const { format } = useWords();
  const word = useEvaluationWords();
  const keyed = useKeyed();
  const command = useEvaluationCommand(evaluation.id);
  const [asked, setAsked] = useState<ItemAsked>();
  const open = OPEN.includes(evaluation.phase) && !evaluation.paused;
  const over = today() > lastDayOf(evaluation.period);
  const late = !item.done && item.due < today();
  const report = () => {
    if (over) return setAsked('ReportDone');
    const body = { type: 'ReportDone' as const, item: item.item, doneOn: today() };
    void keyed(body, (key) => command.mutateAsync({ body, key })).catch(() => undefined);
  };
  const orders = ordersOf(item, { may, own, phase: evaluation.phase }).filter(
    ({ whileOpen }) => !evaluation.paused && (open || !whileOpen),
  );
  return (
    <li className={late ? 'task late' : 'task'}>
      <div>
        <h3>{item.title}</h3>
        <p className="hint">
          <time dateTime={item.due}>{word(late ? 'ev.wasDue' : 'ev.due', { day: format.day(item.due) })}</time>
          {item.doneOn !== undefined && ` · ${word('ev.doneOn', { day: format.day(item.doneOn) })}`}
          {` · ${word('ev.weight', { n: format.number(item.weight) })}`}
        </p>
        <Marks item={item} />
        {command.error !== null && <ProblemNote error={command.error} />}
      </div>
      {open && !item.done && may('evaluation.report') && (
        <button
          type="button"
          className="main"
          disabled={command.isPending}
          aria-label={`${word('ev.do.done')}: ${item.title}`}
          onClick={report}
        >
          {word('ev.do.done')}
        </button>
      )}
      {orders.length > 0 && (
        <details className="more">
          <summary aria-label={`${word('ev.moreOf')}: ${item.title}`}>{word('ev.moreOf')}</summary>
          <div className="buttons">
            {orders.map(({ type }) => (
              <button key={type} type="button" onClick={() => setAsked(type)}>
                {word(`ev.item.${type}`)}
              </button>
            ))}
          </div>
        </details>
      )}
      {asked !== undefined && <ItemOrder {...{ evaluation, item, type: asked }} onClose={() => setAsked(undefined)} />}
    </li>
  );
}

function Marks({ item }: { readonly item: Item }) {
  const word = useEvaluationWords();
  const marks = [
    ...(item.qualityFailures > 0 ? [word('ev.mark.quality', { n: item.qualityFailures })] : []),
    ...(item.delays > 0 ? [word('ev.mark.delays', { n: item.delays })] : []),
    ...(item.lateDays > 0 ? [word('ev.mark.lateDays', { n: item.lateDays })] : []),
    ...(item.waiting ? [word('ev.mark.waiting')] : []),
    ...(item.objectiveCause === 'none' ? [] : [word(`ev.mark.cause.${item.objectiveCause}`)]),
    ...(item.lateEntry ? [word('ev.mark.lateEntry')] : []),
  ];
  return marks.length === 0 ? null : (
    <ul className="key">
      {marks.map((mark) => (
        <li key={mark}>{mark}</li>
      ))}
    </ul>
  );
}

type Asking = { readonly type: ItemAsked; readonly whileOpen: boolean };
type Reader = Pick<Props, 'may' | 'own'> & { readonly phase: string };
const TOLD = ['published', 'appealed', 'final', 'excluded'];

/** What makes sense for this item now and may be asked by this reader. */
function ordersOf(item: Item, { may, own, phase }: Reader): readonly Asking[] {
  if (TOLD.includes(phase)) return [];
  const reports = may('evaluation.report');
  const checks = may('evaluation.assign') && !own;
  const hurt = item.qualityFailures > 0 || item.delays > 0 || item.due < today();
  const all: readonly (Asking & { readonly sensible: boolean })[] = [
    { type: 'ReportDone', whileOpen: true, sensible: reports && !item.done },
    { type: 'BeginWaiting', whileOpen: true, sensible: reports && !item.done && !item.waiting },
    { type: 'EndWaiting', whileOpen: true, sensible: reports && item.waiting },
    {
      type: 'RequestObjectiveCause',
      whileOpen: false,
      sensible: reports && own && hurt && item.objectiveCause === 'none',
    },
    { type: 'TakeBackDone', whileOpen: true, sensible: reports && item.done },
    { type: 'CheckQuality', whileOpen: false, sensible: checks && item.done },
    { type: 'NoteDelay', whileOpen: false, sensible: checks },
    { type: 'DecideObjectiveCause', whileOpen: false, sensible: checks && item.objectiveCause === 'asked' },
    { type: 'WithdrawWork', whileOpen: true, sensible: checks },
  ];
  return all.filter(({ sensible }) => sensible);
}
