import { useState } from 'react';
import type { FormEvent } from 'react';
import { Problem } from '../api/client';
import { useKeyed } from '../api/keyed';
import { changedMeanwhile, usePeople } from '../api/queries';
import type { ReviewCommand } from '../../../src/domain/reviews/review.schema';
import { Ask, FormButtons } from '../parts/dialog';
import { ProblemNote } from '../parts/notes';
import { useReviewWords } from '../words/reviews';
import { useWords } from '../words/words';
import { nextKey } from '../scorecards/edit/draft';
import { awaiting, commandOf, FORMS, STATUSES } from './orders';
import type { Asked, Fillable } from './orders';
import { useReview, useReviewCommand } from './queries';
import type { ReviewView } from './queries';

/** Carries a command out on the version that was seen; after a conflict, on the one that is shown with it. */
export function useCarryingOut(review: ReviewView, onClose: () => void) {
  const [seen, setSeen] = useState(review.version);
  const keyed = useKeyed();
  const command = useReviewCommand(review.id);
  const { refetch } = useReview(review.id);
  const carryOut = async (given: ReviewCommand) => {
    try {
      await keyed(given, (key) => command.mutateAsync({ command: given, version: seen, key }));
      onClose();
    } catch (refused) {
      if (!changedMeanwhile(refused)) return;
      const { data } = await refetch();
      if (data !== undefined) setSeen(data.version);
    }
  };
  return { carryOut, command, newer: seen - review.version };
}

type Given = Readonly<Record<string, string>>;
export type DialogProps = {
  readonly review: ReviewView;
  readonly onClose: () => void;
  /** What is known already from where the button stands. */
  readonly given?: Given;
};

/** Says what a command does, asks for what it needs, and carries it out. */
export function OrderDialog({ review, type, given = {}, onClose }: DialogProps & { readonly type: Fillable }) {
  const word = useReviewWords();
  // What is seen is what stood here when the dialog opened.
  const [before] = useState(review);
  const { carryOut, command, newer } = useCarryingOut(before, onClose);
  const { fields, grave } = FORMS[type];
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const keys = before.decisions.map(({ id }) => ({ key: id.slice(id.indexOf('#') + 1) }));
    const more = type === 'Decide' ? { key: nextKey('d', keys) } : {};
    void carryOut(commandOf(type, new FormData(event.currentTarget), more));
  };
  return (
    <Ask title={word(`rv.do.${type}`)} onClose={onClose}>
      <p className="hint">{word(`rv.what.${type}`)}</p>
      <form className="stack" onSubmit={submit}>
        {fields.map((asked) => (
          <AskedField
            key={asked.name}
            {...{ asked, given }}
            review={before}
            error={errorAt(command.error, asked.name)}
          />
        ))}
        <Refused error={command.error} before={before} now={review} newer={newer} />
        <FormButtons
          label={word(changedMeanwhile(command.error) ? 'rv.anyway' : `rv.do.${type}`)}
          busy={command.isPending}
          look={grave === true ? 'danger' : 'main'}
          onClose={onClose}
        />
      </form>
    </Ask>
  );
}

const errorAt = (error: unknown, name: string): string | undefined =>
  error instanceof Problem ? error.errors.find(({ field }) => field.startsWith(`/${name}`))?.message : undefined;

type RefusedProps = {
  readonly error: unknown;
  readonly before: ReviewView;
  readonly now: ReviewView;
  readonly newer: number;
};
/** Why it was not done; where somebody else was quicker, what it was and is. */
export function Refused({ error, before, now, newer }: RefusedProps) {
  const word = useReviewWords();
  if (error === null) return null;
  if (!changedMeanwhile(error)) return <ProblemNote error={error} />;
  const told = (review: ReviewView) =>
    word('rv.told', {
      phase: word(`rv.phase.${review.phase}`),
      comments: review.comments.length,
      decisions: review.decisions.length,
    });
  return (
    <div className="note warn" role="alert">
      <p>{word('rv.conflict', { count: Math.max(1, newer) })}</p>
      <div className="both">
        <p>
          {word('rv.seen')}
          <br />
          {told(before)}
        </p>
        <p>
          {word('rv.now')}
          <br />
          {told(now)}
        </p>
      </div>
    </div>
  );
}

type FieldProps = {
  readonly asked: Asked;
  readonly given: Given;
  readonly review: ReviewView;
  readonly error: string | undefined;
};
function AskedField({ asked, given, review, error }: FieldProps) {
  const { say } = useWords();
  const word = useReviewWords();
  const id = `ask-${asked.name}`;
  const label = asked.optional === true ? say('field.optional', { label: word(asked.word) }) : word(asked.word);
  const about = error === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-error` };
  const common = { id, name: asked.name, required: asked.optional !== true, ...about };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Control {...{ asked, review, common }} value={given[asked.name] ?? ''} />
      {error !== undefined && (
        <p className="missing" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

type ControlProps = {
  readonly asked: Asked;
  readonly review: ReviewView;
  readonly value: string;
  readonly common: { readonly id: string; readonly name: string; readonly required: boolean };
};
function Control({ asked, review, value, common }: ControlProps) {
  const word = useReviewWords();
  const { data: people = [] } = usePeople();
  switch (asked.kind) {
    case 'date':
      return <input type="date" defaultValue={value} {...common} />;
    case 'text':
    case 'long':
      return (
        <textarea
          rows={asked.kind === 'long' ? 12 : 3}
          maxLength={asked.kind === 'long' ? 50_000 : 4000}
          defaultValue={value}
          {...common}
        />
      );
    case 'person':
      return <Options options={people.map(({ id, name }) => [id, name])} {...{ value, common }} />;
    case 'measure':
      return <Options options={review.measures.map(({ measure, name }) => [measure, name])} {...{ value, common }} />;
    case 'decision':
      return <Options options={awaiting(review).map(({ id, text }) => [id, text])} {...{ value, common }} />;
    case 'status':
      return <Options options={STATUSES.map((one) => [one, word(`rv.status.${one}`)])} {...{ value, common }} />;
  }
}

type OptionsProps = Pick<ControlProps, 'value' | 'common'> & {
  readonly options: readonly (readonly [string, string])[];
};
function Options({ options, value, common }: OptionsProps) {
  const { say } = useWords();
  return (
    <select defaultValue={value} {...common}>
      <option value="">{common.required ? say('plan.choose') : '–'}</option>
      {options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  );
}
