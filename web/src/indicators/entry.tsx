import { useId, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { useMutation } from '@tanstack/react-query';
import { call, matching, Problem, sendFile } from '../api/client';
import { isUnanswered, useKeyed } from '../api/keyed';
import { Choice } from '../parts/choices';
import { Ask, FormButtons } from '../parts/dialog';
import { useNames } from '../parts/names';
import { ProblemNote } from '../parts/notes';
import { useDraft } from '../plan/draft';
import { Restored } from '../plan/restored';
import { useWords } from '../words/words';
import { isPeriod, useIndicatorsChanged, useObservation } from './queries';
import type { Definition, Observation } from './queries';

const STATUSES = ['normal', 'estimated', 'provisional', 'missing', 'not-applicable'] as const;
type Typed = {
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly status: (typeof STATUSES)[number];
  readonly reason: string;
  readonly source: string;
  readonly evidence: readonly { readonly id: string; readonly name: string }[];
};
const FRESH: Typed = {
  ...{ value: '', numerator: '', denominator: '', status: 'normal' },
  ...{ reason: '', source: '', evidence: [] },
};
export const EXAMPLES = { month: '2026-03', quarter: '2026-Q1', year: '2026' } as const;
const silent = ({ status }: Typed): boolean => status === 'missing' || status === 'not-applicable';

const numberOf = (name: string, text: string) => (text === '' ? {} : { [name]: Number(text) });

function entryOf(typed: Typed, unit: string, period: string) {
  const { status, reason, source, evidence } = typed;
  const figures = silent(typed)
    ? {}
    : {
        ...numberOf('value', typed.value),
        ...numberOf('numerator', typed.numerator),
        ...numberOf('denominator', typed.denominator),
      };
  return {
    ...{ unit, period, status },
    ...figures,
    ...(reason.trim() !== '' && { reason: reason.trim() }),
    ...(source.trim() !== '' && { source: source.trim() }),
    ...(evidence.length > 0 && { evidence: evidence.map(({ id }) => id) }),
  };
}

type Props = {
  readonly definition: Definition;
  readonly unit: string;
  readonly period: string;
  readonly onClose: () => void;
  readonly onSaved: (figure: Observation) => void;
};

/** Enters a value or corrects it: what was recorded beside what is typed, and a reason for the difference. */
export function EntryDialog({ definition, unit, period: wished, onClose, onSaved }: Props) {
  const { say } = useWords();
  const [period, setPeriod] = useState(wished);
  return (
    <Ask title={say('entry.title')} onClose={onClose}>
      <div className="stack">
        <Labelled
          label={say('entry.period')}
          hint={say('entry.periodHint', { example: EXAMPLES[definition.frequency] })}
        >
          {(id) => <input id={id} value={period} onChange={({ target }) => setPeriod(target.value.trim())} />}
        </Labelled>
        {isPeriod(period) && <EntryForm key={period} {...{ definition, unit, period, onClose, onSaved }} />}
      </div>
    </Ask>
  );
}

function EntryForm({ definition, unit, period, onClose, onSaved }: Props) {
  const { say } = useWords();
  const draft = useDraft<Typed>(`value.${definition.id}.${unit}.${period}`, FRESH);
  const before = useObservation(definition.id, unit, period);
  const [seen, setSeen] = useState<number>();
  const changed = useIndicatorsChanged();
  const keyed = useKeyed();
  const typed = draft.value;
  const set = (part: Partial<Typed>) => draft.change({ ...typed, ...part });
  const current = seen ?? before.data?.version ?? 0;
  const [opened, setOpened] = useState<number>();
  if (opened === undefined && before.data !== undefined) setOpened(current);
  const save = useMutation({
    mutationFn: () => {
      const path = `/v1/indicators/${encodeURIComponent(definition.id)}/observations`;
      const body = entryOf(typed, unit, period);
      const match = current > 0 && matching(current);
      return keyed(body, (key) => call<Observation>('POST', path, body, { 'Idempotency-Key': key, ...match }));
    },
    onSuccess: (figure) => {
      draft.forget();
      changed();
      onSaved(figure);
    },
    onError: async (error) => {
      // Whether it was recorded is not known: it is sent again as it was.
      if (isUnanswered(error)) return setSeen(current);
      const { data } = await before.refetch();
      setSeen(data?.version ?? 0);
    },
  });
  const refused = save.error instanceof Problem && isConflict(save.error);
  const conflict = refused || (opened !== undefined && current > opened && !save.isPending);
  const ratio = definition.source.type === 'ratio';
  return (
    <form
      className="stack"
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Restored draft={draft} />
      {!silent(typed) && (ratio ? <Fraction typed={typed} set={set} /> : <One {...{ definition, typed, set }} />)}
      <Choice
        label={say('entry.status')}
        value={typed.status}
        options={STATUSES.map((value) => ({ value, text: say(`obs.${value}`) }))}
        onChange={(value) => set({ status: STATUSES.find((one) => one === value) ?? 'normal' })}
      />
      {before.data !== null && before.data !== undefined && (
        <BeforeAfter before={before.data} typed={typed} definition={definition} />
      )}
      {before.data?.approval?.state === 'rejected' && <Rejected approval={before.data.approval} />}
      {current > 0 && (
        <Labelled label={say('entry.reason')}>
          {(id) => (
            <textarea
              id={id}
              rows={2}
              required
              maxLength={4000}
              value={typed.reason}
              onChange={({ target }) => set({ reason: target.value })}
            />
          )}
        </Labelled>
      )}
      <Labelled label={say('field.optional', { label: say('entry.source') })}>
        {(id) => (
          <input
            id={id}
            maxLength={300}
            value={typed.source}
            onChange={({ target }) => set({ source: target.value })}
          />
        )}
      </Labelled>
      <Evidence unit={unit} typed={typed} set={set} />
      {conflict && (
        <p className="note warn" role="alert">
          {say('entry.conflict')}
        </p>
      )}
      {save.error !== null && !refused && <ProblemNote error={save.error} />}
      <FormButtons label={say('entry.save')} busy={save.isPending} held={before.isFetching} onClose={onClose} />
    </form>
  );
}

const isConflict = ({ status, code }: Problem): boolean =>
  status === 412 || code === 'CHANGED_MEANWHILE' || code === 'REASON_NEEDED';

type LabelledProps = { readonly label: string; readonly hint?: string; readonly children: (id: string) => ReactNode };
export function Labelled({ label, hint, children }: LabelledProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {children(id)}
    </div>
  );
}

type PartProps = { readonly typed: Typed; readonly set: (part: Partial<Typed>) => void };
function One({ definition, typed, set }: PartProps & { readonly definition: Definition }) {
  const { say, format } = useWords();
  return (
    <Labelled
      label={`${say('ind.value')} (${format.measure(definition.unit)})`}
      {...(definition.unit === 'ratio' && { hint: say('entry.shareHint') })}
    >
      {(id) => (
        <input
          {...{ id, type: 'number', step: 'any', required: true, value: typed.value }}
          onChange={({ target }) => set({ value: target.value })}
        />
      )}
    </Labelled>
  );
}

function Fraction({ typed, set }: PartProps) {
  const { say } = useWords();
  return (
    <div className="pair">
      {(['numerator', 'denominator'] as const).map((part) => (
        <Labelled key={part} label={say(`entry.${part}`)}>
          {(id) => (
            <input
              {...{ id, type: 'number', step: 'any', required: true, value: typed[part] }}
              onChange={({ target }) => set({ [part]: target.value })}
            />
          )}
        </Labelled>
      ))}
    </div>
  );
}

/** Why the second person did not take it: what the correction has to answer. */
function Rejected({ approval: { by = '', at, reason = '' } }: { approval: NonNullable<Observation['approval']> }) {
  const { say, format } = useWords();
  const names = useNames();
  const when = at === undefined ? '' : format.moment(at);
  return <p className="note warn">{say('entry.rejected', { who: names.person(by), when, reason })}</p>;
}

type BothProps = { readonly before: Observation; readonly typed: Typed; readonly definition: Definition };
function BeforeAfter({ before, typed, definition }: BothProps) {
  const { say, format } = useWords();
  const told = (value: number | undefined) => (value === undefined ? '–' : format.value(value, definition.unit));
  const per = definition.source.type === 'ratio' ? (definition.source.per ?? 1) : 1;
  const quotient = (Number(typed.numerator) / Number(typed.denominator)) * per;
  const typedValue = definition.source.type === 'ratio' ? quotient : typed.value === '' ? NaN : Number(typed.value);
  return (
    <div className="both note">
      <p>
        {say('entry.before')}
        <br />
        <strong>{told(before.value)}</strong> · {say(`obs.${before.status}`)}
      </p>
      <p>
        {say('entry.after')}
        <br />
        <strong>{told(Number.isFinite(typedValue) && !silent(typed) ? typedValue : undefined)}</strong> ·{' '}
        {say(`obs.${typed.status}`)}
      </p>
    </div>
  );
}

type Uploaded = { readonly id: string; readonly name: string };
function Evidence({ unit, typed, set }: PartProps & { readonly unit: string }) {
  const { say } = useWords();
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const query = new URLSearchParams({ unit, name: file.name });
      return sendFile<Uploaded>(`/v1/evidence?${query}`, file);
    },
    onSuccess: ({ id, name }) => set({ evidence: [...typed.evidence, { id, name }] }),
  });
  return (
    <>
      <Labelled label={say('field.optional', { label: say('entry.file') })}>
        {(id) => (
          <input
            id={id}
            type="file"
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file !== undefined) upload.mutate(file);
            }}
          />
        )}
      </Labelled>
      <div role="status">
        {typed.evidence.map(({ id, name }) => (
          <p key={id} className="hint">
            {say('entry.attached', { name })}
          </p>
        ))}
      </div>
      {upload.error !== null && <ProblemNote error={upload.error} />}
    </>
  );
}
