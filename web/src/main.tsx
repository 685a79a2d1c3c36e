import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Problem } from './api/client';
import { credentials } from './api/credentials';
import { TODAY } from './api/queries';
import { App } from './app';
import { WhenBroken } from './parts/whenBroken';
import { WordsProvider } from './words/words';
import './styles/base.css';
import './styles/parts.css';
import './styles/pages.css';
import './styles/visitor.css';

/** A refusal is an answer; only a lost connection or a server in trouble is worth another try. */
const again = (count: number, error: unknown): boolean =>
  count < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 500);

/** The session ended while its page was open. */
function sessionEnded(error: unknown): void {
  if (!(error instanceof Problem) || !['NOT_SIGNED_IN', 'TOKEN_NOT_VALID'].includes(error.code)) return;
  credentials.forget();
  queries.setQueryData(['session'], null);
}

const queries: QueryClient = new QueryClient({
  // What is sent without a connection fails at once, in words, and is never sent later behind somebody's back.
  defaultOptions: { queries: { retry: again, staleTime: 15_000 }, mutations: { networkMode: 'always' } },
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => {
      if (queryKey[0] !== 'session') sessionEnded(error);
    },
  }),
  mutationCache: new MutationCache({ onError: sessionEnded }),
});

// Not one after the other: what waits is asked for while it is still asked who is there.
if (location.pathname === '/' && credentials.probablyThere()) void queries.prefetchQuery(TODAY);

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <WordsProvider>
          <WhenBroken>
            <App />
          </WhenBroken>
        </WordsProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
