import type { Words } from '../shared/language';

/** What installing does to one thing, and why. */
export const INSTALL_WORDS = {
  add: { vi: 'Mới: được thêm vào.', en: 'New: it is added.', ja: '新規：追加します。' },
  same: { vi: 'Đã có và giống hệt.', en: 'Is there already and is the same.', ja: 'すでにあり、同じ内容です。' },
  inLibrary: {
    vi: 'Đã có sẵn trong thư viện, không cần cài.',
    en: 'Is in the library already; nothing to install.',
    ja: 'すでにライブラリーにあり、導入は不要です。',
  },
  keep: {
    vi: 'Cơ quan đã sửa; bản của cơ quan được giữ nguyên.',
    en: 'The office changed it; its own stays.',
    ja: '貴組織で変更済みのため、そのまま残します。',
  },
  staysRemoved: {
    vi: 'Cơ quan đã xóa; không thêm lại.',
    en: 'The office removed it; it is not brought back.',
    ja: '貴組織で削除済みのため、戻しません。',
  },
  upgrade: {
    vi: 'Cơ quan chưa sửa; được cập nhật theo bản mới của gói.',
    en: 'Not changed by the office; it becomes the pack’s new version.',
    ja: '貴組織では未変更のため、パックの新しい版になります。',
  },
  taken: {
    vi: 'Lấy theo gói như bạn đã chọn; bản trước vẫn còn trong lịch sử.',
    en: 'The pack’s is taken, as you chose; the earlier one stays in the history.',
    ja: '選択どおりパックの内容にします。以前の版は履歴に残ります。',
  },
  conflict: {
    vi: 'Cả cơ quan và gói đều đã sửa; hãy chọn giữ bản nào.',
    en: 'Changed by the office and by the pack; choose which one holds.',
    ja: '貴組織とパックの両方で変更されています。どちらにするか選んでください。',
  },
  thereBefore: {
    vi: 'Cơ quan đã có mã này với nội dung khác; hãy chọn giữ bản nào, hoặc cài với tiền tố.',
    en: 'The office has this id with other content; choose which one holds, or install with a prefix.',
    ja: '同じIDで内容の異なるものがあります。どちらにするか選ぶか、接頭辞を付けて導入してください。',
  },
  removedAndChanged: {
    vi: 'Cơ quan đã xóa, còn gói đã sửa; hãy chọn để vẫn xóa hay lấy bản của gói.',
    en: 'Removed by the office and changed by the pack; choose whether it stays removed or comes back.',
    ja: '貴組織で削除され、パックでは変更されています。削除のままにするか、戻すか選んでください。',
  },
  elsewhere: {
    vi: 'Mã này thuộc một đơn vị khác; hãy cài với tiền tố, hoặc chọn để nguyên.',
    en: 'This id belongs to another unit; install with a prefix, or choose to leave it.',
    ja: 'このIDは別の部署のものです。接頭辞を付けて導入するか、そのままにすることを選んでください。',
  },
  leftElsewhere: {
    vi: 'Thuộc một đơn vị khác; để nguyên như bạn đã chọn.',
    en: 'Belongs to another unit and is left, as you chose.',
    ja: '別の部署のもので、選択どおりそのままにします。',
  },
  noLongerBrought: {
    vi: 'Bản mới của gói không còn mục này; bản của cơ quan được giữ lại.',
    en: 'The pack does not have it any more; the office’s stays.',
    ja: 'パックの新しい版にはありません。貴組織のものはそのまま残します。',
  },
} as const satisfies Record<string, Words>;

/** Of example data that is in a pack. */
export const EXAMPLE_WORDS = {
  left: {
    vi: 'Gói có dữ liệu ví dụ dựng sẵn, không phải số liệu thật. Dữ liệu này không được cài, trừ khi bạn chọn.',
    en: 'The pack has example data, which is made and not real. It is not installed unless you choose it.',
    ja: 'このパックには例として作成したデータがあります（実際の数値ではありません）。選択しない限り導入しません。',
  },
  included: {
    vi: 'Gồm cả dữ liệu ví dụ dựng sẵn, không phải số liệu thật; mỗi số tiền đều ghi rõ điều này.',
    en: 'With the example data, which is made and not real; every amount says so.',
    ja: '例として作成したデータを含みます（実際の数値ではありません）。各金額にその旨が記録されます。',
  },
} as const satisfies Record<string, Words>;

export const waitingForSurvey = (survey: string): Words => ({
  vi: `Chưa có khảo sát “${survey}”: tạm nhập số liệu bằng tay. Tạo khảo sát rồi cài lại để nối.`,
  en: `There is no survey “${survey}” yet: its values are entered by hand. Make the survey and install again to connect it.`,
  ja: `アンケート「${survey}」がまだないため、値は手入力になります。作成後にもう一度導入すると接続されます。`,
});
export const waitingForProcedure = (procedure: string): Words => ({
  vi: `Chưa có thủ tục “${procedure}”: tạm nhập số liệu bằng tay. Hãy chọn thủ tục của cơ quan rồi cài lại để nối.`,
  en: `There is no procedure “${procedure}”: its values are entered by hand. Choose one of yours and install again to connect it.`,
  ja: `手続き「${procedure}」がないため、値は手入力になります。自組織の手続きを選び、もう一度導入すると接続されます。`,
});
