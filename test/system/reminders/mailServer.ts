import { SMTPServer } from 'smtp-server';
import { simpleParser } from 'mailparser';

export type Mail = {
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly to: string;
  readonly language: string;
};

/** A real SMTP server on loopback that keeps what it gets. */
export async function startMailServer({ port = 0, refuse = 0 }: { port?: number; refuse?: number } = {}) {
  const mails: Mail[] = [];
  let refusals = refuse;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (_address, _session, callback) => {
      refusals -= 1;
      if (refusals >= 0) callback(Object.assign(new Error('greylisted, try again later'), { responseCode: 451 }));
      else callback();
    },
    onData: (stream, _session, callback) => {
      void simpleParser(stream).then((mail) => {
        mails.push({
          subject: mail.subject ?? '',
          text: (mail.text ?? '').trim(),
          messageId: mail.messageId ?? '',
          to: [mail.to ?? []]
            .flat()
            .map((to) => to.text)
            .join(),
          language: text(mail.headers.get('content-language')),
        });
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    mails,
    port: address.port,
    url: `smtp://127.0.0.1:${address.port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
