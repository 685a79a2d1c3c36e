import { useState } from 'react';
import type { FormEvent } from 'react';
import { BOOK_FIGURES } from '../../../src/domain/programmes/figureNames';
import { useUnitsWhere } from '../indicators/may';
import { Labelled } from '../indicators/entry';
import { isPeriod } from '../indicators/queries';
import { Choice } from '../parts/choices';
import { Ask, FormButtons } from '../parts/dialog';
import { useNames } from '../parts/names';
import { ProblemNote } from '../parts/notes';
import { useProgrammeWords } from '../words/programmes';
import { useWords } from '../words/words';
import { useAmounts, useEnterAmount } from './queries';
import type { Amount, ProgrammeView } from './queries';

type Figure = (typeof BOOK_FIGURES)[number];
const isFigure = (name: string): name is Figure => (BOOK_FIGURES as readonly string[]).includes(name);

/** Every amount of the books, and how to enter or correct one, for those who may. */
export function Books({ programme }: { readonly programme: ProgrammeView }) {
  const { format } = useWords();
  const word = useProgrammeWords();
  const names = useNames();
  const { data: amounts, error } = useAmounts(programme.id);
  const units = useUnitsWhere('programme.edit', programme.unit);
  const [asked, setAsked] = useState(false);
  return (
    <>
      {error !== null && <ProblemNote error={error} />}
      {amounts?.length === 0 && <p className="hint">{word('noMoney')}</p>}
      {units.length > 0 && (
        <button type="button" onClick={() => setAsked(true)}>
          {word('enter')}
        </button>
      )}
      {amounts !== undefined && amounts.length > 0 && (
        <details>
          <summary>{word('books')}</summary>
          <div className="scroll" tabIndex={0} role="region" aria-label={word('books')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{word('figure')}</th>
                  <th scope="col">{word('period')}</th>
                  <th scope="col">{word('unit')}</th>
                  <th scope="col" className="number">
                    {word('amount')}
                  </th>
                  <th scope="col">{word('recordedBy')}</th>
                </tr>
              </thead>
              <tbody>
                {amounts.map(({ figure, period, unit, amount, by, recordedAt }) => (
                  <tr key={`${figure} ${period} ${unit}`}>
                    <th scope="row">{isFigure(figure) ? word(`figure.${figure}`) : figure}</th>
                    <td>{format.period(period)}</td>
                    <td>{names.unit(unit)}</td>
                    <td className="number">{format.number(amount)}</td>
                    <td>
                      {names.person(by)} <span className="hint">{format.day(recordedAt)}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
      {asked && <Enter programme={programme} amounts={amounts ?? []} units={units} onClose={() => setAsked(false)} />}
    </>
  );
}

type EnterProps = {
  readonly programme: ProgrammeView;
  readonly amounts: readonly Amount[];
  readonly units: readonly { readonly value: string; readonly text: string }[];
  readonly onClose: () => void;
};
function Enter({ programme, amounts, units, onClose }: EnterProps) {
  const { format } = useWords();
  const word = useProgrammeWords();
  const enter = useEnterAmount(programme.id);
  const [typed, setTyped] = useState({
    ...{ figure: 'spent', period: '', amount: '', reason: '' },
    unit: units.some(({ value }) => value === programme.unit) ? programme.unit : (units[0]?.value ?? ''),
  });
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  const before = amounts.find(
    ({ figure, period, unit }) => figure === typed.figure && period === typed.period && unit === typed.unit,
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { amount, reason, ...key } = typed;
    const body = { ...key, amount: Number(amount), ...(reason.trim() !== '' && { reason: reason.trim() }) };
    enter.mutate(body, { onSuccess: onClose });
  };
  return (
    <Ask title={word('enter')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Choice
          label={word('figure')}
          value={typed.figure}
          options={BOOK_FIGURES.map((value) => ({ value, text: word(`figure.${value}`) }))}
          onChange={(figure) => set({ figure })}
        />
        <Labelled label={word('period')} hint={word('periodHint')}>
          {(id) => (
            <input
              id={id}
              required
              value={typed.period}
              onChange={({ target }) => set({ period: target.value.trim() })}
            />
          )}
        </Labelled>
        {units.length > 1 && (
          <Choice label={word('unit')} value={typed.unit} options={units} onChange={(unit) => set({ unit })} />
        )}
        <Labelled label={word('amount')}>
          {(id) => (
            <input
              {...{ id, type: 'number', step: 'any', required: true, value: typed.amount }}
              onChange={({ target }) => set({ amount: target.value })}
            />
          )}
        </Labelled>
        {before !== undefined && (
          <>
            <p className="note">{word('before', { amount: format.number(before.amount), version: before.version })}</p>
            <Labelled label={word('reason')}>
              {(id) => (
                <textarea
                  {...{ id, rows: 2, required: true, maxLength: 4000, value: typed.reason }}
                  onChange={({ target }) => set({ reason: target.value })}
                />
              )}
            </Labelled>
          </>
        )}
        {enter.error !== null && <ProblemNote error={enter.error} />}
        <FormButtons label={word('save')} busy={enter.isPending} held={!isPeriod(typed.period)} onClose={onClose} />
      </form>
    </Ask>
  );
}
