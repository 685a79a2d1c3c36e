import type { Words } from '../shared/language';

type Params = { readonly detail: string; readonly limit: number };

/** Why a whole file is refused. Nothing of such a file is stored. */
const SENTENCES = {
  FILE_EMPTY: {
    en: () => 'The file is empty. Export it again and check that it has cases.',
    ja: () => 'ファイルが空です。書き出し直して、案件が含まれていることを確認してください。',
    vi: () => 'Tệp trống. Hãy xuất lại tệp và kiểm tra rằng tệp có hồ sơ.',
  },
  FILE_TOO_LARGE: {
    en: ({ limit }) =>
      `A file may have at most ${limit} bytes. Split it into several files and import one after the other.`,
    ja: ({ limit }) => `ファイルは ${limit} バイトまでです。いくつかに分けて、順に取り込んでください。`,
    vi: ({ limit }) => `Tệp được có nhiều nhất ${limit} byte. Hãy chia thành nhiều tệp và nhập lần lượt.`,
  },
  EXPANDS_TOO_FAR: {
    en: ({ detail }) => `Unpacked, the file grows beyond what is allowed (${detail}). Export it again, or split it.`,
    ja: ({ detail }) => `展開するとファイルが許容量を超えます（${detail}）。書き出し直すか、分割してください。`,
    vi: ({ detail }) => `Sau khi giải nén, tệp vượt quá mức cho phép (${detail}). Hãy xuất lại hoặc chia nhỏ tệp.`,
  },
  ARCHIVE_DAMAGED: {
    en: () => 'The gzip file is damaged or incomplete. Export and send it again.',
    ja: () => 'gzip ファイルが壊れているか、途中で切れています。書き出し直して再送してください。',
    vi: () => 'Tệp gzip bị hỏng hoặc chưa đầy đủ. Hãy xuất và gửi lại.',
  },
  NOT_TEXT: {
    en: ({ detail }) =>
      `The file must be text (CSV or XES), plain or gzipped; this one is not: ${detail}. Export it as CSV or XES.`,
    ja: ({ detail }) =>
      `ファイルはテキスト（CSV または XES、gzip 圧縮も可）でなければなりません：${detail}。CSV または XES で書き出してください。`,
    vi: ({ detail }) =>
      `Tệp phải là văn bản (CSV hoặc XES), có thể nén gzip; tệp này không phải: ${detail}. Hãy xuất thành CSV hoặc XES.`,
  },
  XML_BROKEN: {
    en: ({ detail }) => `The file is not well-formed XML: ${detail}. Export it again.`,
    ja: ({ detail }) => `ファイルが正しい XML ではありません：${detail}。書き出し直してください。`,
    vi: ({ detail }) => `Tệp không đúng cú pháp XML: ${detail}. Hãy xuất lại.`,
  },
  NOT_XES: {
    en: ({ detail }) =>
      `An XES file starts with the element <log>; this one starts with <${detail}>. Export it as XES.`,
    ja: ({ detail }) =>
      `XES ファイルは要素 <log> で始まりますが、このファイルは <${detail}> で始まっています。XES で書き出してください。`,
    vi: ({ detail }) =>
      `Tệp XES phải bắt đầu bằng phần tử <log>; tệp này bắt đầu bằng <${detail}>. Hãy xuất lại thành XES.`,
  },
  DOCTYPE_REFUSED: {
    en: () => 'An XES file needs no document type; for safety a file with <!DOCTYPE> is refused. Remove it.',
    ja: () =>
      'XES ファイルに文書型宣言は不要です。安全のため、<!DOCTYPE> を含むファイルは受け付けません。取り除いてください。',
    vi: () =>
      'Tệp XES không cần khai báo kiểu tài liệu; vì an toàn, tệp có <!DOCTYPE> bị từ chối. Hãy bỏ khai báo này.',
  },
  CSV_BROKEN: {
    en: ({ detail }) => `The table cannot be read: ${detail}. Check the quotes and export it again.`,
    ja: ({ detail }) => `表を読み取れません：${detail}。引用符を確認し、書き出し直してください。`,
    vi: ({ detail }) => `Không đọc được bảng: ${detail}. Hãy kiểm tra dấu ngoặc kép rồi xuất lại.`,
  },
  COLUMN_MISSING: {
    en: ({ detail }) =>
      `The header lacks a column that is needed: ${detail}. Correct the header or the procedure's mapping.`,
    ja: ({ detail }) => `見出しに必要な列がありません：${detail}。見出しか、手続きの対応付けを直してください。`,
    vi: ({ detail }) => `Tiêu đề thiếu cột cần thiết: ${detail}. Hãy sửa tiêu đề hoặc ánh xạ của thủ tục.`,
  },
} as const satisfies Record<string, Record<keyof Words, (params: Params) => string>>;

export type ImportFailureCode = keyof typeof SENTENCES;

/**
 * A file that cannot be read as a whole: thrown by the sources, and final: reading it again gives the same. `message` is
 * the English sentence of `words`.
 */
export class MalformedFile extends Error {
  override readonly name = 'MalformedFile';
  readonly words: Words;

  constructor(
    readonly code: ImportFailureCode,
    { detail = '', limit = 0 }: { readonly detail?: string; readonly limit?: number } = {},
  ) {
    const params = { detail: detail.replace(/\p{Cc}/gu, ' ').slice(0, 500), limit };
    const words = { vi: SENTENCES[code].vi(params), en: SENTENCES[code].en(params), ja: SENTENCES[code].ja(params) };
    super(words.en);
    this.words = words;
  }
}
