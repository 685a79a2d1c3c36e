import { Link } from 'wouter';
import { useInbox } from '../api/inbox';
import { useWords } from '../words/words';

/** Messages, with how many are new, and help: at the top of every page. */
export function TopLinks() {
  const { say } = useWords();
  const { data } = useInbox();
  const messages = data?.pages.flatMap(({ items }) => items) ?? [];
  const unread = messages.filter(({ readAt }) => readAt === undefined).length;
  const name = unread === 0 ? say('nav.messages') : say('nav.unread', { count: unread });
  return (
    <>
      <Link href="/messages" className="top-link" aria-label={name} title={name}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M3 6h18v12H3zM3 7l9 7 9-7" />
        </svg>
        {unread > 0 && <span className="unread">{unread}</span>}
      </Link>
      <Link href="/ideas" className="top-link" aria-label={say('nav.ideas')} title={say('nav.ideas')}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M9 18h6M10 21h4M12 3a6 6 0 0 1 3.6 10.8c-.4.3-.6.8-.6 1.2H9c0-.4-.2-.9-.6-1.2A6 6 0 0 1 12 3" />
        </svg>
      </Link>
      <Link href="/help" className="top-link" aria-label={say('nav.help')} title={say('nav.help')}>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18M9.5 9.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7M12 17v.01" />
        </svg>
      </Link>
    </>
  );
}
