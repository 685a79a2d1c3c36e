import { Link } from 'wouter';
import { TERMS, useTermName } from '../parts/explained';
import { PHASES, PhaseBadge } from '../parts/phase';
import { PageTitle } from '../shell';
import { useHelpWords } from '../words/help';
import { useWords } from '../words/words';

const KEYS = ['tab', 'enter', 'arrows', 'escape'] as const;

/** What the words mean, how to get on by keyboard, and whom to ask. */
export default function Help() {
  const { say } = useWords();
  const tell = useHelpWords();
  const nameOf = useTermName();
  return (
    <>
      <PageTitle>{say('nav.help')}</PageTitle>
      <p className="lead">{tell('help.what')}</p>
      <section className="card">
        <h2>{tell('help.guide')}</h2>
        <p>{tell('help.guideWhat')}</p>
        <Link href="/first-run" className="button main">
          {tell('help.guideDo')}
        </Link>
      </section>
      <section className="card">
        <h2>{tell('help.phases')}</h2>
        <dl className="terms">
          {PHASES.map((phase) => (
            <div key={phase}>
              <dt>
                <PhaseBadge phase={phase} />
              </dt>
              <dd>{tell(`help.${phase}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card">
        <h2>{tell('help.terms')}</h2>
        <dl className="terms">
          {TERMS.map((term) => (
            <div key={term}>
              <dt>{nameOf(term)}</dt>
              <dd>{tell(`help.term.${term}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card">
        <h2>{tell('help.keys')}</h2>
        <dl className="terms">
          {KEYS.map((key) => (
            <div key={key}>
              <dt>
                <kbd>{tell(`help.key.${key}`)}</kbd>
              </dt>
              <dd>{tell(`help.key.${key}What`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="card">
        <h2>{tell('help.ask')}</h2>
        <ul>
          <li>{tell('help.askUnit')}</li>
          <li>{tell('help.askAdmin')}</li>
          <li>{tell('help.askFault')}</li>
        </ul>
        <p>
          <a href="/docs">{say('signIn.docs')}</a>
        </p>
      </section>
    </>
  );
}
