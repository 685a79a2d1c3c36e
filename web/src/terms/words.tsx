import { useDeferredValue, useMemo, useState } from 'react';
import { folded } from '../../../src/domain/shared/folded';
import { mergedTerms } from '../../../src/domain/terms/inTerms';
import type { OwnTerms } from '../../../src/domain/terms/inTerms';
import { changedMeanwhile } from '../api/queries';
import { Line } from '../organisation/fields';
import { Choice } from '../parts/choices';
import { ProblemNote } from '../parts/notes';
import { LANGUAGE_NAMES, LANGUAGES } from '../words/languages';
import type { Language } from '../words/languages';
import { useTermsWords } from '../words/terms';
import { useWords } from '../words/words';
import { entriesOf, wrongWith } from './catalogue';
import type { Entry } from './catalogue';
import { Conflicts } from './conflicts';
import { useTermsDraft } from './draft';
import type { TermsDraft } from './draft';
import type { StoredTerms } from './queries';
import { usePutTerms } from './queries';
import { TermRow } from './row';

type Above = { readonly name: string; readonly terms: StoredTerms; readonly words: OwnTerms };
type WordsProps = {
  readonly unit: string;
  readonly stored: StoredTerms | undefined;
  /** The units above that have words of their own, the nearest first. */
  readonly above: readonly Above[];
  readonly mayEdit: boolean;
};
const GROUPS = ['field', 'changed', 'all'] as const;
type Group = (typeof GROUPS)[number];
const MOST_SHOWN = 60;

export function Words({ unit, stored, above, mayEdit }: WordsProps) {
  const say = useTermsWords();
  const { language: reading } = useWords();
  const [language, setLanguage] = useState<Language>(reading);
  const [group, setGroup] = useState<Group>('field');
  const [typed, setTyped] = useState('');
  const searched = folded(useDeferredValue(typed).trim());
  const draft = useTermsDraft(unit, stored);
  const entries = useMemo(() => entriesOf(language), [language]);
  const fits = ({ key, shipped, field }: Entry) => {
    const word = draft.word(language, key);
    if (searched === '' && group === 'field' && !field) return false;
    if (group === 'changed' && word === '') return false;
    return searched === '' || [key, shipped, word].some((text) => folded(text).includes(searched));
  };
  const found = entries.filter(fits);
  const ownHere = mergedTerms([{ words: draft.words() }, ...above.map(({ terms }) => terms)])[language] ?? {};
  const inherited = (key: string) =>
    above
      .flatMap(({ name, words }) => ({ unit: name, word: words[language]?.[key] ?? '' }))
      .find(({ word }) => word !== '');
  return (
    <>
      <div className="segments own-languages" role="group" aria-label={say('own.languages')}>
        {LANGUAGES.map((one) => (
          <button key={one} type="button" lang={one} aria-pressed={one === language} onClick={() => setLanguage(one)}>
            {LANGUAGE_NAMES[one]}
          </button>
        ))}
      </div>
      <div className="filters">
        <Line label={say('own.search')} type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
        <Choice
          label={say('own.group')}
          value={group}
          onChange={(next) => setGroup(GROUPS.find((one) => one === next) ?? 'field')}
          options={GROUPS.map((one) => ({ value: one, text: say(`own.group.${one}`) }))}
        />
      </div>
      {mayEdit && <Save unit={unit} draft={draft} />}
      {found.length === 0 && <p className="card empty">{say('own.none')}</p>}
      <ul className="tasks">
        {found.slice(0, MOST_SHOWN).map((entry) => (
          <TermRow
            key={entry.key}
            entry={entry}
            language={language}
            word={draft.word(language, entry.key)}
            inherited={inherited(entry.key)}
            own={ownHere}
            onChange={mayEdit ? (word) => draft.set(language, entry.key, word) : undefined}
          />
        ))}
      </ul>
      {found.length > MOST_SHOWN && (
        <p className="hint">{say('own.shown', { shown: MOST_SHOWN, count: found.length })}</p>
      )}
    </>
  );
}

/** What is not saved yet, what keeps it from being saved, and the two ways on. */
function Save({ unit, draft }: { readonly unit: string; readonly draft: TermsDraft }) {
  const say = useTermsWords();
  const put = usePutTerms();
  const { unsaved, conflicts } = draft;
  const shippedOf = ({ language, key }: { readonly language: Language; readonly key: string }) =>
    entriesOf(language).find((entry) => entry.key === key)?.shipped ?? key;
  const wrong = unsaved.filter((change) =>
    wrongWith({ key: change.key, shipped: shippedOf(change) }, change.now.trim()),
  );
  const save = () => {
    if (wrong.length > 0) return;
    put.mutate({ unit, words: draft.words(), version: draft.version }, { onSuccess: () => draft.discard() });
  };
  return (
    <>
      <Conflicts draft={draft} shippedOf={shippedOf} />
      <div className="save-words">
        {put.error !== null && !changedMeanwhile(put.error) && <ProblemNote error={put.error} />}
        <p role="status" className={put.isSuccess && unsaved.length === 0 ? 'note good' : 'hint'}>
          {unsaved.length > 0
            ? say(wrong.length > 0 ? 'own.mend' : 'own.unsaved', {
                count: wrong.length > 0 ? wrong.length : unsaved.length,
              })
            : put.isSuccess && say('own.saved')}
        </p>
        {unsaved.length > 0 && (
          <div className="buttons">
            <button
              type="button"
              className="main"
              disabled={put.isPending || wrong.length > 0 || conflicts.length > 0}
              onClick={save}
            >
              {say('own.save')}
            </button>
            <button type="button" onClick={() => draft.discard()}>
              {say('own.discard')}
            </button>
          </div>
        )}
      </div>
    </>
  );
}
