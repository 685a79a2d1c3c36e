import { Link } from 'wouter';
import { useMay } from '../indicators/may';
import { ProblemNote, Waiting } from '../parts/notes';
import { useSchemes } from '../schemes/queries';
import { PageTitle } from '../shell';
import { useSchemeWords } from '../words/schemes';

/** The schemes of the office, and those that ship. */
export default function SchemesPage() {
  const word = useSchemeWords();
  const may = useMay('');
  const { data, error } = useSchemes();
  return (
    <>
      <PageTitle>{word('sc.title')}</PageTitle>
      <p className="lead">{word('sc.what')}</p>
      {may('scheme.edit') && (
        <p>
          <Link className="button" href="/new-scheme">
            {word('sc.new')}
          </Link>
        </p>
      )}
      {error !== null && <ProblemNote error={error} />}
      {data === undefined && error === null && <Waiting />}
      {data?.length === 0 && <p className="card empty">{word('sc.none')}</p>}
      <ul className="tasks">
        {data?.map(({ id, name, shipped, version, assumptions }) => (
          <li key={id} className="card small stack">
            <h2>
              <Link href={`/schemes/${encodeURIComponent(id)}`}>{name}</Link>
            </h2>
            <p>{shipped ? word('sc.shipped') : word('sc.own', { version })}</p>
            {assumptions > 0 && <p className="hint">{word('sc.assumed', { count: assumptions })}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
