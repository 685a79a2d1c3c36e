import { Link } from 'wouter';
import { Problem } from '../api/client';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';
import { ProblemNote } from './notes';

type Props = { readonly error: unknown; readonly list: { readonly to: string; readonly text: string } };

/** Instead of a page about one thing: what is wrong, and where its list is. */
export function NotThere({ error, list }: Props) {
  const { say } = useWords();
  const missing = error instanceof Problem && (error.status === 404 || error.status === 403);
  if (!missing) return <ProblemNote error={error} />;
  return (
    <>
      <PageTitle>{say('lost.thing')}</PageTitle>
      <ProblemNote error={error} />
      <p>{say('lost.thingWhy')}</p>
      <nav aria-label={say('lost.ways')} className="buttons">
        <Link href={list.to} className="button main">
          {list.text}
        </Link>
        <Link href="/" className="button">
          {say('lost.today')}
        </Link>
      </nav>
    </>
  );
}
