import type { Language } from '../../domain/shared/language';

/** Vietnamese for the sentences that schemas of the domain state themselves; zod brings the words for everything else. */
export const SCHEMA_WORDS_VI: Readonly<Record<string, string>> = {
  'letters, digits, dot, dash and underscore; at most 80 characters':
    'chỉ gồm chữ, số, dấu chấm, gạch ngang và gạch dưới; tối đa 80 ký tự',
  'an ISO 8601 duration such as P3M or P14D': 'khoảng thời gian theo ISO 8601, ví dụ P3M hoặc P14D',
  'an IANA time zone such as Asia/Ho_Chi_Minh': 'múi giờ IANA, ví dụ Asia/Ho_Chi_Minh',
  'a time of day such as 08:00': 'giờ trong ngày, ví dụ 08:00',
  'a time of day such as 07:30': 'giờ trong ngày, ví dụ 07:30',
  'hours must follow each other, each with its start before its end':
    'các khoảng giờ phải nối tiếp nhau, mỗi khoảng bắt đầu trước khi kết thúc',
  'at least one day of the week must be worked': 'mỗi tuần phải có ít nhất một ngày làm việc',
  'a date may be given once only': 'mỗi ngày chỉ được nêu một lần',
  'give atMost, atLeast or both': 'nêu atMost, atLeast hoặc cả hai',
  'from must be before to': 'from phải trước to',
  'give either by or until': 'nêu by hoặc until, chỉ một trong hai',
  'give one of workingDays, duration and opening': 'nêu một trong ba: workingDays, duration hoặc opening',
  '0, or a number that is not closer to 0 than 1e-30': 'là 0, hoặc một số không gần 0 hơn 1e-30',
  'successes must not be more than n': 'successes không được lớn hơn n',
  'give either add or to': 'nêu add hoặc to, chỉ một trong hai',
  'a day from 1900-01-01 to 2200-01-01': 'ngày từ 1900-01-01 đến 2200-01-01',
  'the id of a cycle, as `POST /v1/cycles` answered it': 'mã chu kỳ như POST /v1/cycles đã trả về',
  'env:KAIRYO_SECRET_… or file:… with the name of a file in KAIRYO_SECRETS_DIR':
    'env:KAIRYO_SECRET_… hoặc file:… kèm tên tệp trong KAIRYO_SECRETS_DIR',
  'the name of a header': 'tên của một tiêu đề HTTP',
  'a header that the engine sets itself': 'tiêu đề HTTP này do hệ thống tự đặt',
  'up to 1000 printable ASCII characters': 'tối đa 1000 ký tự ASCII in được',
  'a user name without colon': 'tên người dùng không có dấu hai chấm',
  'an address that starts with https:// or http://': 'địa chỉ bắt đầu bằng https:// hoặc http://',
  'no user, password or key in the address: state them as auth':
    'không ghi người dùng, mật khẩu hay khóa trong địa chỉ: hãy khai báo ở auth',
  'at most 30 headers': 'tối đa 30 tiêu đề HTTP',
  'a header that carries a secret: state it as auth': 'tiêu đề HTTP này mang bí mật: hãy khai báo ở auth',
  'a duration of weeks, days, hours or minutes from PT1M to P366D':
    'khoảng thời gian theo tuần, ngày, giờ hoặc phút, từ PT1M đến P366D',
  'a cron expression of five fields, e.g. 30 6 1 * *': 'biểu thức cron gồm năm trường, ví dụ 30 6 1 * *',
  'give either every or cron': 'nêu every hoặc cron, chỉ một trong hai',
  'at most 5000 entries': 'tối đa 5000 mục',
  'give value, or numerator and denominator': 'nêu value, hoặc numerator và denominator',
  'give numerator and denominator, or neither': 'nêu cả numerator và denominator, hoặc không nêu cả hai',
};

export const translated = (message: string, language: Language): string =>
  language === 'vi' && Object.hasOwn(SCHEMA_WORDS_VI, message) ? (SCHEMA_WORDS_VI[message] ?? message) : message;
