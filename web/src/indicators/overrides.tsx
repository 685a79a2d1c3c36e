import { useState } from 'react';
import type { FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { call } from '../api/client';
import { changedMeanwhile } from '../api/queries';
import { Choice } from '../parts/choices';
import { Ask, FormButtons } from '../parts/dialog';
import { useNames } from '../parts/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { useDraft } from '../plan/draft';
import { NumberEntry } from '../plan/fields';
import { Restored } from '../plan/restored';
import { tidied } from '../plan/tidy';
import { useWords } from '../words/words';
import { Labelled } from './entry';
import type { TrajectoryDraft } from './edit/draft';
import { TrajectoryEntry } from './edit/trajectory';
import { useUnitsWhere } from './may';
import { useIndicatorsChanged, useVersions } from './queries';
import type { Definition, Versions } from './queries';
import { ReasonDialog } from './waiting';

type Version = Extract<Versions['items'][number], { kind: 'override' }>;
type Own = Exclude<Version['override'], 'as-above'>;
type Asked =
  { readonly do: 'set'; readonly unit: string; readonly own?: Own } | { readonly do: 'back'; readonly unit: string };

/** The targets that units have instead, and who may changes them. */
export function Overrides({ definition }: { readonly definition: Definition }) {
  const { say, format } = useWords();
  const names = useNames();
  const { data, error } = useVersions(definition.id);
  const mine = useUnitsWhere('indicator.override', definition.home);
  const [asked, setAsked] = useState<Asked>();
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  const latest = new Map(data.flatMap((one) => (one.kind === 'override' ? [[one.unit, one] as const] : [])));
  const there = [...latest.values()].flatMap(({ override, ...one }) =>
    override === 'as-above' ? [] : [{ ...one, own: override }],
  );
  const may = new Set(mine.map(({ value }) => value));
  const told = ({ target, stretch, weight, trajectory = [] }: Own) =>
    [
      ...(target === undefined ? [] : [say('ind.targetIs', { value: format.value(target, definition.unit) })]),
      ...(stretch === undefined ? [] : [`${say('ed.stretch')}: ${format.value(stretch, definition.unit)}`]),
      ...trajectory.map((one) => `${format.period(one.period)}: ${format.value(one.target, definition.unit)}`),
      ...(weight === undefined ? [] : [say('ind.weight', { value: format.number(weight) })]),
    ].join(' · ');
  return (
    <>
      <p className="hint">{say('ed.ownWhat')}</p>
      {there.length === 0 && <p>{say('ed.ownNone')}</p>}
      <ul className="tasks">
        {there.map(({ unit, own, by, recordedAt, reason }) => (
          <li key={unit} className="card small">
            <strong>{names.unit(unit)}</strong>: {told(own)}
            <p className="hint">
              {say('ind.recorded', { when: format.moment(recordedAt), who: names.person(by) })}
              {reason !== undefined && `: ${reason}`}
            </p>
            {may.has(unit) && (
              <div className="buttons">
                <button type="button" onClick={() => setAsked({ do: 'set', unit, own })}>
                  {say('ed.ownChange', { unit: names.unit(unit) })}
                </button>
                <button type="button" onClick={() => setAsked({ do: 'back', unit })}>
                  {say('ed.ownBack', { unit: names.unit(unit) })}
                </button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {mine.length > 0 && (
        <button type="button" onClick={() => setAsked({ do: 'set', unit: '' })}>
          {say('ed.ownSet')}
        </button>
      )}
      {asked?.do === 'set' && <SetOwn {...{ definition, asked }} onClose={() => setAsked(undefined)} />}
      {asked?.do === 'back' && <TakeBack {...{ definition, unit: asked.unit }} onClose={() => setAsked(undefined)} />}
    </>
  );
}

type Typed = {
  readonly unit: string;
  readonly target?: number | undefined;
  readonly stretch?: number | undefined;
  readonly weight?: number | undefined;
  readonly trajectory: TrajectoryDraft;
  readonly validFrom: string;
  readonly reason: string;
};
type SetProps = {
  readonly definition: Definition;
  readonly asked: Extract<Asked, { do: 'set' }>;
  readonly onClose: () => void;
};
function SetOwn({ definition, asked: { unit, own }, onClose }: SetProps) {
  const { say } = useWords();
  const changed = useIndicatorsChanged();
  const options = useUnitsWhere('indicator.override', definition.home);
  const fresh: Typed = { trajectory: [], ...own, unit, validFrom: '', reason: '' };
  const draft = useDraft<Typed>(`override.${definition.id}.${unit}`, fresh);
  const typed = draft.value;
  const set = (change: Partial<Typed>) => draft.change({ ...typed, ...change });
  const percent = definition.unit === 'ratio';
  const save = useMutation({
    mutationFn: () => {
      const { unit: at, ...body } = typed;
      const path = `/v1/indicators/${encodeURIComponent(definition.id)}/overrides/${encodeURIComponent(at)}`;
      return call('PUT', path, tidied(body), { 'If-Match': `"${definition.version}"` });
    },
    onSuccess: () => {
      draft.forget();
      changed();
      onClose();
    },
    onError: changed,
  });
  const number = (part: 'target' | 'stretch' | 'weight') => (
    <NumberEntry
      key={part}
      label={say(part === 'target' ? 'ind.target' : `ed.${part}`)}
      at={`/own/${part}`}
      percent={percent && part !== 'weight'}
      value={typed[part]}
      onChange={(value) => set({ [part]: value })}
    />
  );
  return (
    <Ask title={say('ed.ownSet')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Restored draft={draft} />
        <Choice
          label={say('cycle.unit')}
          value={typed.unit}
          empty={say('plan.choose')}
          options={options}
          onChange={(value) => set({ unit: value })}
        />
        <div className="pair">{(['target', 'stretch', 'weight'] as const).map(number)}</div>
        <details open={typed.trajectory.length > 0}>
          <summary>{say('ed.trajectory')}</summary>
          <TrajectoryEntry
            {...{ trajectory: typed.trajectory, frequency: definition.frequency, percent }}
            onChange={(trajectory) => set({ trajectory })}
          />
        </details>
        <Labelled label={say('field.optional', { label: say('ed.validFrom') })} hint={say('ed.ownFrom')}>
          {(id) => (
            <input id={id} value={typed.validFrom} onChange={({ target }) => set({ validFrom: target.value.trim() })} />
          )}
        </Labelled>
        <Labelled label={say('field.reason')}>
          {(id) => (
            <textarea
              {...{ id, rows: 2, maxLength: 4000, required: true, value: typed.reason }}
              onChange={({ target }) => set({ reason: target.value })}
            />
          )}
        </Labelled>
        {save.error !== null &&
          (changedMeanwhile(save.error) ? (
            <p className="note warn" role="alert">
              {say('ed.conflictSmall')}
            </p>
          ) : (
            <ProblemNote error={save.error} />
          ))}
        <FormButtons label={say('entry.save')} busy={save.isPending} held={typed.unit === ''} onClose={onClose} />
      </form>
    </Ask>
  );
}

type BackProps = { readonly definition: Definition; readonly unit: string; readonly onClose: () => void };
function TakeBack({ definition, unit, onClose }: BackProps) {
  const { say } = useWords();
  const names = useNames();
  const changed = useIndicatorsChanged();
  const [reason, setReason] = useState('');
  const back = useMutation({
    mutationFn: () => {
      const path = `/v1/indicators/${encodeURIComponent(definition.id)}/overrides/${encodeURIComponent(unit)}`;
      const query = new URLSearchParams({ reason: reason.trim() });
      return call('DELETE', `${path}?${query}`, undefined, { 'If-Match': `"${definition.version}"` });
    },
    onSuccess: () => {
      changed();
      onClose();
    },
    onError: changed,
  });
  return (
    <ReasonDialog
      {...{ title: say('ed.ownBack', { unit: names.unit(unit) }), reason, setReason, onClose, needed: true }}
      {...{ sending: back.isPending, error: back.error, what: say('ed.ownBackWhat') }}
      onSend={() => back.mutate()}
    />
  );
}
