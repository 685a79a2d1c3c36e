import type { Language } from '../shared/language';

export type Letter = { readonly subject: string; readonly body: string };
type About = { readonly name: string; readonly address: string };

/** How long an invitation and a reset are good for, ms. */
export const LINK_LASTS_MS = { invitation: 7 * 24 * 3_600_000, 'password-reset': 3_600_000 } as const;
export type LinkPurpose = keyof typeof LINK_LASTS_MS;

/** The letter with a one-time link, in the language of its reader. */
export function letterOf(purpose: LinkPurpose, language: Language, about: About): Letter {
  return (purpose === 'invitation' ? invitation : reset)(about)[language];
}

const invitation = ({ name, address }: About): Readonly<Record<Language, Letter>> => ({
  vi: {
    subject: 'Mời bạn sử dụng Kairyo',
    body:
      `Kính gửi ${name},\n\n` +
      'Bạn được mời sử dụng Kairyo, hệ thống quản lý cải tiến của cơ quan. Hãy mở liên kết sau để đặt mật khẩu:\n\n' +
      `${address}\n\n` +
      'Liên kết có hiệu lực trong 7 ngày và chỉ dùng được một lần. Xin đừng chuyển tiếp thư này.\n',
  },
  en: {
    subject: 'You are invited to Kairyo',
    body:
      `Dear ${name},\n\n` +
      "You are invited to Kairyo, your office's system for improvement. Open this link to choose a password:\n\n" +
      `${address}\n\n` +
      'The link is good for 7 days and can be used once. Please do not pass this letter on.\n',
  },
  ja: {
    subject: 'Kairyo へのご招待',
    body:
      `${name} 様\n\n` +
      '所属機関の改善を支えるシステム Kairyo に招待されました。次のリンクを開いて、パスワードを決めてください。\n\n' +
      `${address}\n\n` +
      'リンクは 7 日間有効で、一度だけ使えます。このメールは転送しないでください。\n',
  },
});

const reset = ({ name, address }: About): Readonly<Record<Language, Letter>> => ({
  vi: {
    subject: 'Đặt lại mật khẩu Kairyo',
    body:
      `Kính gửi ${name},\n\n` +
      'Có người, có lẽ là bạn, đã yêu cầu đặt lại mật khẩu Kairyo của bạn. Hãy mở liên kết sau để chọn mật khẩu mới:\n\n' +
      `${address}\n\n` +
      'Liên kết có hiệu lực trong 1 giờ và chỉ dùng được một lần. Nếu bạn không yêu cầu, hãy bỏ qua thư này: mật khẩu của bạn vẫn như cũ.\n',
  },
  en: {
    subject: 'Reset your Kairyo password',
    body:
      `Dear ${name},\n\n` +
      'Somebody, probably you, asked to reset your Kairyo password. Open this link to choose a new one:\n\n' +
      `${address}\n\n` +
      'The link is good for 1 hour and can be used once. If you did not ask for it, ignore this letter: your password stays as it is.\n',
  },
  ja: {
    subject: 'Kairyo のパスワードの再設定',
    body:
      `${name} 様\n\n` +
      'Kairyo のパスワードの再設定が依頼されました。次のリンクを開いて、新しいパスワードを決めてください。\n\n' +
      `${address}\n\n` +
      'リンクは 1 時間有効で、一度だけ使えます。心当たりがない場合は、このメールを無視してください。パスワードは変わりません。\n',
  },
});
