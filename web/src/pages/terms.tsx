import '../styles/terms.css';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { lineOf } from '../../../src/domain/access/place';
import { mergedTerms } from '../../../src/domain/terms/inTerms';
import { useUnits } from '../api/queries';
import { useSession } from '../api/session';
import { useUnitsWhere } from '../indicators/may';
import { Choice } from '../parts/choices';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { Words } from '../terms/words';
import { useAllTerms } from '../terms/queries';
import { useTermsWords } from '../words/terms';
import { useWords } from '../words/words';

/** What the office calls things: its own words beside the shipped ones. */
export default function Terms() {
  const { say } = useWords();
  const own = useTermsWords();
  const { session } = useSession();
  const { data: units } = useUnits();
  const { data: all, error } = useAllTerms();
  const editable = useUnitsWhere('terms.edit');
  const [chosen, choose] = useState<string>();
  const mine = session?.person.unit ?? '';
  const standsHere = editable.length === 0 || editable.some(({ value }) => value === mine);
  const unit = chosen ?? (standsHere ? mine : (editable[0]?.value ?? mine));
  const line = useMemo(() => lineOf(units ?? [], unit), [units, unit]);
  const termsOf = (id: string) => all?.find((one) => one.id === id);
  const above = line.slice(1).flatMap(({ id, name }) => {
    const terms = termsOf(id);
    return terms === undefined ? [] : [{ name, terms, words: mergedTerms([terms]) }];
  });
  return (
    <>
      <PageTitle>{say('terms.title')}</PageTitle>
      <p className="lead">{own('own.what')}</p>
      {error !== null && <ProblemNote error={error} />}
      {(all === undefined || units === undefined) && error === null && <Waiting />}
      {editable.length === 0 && units !== undefined && <p className="note">{own('own.readOnly')}</p>}
      {editable.length > 1 && (
        <div className="filters">
          <Choice label={own('own.unit')} value={unit} onChange={choose} options={editable} />
        </div>
      )}
      {all !== undefined && units?.length === 0 && <Link href="/settings/units">{say('org.title')}</Link>}
      {all !== undefined && line.length > 0 && (
        <Words key={unit} unit={unit} stored={termsOf(unit)} above={above} mayEdit={editable.length > 0} />
      )}
    </>
  );
}
