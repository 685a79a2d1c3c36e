import { useState } from 'react';
import type { Practice } from '../../../src/domain/packs/pack.schema';
import { useUnitsWhere } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { Line, SaveLine } from '../organisation/fields';
import { Choice } from '../parts/choices';
import { LinesEntry, TextEntry } from '../plan/fields';
import { usePlanTemplates } from '../templates/queries';
import type { Language } from '../words/languages';
import { usePackWords } from '../words/packs';
import { useWords } from '../words/words';
import { usePutPractice } from './queries';
import type { StoredPractice } from './queries';
import { STRENGTHS } from './strengths';

/** A practice as it is written in one language. */
type Draft = {
  readonly title: string;
  readonly where: string;
  readonly context: string;
  readonly change: string;
  readonly result: string;
  readonly strength: Practice['strength'];
  readonly checkBefore: readonly string[];
  readonly source: readonly string[];
  readonly tags: string;
  readonly planTemplate: string;
  readonly unit: string;
};
export type Begun = Partial<StoredPractice>;
type FormProps = { readonly begun: Begun; readonly onClose: (stored?: StoredPractice) => void };

/** Writes a practice, or corrects it; texts in other languages stay. */
export function PracticeForm({ begun, onClose }: FormProps) {
  const { say, language } = useWords();
  const told = usePackWords();
  const put = usePutPractice();
  const units = useUnitsWhere('practice.edit');
  const { data: templates = [] } = usePlanTemplates();
  const [id] = useState(() => begun.id ?? crypto.randomUUID());
  const [draft, setDraft] = useState(() => draftOf(begun, language));
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const unit = draft.unit === '' ? (units[0]?.value ?? '') : draft.unit;
  const save = () => {
    const body = {
      ...bodyOf({ ...draft, unit }, begun, language),
      ...(begun.cycle !== undefined && { cycle: begun.cycle }),
    };
    put.mutate({ id, body, version: begun.version }, { onSuccess: (stored) => onClose(stored) });
  };
  const text = (part: 'context' | 'change' | 'result') => (
    <TextEntry
      label={told(`practice.${part}`)}
      at={`/${part}`}
      kind="area"
      value={draft[part]}
      onChange={(value) => set({ [part]: value })}
    />
  );
  const line = (part: 'title' | 'where' | 'tags', label: string, isRequired = true) => (
    <Line
      label={isRequired ? label : say('field.optional', { label })}
      required={isRequired}
      maxLength={300}
      value={draft[part]}
      onChange={({ target }) => set({ [part]: target.value })}
    />
  );
  return (
    <form
      className="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {line('title', told('practice.name'))}
      {line('where', told('practice.where'))}
      {text('context')}
      {text('change')}
      {text('result')}
      <Choice
        label={told('practices.strength')}
        value={draft.strength}
        options={STRENGTHS.map((one) => ({
          value: one,
          text: `${told(`strength.${one}`)} – ${told(`strength.${one}.means`)}`,
        }))}
        onChange={(value) => set({ strength: STRENGTHS.find((one) => one === value) ?? 'story' })}
      />
      <LinesEntry
        legend={told('practice.check')}
        at="/checkBefore"
        add={told('practice.addCheck')}
        lines={draft.checkBefore}
        onChange={(checkBefore) => set({ checkBefore })}
      />
      <LinesEntry
        legend={told('practice.source')}
        at="/source"
        add={told('practice.addSource')}
        lines={draft.source}
        onChange={(source) => set({ source })}
      />
      {line('tags', told('practice.tags'), false)}
      <div className="pair">
        <Choice label={told('practice.unit')} value={unit} options={units} onChange={(one) => set({ unit: one })} />
        <Choice
          label={told('practice.template')}
          empty={told('practice.noTemplate')}
          value={draft.planTemplate}
          options={templates.map((one) => ({ value: one.id, text: nameIn(one.name, language) }))}
          onChange={(planTemplate) => set({ planTemplate })}
        />
      </div>
      <SaveLine error={put.error} busy={put.isPending} onClose={() => onClose()} label={told('practice.save')} />
    </form>
  );
}

function draftOf(begun: Begun, language: Language): Draft {
  const text = (part: 'title' | 'where' | 'context' | 'change' | 'result') => nameIn(begun[part], language);
  return {
    title: text('title'),
    where: text('where'),
    context: text('context'),
    change: text('change'),
    result: text('result'),
    strength: begun.strength ?? 'before-after',
    checkBefore: begun.checkBefore?.map((line) => nameIn(line, language)) ?? [''],
    source: begun.source ?? [''],
    tags: begun.tags?.join(', ') ?? '',
    planTemplate: begun.planTemplate ?? '',
    unit: begun.unit ?? '',
  };
}

/** A text that was written in several languages keeps the others. */
function said<T extends string | object>(before: T | undefined, text: string, language: Language) {
  return typeof before === 'object' ? { ...before, [language]: text.trim() } : text.trim();
}

function bodyOf(draft: Draft, begun: Begun, language: Language) {
  const { title, where, context, change, result, strength, unit, planTemplate } = draft;
  const filled = (lines: readonly string[]) => lines.map((one) => one.trim()).filter((one) => one !== '');
  return {
    ...{ unit, strength },
    title: said(begun.title, title, language),
    where: said(begun.where, where, language),
    context: said(begun.context, context, language),
    change: said(begun.change, change, language),
    result: said(begun.result, result, language),
    checkBefore: filled(draft.checkBefore).map((line) => {
      const before = begun.checkBefore?.find((one) => nameIn(one, language) === line);
      return before ?? line;
    }),
    source: filled(draft.source),
    tags: filled(draft.tags.split(/[,、]/)),
    ...(planTemplate !== '' && { planTemplate }),
  };
}
