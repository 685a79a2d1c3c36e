import type { Words } from '../shared/language';

type Params = { readonly detail: string; readonly limit: number };

/** Every way in which a collection fails as a whole: nothing is recorded then. */
const SENTENCES = {
  COLLECT_TIMEOUT: {
    en: ({ limit }) =>
      `The source did not answer completely within ${limit} seconds. Raise timeoutSeconds, or ask for less.`,
    ja: ({ limit }) =>
      `提供元が ${limit} 秒以内に回答を終えませんでした。timeoutSeconds を増やすか、求める量を減らしてください。`,
    vi: ({ limit }) =>
      `Nguồn không trả lời xong trong ${limit} giây. Hãy tăng timeoutSeconds hoặc yêu cầu ít dữ liệu hơn.`,
  },
  COLLECT_TOO_LARGE: {
    en: ({ limit }) => `The answer has more than ${limit} bytes (unpacked). Raise maxBytes, or ask for less.`,
    ja: ({ limit }) =>
      `回答が ${limit} バイト（展開後）を超えています。maxBytes を増やすか、求める量を減らしてください。`,
    vi: ({ limit }) =>
      `Câu trả lời có hơn ${limit} byte (sau giải nén). Hãy tăng maxBytes hoặc yêu cầu ít dữ liệu hơn.`,
  },
  COLLECT_ADDRESS_NOT_ALLOWED: {
    en: ({ detail }) =>
      `${detail} is not on the public internet. Where this is meant: set allowPrivate, and have the host and port named in KAIRYO_COLLECT_ALLOW.`,
    ja: ({ detail }) =>
      `${detail} は公開されたインターネット上にありません。意図したものであれば、allowPrivate を設定し、ホストとポートを KAIRYO_COLLECT_ALLOW に登録してもらってください。`,
    vi: ({ detail }) =>
      `${detail} không thuộc internet công cộng. Nếu đúng ý định: đặt allowPrivate và ghi máy chủ cùng cổng vào KAIRYO_COLLECT_ALLOW.`,
  },
  COLLECT_HOST_UNKNOWN: {
    en: ({ detail }) => `The host ${detail} was not found. Check the address, and the name server.`,
    ja: ({ detail }) => `ホスト ${detail} が見つかりません。アドレスとネームサーバーを確認してください。`,
    vi: ({ detail }) => `Không tìm thấy máy chủ ${detail}. Hãy kiểm tra địa chỉ và máy chủ tên miền.`,
  },
  COLLECT_NO_CONNECTION: {
    en: ({ detail }) => `The connection to the source failed (${detail}). Check that it is there.`,
    ja: ({ detail }) => `提供元への接続に失敗しました（${detail}）。稼働しているか確認してください。`,
    vi: ({ detail }) => `Kết nối đến nguồn bị lỗi (${detail}). Hãy kiểm tra nguồn có hoạt động không.`,
  },
  COLLECT_CERTIFICATE: {
    en: ({ detail }) => `The certificate of the source is not trusted (${detail}). It has to be put in order there.`,
    ja: ({ detail }) => `提供元の証明書を信頼できません（${detail}）。提供元で直す必要があります。`,
    vi: ({ detail }) => `Chứng thư của nguồn không đáng tin cậy (${detail}). Cần khắc phục ở phía nguồn.`,
  },
  COLLECT_NOT_HTTP: {
    en: ({ detail }) => `The source does not answer as HTTP asks for (${detail}). Check the address.`,
    ja: ({ detail }) => `提供元の応答が HTTP の規約に合っていません（${detail}）。アドレスを確認してください。`,
    vi: ({ detail }) => `Nguồn trả lời không đúng giao thức HTTP (${detail}). Hãy kiểm tra địa chỉ.`,
  },
  COLLECT_HTTP_STATUS: {
    en: ({ limit }) => `The source answered with status ${limit} instead of 200. Check address, access and parameters.`,
    ja: ({ limit }) =>
      `提供元が 200 ではなく状態 ${limit} を返しました。アドレス、アクセス権、パラメーターを確認してください。`,
    vi: ({ limit }) => `Nguồn trả lời mã ${limit} thay vì 200. Hãy kiểm tra địa chỉ, quyền truy cập và tham số.`,
  },
  COLLECT_REDIRECTS: {
    en: ({ limit }) =>
      `The source sent on more than ${limit} times, or to an address that cannot be followed. State the final address.`,
    ja: ({ limit }) =>
      `提供元が ${limit} 回を超えて転送したか、たどれないアドレスへ転送しました。最終のアドレスを指定してください。`,
    vi: ({ limit }) =>
      `Nguồn chuyển hướng quá ${limit} lần, hoặc đến địa chỉ không thể theo. Hãy ghi địa chỉ cuối cùng.`,
  },
  COLLECT_ENCODING: {
    en: ({ detail }) => `The answer is packed in a way that cannot be unpacked (${detail}). gzip, deflate and br can.`,
    ja: ({ detail }) => `回答の圧縮形式を展開できません（${detail}）。gzip、deflate、br が使えます。`,
    vi: ({ detail }) => `Không giải nén được câu trả lời (${detail}). Chỉ hỗ trợ gzip, deflate và br.`,
  },
  COLLECT_NOT_TEXT: {
    en: ({ detail }) => `The answer cannot be read as text: ${detail}`,
    ja: ({ detail }) => `回答をテキストとして読み取れません：${detail}`,
    vi: ({ detail }) => `Không đọc được câu trả lời thành văn bản: ${detail}`,
  },
  COLLECT_EMPTY: {
    en: () => 'The answer is empty. Check the address.',
    ja: () => '回答が空です。アドレスを確認してください。',
    vi: () => 'Câu trả lời trống. Hãy kiểm tra địa chỉ.',
  },
  COLLECT_NOT_JSON: {
    en: ({ detail }) => `The answer is not JSON: ${detail}. Check the address and the format.`,
    ja: ({ detail }) => `回答が JSON ではありません：${detail}。アドレスと形式を確認してください。`,
    vi: ({ detail }) => `Câu trả lời không phải JSON: ${detail}. Hãy kiểm tra địa chỉ và định dạng.`,
  },
  COLLECT_NOT_CSV: {
    en: ({ detail }) => `The answer is not a table (CSV): ${detail}. Check the address and the format.`,
    ja: ({ detail }) => `回答が表（CSV）ではありません：${detail}。アドレスと形式を確認してください。`,
    vi: ({ detail }) => `Câu trả lời không phải bảng (CSV): ${detail}. Hãy kiểm tra địa chỉ và định dạng.`,
  },
  COLLECT_PATH_NOT_FOUND: {
    en: ({ detail }) => `The answer has nothing at ${detail}. Correct the mapping.`,
    ja: ({ detail }) => `回答の ${detail} に何もありません。対応付けを直してください。`,
    vi: ({ detail }) => `Câu trả lời không có gì tại ${detail}. Hãy sửa ánh xạ.`,
  },
  COLLECT_NOT_A_LIST: {
    en: ({ detail }) => `At ${detail} there is no list of rows. Correct "items" of the mapping.`,
    ja: ({ detail }) => `${detail} に行のリストがありません。対応付けの "items" を直してください。`,
    vi: ({ detail }) => `Tại ${detail} không có danh sách các dòng. Hãy sửa "items" trong ánh xạ.`,
  },
  COLLECT_TOO_MANY_ROWS: {
    en: ({ limit }) => `The answer has more than ${limit} rows. Ask for fewer periods at a time.`,
    ja: ({ limit }) => `回答が ${limit} 行を超えています。一度に求める期間を減らしてください。`,
    vi: ({ limit }) => `Câu trả lời có hơn ${limit} dòng. Hãy yêu cầu ít kỳ hơn mỗi lần.`,
  },
  COLLECT_SECRET_MISSING: {
    en: ({ detail }) => `The secret ${detail} is not there. Set it in the environment of the process that collects.`,
    ja: ({ detail }) => `秘密情報 ${detail} がありません。収集を行うプロセスの環境に設定してください。`,
    vi: ({ detail }) => `Không có bí mật ${detail}. Hãy đặt trong môi trường của tiến trình thu thập.`,
  },
  COLLECT_SECRET_UNUSABLE: {
    en: ({ detail }) => `The secret ${detail} cannot be sent in a header: it is empty, too long or has line breaks.`,
    ja: ({ detail }) => `秘密情報 ${detail} はヘッダーで送れません。空か、長すぎるか、改行が含まれています。`,
    vi: ({ detail }) => `Bí mật ${detail} không gửi được trong tiêu đề HTTP: trống, quá dài hoặc có ngắt dòng.`,
  },
  COLLECT_CHANGED_MEANWHILE: {
    en: () => 'Figures were changed by others again and again while they were being recorded. It will be tried again.',
    ja: () => '記録している間に、数値がほかの人によって何度も変更されました。もう一度試みます。',
    vi: () => 'Số liệu liên tục bị người khác thay đổi trong lúc ghi. Hệ thống sẽ thử lại.',
  },
  COLLECT_BROKE_OFF: {
    en: ({ detail }) => `The collection broke off (${detail}). It will be made up at the next time.`,
    ja: ({ detail }) => `収集が途中で止まりました（${detail}）。次の時刻に補います。`,
    vi: ({ detail }) => `Lần thu thập bị gián đoạn (${detail}). Hệ thống sẽ thu thập lại vào lần sau.`,
  },
} as const satisfies Record<string, Record<keyof Words, (params: Params) => string>>;

export type CollectFailureCode = keyof typeof SENTENCES;

/** Why nothing was collected. `again`: the fault may be over by itself, so that it is worth another try soon. */
export type CollectFailure = {
  readonly code: CollectFailureCode;
  readonly words: Words;
  readonly again: boolean;
};

const MAY_PASS: readonly CollectFailureCode[] = [
  'COLLECT_TIMEOUT',
  'COLLECT_HOST_UNKNOWN',
  'COLLECT_NO_CONNECTION',
  'COLLECT_CHANGED_MEANWHILE',
];
const STATUSES_THAT_PASS: readonly number[] = [408, 425, 429, 500, 502, 503, 504];

/** `limit`: the limit that was passed; of COLLECT_HTTP_STATUS the status. */
export function collectFailure(
  code: CollectFailureCode,
  { detail = '', limit = 0 }: { readonly detail?: string; readonly limit?: number } = {},
): CollectFailure {
  const params = { detail: detail.replace(/\p{Cc}/gu, ' ').slice(0, 300), limit };
  const words = { vi: SENTENCES[code].vi(params), en: SENTENCES[code].en(params), ja: SENTENCES[code].ja(params) };
  const again = MAY_PASS.includes(code) || (code === 'COLLECT_HTTP_STATUS' && STATUSES_THAT_PASS.includes(limit));
  return { code, words, again };
}
