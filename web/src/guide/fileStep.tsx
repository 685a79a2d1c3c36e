import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { placeOf } from '../../../src/domain/access/place';
import { allowed } from '../../../src/domain/access/policy';
import { call } from '../api/client';
import { useProcedures, useUnits } from '../api/queries';
import type { Person } from '../api/session';
import { ImportCases } from '../cases/importCases';
import { Line } from '../organisation/fields';
import { putDocument } from '../organisation/documents';
import { Choice } from '../parts/choices';
import { standingOf } from '../parts/mayDo';
import { ProblemNote } from '../parts/notes';
import { walked } from '../parts/unitTree';
import { useGuideWords } from '../words/guide';
import { useWords } from '../words/words';
import { useFound } from './figures';
import { freeId } from './ids';

type Props = {
  readonly person: Person;
  readonly procedure: string | undefined;
  readonly choose: (procedure: string | undefined) => void;
  readonly next: () => void;
};

/** Whose cases they are, and the file. */
export function FileStep({ person, procedure, choose, next }: Props) {
  const tell = useGuideWords();
  const queries = useQueryClient();
  const { data: procedures = [] } = useProcedures();
  const { data: units = [] } = useUnits();
  const standing = standingOf(person);
  const mine = procedures.filter(
    ({ unit }) => allowed({ person: standing, action: 'import.create', place: placeOf(units, unit) }).ok,
  );
  const [fresh, setFresh] = useState(procedure === undefined && mine.length === 0);
  const chosen = mine.find(({ id }) => id === procedure);
  return (
    <div className="stack">
      <Choice
        label={tell('guide.procedure')}
        value={chosen?.id ?? (fresh ? NEW : '')}
        empty=" "
        onChange={(id) => {
          setFresh(id === NEW);
          choose(id === NEW || id === '' ? undefined : id);
        }}
        options={[
          { value: NEW, text: tell('guide.procedureNew') },
          ...mine.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      {fresh && chosen === undefined && <NewProcedure person={person} made={choose} />}
      {chosen !== undefined && (
        <section className="card" aria-labelledby="import-title">
          <h2 id="import-title">{tell('guide.importFor', { procedure: chosen.name })}</h2>
          <ImportCases
            key={chosen.id}
            procedure={chosen.id}
            onDone={() => void queries.invalidateQueries({ queryKey: ['figures', chosen.id] })}
          />
          <Already procedure={chosen.id} next={next} />
        </section>
      )}
    </div>
  );
}

const NEW = '+';

/** The cases that are there, just imported or before. */
function Already({ procedure, next }: { readonly procedure: string; readonly next: () => void }) {
  const tell = useGuideWords();
  const { format } = useWords();
  const { found } = useFound(procedure);
  if (found === undefined) return null;
  return (
    <div className="note good" role="status">
      <p>{tell('guide.already', { count: format.number(found.cases) })}</p>
      <button type="button" className="main" onClick={next}>
        {tell('guide.goOn')}
      </button>
    </div>
  );
}

type Typed = { readonly name: string; readonly unit: string; readonly unitName: string; readonly limit: string };

function NewProcedure({ person, made }: { readonly person: Person; readonly made: (procedure: string) => void }) {
  const { say } = useWords();
  const tell = useGuideWords();
  const { data: units = [] } = useUnits();
  const standing = standingOf(person);
  const mine = walked(units).filter(
    ({ id }) => allowed({ person: standing, action: 'procedure.edit', place: placeOf(units, id) }).ok,
  );
  const [typed, setTyped] = useState<Typed>({ name: '', unit: '', unitName: '', limit: '' });
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const create = useCreate();
  const home = mine.some(({ id }) => id === person.unit) ? person.unit : (mine[0]?.id ?? '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    create.mutate({ ...typed, unit: typed.unit === '' ? home : typed.unit }, { onSuccess: made });
  };
  return (
    <form className="stack card" onSubmit={submit}>
      <Line
        label={tell('guide.procedureName')}
        hint={tell('guide.procedureNameHint')}
        required
        maxLength={300}
        value={typed.name}
        onChange={({ target }) => change({ name: target.value })}
      />
      {units.length === 0 ? (
        <Line
          label={tell('guide.unitName')}
          hint={tell('guide.unitNameHint')}
          required
          maxLength={300}
          value={typed.unitName}
          onChange={({ target }) => change({ unitName: target.value })}
        />
      ) : (
        <Choice
          label={say('cycle.unit')}
          value={typed.unit === '' ? home : typed.unit}
          onChange={(unit) => change({ unit })}
          options={mine.map(({ id, name, depth }) => ({ value: id, text: `${'\u2003'.repeat(depth)}${name}` }))}
        />
      )}
      <Line
        label={say('field.optional', { label: tell('guide.limit') })}
        hint={tell('guide.limitHint')}
        type="number"
        min={1}
        max={3650}
        value={typed.limit}
        onChange={({ target }) => change({ limit: target.value })}
      />
      {create.error !== null && <ProblemNote error={create.error} />}
      <div className="buttons">
        <button type="submit" className="main" disabled={create.isPending}>
          {create.isPending ? say('note.working') : tell('guide.create')}
        </button>
      </div>
    </form>
  );
}

/** Makes the procedure, and before it the first unit where there is none. Answers the procedure's id. */
function useCreate() {
  const queries = useQueryClient();
  const { data: units = [] } = useUnits();
  const { data: procedures = [] } = useProcedures();
  return useMutation({
    mutationFn: async ({ name, unit, unitName, limit }: Typed) => {
      const place = unit === '' ? freeId(unitName, units) : unit;
      if (unit === '') await putDocument('units', { id: place, body: { name: unitName } });
      const id = freeId(name, procedures);
      const body = { name, unit: place, ...(limit !== '' && { limitWorkingDays: Number(limit) }) };
      await call('PUT', `/v1/procedures/${encodeURIComponent(id)}`, body, { 'If-None-Match': '*' });
      await queries.invalidateQueries({ queryKey: ['documents'] });
      return id;
    },
  });
}
