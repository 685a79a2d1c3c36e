import { useState } from 'react';
import type { FormEvent } from 'react';
import { changedMeanwhile, useCommand, useCycle, usePeople, useUnits } from '../api/queries';
import type { CycleCommand, CycleView } from '../api/queries';
import { Problem } from '../api/client';
import { useKeyed } from '../api/keyed';
import type { Absent } from '../api/session';
import { useCycleWords } from '../words/cycles';
import { useWords } from '../words/words';
import { commandOf, FORMS } from './commands';
import type { Asked, CommandType } from './commands';
import { Ask, FormButtons } from './dialog';
import { ProblemNote } from './notes';
import { PhaseBadge } from './phase';
import { TermField } from './termField';
import { walked } from './unitTree';

export type Fillable = Exclude<CommandType, 'RevisePlan'>;
type Carried = { readonly command: CycleCommand; readonly before: CycleView; readonly version: number };
type DialogProps = {
  readonly type: Fillable;
  readonly cycle: CycleView;
  /** The absent person in whose place it is done. */
  readonly inPlaceOf?: Absent | undefined;
  readonly onDone?: (done: Carried) => void;
  readonly onClose: () => void;
};

/**
 * Asks for what a command needs and carries it out on the version that was seen. When the cycle changed meanwhile, says what
 * it is now and asks again; nothing that was typed is lost.
 */
export function CommandDialog({ type, cycle, inPlaceOf, onDone, onClose }: DialogProps) {
  const { say, format } = useWords();
  const tell = useCycleWords();
  const [seen, setSeen] = useState(cycle);
  const keyed = useKeyed();
  const command = useCommand(cycle.id);
  const { refetch } = useCycle(cycle.id);
  const conflict = changedMeanwhile(command.error);
  const carryOut = async (given: CycleCommand) => {
    try {
      const asked = { command: given, version: seen.version };
      const { version } = await keyed(given, (key) => command.mutateAsync({ ...asked, key }));
      onDone?.({ command: given, before: seen, version });
      onClose();
    } catch (refused) {
      if (!changedMeanwhile(refused)) return;
      const { data } = await refetch();
      if (data !== undefined) setSeen(data);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void carryOut(commandOf(type, new FormData(event.currentTarget)));
  };
  const { fields, grave } = FORMS[type];
  return (
    <Ask title={say(`command.${type}`)} onClose={onClose}>
      <p className="hint">
        {say(`about.${type}`)}
        {grave === true && ` ${tell('undo.cannot')}`}
      </p>
      {inPlaceOf !== undefined && (
        <p className="note">{tell('deputy.why', { name: inPlaceOf.name, day: format.day(inPlaceOf.until) })}</p>
      )}
      <form className="stack" onSubmit={submit}>
        {fields.map((asked) => (
          <AskedField key={asked.name} asked={asked} cycle={cycle} error={fieldError(command.error, asked.name)} />
        ))}
        {conflict && <Meanwhile before={cycle} now={seen} />}
        {command.error !== null && !conflict && <ProblemNote error={command.error} />}
        <FormButtons
          label={say(conflict ? 'conflict.anyway' : `command.${type}`)}
          busy={command.isPending}
          look={grave === true ? 'danger' : 'main'}
          onClose={onClose}
        />
      </form>
    </Ask>
  );
}

const fieldError = (error: unknown, name: string): string | undefined =>
  error instanceof Problem ? error.errors.find(({ field }) => field.startsWith(`/${name}`))?.message : undefined;

function Meanwhile({ before, now }: { readonly before: CycleView; readonly now: CycleView }) {
  const { say } = useWords();
  return (
    <div className="note warn" role="alert">
      <p>{say('conflict.what', { count: Math.max(1, now.version - before.version) })}</p>
      <div className="both">
        <p>
          {say('conflict.seen')}
          <br />
          <PhaseBadge phase={before.phase} /> {before.title}
        </p>
        <p>
          {say('conflict.now')}
          <br />
          <PhaseBadge phase={now.phase} /> {now.title}
        </p>
      </div>
    </div>
  );
}

type FieldProps = { readonly asked: Asked; readonly cycle: CycleView; readonly error: string | undefined };

function AskedField({ asked, cycle, error }: FieldProps) {
  const { say } = useWords();
  const id = `ask-${asked.name}`;
  const label = asked.optional === true ? say('field.optional', { label: say(asked.word) }) : say(asked.word);
  if (asked.kind === 'people')
    return <PeopleField name={asked.name} label={label} chosen={cycle.plan.reviewers ?? []} />;
  if (asked.kind === 'term') return <TermField name={asked.name} label={label} required={asked.optional !== true} />;
  const invalid = error === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-error` };
  const common = { id, name: asked.name, required: asked.optional !== true, ...invalid };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {asked.kind === 'lines' && <p className="hint">{say('field.lines')}</p>}
      <Control asked={asked} cycle={cycle} common={common} />
      {error !== undefined && (
        <p className="missing" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

type Common = { readonly id: string; readonly name: string; readonly required: boolean };
function Control({ asked, cycle, common }: { asked: Asked; cycle: CycleView; common: Common }) {
  const { say } = useWords();
  const { data: units = [] } = useUnits();
  switch (asked.kind) {
    case 'date':
      return <input type="date" {...common} />;
    case 'line':
      return <input {...common} maxLength={300} />;
    case 'choice':
      return (
        <select {...common}>
          {asked.options?.map(({ value, word }) => (
            <option key={value} value={value}>
              {say(word)}
            </option>
          ))}
        </select>
      );
    case 'countermeasure':
      return (
        <select {...common}>
          {(cycle.plan.countermeasures ?? []).map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      );
    case 'unit':
      return (
        <select {...common}>
          <option value="">{say('field.sameUnit')}</option>
          {walked(units).map(({ id, name, depth }) => (
            <option key={id} value={id}>
              {`${'\u2003'.repeat(depth)}${name}`}
            </option>
          ))}
        </select>
      );
    default:
      return <textarea rows={3} maxLength={4000} {...common} />;
  }
}

type PeopleProps = { readonly name: string; readonly label: string; readonly chosen: readonly string[] };
function PeopleField({ name, label, chosen }: PeopleProps) {
  const { data: people = [] } = usePeople();
  return (
    <fieldset>
      <legend>{label}</legend>
      <div className="pair">
        {people.map(({ id, name: text }) => (
          <label key={id} className="check">
            <input type="checkbox" name={name} value={id} defaultChecked={chosen.includes(id)} /> {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
