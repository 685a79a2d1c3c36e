import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { readable } from '../../../../src/domain/indicators/named';
import { useEvaluationWords } from '../../words/evaluations';
import { useWords } from '../../words/words';
import { standing } from '../facts';
import { points as shownPoints } from '../names';
import type { EvaluationShown, Scheme } from '../queries';
import { isReason, linesOf, missingIn, orderOf, REASONS } from './rating';
import type { Entry, Line, RateOrder } from './rating';

type Props = {
  readonly evaluation: EvaluationShown;
  readonly scheme: Scheme;
  readonly onRated: (order: RateOrder) => void;
};

/** One person on one screen: digits, Enter for the next; Enter on an empty field takes the person's own points. */
export function RateOne({ evaluation, scheme, onRated }: Props) {
  const word = useEvaluationWords();
  const lines = linesOf(evaluation, scheme);
  const [entries, setEntries] = useState<Readonly<Record<string, Entry>>>(() =>
    Object.fromEntries(
      lines.map(({ path, before }) => [path, { points: before === undefined ? '' : `${before}`, reason: '' }]),
    ),
  );
  const [told, setTold] = useState('');
  const { language } = useWords();
  const nameOf = ({ name, criterion }: Line): string =>
    criterion === undefined ? word(`ev.leader.${name as 'organising'}`) : readable(criterion.name, language);
  const form = useRef<HTMLFormElement>(null);
  const entryOf = (path: string): Entry => entries[path] ?? { points: '', reason: '' };
  const set = (path: string, entry: Partial<Entry>) =>
    setEntries((before) => ({ ...before, [path]: { ...(before[path] ?? { points: '', reason: '' }), ...entry } }));
  const fields = (): readonly HTMLElement[] => [
    ...(form.current?.querySelectorAll<HTMLElement>('input, select, textarea') ?? []),
  ];
  const send = (all: Readonly<Record<string, Entry>>) => {
    const missing = missingIn(lines, all);
    if (missing === undefined) return onRated(orderOf(lines, all, (reason) => word(`ev.reason.${reason}`)));
    setTold(word(`ev.rateMissing.${missing.why}`, { name: nameOf(missing.line), max: missing.line.max }));
    form.current
      ?.querySelector<HTMLElement>(`[data-path="${missing.line.path}"][data-part="${missing.part}"]`)
      ?.focus();
  };
  const onEnter = (line: Line, part: 'points' | 'reason', event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const own = entryOf(line.path);
    const taken =
      part === 'points' && own.points.trim() === '' && line.self !== undefined ? `${line.self}` : own.points;
    const all = { ...entries, [line.path]: { ...own, points: taken } };
    if (taken !== own.points) set(line.path, { points: taken });
    setTold('');
    const list = fields();
    const here = event.currentTarget as HTMLElement;
    // A reason that was picked needs no words of one's own.
    const steps = here instanceof HTMLSelectElement && here.value !== '' ? 2 : 1;
    const next = list[list.indexOf(here) + steps];
    if (next === undefined || event.ctrlKey) return send(all);
    next.focus();
    if (next instanceof HTMLInputElement) next.select();
  };
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        send(entries);
      }}
    >
      <WorkLine evaluation={evaluation} />
      <div className="scroll">
        <table className="rating">
          <thead>
            <tr>
              <th scope="col">{word('ev.criterion')}</th>
              <th scope="col" className="number">
                {word('ev.max')}
              </th>
              <th scope="col" className="number">
                {word('ev.selfShort')}
              </th>
              <th scope="col">{word('ev.points')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, at) => (
              <RateLine key={line.path} {...{ line, set, onEnter }} first={at === 0} entry={entryOf(line.path)} />
            ))}
          </tbody>
        </table>
      </div>
      <p role="alert" className={told === '' ? undefined : 'note warn'}>
        {told}
      </p>
      <p className="rating-keys">
        <kbd>0–9</kbd> {word('ev.keys.digits')} · <kbd>Enter</kbd> {word('ev.keys.enter')}
      </p>
      <div className="buttons">
        <button type="submit" className="main">
          {word('ev.rateNext')}
        </button>
      </div>
    </form>
  );
}

function WorkLine({ evaluation }: { readonly evaluation: EvaluationShown }) {
  const word = useEvaluationWords();
  const items = standing(evaluation.items);
  const sum = (of: (item: (typeof items)[number]) => number): number => items.reduce((all, item) => all + of(item), 0);
  return (
    <p className="hint">
      {word('ev.workLine', {
        ...{ done: items.filter(({ done }) => done).length, all: items.length },
        failures: sum(({ qualityFailures }) => qualityFailures),
        delays: sum(({ delays }) => delays),
      })}
    </p>
  );
}

type LineProps = {
  readonly line: Line;
  readonly first: boolean;
  readonly entry: Entry;
  readonly set: (path: string, entry: Partial<Entry>) => void;
  readonly onEnter: (line: Line, part: 'points' | 'reason', event: KeyboardEvent) => void;
};

function RateLine({ line, first, entry, set, onEnter }: LineProps) {
  const { language } = useWords();
  const word = useEvaluationWords();
  const { path, max, self } = line;
  const name =
    line.criterion === undefined
      ? word(`ev.leader.${line.name as 'organising'}`)
      : readable(line.criterion.name, language);
  const differs = self !== undefined && entry.points.trim() !== '' && Number(entry.points) !== self;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">{max}</td>
      <td className="number">{self === undefined ? '–' : shownPoints(language, self)}</td>
      <td>
        <input
          data-path={path}
          data-part="points"
          aria-label={word('ev.pointsFor', { name, max })}
          inputMode="decimal"
          autoComplete="off"
          autoFocus={first}
          placeholder={self === undefined ? '' : `${self}`}
          value={entry.points}
          onFocus={({ target }) => target.select()}
          onChange={({ target }) => set(path, { points: target.value.replace(',', '.') })}
          onKeyDown={(event) => onEnter(line, 'points', event)}
        />
        {differs && (
          <div className="field">
            <select
              data-path={path}
              data-part="reason"
              aria-label={word('ev.reasonFor', { name })}
              value={entry.reason}
              onChange={({ target }) => set(path, { reason: isReason(target.value) ? target.value : '' })}
              onKeyDown={(event) => onEnter(line, 'reason', event)}
            >
              <option value="">{word('ev.reasonPick')}</option>
              {REASONS.map((one, at) => (
                <option key={one} value={one}>
                  {at + 1}. {word(`ev.reason.${one}`)}
                </option>
              ))}
            </select>
            <input
              aria-label={word('ev.reasonOwn', { name })}
              placeholder={word('ev.reasonOwnShort')}
              maxLength={4000}
              value={entry.own ?? ''}
              onChange={({ target }) => set(path, { own: target.value })}
              onKeyDown={(event) => onEnter(line, 'reason', event)}
            />
          </div>
        )}
      </td>
    </tr>
  );
}
