import { createHash } from 'node:crypto';
import nodemailer from 'nodemailer';
import type { Channel, Message } from '../activities/ports';
import type { ChannelKind } from './channel';

export type EmailSettings = {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string;
  /** Sender, e.g. `Kairyo <kairyo@example.gov.vn>`. */
  readonly from: string;
  /** How long a server may be silent, ms; default 10 s to connect and to greet, 30 s while it talks. */
  readonly limitsMs?: { readonly connect: number; readonly silence: number };
};

const DEFAULT_LIMITS_MS = { connect: 10_000, silence: 30_000 };
const DEFAULT_FROM = 'Kairyo <kairyo@localhost>';

/**
 * E-mail by SMTP, one connection a message: what a server remembers of an earlier failure does no harm to the next one.
 *
 * @throws RangeError when the URL is none that SMTP knows.
 */
export function createEmailChannel(settings: EmailSettings): Channel {
  const { connect, silence } = settings.limitsMs ?? DEFAULT_LIMITS_MS;
  const transport = nodemailer.createTransport({
    ...serverOf(settings.url),
    connectionTimeout: connect,
    greetingTimeout: connect,
    socketTimeout: silence,
  });
  return {
    key: 'email',
    address: ({ email }) => email,
    async send(address, message) {
      await transport.sendMail({ ...mailOf(message, settings.from), to: { name: '', address } });
    },
  };
}

function mailOf(message: Message, from: string) {
  return {
    from,
    messageId: messageIdOf(message.key, from),
    date: new Date(message.createdAt),
    subject: message.subject,
    text: message.body,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': message.language },
  };
}

/** The same for every attempt, so that mail servers and readers recognise a message that was sent again after a crash. */
export function messageIdOf(key: string, from: string): string {
  const domain = /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`;
}

function serverOf(text: string) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '')
    throw new RangeError('an SMTP URL looks like smtp://user:password@host:587');
  const secure = url.protocol === 'smtps:';
  const auth = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ...(url.username === '' ? {} : { auth }),
  };
}

/** `KAIRYO_SMTP_URL` and `KAIRYO_MAIL_FROM`. */
export const email: ChannelKind = {
  key: 'email',
  needs: 'KAIRYO_SMTP_URL',
  fromEnvironment: ({ KAIRYO_SMTP_URL: url, KAIRYO_MAIL_FROM: from }) =>
    url === undefined || url === '' ? undefined : createEmailChannel({ url, from: from || DEFAULT_FROM }),
};
