import { useState } from 'react';
import { Link } from 'wouter';
import { useUnitsWhere } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { Line } from '../organisation/fields';
import { Choice } from '../parts/choices';
import { ProblemNote, Waiting } from '../parts/notes';
import { useSettled } from '../parts/settled';
import { practiceHref, usePractices } from '../packs/queries';
import type { Sought, StoredPractice } from '../packs/queries';
import { STRENGTHS } from '../packs/strengths';
import { PageTitle } from '../shell';
import { usePackWords } from '../words/packs';
import { useWords } from '../words/words';

const EVERY: Sought = { q: '', tag: '', strength: '' };

/** What others did, to be found by words, label and evidence. */
export default function Practices() {
  const told = usePackWords();
  const [sought, seek] = useState<Sought>(EVERY);
  const { data: all = [] } = usePractices(EVERY);
  const q = useSettled(sought.q);
  const { data: found, error } = usePractices({ ...sought, q });
  const may = useUnitsWhere('practice.edit').length > 0;
  const tags = [...new Set(all.flatMap((one) => one.tags))].sort();
  return (
    <>
      <PageTitle aside={may && <Link href="/new-practice">{told('practices.new')}</Link>}>
        {told('practices.title')}
      </PageTitle>
      <p className="lead">{told('practices.lead')}</p>
      <div className="filters" role="search">
        <Line
          label={told('practices.search')}
          hint={told('practices.searchHint')}
          type="search"
          maxLength={200}
          value={sought.q}
          onChange={({ target }) => seek({ ...sought, q: target.value })}
        />
        <Choice
          label={told('practices.strength')}
          empty={told('practices.anyStrength')}
          value={sought.strength}
          options={STRENGTHS.map((one) => ({ value: one, text: told(`strength.${one}`) }))}
          onChange={(strength) => seek({ ...sought, strength })}
        />
        <Choice
          label={told('practices.tag')}
          empty={told('practices.anyTag')}
          value={sought.tag}
          options={tags.map((tag) => ({ value: tag, text: tag }))}
          onChange={(tag) => seek({ ...sought, tag })}
        />
      </div>
      {error !== null && <ProblemNote error={error} />}
      {found === undefined && error === null && <Waiting />}
      <p className="hint" role="status">
        {found !== undefined &&
          told(found.length === 0 ? 'practices.none' : 'practices.found', { count: found.length })}
      </p>
      <ul className="tasks">
        {found?.map((practice) => (
          <PracticeCard key={practice.id} practice={practice} />
        ))}
      </ul>
    </>
  );
}

function PracticeCard({ practice }: { readonly practice: StoredPractice }) {
  const { language } = useWords();
  const told = usePackWords();
  const { id, title, where, result, strength } = practice;
  return (
    <li className="card small stack">
      <h2>
        <Link href={practiceHref(id)}>{nameIn(title, language)}</Link>
      </h2>
      <p className="hint">
        {nameIn(where, language)} · {told(`strength.${strength}`)}
      </p>
      <p className="said">{nameIn(result, language)}</p>
    </li>
  );
}
