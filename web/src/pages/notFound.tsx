import { Link } from 'wouter';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';

export default function NotFound() {
  const { say } = useWords();
  return (
    <>
      <PageTitle>{say('notFound.title')}</PageTitle>
      <p>
        {say('notFound.what')} <Link href="/">{say('nav.today')}</Link>
      </p>
    </>
  );
}
