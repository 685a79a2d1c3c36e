import type { Language } from '../../domain/shared/language';

/** What the page of a survey says besides the survey itself. */
export const SURVEY_PAGE_WORDS = {
  send: { vi: 'Gửi câu trả lời', en: 'Send answers', ja: '回答を送信' },
  start: { vi: 'Bắt đầu trả lời', en: 'Start', ja: '回答を始める' },
  required: { vi: 'bắt buộc', en: 'required', ja: '必須' },
  yes: { vi: 'Có', en: 'Yes', ja: 'はい' },
  no: { vi: 'Không', en: 'No', ja: 'いいえ' },
  several: { vi: 'Có thể chọn nhiều phương án.', en: 'You may choose several.', ja: '複数選択できます。' },
  noNames: {
    vi: 'Xin đừng ghi tên, số điện thoại hay thông tin nhận ra một người.',
    en: 'Please do not write names, telephone numbers or anything that identifies a person.',
    ja: '氏名や電話番号など、個人が特定される情報は書かないでください。',
  },
  anonymous: {
    vi: 'Câu trả lời không gắn với tên, địa chỉ mạng hay thiết bị của bạn.',
    en: 'Your answers are kept without your name, network address or device.',
    ja: '回答は氏名・ネットワークアドレス・端末と結び付けずに保存されます。',
  },
  purpose: {
    vi: 'Mục đích thu thập dữ liệu cá nhân:',
    en: 'Purpose of the personal data:',
    ja: '個人情報の利用目的：',
  },
  mistakes: {
    vi: 'Một số câu trả lời cần xem lại',
    en: 'Some answers need another look',
    ja: '回答をご確認ください',
  },
  mistake: { vi: 'Lỗi:', en: 'Error:', ja: 'エラー：' },
  thanks: {
    vi: 'Cảm ơn bạn! Câu trả lời đã được ghi nhận.',
    en: 'Thank you! Your answers have been received.',
    ja: 'ありがとうございました。回答を受け付けました。',
  },
  mayClose: { vi: 'Bạn có thể đóng trang này.', en: 'You may close this page.', ja: 'このページを閉じて構いません。' },
  answered: {
    vi: 'Đường dẫn này đã được dùng để trả lời. Mỗi đường dẫn chỉ trả lời được một lần; câu trả lời trước vẫn được giữ.',
    en: 'This link has been answered with already. A link takes one answer; the first one is kept.',
    ja: 'このリンクではすでに回答済みです。回答は一度だけで、最初の回答が保存されています。',
  },
  closed: {
    vi: 'Khảo sát đã đóng lúc {at}.',
    en: 'The survey closed on {at}.',
    ja: 'アンケートは {at} に終了しました。',
  },
  opens: {
    vi: 'Khảo sát chưa mở. Thời điểm mở: {at}.',
    en: 'The survey opens on {at}.',
    ja: 'アンケートは {at} に開始します。',
  },
  opensLater: { vi: 'Khảo sát chưa mở.', en: 'The survey is not open yet.', ja: 'アンケートはまだ始まっていません。' },
  until: { vi: 'Mở đến {at}.', en: 'Open until {at}.', ja: '{at} まで受け付けます。' },
  noLink: {
    vi: 'Đường dẫn khảo sát không đúng hoặc đã hết hạn. Hãy dùng đúng đường dẫn bạn đã nhận.',
    en: 'This is not a valid link to a survey, or it has expired. Please use the link as you received it.',
    ja: 'アンケートのリンクが正しくないか、期限が切れています。受け取ったリンクをそのままお使いください。',
  },
  tooMany: {
    vi: 'Có quá nhiều yêu cầu từ mạng này. Hãy thử lại sau {at} giây.',
    en: 'There are too many requests from this network. Try again in {at} seconds.',
    ja: 'アクセスが集中しています。{at} 秒後にもう一度お試しください。',
  },
  fault: {
    vi: 'Chưa gửi được. Hãy thử lại sau ít phút; gửi lại không làm mất hay trùng câu trả lời.',
    en: 'It could not be sent. Try again in a few minutes; sending again neither loses nor doubles an answer.',
    ja: '送信できませんでした。数分後にもう一度お試しください。再送信しても回答が失われたり重複したりしません。',
  },
  kept: {
    vi: 'Mất kết nối: câu trả lời được giữ trên thiết bị này và sẽ tự gửi khi có mạng trở lại. Xin giữ trang này mở, hoặc mở lại đường dẫn sau.',
    en: 'No connection: your answers are kept on this device and will be sent by themselves once it is back. Keep this page open, or open the link again later.',
    ja: '接続が切れています。回答はこの端末に保存され、接続が戻ると自動で送信されます。このページを開いたままにするか、後でリンクを開き直してください。',
  },
  sending: { vi: 'Đang gửi câu trả lời…', en: 'Sending your answers…', ja: '回答を送信しています…' },
  later: {
    vi: 'Một câu trả lời giữ trên thiết bị này vừa được gửi.',
    en: 'An answer that was kept on this device has now been sent.',
    ja: 'この端末に保存されていた回答を送信しました。',
  },
  refusedTitle: {
    vi: 'Câu trả lời chưa được nhận',
    en: 'Answers that were not accepted',
    ja: '受け付けられなかった回答',
  },
  refused: {
    vi: 'Câu trả lời bạn đã gửi lúc mất kết nối chưa được nhận. Lý do: {reason} Câu trả lời vẫn được giữ trên thiết bị này cho đến khi bạn quyết định.',
    en: 'The answers you gave without a connection were not accepted. Reason: {reason} They stay on this device until you decide.',
    ja: '接続が切れている間の回答は受け付けられませんでした。理由：{reason} 回答は、あなたが決めるまでこの端末に残ります。',
  },
  refusedSaid: { vi: 'Bạn đã trả lời', en: 'What you answered', ja: '回答した内容' },
  refusedAgain: { vi: 'Gửi lại', en: 'Send again', ja: 'もう一度送信' },
  refusedForget: { vi: 'Xóa khỏi thiết bị này', en: 'Delete from this device', ja: 'この端末から削除' },
  refusedSure: {
    vi: 'Xóa câu trả lời này? Không thể khôi phục.',
    en: 'Delete these answers? They cannot be brought back.',
    ja: 'この回答を削除しますか？元に戻せません。',
  },
  preview: {
    vi: 'Xem trước: không có gì được gửi hay lưu',
    en: 'Preview: nothing is sent or stored',
    ja: 'プレビュー：送信も保存もされません',
  },
  languages: { vi: 'Ngôn ngữ', en: 'Language', ja: '言語' },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;
export type PageWord = keyof typeof SURVEY_PAGE_WORDS;

export const pageWord = (word: PageWord, language: Language, at = ''): string =>
  SURVEY_PAGE_WORDS[word][language].replace('{at}', at);
