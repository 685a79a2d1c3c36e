import type { Language } from '../shared/language';

export type Letter = { readonly subject: string; readonly body: string };
type About = { readonly name: string; readonly address: string };

const inLanguage = (language: Language, vi: Letter, en: Letter): Letter => (language === 'vi' ? vi : en);

/** How long an invitation and a reset are good for, ms. */
export const LINK_LASTS_MS = { invitation: 7 * 24 * 3_600_000, 'password-reset': 3_600_000 } as const;
export type LinkPurpose = keyof typeof LINK_LASTS_MS;

/** The letter with a one-time link, in the language of its reader. */
export function letterOf(purpose: LinkPurpose, language: Language, about: About): Letter {
  return purpose === 'invitation' ? invitation(language, about) : reset(language, about);
}

const invitation = (language: Language, { name, address }: About): Letter =>
  inLanguage(
    language,
    {
      subject: 'Mời bạn sử dụng Kairyo',
      body:
        `Kính gửi ${name},\n\n` +
        'Bạn được mời sử dụng Kairyo, hệ thống quản lý cải tiến của cơ quan. Hãy mở liên kết sau để đặt mật khẩu:\n\n' +
        `${address}\n\n` +
        'Liên kết có hiệu lực trong 7 ngày và chỉ dùng được một lần. Xin đừng chuyển tiếp thư này.\n',
    },
    {
      subject: 'You are invited to Kairyo',
      body:
        `Dear ${name},\n\n` +
        "You are invited to Kairyo, your office's system for improvement. Open this link to choose a password:\n\n" +
        `${address}\n\n` +
        'The link is good for 7 days and can be used once. Please do not pass this letter on.\n',
    },
  );

const reset = (language: Language, { name, address }: About): Letter =>
  inLanguage(
    language,
    {
      subject: 'Đặt lại mật khẩu Kairyo',
      body:
        `Kính gửi ${name},\n\n` +
        'Có người, có lẽ là bạn, đã yêu cầu đặt lại mật khẩu Kairyo của bạn. Hãy mở liên kết sau để chọn mật khẩu mới:\n\n' +
        `${address}\n\n` +
        'Liên kết có hiệu lực trong 1 giờ và chỉ dùng được một lần. Nếu bạn không yêu cầu, hãy bỏ qua thư này: mật khẩu của bạn vẫn như cũ.\n',
    },
    {
      subject: 'Reset your Kairyo password',
      body:
        `Dear ${name},\n\n` +
        'Somebody, probably you, asked to reset your Kairyo password. Open this link to choose a new one:\n\n' +
        `${address}\n\n` +
        'The link is good for 1 hour and can be used once. If you did not ask for it, ignore this letter: your password stays as it is.\n',
    },
  );
