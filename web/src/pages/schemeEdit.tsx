import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { changedMeanwhile } from '../api/queries';
import { Problem } from '../api/client';
import { idFrom } from '../indicators/edit/draft';
import { useLacks } from '../indicators/edit/lacking';
import { useMay } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { Choice } from '../parts/choices';
import { ProblemNote, Waiting } from '../parts/notes';
import { useSettled } from '../parts/settled';
import { useDraft } from '../plan/draft';
import { idAt, Lacks, TextEntry } from '../plan/fields';
import { Restored } from '../plan/restored';
import { Bench } from '../schemes/bench';
import { Classes, Findings, Quotas } from '../schemes/edit/classes';
import { bodyOf, copyOf, definitionOf, draftOf, linesOf } from '../schemes/edit/draft';
import type { Draft, Typed } from '../schemes/edit/draft';
import { LastPeriod } from '../schemes/edit/lastPeriod';
import { Sections } from '../schemes/edit/sections';
import { About, Group, Steps } from '../schemes/edit/whom';
import { schemeHref, useSaveScheme, useScheme, useSchemes, useTried } from '../schemes/queries';
import type { Scheme } from '../schemes/queries';
import { Conflict } from '../settings/conflict';
import { PageTitle } from '../shell';
import { useSchemeEditorWords } from '../words/schemeEditor';
import { useWords } from '../words/words';
import '../styles/scorecards.css';
import '../styles/schemes.css';

const USUAL = 'vn-335-2025';

/** A new version of a scheme, tried beside while it is written. */
export default function SchemeEditPage({ id }: { readonly id: string }) {
  const may = useMay('');
  const { data, error } = useScheme(id);
  if (!may('scheme.edit')) return <Forbidden />;
  if (error !== null) return <ProblemNote error={error} />;
  if (data === undefined) return <Waiting />;
  return <Editor stored={data} base={data} fresh={draftOf(data)} />;
}

/** A scheme of one's own, begun as a copy of one that is there. */
export function NewSchemePage() {
  const may = useMay('');
  const { language } = useWords();
  const word = useSchemeEditorWords();
  const { data: schemes = [] } = useSchemes();
  const [from, setFrom] = useState(new URLSearchParams(location.search).get('from') ?? USUAL);
  const { data, error } = useScheme(from);
  if (!may('scheme.edit')) return <Forbidden />;
  const options = schemes.map(({ id, name }) => ({ value: id, text: nameIn(name, language) }));
  return (
    <>
      <PageTitle>{word('new')}</PageTitle>
      <p className="hint">{word('startHint')}</p>
      <Choice label={word('start')} value={from} options={options} onChange={setFrom} />
      {error !== null && <ProblemNote error={error} />}
      {data === undefined ? (
        error === null && <Waiting />
      ) : (
        <Editor key={from} {...{ base: data, fresh: copyOf(data) }} />
      )}
    </>
  );
}

function Forbidden() {
  const word = useSchemeEditorWords();
  return (
    <>
      <PageTitle>{word('back')}</PageTitle>
      <p className="note warn">{word('mayNot')}</p>
      <Link href="/schemes">{word('back')}</Link>
    </>
  );
}

type EditorProps = {
  /** Missing: a new one. */
  readonly stored?: Scheme;
  /** Whose last period it is tried on. */
  readonly base: Scheme;
  readonly fresh: Draft;
};
function Editor({ stored, base, fresh }: EditorProps) {
  const { say, language } = useWords();
  const word = useSchemeEditorWords();
  const [, go] = useLocation();
  const save = useSaveScheme();
  const [round, setRound] = useState(0);
  const [sent, setSent] = useState(false);
  const version = stored?.version ?? 0;
  const beginning: Typed = { id: stored?.id ?? '', version, draft: fresh, validFrom: '', reason: '' };
  const kept = useDraft<Typed>(`scheme.${stored?.id ?? `new.${base.id}`}`, beginning);
  const typed = kept.typed ? kept.value : beginning;
  const { draft } = typed;
  const id = stored?.id ?? (typed.id === '' ? idFrom(nameIn(draft.name, language)) : typed.id);
  const unreasoned = version > 0 && typed.reason.trim() === '';
  const definition = useSettled(JSON.stringify(triedOf(draft, language)));
  const wrong = useWrong(definition);
  const lacks = [...useLacks(save.error, sent && unreasoned), ...wrong.lacks];
  const newer = stored !== undefined && kept.typed && version > typed.version;
  const set = (change: Partial<Draft>) => kept.change({ ...typed, draft: { ...draft, ...change } });
  const part = { draft, set };
  const takeTheirs = () => {
    kept.forget(beginning);
    save.reset();
    setRound(round + 1);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    if (unreasoned) return document.getElementById(idAt('/reason'))?.focus();
    const seen = version === 0 && typed.version === 0 ? undefined : typed.version;
    const saved = await save.mutateAsync({ id, version: seen, body: bodyOf(typed) }).catch(() => undefined);
    if (saved === undefined) return undefined;
    kept.forget(draftedFrom(saved));
    return saved.warnings === undefined ? go(schemeHref(id)) : undefined;
  };
  return (
    <Lacks.Provider value={lacks}>
      {stored !== undefined && <PageTitle>{word('editOf', { name: nameIn(stored.name, language) })}</PageTitle>}
      <Restored draft={{ restoredAt: kept.restoredAt, forget: takeTheirs }} />
      {newer && (
        <Conflict
          {...{ mine: linesOf(draft, { language, word }), theirs: linesOf(fresh, { language, word }), takeTheirs }}
          keepMine={() => {
            save.reset();
            kept.change({ ...typed, version });
          }}
          by={stored.by}
          at={stored.recordedAt}
        />
      )}
      {save.data?.warnings !== undefined && <Warned saved={save.data} />}
      <div className="beside">
        <form key={round} className="stack" onSubmit={(event) => void submit(event)}>
          <About {...part} />
          {stored === undefined && (
            <TextEntry
              {...{ label: word('id'), at: '/id', hint: word('idHint'), value: id }}
              onChange={(next) => kept.change({ ...typed, id: next.trim() })}
            />
          )}
          <Sections {...part} />
          <Classes {...part} />
          <Findings {...part} />
          <Quotas {...part} />
          <Group {...part} />
          <Steps {...part} />
          <When {...{ typed, change: kept.change, first: version === 0 }} />
          <p role="status">{wrong.words === undefined ? word('sound') : word('wrong', { words: wrong.words })}</p>
          {save.error !== null && <Refused error={save.error} id={stored === undefined ? id : undefined} />}
          <p className="hint">{say('gate.draft')}</p>
          <div className="buttons">
            <button type="submit" className="main" disabled={save.isPending || newer}>
              {save.isPending ? say('note.working') : word(stored === undefined ? 'make' : 'save')}
            </button>
            <Link className="button" href={stored === undefined ? '/schemes' : schemeHref(stored.id)}>
              {say('note.cancel')}
            </Link>
          </div>
        </form>
        <div className="stack tried">
          <Bench scheme={draft} on={{ definition }} />
          <LastPeriod id={base.id} definition={triedOf(draft, language)} />
        </div>
      </div>
    </Lacks.Provider>
  );
}

/** A name that is still to come keeps nobody from trying. */
const triedOf = (draft: Draft, language: string): object =>
  definitionOf(nameIn(draft.name, language) === '' ? { ...draft, name: '–' } : draft);

const draftedFrom = (saved: Scheme): Typed => ({
  ...{ id: saved.id, version: saved.version, draft: draftOf(saved), validFrom: '', reason: '' },
});

/** What of the draft could not be scored, by its fields; what is wrong with facts is not its business. */
function useWrong(definition: string) {
  const { error } = useTried({ definition }, JSON.stringify({ items: [] }));
  const errors = error instanceof Problem ? error.errors : [];
  const own = errors.filter(({ field }) => field.startsWith('/definition'));
  const lacks = own.map(({ field, message }) => ({
    field: field.slice('/definition'.length),
    words: { vi: message, en: message, ja: message },
  }));
  return { lacks, words: own[0]?.message };
}

type WhenProps = {
  readonly typed: Typed;
  readonly change: (typed: Typed) => void;
  /** The office has no version of its own yet. */
  readonly first: boolean;
};
function When({ typed, change, first }: WhenProps) {
  const word = useSchemeEditorWords();
  const { draft } = typed;
  return (
    <fieldset>
      <legend>{word('when')}</legend>
      <div className="pair">
        <TextEntry
          {...{ label: word('validFrom'), at: '/validFrom', kind: 'date', value: typed.validFrom }}
          hint={word(first ? 'validFrom.first' : 'validFrom.later')}
          onChange={(validFrom) => change({ ...typed, validFrom })}
        />
        <TextEntry
          {...{ label: word('validTo'), at: '/validTo', kind: 'date', value: draft.validTo }}
          onChange={(validTo) => change({ ...typed, draft: { ...draft, validTo } })}
        />
      </div>
      <TextEntry
        {...{ label: word('reason'), at: '/reason', hint: word('reasonHint'), kind: 'area', value: typed.reason }}
        onChange={(reason) => change({ ...typed, reason })}
      />
    </fieldset>
  );
}

/** `id`: of a scheme that was to be made. */
function Refused({ error, id }: { readonly error: unknown; readonly id: string | undefined }) {
  const word = useSchemeEditorWords();
  if (!changedMeanwhile(error)) return <ProblemNote error={error} />;
  if (id === undefined) return null;
  return (
    <p className="note bad" role="alert">
      {word('idTaken', { id })}
    </p>
  );
}

function Warned({ saved: { id, warnings = [] } }: { readonly saved: Scheme }) {
  const word = useSchemeEditorWords();
  return (
    <section className="note warn" role="alert">
      <p>{word('saved')}</p>
      <ul>
        {warnings.map(({ scheme, message }) => (
          <li key={scheme}>{message}</li>
        ))}
      </ul>
      <Link href={schemeHref(id)}>{word('look')}</Link>
    </section>
  );
}
