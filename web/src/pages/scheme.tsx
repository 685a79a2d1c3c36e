import { Link } from 'wouter';
import { useMay } from '../indicators/may';
import { nameIn } from '../indicators/names';
import { ProblemNote, Waiting } from '../parts/notes';
import { Bench } from '../schemes/bench';
import { schemeHref, useScheme } from '../schemes/queries';
import type { Scheme } from '../schemes/queries';
import { PageTitle } from '../shell';
import { useSchemeWords } from '../words/schemes';
import type { SchemeWord } from '../words/schemes';
import { useWords } from '../words/words';

/** What a scheme is made of, with a bench to try it on. */
export default function SchemePage({ id }: { readonly id: string }) {
  const { language } = useWords();
  const word = useSchemeWords();
  const may = useMay('');
  const { data: scheme, error } = useScheme(id);
  if (error !== null) return <ProblemNote error={error} />;
  if (scheme === undefined) return <Waiting />;
  return (
    <>
      <PageTitle>{nameIn(scheme.name, language)}</PageTitle>
      {scheme.description !== undefined && <p className="lead">{nameIn(scheme.description, language)}</p>}
      {may('scheme.edit') && (
        <div className="buttons">
          <Link className="button" href={`${schemeHref(id)}/edit`}>
            {word('sc.edit')}
          </Link>
          <Link className="button" href={`/new-scheme?from=${encodeURIComponent(id)}`}>
            {word('sc.copy')}
          </Link>
        </div>
      )}
      <Bench scheme={scheme} on={{ id }} />
      <Parts scheme={scheme} />
      <Assumed scheme={scheme} />
    </>
  );
}

const DEADLINES = [
  ...(['selfAssessment', 'managerRating', 'approval', 'calibration', 'publication'] as const),
  ...(['appeal', 'appealDecision', 'lateEntryGrace'] as const),
];

function Parts({ scheme }: { readonly scheme: Scheme }) {
  const { language } = useWords();
  const word = useSchemeWords();
  const band = (key: string) => nameIn(scheme.bandNames[key] ?? key, language);
  const edge = ({ atLeast, above }: Scheme['bands'][number]) => {
    if (atLeast !== undefined) return word('sc.atLeast', { edge: atLeast });
    return above === undefined ? word('sc.rest') : word('sc.above', { edge: above });
  };
  const sections = scheme.sections.map(({ name, max, of }) => {
    const formula = of.type === 'work' ? ` = ${of.formula}` : '';
    return `${nameIn(name, language)}${formula}: ${word('sc.max', { max })}`;
  });
  const quotas = scheme.quotas.map(({ class: key, share, of }) =>
    word('sc.quota', { name: band(key), share: Math.round(share * 1000) / 10, of: of.map(band).join(', ') }),
  );
  return (
    <>
      <Block title="sc.sections" lines={sections} />
      <Block title="sc.bands" lines={scheme.bands.map((one) => `${band(one.key)}: ${edge(one)}`)} />
      <Block
        title="sc.overrides"
        lines={scheme.overrides.map((one) => `${nameIn(one.name, language)} → ${band(one.class)}`)}
      />
      <Block title="sc.quotas" lines={quotas} />
      <Block
        title="sc.deadlines"
        lines={DEADLINES.map((key) => word(`sc.deadline.${key}`, { days: scheme.deadlines[key] }))}
      />
    </>
  );
}

function Assumed({ scheme }: { readonly scheme: Scheme }) {
  const { language } = useWords();
  return (
    <>
      <Block
        title="sc.assumptions"
        lead="sc.assumptionsWhat"
        lines={scheme.assumptions.map(({ words }) => nameIn(words, language))}
      />
      <Block title="sc.sources" lines={scheme.sources.map(({ text }) => nameIn(text, language))} />
    </>
  );
}

type BlockProps = { readonly title: SchemeWord; readonly lead?: SchemeWord; readonly lines: readonly string[] };
function Block({ title, lead, lines }: BlockProps) {
  const word = useSchemeWords();
  if (lines.length === 0) return null;
  return (
    <section className="card stack">
      <h2>{word(title)}</h2>
      {lead !== undefined && <p className="hint">{word(lead)}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
