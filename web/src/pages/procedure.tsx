import { useState } from 'react';
import { Link } from 'wouter';
import type { Procedure } from '../../../src/domain/organisation/organisation.schema';
import { ImportCases } from '../cases/importCases';
import { useMay } from '../indicators/may';
import { errorAt, useAllProcedures, useCalendars } from '../organisation/documents';
import type { StoredProcedure } from '../organisation/documents';
import { Line } from '../organisation/fields';
import { Choice, UnitChoice } from '../parts/choices';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { Conflict } from '../settings/conflict';
import { useEditing } from '../settings/editing';
import { pairsOf, TextLines, textOf } from '../settings/lines';
import { Restored } from '../plan/restored';
import { Removal } from '../settings/removal';
import { Versions } from '../settings/versions';
import { PageTitle } from '../shell';
import { useSettingsWords } from '../words/settings';
import '../styles/settings.css';

const ARROW = '→';

/** One procedure: what it is, how its files are read, and the import of its cases. */
export default function ProcedurePage({ id }: { readonly id: string }) {
  const say = useSettingsWords();
  const names = useNames();
  const { data, error } = useAllProcedures();
  const procedure = data?.find((one) => one.id === id);
  const may = useMay(procedure?.unit ?? '');
  const [stored, setStored] = useState(false);
  if (error !== null && error !== undefined) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  const linesOf = ({
    name,
    unit,
    calendar,
    limitWorkingDays,
    timeZone,
    mapping = {},
  }: Procedure): readonly string[] => [
    `${say('procedure.name')}: ${name}`,
    `${say('procedure.unit')}: ${names.unit(unit)}`,
    ...(limitWorkingDays === undefined ? [] : [say('procedure.limitTold', { count: limitWorkingDays })]),
    ...(calendar === undefined ? [] : [`${say('procedure.calendar')}: ${calendar}`]),
    ...(timeZone === undefined ? [] : [`${say('procedure.zone')}: ${timeZone}`]),
    ...Object.entries(mapping).map(([what, column]) =>
      typeof column === 'string'
        ? `${what}: ${column}`
        : column.map(({ from, to }) => `${from} ${ARROW} ${to}`).join('; '),
    ),
  ];
  return (
    <>
      <PageTitle>{procedure?.name ?? say('procedure.none')}</PageTitle>
      <p>
        <Link href="/settings/procedures">{say('back')}</Link>
      </p>
      {procedure !== undefined && (
        <>
          <section className="card stack">
            <h2>{say('procedure.import')}</h2>
            {may('import.create') ? (
              <ImportCases procedure={id} onDone={() => setStored(true)} />
            ) : (
              <p>{say('procedure.mayNot')}</p>
            )}
            <div role="status">{stored && <p className="hint">{say('procedure.imported')}</p>}</div>
          </section>
          {may('procedure.edit') ? (
            <Editor key={id} stored={procedure} linesOf={linesOf} />
          ) : (
            <section className="card">
              <ul>
                {linesOf(procedure).map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          )}
          <Versions kind="procedures" id={id} linesOf={linesOf} />
        </>
      )}
    </>
  );
}

type EditorProps = { readonly stored: StoredProcedure; readonly linesOf: (one: Procedure) => readonly string[] };

function Editor({ stored, linesOf }: EditorProps) {
  const say = useSettingsWords();
  const { data: calendars = [] } = useCalendars();
  const editing = useEditing<Procedure>('procedures', stored);
  const { value, change, changed, error, theirs } = editing;
  const waitingOf = ({ mapping }: Procedure) =>
    textOf(
      (mapping?.waiting ?? []).map(({ from, to }) => [from, to]),
      ARROW,
    );
  const [waiting, setWaiting] = useState(() => waitingOf(value));
  const beginAgain = () => {
    setWaiting(waitingOf(stored));
    editing.restored.forget();
  };
  const pairs = pairsOf(waiting, ARROW);
  const set = (part: Partial<Procedure>) => {
    const entries = Object.entries({ ...value, ...part }).filter(([, one]) => one !== undefined && one !== '');
    change({ name: '', ...Object.fromEntries(entries) } as Procedure);
  };
  const setPairs = (text: string) => {
    setWaiting(text);
    const { waiting: _before, ...mapping } = value.mapping ?? {};
    const next = pairsOf(text, ARROW).pairs.map(([from, to]) => ({ from, to }));
    set({ mapping: next.length === 0 ? mapping : { ...mapping, waiting: next } });
  };
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (pairs.wrong === undefined) void editing.save();
      }}
    >
      <h2>{say('procedure.edit')}</h2>
      <Restored draft={{ ...editing.restored, forget: beginAgain }} />
      <Line
        label={say('procedure.name')}
        required
        maxLength={300}
        value={value.name}
        onChange={({ target }) => set({ name: target.value })}
        error={errorAt(error, '/name')}
      />
      <div className="pair">
        <UnitChoice value={value.unit} onChange={(unit) => set({ unit })} />
        <Line
          label={say('procedure.limit')}
          type="number"
          min={1}
          max={3650}
          value={value.limitWorkingDays ?? ''}
          onChange={({ target }) => set({ limitWorkingDays: target.value === '' ? undefined : Number(target.value) })}
          error={errorAt(error, '/limitWorkingDays')}
        />
        <Choice
          label={say('procedure.calendar')}
          value={value.calendar ?? ''}
          empty={say('procedure.inherited')}
          options={calendars.map(({ id, name }) => ({ value: id, text: name }))}
          onChange={(calendar) => set({ calendar })}
        />
        <Line
          label={say('procedure.zone')}
          placeholder="Asia/Ho_Chi_Minh"
          value={value.timeZone ?? ''}
          onChange={({ target }) => set({ timeZone: target.value.trim() })}
          error={errorAt(error, '/timeZone')}
        />
      </div>
      <TextLines label={say('procedure.waiting')} sign={ARROW} text={waiting} onChange={setPairs} />
      <div role="status">
        {editing.saved && !changed && <p className="note good">{say('saved')}</p>}
        {changed && <p className="hint">{say('leave')}</p>}
      </div>
      {error !== null && <ProblemNote error={error} />}
      {theirs !== undefined && (
        <Conflict
          mine={linesOf(value)}
          theirs={linesOf(theirs)}
          by={theirs.updatedBy}
          at={theirs.updatedAt}
          keepMine={() => void editing.save(theirs.version)}
          takeTheirs={() => void editing.takeTheirs()}
        />
      )}
      <div className="buttons">
        <button type="submit" className="main" disabled={editing.busy || !changed || pairs.wrong !== undefined}>
          {say('procedure.save')}
        </button>
        <Removal kind="procedures" document={stored} what={say('remove.procedure')} to="/settings/procedures" />
      </div>
    </form>
  );
}
