import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { LanguageChoice } from '../parts/languageChoice';
import { usePublicWords } from '../words/public';
import { useWords } from '../words/words';

/** The frame of what everybody may read, signed in or not. */
export function PublicFrame({ children }: { readonly children: ReactNode }) {
  const { say, product } = useWords();
  const word = usePublicWords();
  return (
    <div className="public">
      <a className="skip" href="#main">
        {say('shell.skip')}
      </a>
      <header className="top">
        <Link href="/public" className="brand">
          {product}
        </Link>
        <span className="top-end">
          <LanguageChoice compact />
          <Link href="/">{word('pu.signIn')}</Link>
        </span>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
