import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useUnits } from '../api/queries';
import { useMay, useUnitsWhere } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { SaveLine } from '../organisation/fields';
import { Ask } from '../parts/dialog';
import { save } from '../parts/download';
import { ProblemNote, Waiting } from '../parts/notes';
import { NotThere } from '../parts/notThere';
import { InstallPack } from '../packs/install';
import { namesIn } from '../packs/kinds';
import { exportPack, usePack, useRemovePack } from '../packs/queries';
import type { Installed, WholePack } from '../packs/queries';
import { PageTitle } from '../shell';
import { usePackWords } from '../words/packs';
import type { PackWord } from '../words/packs';
import { useWords } from '../words/words';

/** What a pack is, where it is from, what of it is an assumption; and what installing it does. */
export default function PackPage({ id }: { readonly id: string }) {
  const told = usePackWords();
  const { data: pack, error } = usePack(id);
  if (pack !== undefined) return <Pack pack={pack} />;
  if (error === null) return <Waiting />;
  return <NotThere error={error} list={{ to: '/packs', text: told('toPacks') }} />;
}

function Pack({ pack }: { readonly pack: WholePack }) {
  const { language } = useWords();
  const told = usePackWords();
  const { name, description, version, origin, source, assumptions, installed } = pack;
  const may = useUnitsWhere('pack.install').length > 0;
  return (
    <>
      <p>
        <Link href="/packs">{told('toPacks')}</Link>
      </p>
      <PageTitle>{nameIn(name, language)}</PageTitle>
      <p className="lead">{nameIn(description, language)}</p>
      <p className="hint">
        {told(origin)} · {told('version', { version })}
      </p>
      <section className="card">
        <h2>{told('source')}</h2>
        <Lines lines={source} />
        <h3>{told('assumptions')}</h3>
        <p className="hint">{told('assumptionsLead')}</p>
        <Lines lines={assumptions} />
      </section>
      <Contents pack={pack} />
      {installed.length > 0 && <Installations pack={pack} />}
      {may ? <InstallPack pack={pack} /> : <p className="note">{told('mayNot')}</p>}
      {origin === 'own' && <RemovePack pack={pack} />}
    </>
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line} className="said">
        {line}
      </li>
    ))}
  </ul>
);

function Contents({ pack }: { readonly pack: WholePack }) {
  const { language } = useWords();
  const told = usePackWords();
  return (
    <section className="card">
      <h2>{told('contents')}</h2>
      {namesIn(pack.contents).map(([kind, named]) => (
        <details key={kind}>
          <summary>
            {told(`kind.${kind}`)} <span className="count">({named.length})</span>
          </summary>
          <ul>
            {named.map(({ id, name }) => (
              <li key={id}>{nameIn(name, language) || id}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function Installations({ pack }: { readonly pack: WholePack }) {
  const { format } = useWords();
  const told = usePackWords();
  const { data: units = [] } = useUnits();
  const [error, setError] = useState<unknown>(null);
  const give = async (one: Installed) => {
    setError(null);
    try {
      const document = await exportPack(pack.id, one);
      save(
        `${document.id}-${document.version}.json`,
        new Blob([JSON.stringify(document, null, 2)], { type: 'application/json' }),
      );
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <section className="card">
      <h2>{told('where')}</h2>
      <p className="hint">{told('exportHint')}</p>
      <ul className="tasks">
        {pack.installed.map((one) => {
          const unit = units.find(({ id }) => id === one.unit)?.name ?? one.unit;
          const line: PackWord = one.state === 'installing' ? 'unfinished' : 'installedIn';
          const prefix = one.prefix === '' ? '' : told('withPrefix', { prefix: one.prefix });
          return (
            <li key={`${one.unit} ${one.prefix}`} className="task">
              <span>
                {told(line, { unit, version: one.version, when: format.day(one.at) })}
                {prefix}
              </span>
              <button type="button" className="quiet" onClick={() => void give(one)}>
                {told('exportWhich', { unit })}
              </button>
            </li>
          );
        })}
      </ul>
      {error !== null && <ProblemNote error={error} />}
    </section>
  );
}

function RemovePack({ pack }: { readonly pack: WholePack }) {
  const { language } = useWords();
  const told = usePackWords();
  const may = useMay(pack.keptBy ?? '');
  const remove = useRemovePack();
  const [asking, ask] = useState(false);
  const [, go] = useLocation();
  if (!may('pack.install')) return null;
  return (
    <>
      <button type="button" className="link" onClick={() => ask(true)}>
        {told('remove')}
      </button>
      {asking && (
        <Ask title={told('removeWhich', { name: nameIn(pack.name, language) })} onClose={() => ask(false)}>
          <p>{told('removeWhat')}</p>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              remove.mutate(pack.id, { onSuccess: () => go('/packs') });
            }}
          >
            <SaveLine error={remove.error} busy={remove.isPending} onClose={() => ask(false)} label={told('remove')} />
          </form>
        </Ask>
      )}
    </>
  );
}
