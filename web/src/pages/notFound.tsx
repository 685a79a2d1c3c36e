import { Link } from 'wouter';
import { LanguageChoice } from '../parts/languageChoice';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';

/** At an address that is none. */
export default function NotFound() {
  const { say } = useWords();
  return (
    <>
      <PageTitle>{say('lost.title')}</PageTitle>
      <p className="said">{say('lost.what', { address: location.pathname })}</p>
      <nav aria-label={say('lost.ways')} className="buttons">
        <Link href="/" className="button main">
          {say('lost.today')}
        </Link>
        <Link href="/cycles" className="button">
          {say('nav.cycles')}
        </Link>
        <Link href="/help" className="button">
          {say('nav.help')}
        </Link>
      </nav>
    </>
  );
}

/** The same for whoever is not signed in. */
export function NotFoundOutside() {
  const { say } = useWords();
  return (
    <div className="door">
      <header>
        <span className="brand">
          Kairyo <span lang="ja">改良</span>
        </span>
        <LanguageChoice compact />
      </header>
      <main id="main">
        <PageTitle>{say('lost.title')}</PageTitle>
        <p className="said">{say('lost.what', { address: location.pathname })}</p>
        <Link href="/" className="button main">
          {say('lost.signIn')}
        </Link>
      </main>
    </div>
  );
}
