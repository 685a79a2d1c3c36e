import type { Words } from '../../domain/shared/language';

/** What the door itself refuses, before the domain is asked. `{name}` is filled from the problem's params. */
export const DOOR_PROBLEMS = {
  MALFORMED_JSON: {
    vi: 'Nội dung không phải JSON hợp lệ (dòng {line}, cột {column}): {reason}. Hãy sửa chỗ đó rồi gửi lại.',
    en: 'The body is not valid JSON (line {line}, column {column}): {reason}. Correct that place and send it again.',
    ja: '本文が正しい JSON ではありません（{line} 行 {column} 列）：{reason}。その箇所を直して再送してください。',
  },
  INVALID_PARAMETER: {
    vi: 'Địa chỉ có {count} tham số không hợp lệ; xem «errors», sửa rồi gọi lại.',
    en: 'Parameters in the address that are not valid: {count}; see “errors”, correct them and call again.',
    ja: 'アドレスのパラメーターに不備があります（{count} 件）。「errors」を確認し、直して再度お試しください。',
  },
  INVALID_HEADER: {
    vi: 'Tiêu đề {header} không hợp lệ: {reason}.',
    en: 'The header {header} is not valid: {reason}.',
    ja: 'ヘッダー {header} が正しくありません：{reason}。',
  },
  INVALID_CURSOR: {
    vi: 'Con trỏ trang không hợp lệ; hãy bắt đầu lại từ trang đầu, không có «cursor».',
    en: 'The cursor is not one of this list; begin again at the first page, without “cursor”.',
    ja: 'このカーソルはこの一覧のものではありません。「cursor」を付けずに最初のページからやり直してください。',
  },
  VALIDATION_FAILED: {
    vi: 'Nội dung gửi lên có {count} chỗ chưa đúng; xem «errors», sửa rồi gửi lại.',
    en: 'Mistakes in the body: {count}; see “errors”, correct them and send it again.',
    ja: '本文に不備があります（{count} 件）。「errors」を確認し、直して再送してください。',
  },
  BODY_MISSING: {
    vi: 'Yêu cầu này cần nội dung; hãy gửi kèm với Content-Type: {expected}.',
    en: 'This request needs a body; send one, with Content-Type: {expected}.',
    ja: 'このリクエストには本文が必要です。Content-Type: {expected} で送ってください。',
  },
  ID_DIFFERS: {
    vi: '«id» trong nội dung khác với địa chỉ ({id}); hãy bỏ nó đi hoặc cho trùng.',
    en: 'The “id” in the body differs from the address ({id}); leave it out or make it the same.',
    ja: '本文の「id」がアドレス（{id}）と異なります。省くか、同じ値にしてください。',
  },
  UPLOAD_BROKEN_OFF: {
    vi: 'Việc gửi tệp bị ngắt giữa chừng; không có gì được lưu, hãy gửi lại.',
    en: 'The upload broke off; nothing was kept, send it again.',
    ja: 'アップロードが途中で切れました。何も保存されていません。再送してください。',
  },
  NOT_SIGNED_IN: {
    vi: 'Cần đăng nhập trên trang, hoặc gửi kèm tiêu đề «Authorization: Bearer …» với mã truy cập của bạn.',
    en: 'Sign in on the page, or send your token in the header “Authorization: Bearer …”.',
    ja: 'ページでサインインするか、ヘッダー「Authorization: Bearer …」でトークンを送ってください。',
  },
  TOKEN_NOT_VALID: {
    vi: 'Mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi; hãy xin mã mới từ quản trị viên.',
    en: 'The token is unknown, expired or revoked; ask an administrator for a new one.',
    ja: 'トークンが不明か、期限切れか、取り消されています。管理者に新しいトークンを依頼してください。',
  },
  NO_SUCH_ADDRESS: {
    vi: 'Không có địa chỉ này; danh sách các địa chỉ ở /docs.',
    en: 'There is no such address; /docs lists them all.',
    ja: 'このアドレスはありません。すべてのアドレスは /docs にあります。',
  },
  NOT_FOUND: {
    vi: 'Không tìm thấy {kind} «{id}».',
    en: 'There is no {kind} “{id}”.',
    ja: '{kind}「{id}」はありません。',
  },
  METHOD_NOT_ALLOWED: {
    vi: 'Địa chỉ này không nhận {method}; các phương thức: {allowed}.',
    en: 'This address does not take {method}; it takes: {allowed}.',
    ja: 'このアドレスでは {method} を使えません。使えるもの：{allowed}。',
  },
  NOT_ACCEPTABLE: {
    vi: 'Câu trả lời có dạng {offered}; hãy đổi tiêu đề Accept hoặc bỏ nó đi.',
    en: 'The answer comes as {offered}; change the header Accept or leave it out.',
    ja: '回答の形式は {offered} です。ヘッダー Accept を変えるか、省いてください。',
  },
  REQUEST_IN_PROGRESS: {
    vi: 'Yêu cầu cùng Idempotency-Key này đang được xử lý; hãy gửi lại sau {seconds} giây.',
    en: 'A request with this Idempotency-Key is still being carried out; send it again in {seconds} seconds.',
    ja: 'この Idempotency-Key のリクエストはまだ処理中です。{seconds} 秒後に再送してください。',
  },
  KEY_USED_DIFFERENTLY: {
    vi: 'Idempotency-Key này đã dùng cho một yêu cầu khác; hãy dùng khóa mới.',
    en: 'This Idempotency-Key was used for another request; use a new key.',
    ja: 'この Idempotency-Key は別のリクエストで使用済みです。新しいキーを使ってください。',
  },
  CHANGED_MEANWHILE: {
    vi: 'Dữ liệu đã thay đổi từ khi bạn đọc (bây giờ là phiên bản {current}); hãy đọc lại rồi sửa trên bản mới.',
    en: 'It was changed since you read it (it is version {current} now); read it again and edit that.',
    ja: '読み込んだ後に変更されています（現在は第 {current} 版）。読み直してから編集してください。',
  },
  PRECONDITION_NEEDED: {
    vi: 'Với ?strict=true cần tiêu đề If-Match (khi sửa) hoặc If-None-Match: * (khi tạo mới).',
    en: 'With ?strict=true the header If-Match (to edit) or If-None-Match: * (to make) is needed.',
    ja: '?strict=true では、ヘッダー If-Match（編集）または If-None-Match: *（新規作成）が必要です。',
  },
  TOO_LARGE: {
    vi: 'Nội dung vượt quá {limit} byte; hãy chia nhỏ hoặc nén bằng gzip.',
    en: 'The body is larger than {limit} bytes; divide it, or compress it with gzip.',
    ja: '本文が {limit} バイトを超えています。分割するか、gzip で圧縮してください。',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    vi: 'Không nhận {given}; hãy gửi dưới dạng {expected}.',
    en: '{given} is not taken; send it as {expected}.',
    ja: '{given} は受け付けられません。{expected} で送ってください。',
  },
  TOO_MANY_ATTEMPTS: {
    vi: 'Quá nhiều lần đăng nhập không thành công; hãy thử lại sau {seconds} giây.',
    en: 'Too many failed sign-ins; try again in {seconds} seconds.',
    ja: 'サインインの失敗が多すぎます。{seconds} 秒後にもう一度お試しください。',
  },
  FROM_IS_AFTER_TO: {
    vi: '«from» ({from}) phải trước «to» ({to}).',
    en: '“from” ({from}) must be before “to” ({to}).',
    ja: '「from」（{from}）は「to」（{to}）より前でなければなりません。',
  },
  IMPORT_HAS_ENDED: {
    vi: 'Lần nhập này đã kết thúc ({status}) nên không hủy được nữa.',
    en: 'This import has ended ({status}) and cannot be cancelled any more.',
    ja: 'この取り込みは終了しており（{status}）、取り消せません。',
  },
  EXPIRY_IS_PAST: {
    vi: 'Hạn dùng {expiresAt} đã qua; hãy chọn thời điểm trong tương lai.',
    en: 'The expiry {expiresAt} lies in the past; choose a later one.',
    ja: '有効期限 {expiresAt} は過去の日時です。後の日時を選んでください。',
  },
  CALENDAR_CANNOT_COUNT: {
    vi: 'Lịch «{calendar}» không đếm được tới ngày đó: {reason}.',
    en: 'The calendar “{calendar}” cannot count that far: {reason}.',
    ja: 'カレンダー「{calendar}」ではそこまで数えられません：{reason}。',
  },
  UNAVAILABLE: {
    vi: 'Hệ thống tạm thời chưa trả lời được; hãy gửi lại sau {seconds} giây. Với POST, dùng cùng Idempotency-Key.',
    en: 'The service cannot answer just now; send it again in {seconds} seconds. For a POST use the same Idempotency-Key.',
    ja: '現在サービスが応答できません。{seconds} 秒後に再送してください。POST では同じ Idempotency-Key を使ってください。',
  },
  INTERNAL: {
    vi: 'Có lỗi trong hệ thống. Hãy gửi lại; nếu vẫn lỗi, báo quản trị viên mã yêu cầu {requestId}.',
    en: 'Something went wrong on our side. Send it again; if it stays, tell the administrator the request id {requestId}.',
    ja: 'システム側で問題が起きました。再送しても続く場合は、リクエスト番号 {requestId} を管理者に伝えてください。',
  },
} as const satisfies Record<string, Words>;
export type DoorCode = keyof typeof DOOR_PROBLEMS;
