import type { Words } from '../shared/language';

type Kept = {
  /** Default, assumed: no source states it. [A] */
  readonly months: number;
  readonly name: Words;
  readonly purpose: Words;
};

/** Personal data that is deleted when its time is over. Facts of the record (events, scores, decisions) are not among them. */
export const PERSONAL = {
  messages: {
    months: 36,
    name: { vi: 'Thông báo và lời nhắc', en: 'Messages and reminders', ja: '通知と督促' },
    purpose: {
      vi: 'Để bạn đọc lại việc mình được nhắc, và để chứng minh lời nhắc đã gửi.',
      en: 'So that you can read again what you were reminded of, and that a reminder can be proven.',
      ja: '督促された内容を読み返し、督促したことを示すため。',
    },
  },
  signIns: {
    months: 12,
    name: { vi: 'Nhật ký đăng nhập', en: 'Journal of sign-ins', ja: 'サインインの記録' },
    purpose: {
      vi: 'Để phát hiện người khác dùng tài khoản của bạn.',
      en: 'So that it is noticed when somebody else uses your account.',
      ja: '本人以外によるアカウント利用に気付くため。',
    },
  },
  refusals: {
    months: 12,
    name: { vi: 'Nhật ký từ chối truy cập', en: 'Journal of refusals', ja: '拒否の記録' },
    purpose: {
      vi: 'Để phát hiện việc tìm cách xem dữ liệu không được phép.',
      en: 'So that attempts at data somebody may not see are noticed.',
      ja: '権限のないデータへの試みに気付くため。',
    },
  },
  accessLog: {
    months: 36,
    name: { vi: 'Nhật ký xem đánh giá', en: 'Log of who read evaluations', ja: '評価の閲覧記録' },
    purpose: {
      vi: 'Để bạn biết ai đã xem kết quả đánh giá của mình.',
      en: 'So that you know who has read your evaluation.',
      ja: '自分の評価を誰が読んだかを知るため。',
    },
  },
  conversationNotes: {
    months: 24,
    name: { vi: 'Ghi chú trao đổi phát triển', en: 'Notes of development conversations', ja: '育成面談のメモ' },
    purpose: {
      vi: 'Để hai người trao đổi nhớ điều đã thống nhất; không ai khác đọc được.',
      en: 'So that the two who talked remember what they agreed; nobody else can read them.',
      ja: '面談した二人が合意を覚えておくため。他の人は読めません。',
    },
  },
} as const satisfies Readonly<Record<string, Kept>>;
export type PersonalKind = keyof typeof PERSONAL;
