import { Link } from 'wouter';
import { useInbox, useReadMessages } from '../api/inbox';
import type { InboxMessage } from '../api/inbox';
import { LinkedText } from '../parts/linkedText';
import { ProblemNote, Waiting } from '../parts/notes';
import { PageTitle } from '../shell';
import { useHelpWords } from '../words/help';
import { useWords } from '../words/words';

/** What Kairyo told the reader: reminders and announcements. */
export default function Messages() {
  const { say } = useWords();
  const tell = useHelpWords();
  const inbox = useInbox();
  const read = useReadMessages();
  const messages = inbox.data?.pages.flatMap(({ items }) => items) ?? [];
  const unread = messages.filter(({ readAt }) => readAt === undefined).map(({ key }) => key);
  return (
    <>
      <PageTitle
        aside={
          unread.length > 1 && (
            <button type="button" disabled={read.isPending} onClick={() => read.mutate(unread)}>
              {tell('inbox.readAll')}
            </button>
          )
        }
      >
        {say('nav.messages')}
      </PageTitle>
      <p className="lead">{tell('inbox.what')}</p>
      {inbox.isPending && <Waiting />}
      {inbox.error !== null && <ProblemNote error={inbox.error} />}
      {read.error !== null && <ProblemNote error={read.error} />}
      {inbox.data !== undefined && messages.length === 0 && <p className="card empty">{tell('inbox.none')}</p>}
      <ul className="tasks">
        {messages.map((message) => (
          <li key={message.key}>
            <Message message={message} read={() => read.mutate([message.key])} />
          </li>
        ))}
      </ul>
      {inbox.hasNextPage && (
        <button type="button" disabled={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
          {tell('inbox.more')}
        </button>
      )}
    </>
  );
}

function Message({ message, read }: { readonly message: InboxMessage; readonly read: () => void }) {
  const { format } = useWords();
  const tell = useHelpWords();
  const { subject, body, language, items, createdAt, readAt } = message;
  const fresh = readAt === undefined;
  const streams = [...new Map(items.map(({ stream, title }) => [stream, title]))];
  return (
    <article className="task">
      <div>
        <h2 lang={language}>{subject}</h2>
        <p className="hint">
          <time dateTime={createdAt}>{format.moment(createdAt)}</time>
          {fresh && <strong> · {tell('inbox.unread')}</strong>}
        </p>
        <p className="said" lang={language}>
          <LinkedText text={body} onFollow={() => fresh && read()} />
        </p>
        <ul>
          {streams.map(([stream, title]) => (
            <li key={stream}>
              <Link href={`/cycles/${encodeURIComponent(stream)}`} onClick={() => fresh && read()}>
                {tell('inbox.open', { title })}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      {fresh && (
        <button type="button" aria-label={tell('inbox.readOne', { subject })} onClick={read}>
          {tell('inbox.read')}
        </button>
      )}
    </article>
  );
}
