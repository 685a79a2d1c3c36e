import type { FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { call, matching } from '../api/client';
import { Choice } from '../parts/choices';
import { Ask, FormButtons } from '../parts/dialog';
import { useDraft } from '../plan/draft';
import { NumberEntry } from '../plan/fields';
import { Restored } from '../plan/restored';
import { tidied } from '../plan/tidy';
import { useEditorWords } from '../words/indicatorEditor';
import { Labelled } from './entry';
import type { TrajectoryDraft } from './edit/draft';
import { TrajectoryEntry } from './edit/trajectory';
import { useUnitsWhere } from './may';
import { useIndicatorsChanged } from './queries';
import type { Definition, Versions } from './queries';
import { SaveProblem } from './saveProblem';

type Version = Extract<Versions['items'][number], { kind: 'override' }>;
/** What a unit has of its own. */
export type Own = Exclude<Version['override'], 'as-above'>;

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
  readonly asked: { readonly unit: string; readonly own?: Own };
  readonly onClose: () => void;
};
/** Gives a unit a target of its own, or changes it. */
export function SetOwn({ definition, asked: { unit, own }, onClose }: SetProps) {
  const { say } = useEditorWords();
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
      return call('PUT', path, tidied(body), matching(definition.version));
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
        <SaveProblem error={save.error} />
        <FormButtons label={say('entry.save')} busy={save.isPending} held={typed.unit === ''} onClose={onClose} />
      </form>
    </Ask>
  );
}
