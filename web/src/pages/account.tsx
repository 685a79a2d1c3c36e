import type { Session } from '../api/session';
import { PageTitle } from '../shell';
import { useWords } from '../words/words';
import { Security } from './security';

export default function AccountPage({ session }: { readonly session: Session }) {
  const { say } = useWords();
  return (
    <>
      <PageTitle>{say('security.password')}</PageTitle>
      <Security session={session} />
    </>
  );
}
