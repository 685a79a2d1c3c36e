import type { Words } from '../../domain/shared/language';

/** What the door itself refuses, before the domain is asked. `{name}` is filled from the problem's params. */
export const DOOR_PROBLEMS = {
  MALFORMED_JSON: {
    vi: 'Nội dung không phải JSON hợp lệ (dòng {line}, cột {column}): {reason}. Hãy sửa chỗ đó rồi gửi lại.',
    en: 'The body is not valid JSON (line {line}, column {column}): {reason}. Correct that place and send it again.',
  },
  INVALID_PARAMETER: {
    vi: 'Địa chỉ có {count} tham số không hợp lệ; xem «errors», sửa rồi gọi lại.',
    en: 'Parameters in the address that are not valid: {count}; see “errors”, correct them and call again.',
  },
  INVALID_HEADER: {
    vi: 'Tiêu đề {header} không hợp lệ: {reason}.',
    en: 'The header {header} is not valid: {reason}.',
  },
  INVALID_CURSOR: {
    vi: 'Con trỏ trang không hợp lệ; hãy bắt đầu lại từ trang đầu, không có «cursor».',
    en: 'The cursor is not one of this list; begin again at the first page, without “cursor”.',
  },
  VALIDATION_FAILED: {
    vi: 'Nội dung gửi lên có {count} chỗ chưa đúng; xem «errors», sửa rồi gửi lại.',
    en: 'Mistakes in the body: {count}; see “errors”, correct them and send it again.',
  },
  BODY_MISSING: {
    vi: 'Yêu cầu này cần nội dung; hãy gửi kèm với Content-Type: {expected}.',
    en: 'This request needs a body; send one, with Content-Type: {expected}.',
  },
  ID_DIFFERS: {
    vi: '«id» trong nội dung khác với địa chỉ ({id}); hãy bỏ nó đi hoặc cho trùng.',
    en: 'The “id” in the body differs from the address ({id}); leave it out or make it the same.',
  },
  UPLOAD_BROKEN_OFF: {
    vi: 'Việc gửi tệp bị ngắt giữa chừng; không có gì được lưu, hãy gửi lại.',
    en: 'The upload broke off; nothing was kept, send it again.',
  },
  NOT_SIGNED_IN: {
    vi: 'Cần đăng nhập trên trang, hoặc gửi kèm tiêu đề «Authorization: Bearer …» với mã truy cập của bạn.',
    en: 'Sign in on the page, or send your token in the header “Authorization: Bearer …”.',
  },
  TOKEN_NOT_VALID: {
    vi: 'Mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi; hãy xin mã mới từ quản trị viên.',
    en: 'The token is unknown, expired or revoked; ask an administrator for a new one.',
  },
  NO_SUCH_ADDRESS: {
    vi: 'Không có địa chỉ này; danh sách các địa chỉ ở /docs.',
    en: 'There is no such address; /docs lists them all.',
  },
  NOT_FOUND: {
    vi: 'Không tìm thấy {kind} «{id}».',
    en: 'There is no {kind} “{id}”.',
  },
  METHOD_NOT_ALLOWED: {
    vi: 'Địa chỉ này không nhận {method}; các phương thức: {allowed}.',
    en: 'This address does not take {method}; it takes: {allowed}.',
  },
  NOT_ACCEPTABLE: {
    vi: 'Câu trả lời có dạng {offered}; hãy đổi tiêu đề Accept hoặc bỏ nó đi.',
    en: 'The answer comes as {offered}; change the header Accept or leave it out.',
  },
  REQUEST_IN_PROGRESS: {
    vi: 'Yêu cầu cùng Idempotency-Key này đang được xử lý; hãy gửi lại sau {seconds} giây.',
    en: 'A request with this Idempotency-Key is still being carried out; send it again in {seconds} seconds.',
  },
  KEY_USED_DIFFERENTLY: {
    vi: 'Idempotency-Key này đã dùng cho một yêu cầu khác; hãy dùng khóa mới.',
    en: 'This Idempotency-Key was used for another request; use a new key.',
  },
  CHANGED_MEANWHILE: {
    vi: 'Dữ liệu đã thay đổi từ khi bạn đọc (bây giờ là phiên bản {current}); hãy đọc lại rồi sửa trên bản mới.',
    en: 'It was changed since you read it (it is version {current} now); read it again and edit that.',
  },
  PRECONDITION_NEEDED: {
    vi: 'Với ?strict=true cần tiêu đề If-Match (khi sửa) hoặc If-None-Match: * (khi tạo mới).',
    en: 'With ?strict=true the header If-Match (to edit) or If-None-Match: * (to make) is needed.',
  },
  TOO_LARGE: {
    vi: 'Nội dung vượt quá {limit} byte; hãy chia nhỏ hoặc nén bằng gzip.',
    en: 'The body is larger than {limit} bytes; divide it, or compress it with gzip.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    vi: 'Không nhận {given}; hãy gửi dưới dạng {expected}.',
    en: '{given} is not taken; send it as {expected}.',
  },
  TOO_MANY_ATTEMPTS: {
    vi: 'Quá nhiều lần đăng nhập không thành công; hãy thử lại sau {seconds} giây.',
    en: 'Too many failed sign-ins; try again in {seconds} seconds.',
  },
  FROM_IS_AFTER_TO: {
    vi: '«from» ({from}) phải trước «to» ({to}).',
    en: '“from” ({from}) must be before “to” ({to}).',
  },
  IMPORT_HAS_ENDED: {
    vi: 'Lần nhập này đã kết thúc ({status}) nên không hủy được nữa.',
    en: 'This import has ended ({status}) and cannot be cancelled any more.',
  },
  EXPIRY_IS_PAST: {
    vi: 'Hạn dùng {expiresAt} đã qua; hãy chọn thời điểm trong tương lai.',
    en: 'The expiry {expiresAt} lies in the past; choose a later one.',
  },
  CALENDAR_CANNOT_COUNT: {
    vi: 'Lịch «{calendar}» không đếm được tới ngày đó: {reason}.',
    en: 'The calendar “{calendar}” cannot count that far: {reason}.',
  },
  UNAVAILABLE: {
    vi: 'Hệ thống tạm thời chưa trả lời được; hãy gửi lại sau {seconds} giây. Với POST, dùng cùng Idempotency-Key.',
    en: 'The service cannot answer just now; send it again in {seconds} seconds. For a POST use the same Idempotency-Key.',
  },
  INTERNAL: {
    vi: 'Có lỗi trong hệ thống. Hãy gửi lại; nếu vẫn lỗi, báo quản trị viên mã yêu cầu {requestId}.',
    en: 'Something went wrong on our side. Send it again; if it stays, tell the administrator the request id {requestId}.',
  },
} as const satisfies Record<string, Words>;
export type DoorCode = keyof typeof DOOR_PROBLEMS;
