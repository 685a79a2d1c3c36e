import type { Words } from '../shared/language';

/** Everything a development conversation can refuse, in words. */
export const CONVERSATION_REFUSALS = {
  NO_SUCH_CONVERSATION: {
    vi: 'Không có cuộc trao đổi này, hoặc nó không phải của anh/chị.',
    en: 'There is no such conversation, or it is not yours.',
    ja: 'この面談はないか、あなたのものではありません。',
  },
  NO_SUCH_NOTE: {
    vi: 'Không có ghi chú này của anh/chị trong cuộc trao đổi.',
    en: 'There is no such note of yours in this conversation.',
    ja: 'この面談に、あなたの書いたそのメモはありません。',
  },
  CONVERSATION_IS_OF_OTHERS: {
    vi: 'Chỉ một trong hai người trao đổi mới mở được cuộc trao đổi: hãy chọn chính mình và một người khác.',
    en: 'Only one of the two may begin a conversation: choose yourself and one other person.',
    ja: '面談は当事者だけが始められます。ご自身ともう一人を選んでください。',
  },
  CONVERSATION_IS_THE_PERSONS: {
    vi: 'Chỉ người được trao đổi về sự phát triển của mình mới xóa được toàn bộ; anh/chị xóa được ghi chú do mình viết.',
    en: 'Only the person whose development it is about may delete all of it; you may delete the notes you wrote.',
    ja: '全体を削除できるのは育成の対象となる本人だけです。ご自身が書いたメモは削除できます。',
  },
  NOTES_KEY_MISSING: {
    vi: 'Ghi chú riêng chưa dùng được: quản trị viên hệ thống cần đặt KAIRYO_NOTES_KEY.',
    en: 'Private notes cannot be used yet: whoever runs the system must set KAIRYO_NOTES_KEY.',
    ja: '非公開メモはまだ使えません。システム管理者が KAIRYO_NOTES_KEY を設定する必要があります。',
  },
} as const satisfies Readonly<Record<string, Words>>;
export type ConversationRefusalCode = keyof typeof CONVERSATION_REFUSALS;
