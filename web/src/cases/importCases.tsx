import { useEffect, useRef, useState } from 'react';
import { useAllProcedures } from '../organisation/documents';
import type { StoredProcedure } from '../organisation/documents';
import { DropPlace } from '../parts/dropPlace';
import { ProblemNote, Waiting } from '../parts/notes';
import { useCaseWords } from '../words/cases';
import { lookAt, proposed, stillMissing } from './caseFile';
import type { CaseFile } from './caseFile';
import { Columns } from './columns';
import type { Reading } from './columns';
import { useCaseImport } from './imports';
import type { ImportState } from './imports';
import { Outcome } from './outcome';

type Props = {
  /** Id of a procedure of the reader's. */
  readonly procedure: string;
  /** The cases are stored; told once an import. */
  readonly onDone: (done: ImportState) => void;
};

/** A file of cases: chosen, its columns named, checked without storing anything, and then imported. */
export function ImportCases({ procedure: id, onDone }: Props) {
  const say = useCaseWords();
  const { data: procedures, error } = useAllProcedures();
  const procedure = procedures?.find((one) => one.id === id);
  if (error !== null && error !== undefined) return <ProblemNote error={error} />;
  if (procedures === undefined) return <Waiting />;
  if (procedure === undefined) return <p className="note bad">{say('cases.noProcedure')}</p>;
  return <Import key={id} procedure={procedure} onDone={onDone} />;
}

type Chosen = { readonly file: File; readonly look: CaseFile };

function Import({ procedure, onDone }: { readonly procedure: StoredProcedure; readonly onDone: Props['onDone'] }) {
  const say = useCaseWords();
  const [chosen, setChosen] = useState<Chosen>();
  const [reading, setReading] = useState<Reading>();
  const { state, error, send, stop, forget } = useCaseImport(procedure);
  useToldOnce(state, onDone);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    forget();
    const look = await lookAt(file);
    setReading(look.kind === 'csv' ? proposed(look, procedure.mapping ?? {}) : undefined);
    setChosen({ file, look });
  };
  const kind = chosen?.look.kind;
  const ready = kind === 'xes' || (reading !== undefined && stillMissing(reading.mapping, reading.rows).length === 0);
  const running = send.isPending || state?.status === 'running';
  const go = (dryRun: boolean) => {
    if (chosen === undefined || kind === undefined || kind === 'other') return;
    send.mutate({ file: chosen.file, kind, dryRun, ...(reading !== undefined && { mapping: reading.mapping }) });
  };
  return (
    <div className="stack">
      <p className="hint">{say('cases.what')}</p>
      {!running && (
        <DropPlace
          hint={say('cases.drop')}
          label={say('cases.file')}
          accept=".csv,.txt,.xes,.gz,text/csv,application/xml"
          take={(file) => void take(file)}
        />
      )}
      {kind === 'other' && (
        <p className="note bad" role="alert">
          {say('cases.other')}
        </p>
      )}
      {kind === 'xes' && <p className="note">{say('cases.xes')}</p>}
      {chosen?.look.kind === 'csv' && reading !== undefined && !running && state?.dryRun !== false && (
        <Columns
          file={chosen.look}
          reading={reading}
          onChange={(next) => {
            forget();
            setReading(next);
          }}
        />
      )}
      <div role="status">{send.isPending && <p>{say('cases.sending')}</p>}</div>
      {send.isPending && <progress aria-label={say('cases.sending')} />}
      {[send.error, stop.error, error].map((one, i) => one !== null && <ProblemNote key={i} error={one} />)}
      {state !== undefined && !send.isPending && <Outcome state={state} />}
      <div className="buttons">
        {running && state !== undefined && (
          <button type="button" disabled={send.isPending || stop.isPending} onClick={() => stop.mutate()}>
            {say('cases.stop')}
          </button>
        )}
        {!running && ready && <Next state={state} go={go} />}
      </div>
    </div>
  );
}

/** Check first; then what is in order is imported. */
function Next({ state, go }: { readonly state: ImportState | undefined; readonly go: (dryRun: boolean) => void }) {
  const say = useCaseWords();
  if (state?.status === 'done' && !state.dryRun) return null;
  const good = state?.status === 'done' ? state.cases.added + state.cases.updated : 0;
  return (
    <>
      {good > 0 && (
        <button type="button" className="main" onClick={() => go(false)}>
          {say((state?.errorCount ?? 0) > 0 ? 'cases.importGood' : 'cases.import')}
        </button>
      )}
      <button type="button" {...(good === 0 && { className: 'main' })} onClick={() => go(true)}>
        {say(state === undefined ? 'cases.check' : 'cases.again')}
      </button>
    </>
  );
}

/** Tells of an import that stored cases, once, whatever is drawn again. */
function useToldOnce(state: ImportState | undefined, onDone: Props['onDone']): void {
  const told = useRef<string>(undefined);
  useEffect(() => {
    if (state === undefined || state.dryRun || state.status !== 'done' || told.current === state.id) return;
    told.current = state.id;
    onDone(state);
  }, [state, onDone]);
}
