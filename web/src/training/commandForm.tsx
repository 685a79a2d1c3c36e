import { useState } from 'react';
import type { FormEvent } from 'react';
import type { TrainingCommand } from '../../../src/domain/training/training.schema';
import { useKeyed } from '../api/keyed';
import { usePeople } from '../api/queries';
import { Ask, FormButtons } from '../parts/dialog';
import { ProblemNote } from '../parts/notes';
import { useTrainingWords } from '../words/training';
import type { TrainingWord } from '../words/training';
import { useCourses, useNeedCommand } from './queries';
import type { NeedShown } from './queries';

type Type = TrainingCommand['type'];
type Props = { readonly need: NeedShown; readonly type: Type; readonly onClose: () => void };

/** Asks for what a command needs, and carries it out. */
export function CommandForm({ need, type, onClose }: Props) {
  const word = useTrainingWords();
  const keyed = useKeyed();
  const command = useNeedCommand(need.id);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const body = commandOf(type, new FormData(event.currentTarget));
    try {
      await keyed(body, (key) => command.mutateAsync({ body, key }));
      onClose();
    } catch {
      // Told below by command.error; what was typed stays.
    }
  };
  return (
    <Ask title={word(`tr.do.${type}`)} onClose={onClose}>
      <form className="stack" onSubmit={(event) => void submit(event)}>
        {type === 'PlanTraining' && <PlanFields need={need} />}
        {type === 'CompleteTraining' && (
          <>
            <Input name="on" label="tr.on" type="date" />
            <Text name="text" label="tr.evidence" />
          </>
        )}
        {type === 'RecordOutcome' && (
          <>
            <Select name="useful" label="tr.useful" options={USEFUL.map((one) => [one, word(`tr.useful.${one}`)])} />
            <Text name="text" label="tr.outcome" />
          </>
        )}
        {(type === 'DropNeed' || type === 'ReopenNeed') && <Text name="text" label="tr.reason" />}
        {command.error !== null && <ProblemNote error={command.error} />}
        <FormButtons label={word(`tr.do.${type}`)} busy={command.isPending} onClose={onClose} />
      </form>
    </Ask>
  );
}
const USEFUL = ['yes', 'partly', 'no'] as const;

function PlanFields({ need: { person, plan } }: { readonly need: NeedShown }) {
  const word = useTrainingWords();
  const [kind, setKind] = useState<string>(plan?.way.kind ?? 'course');
  const { data: people = [] } = usePeople();
  const { data: courses } = useCourses();
  const offered = (courses?.items ?? []).filter((one) => one.offered);
  const named = people.map(({ id, name }) => [id, name] as const);
  return (
    <>
      <div className="field">
        <label htmlFor="kind">{word('tr.kind')}</label>
        <select id="kind" name="kind" value={kind} onChange={({ target }) => setKind(target.value)}>
          <option value="course">{word('tr.course')}</option>
          <option value="mentor">{word('tr.mentor')}</option>
        </select>
      </div>
      {kind === 'course' && offered.length === 0 && <p className="note">{word('tr.noCourse')}</p>}
      {kind === 'course' ? (
        <Select name="way" label="tr.course" options={offered.map(({ id, title }) => [id, title])} />
      ) : (
        <Select name="way" label="tr.mentor" options={named.filter(([id]) => id !== person)} />
      )}
      <div className="pair">
        <Input name="from" label="tr.begin" type="date" value={plan?.from} />
        <Input name="to" label="tr.end" type="date" value={plan?.to} />
      </div>
      <Select name="owner" label="tr.owner" options={named} value={plan?.owner ?? person} />
    </>
  );
}

type FieldProps = { readonly name: string; readonly label: TrainingWord; readonly value?: string | undefined };

function Text({ name, label }: FieldProps) {
  const word = useTrainingWords();
  return (
    <div className="field">
      <label htmlFor={name}>{word(label)}</label>
      <textarea id={name} name={name} required rows={3} maxLength={4000} />
    </div>
  );
}
function Input({ name, label, type, value }: FieldProps & { readonly type: string }) {
  const word = useTrainingWords();
  return (
    <div className="field">
      <label htmlFor={name}>{word(label)}</label>
      <input id={name} name={name} type={type} required defaultValue={value} />
    </div>
  );
}
type SelectProps = FieldProps & { readonly options: readonly (readonly [string, string])[] };
function Select({ name, label, options, value }: SelectProps) {
  const word = useTrainingWords();
  return (
    <div className="field">
      <label htmlFor={name}>{word(label)}</label>
      <select key={options.length} id={name} name={name} required defaultValue={value}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

function commandOf(type: Type, form: FormData): TrainingCommand {
  const field = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const text = field('text');
  switch (type) {
    case 'DropNeed':
    case 'ReopenNeed':
      return { type, reason: text };
    case 'CompleteTraining':
      return { type, on: field('on'), evidence: text };
    case 'RecordOutcome':
      return { type, useful: USEFUL.find((one) => one === field('useful')) ?? 'partly', text };
    case 'PlanTraining': {
      const way =
        field('kind') === 'mentor'
          ? { kind: 'mentor' as const, mentor: field('way') }
          : { kind: 'course' as const, course: field('way') };
      return { type, way, from: field('from'), to: field('to'), owner: field('owner') };
    }
  }
}
