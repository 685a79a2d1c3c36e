import { useState } from 'react';
import type { Collector } from '../../../src/domain/collect/collector.schema';
import { usePut } from '../organisation/documents';
import { Line, SaveLine } from '../organisation/fields';
import { ProblemNote } from '../parts/notes';
import { useDraft } from '../plan/draft';
import { Restored } from '../plan/restored';
import { useSettingsWords } from '../words/settings';
import { useWords } from '../words/words';
import { Conflict } from './conflict';
import { useEditing } from './editing';
import { pairsOf } from './lines';
import { Removal } from './removal';
import { ReadFields, WhenFields, WhereFields } from './sourceFields';
import { formOf, newSource, sourceOf } from './sourceForm';
import type { SourceForm } from './sourceForm';
import type { StoredCollector } from './sources';

/** Whether every line of the texts that hold pairs is one. */
const readable = ({ headers, unitMap, indicatorMap, statusMap }: SourceForm): boolean =>
  pairsOf(headers, ':').wrong === undefined &&
  [unitMap, indicatorMap, statusMap].every((text) => pairsOf(text, '=').wrong === undefined);

type EditorProps = { readonly stored: StoredCollector; readonly linesOf: (source: Collector) => readonly string[] };

/** The settings of a source that is there. */
export function SourceEditor({ stored, linesOf }: EditorProps) {
  const say = useSettingsWords();
  const editing = useEditing<Collector>('collectors', stored);
  const [typed, setTyped] = useState<SourceForm>();
  const form = typed ?? formOf(editing.value);
  const { changed, error, theirs } = editing;
  const set = (part: Partial<SourceForm>) => {
    const next = { ...form, ...part };
    setTyped(next);
    editing.change(sourceOf(stored.id, next));
  };
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        void editing.save();
      }}
    >
      <h2>{say('source.edit')}</h2>
      <Restored
        draft={{
          restoredAt: editing.restored.restoredAt,
          forget: () => {
            setTyped(undefined);
            editing.restored.forget();
          },
        }}
      />
      <WhereFields {...{ form, set, error }} />
      <WhenFields {...{ form, set, error }} />
      <ReadFields {...{ form, set, error }} />
      <div role="status">
        {editing.saved && !changed && <p className="note good">{say('saved')}</p>}
        {changed && <p className="hint">{say('source.saveFirst')}</p>}
      </div>
      {error !== null && <ProblemNote error={error} />}
      {theirs !== undefined && (
        <Conflict
          mine={linesOf(editing.value)}
          theirs={linesOf(theirs)}
          by={theirs.updatedBy}
          at={theirs.updatedAt}
          keepMine={() => void editing.save(theirs.version)}
          takeTheirs={() => {
            setTyped(undefined);
            void editing.takeTheirs();
          }}
        />
      )}
      <div className="buttons">
        <button type="submit" className="main" disabled={editing.busy || !changed || !readable(form)}>
          {say('source.save')}
        </button>
        <Removal kind="collectors" document={stored} what={say('remove.source')} to="/settings/sources" withReason />
      </div>
    </form>
  );
}

type NewProps = { readonly unit: string; readonly onClose: (id?: string) => void };

/** A source that is not there yet. */
export function NewSource({ unit, onClose }: NewProps) {
  const say = useSettingsWords();
  const { say: common } = useWords();
  const put = usePut('collectors');
  const draft = useDraft('collectors.new', { id: '', form: formOf(newSource(unit)) });
  const { id, form } = draft.value;
  const set = (part: Partial<SourceForm>) => draft.change({ id, form: { ...form, ...part } });
  const { error } = put;
  const save = () => {
    const { id: _id, ...body } = sourceOf(id, form);
    return put.mutateAsync({ id, body }).then(
      () => {
        draft.forget();
        onClose(id);
      },
      () => undefined,
    );
  };
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (readable(form)) void save();
      }}
    >
      <h2>{say('sources.new')}</h2>
      <Restored draft={draft} />
      <Line
        label={say('new.id')}
        hint={common('org.idHint')}
        required
        maxLength={80}
        value={id}
        onChange={({ target }) => draft.change({ id: target.value.trim(), form })}
      />
      <WhereFields {...{ form, set, error }} />
      <WhenFields {...{ form, set, error }} />
      <ReadFields {...{ form, set, error }} />
      <SaveLine
        error={error}
        busy={put.isPending}
        onClose={() => {
          draft.forget();
          onClose();
        }}
        label={say('source.save')}
      />
    </form>
  );
}
