import { useState } from 'react';
import { Link } from 'wouter';
import { useUnits } from '../api/queries';
import { useUnitsWhere } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { DropPlace } from '../parts/dropPlace';
import { packHref, useAddPack, usePacks } from '../packs/queries';
import type { PackRow } from '../packs/queries';
import { PageTitle } from '../shell';
import { usePackWords } from '../words/packs';
import { useWords } from '../words/words';

/** The packs there are, and where each is installed. */
export default function Packs() {
  const told = usePackWords();
  const { data: packs, error } = usePacks();
  const may = useUnitsWhere('pack.install').length > 0;
  return (
    <>
      <PageTitle>{told('title')}</PageTitle>
      <p className="lead">{told('lead')}</p>
      <p>
        <Link href="/practices">{told('toPractices')}</Link>
      </p>
      {error !== null && <ProblemNote error={error} />}
      {packs === undefined && error === null && <Waiting />}
      {packs?.length === 0 && <p className="card empty">{told('none')}</p>}
      <ul className="tasks">
        {packs?.map((pack) => (
          <PackCard key={pack.id} pack={pack} />
        ))}
      </ul>
      {may && <AddPack />}
    </>
  );
}

function PackCard({ pack }: { readonly pack: PackRow }) {
  const { language } = useWords();
  const told = usePackWords();
  const { id, name, description, version, origin, country } = pack;
  return (
    <li className="card small stack">
      <h2>
        <Link href={packHref(id)}>{nameIn(name, language)}</Link>
      </h2>
      <p>{nameIn(description, language)}</p>
      <p className="hint">
        {[told(origin), told('version', { version }), country].filter((one) => one !== undefined).join(' · ')}
      </p>
      <WhereInstalled pack={pack} />
    </li>
  );
}

/** One line for each installation: with its version, and what is to be done about it. */
function WhereInstalled({ pack: { installed, version } }: { readonly pack: PackRow }) {
  const { format } = useWords();
  const told = usePackWords();
  const { data: units = [] } = useUnits();
  if (installed.length === 0) return null;
  return (
    <ul>
      {installed.map((one) => {
        const unit = units.find(({ id }) => id === one.unit)?.name ?? one.unit;
        const prefix = one.prefix === '' ? '' : told('withPrefix', { prefix: one.prefix });
        return (
          <li key={`${one.unit} ${one.prefix}`}>
            {one.state === 'installing'
              ? told('unfinished', { unit })
              : told('installedIn', { unit, version: one.version, when: format.day(one.at) }) + prefix}
            {one.state === 'installed' && one.version !== version && (
              <strong> {told('newer', { version, before: one.version })}</strong>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function AddPack() {
  const { language } = useWords();
  const told = usePackWords();
  const add = useAddPack();
  const [unread, setUnread] = useState(false);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    setUnread(false);
    add.reset();
    const document = await file
      .text()
      .then((text) => JSON.parse(text) as unknown)
      .catch(() => undefined);
    if (document === undefined) setUnread(true);
    else add.mutate(document);
  };
  return (
    <section className="card">
      <h2>{told('add')}</h2>
      <DropPlace
        hint={told('addHint')}
        label={told('addFile')}
        accept=".json,application/json"
        take={(file) => void take(file)}
      />
      {unread && (
        <p className="note bad" role="alert">
          {told('notJson')}
        </p>
      )}
      {add.error !== null && <ProblemNote error={add.error} />}
      <div role="status">
        {add.data !== undefined && (
          <p className="note good">{told('added', { name: nameIn(add.data.name, language) })}</p>
        )}
      </div>
    </section>
  );
}
