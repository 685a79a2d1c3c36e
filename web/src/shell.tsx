import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useSignOut } from './api/session';
import type { Person } from './api/session';
import { LanguageChoice } from './parts/languageChoice';
import { TopLinks } from './parts/topLinks';
import type { Word } from './words/words';
import { useWords } from './words/words';

type Place = { readonly to: string; readonly word: Word; readonly sign: string; readonly within?: readonly string[] };
const PLACES: readonly Place[] = [
  { to: '/', word: 'nav.today', sign: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4' },
  { to: '/cycles', word: 'nav.cycles', sign: 'M20 12a8 8 0 1 1-2.3-5.6M20 3v5h-5' },
  { to: '/history', word: 'nav.history', sign: 'M4 20V10M10 20V4M16 20v-7M21 20H3' },
  { to: '/indicators', word: 'nav.indicators', sign: 'M3 17l5-6 4 4 8-9M3 21h18' },
  {
    ...{ to: '/scorecards', word: 'nav.scorecards', sign: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z' },
    within: ['/new-scorecard', '/new-programme', '/new-review-plan', '/reviews', '/programmes', '/packs', '/practices'],
  },
  {
    ...{ to: '/my-work', word: 'nav.evaluation', sign: 'M8 4h8v3H8zM6 5H5v16h14V5h-1M9 14l2 2 4-5' },
    within: ['/my-team', '/evaluation-periods', '/evaluations', '/schemes'],
  },
  { to: '/surveys', word: 'nav.surveys', sign: 'M5 4h14v16H5zM8 9l1.5 1.5L12 8M8 15l1.5 1.5L12 14M14 10h3M14 16h3' },
  { to: '/settings', word: 'nav.settings', sign: 'M4 7h10M18 7h2M4 17h2M10 17h10M14 5v4M8 15v4' },
];

/** Whoever only administers or audits has no work of their own that is evaluated. */
const placesOf = ({ roles }: Person): readonly Place[] =>
  roles.every((role) => role === 'administrator' || role === 'auditor')
    ? PLACES.map((one) =>
        one.to === '/my-work' ? { ...one, to: '/evaluation-periods', within: ['/evaluations', '/schemes'] } : one,
      )
    : PLACES;

/** The frame of every page of somebody signed in: skip link, header, navigation, main. */
export function Shell({ person, children }: { readonly person: Person; readonly children: ReactNode }) {
  const { say, product } = useWords();
  const [location] = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) main.current?.focus();
    first.current = false;
  }, [location]);
  return (
    <>
      <a className="skip" href="#main">
        {say('shell.skip')}
      </a>
      <header className="top">
        <Link href="/" className="brand">
          {product} {product === 'Kairyo' && <span lang="ja">改良</span>}
        </Link>
        <span className="top-end">
          <TopLinks />
          <LanguageChoice compact />
          <Account person={person} />
        </span>
      </header>
      <nav className="places" aria-label={say('shell.navigation')}>
        <ul>
          {placesOf(person).map(({ to, word, sign, within = [] }) => {
            const here = to === '/' ? location === '/' : [to, ...within].some((one) => location.startsWith(one));
            return (
              <li key={to}>
                <Link href={to} {...(here && { 'aria-current': 'page' as const })}>
                  <svg viewBox="0 0 24 24" aria-hidden="true">
                    <path d={sign} />
                  </svg>
                  <span>{say(word)}</span>
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
      <main id="main" ref={main} tabIndex={-1}>
        <Connection />
        {children}
      </main>
    </>
  );
}

function Account({ person }: { readonly person: Person }) {
  const { say } = useWords();
  const signOut = useSignOut();
  const [failed, setFailed] = useState(false);
  return (
    <span className="account">
      <span role="status">{failed && <span className="missing">{say('again.stillIn')}</span>}</span>
      <Link href="/settings/account" className="account-name">
        {person.name}
      </Link>
      <button type="button" className="quiet" onClick={() => void signOut().catch(() => setFailed(true))}>
        {say('shell.signOut')}
      </button>
    </span>
  );
}

/** Says that the connection is lost; what is typed stays. */
function Connection() {
  const { say } = useWords();
  const [there, setThere] = useState(navigator.onLine);
  useEffect(() => {
    const seen = () => setThere(navigator.onLine);
    addEventListener('online', seen);
    addEventListener('offline', seen);
    return () => {
      removeEventListener('online', seen);
      removeEventListener('offline', seen);
    };
  }, []);
  return <div role="status">{!there && <p className="note warn">{say('shell.offline')}</p>}</div>;
}

/** The title of a page: heading, and what the browser's tab says. */
export function PageTitle({ children, aside }: { readonly children: string; readonly aside?: ReactNode }) {
  const { product } = useWords();
  useEffect(() => {
    document.title = `${children} · ${product}`;
  }, [children, product]);
  return (
    <div className="page-title">
      <h1>{children}</h1>
      {aside}
    </div>
  );
}
