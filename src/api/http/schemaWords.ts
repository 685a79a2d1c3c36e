import type { Language } from '../../domain/shared/language';
import { SCHEMA_WORDS_JA } from './schemaWordsJa';

/** Vietnamese for the sentences that schemas of the domain state themselves; zod brings the words for everything else. */
export const SCHEMA_WORDS_VI: Readonly<Record<string, string>> = {
  'letters, digits, dot, dash and underscore; at most 80 characters':
    'chỉ gồm chữ, số, dấu chấm, gạch ngang và gạch dưới; tối đa 80 ký tự',
  'a version such as 1.0.0': 'phiên bản, ví dụ 1.0.0',
  'letters, digits, dot, dash and underscore; at most 30 characters':
    'chỉ gồm chữ, số, dấu chấm, gạch ngang và gạch dưới; tối đa 30 ký tự',
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
  'the key of a word, e.g. called.cycle or nav.cycles': 'khóa của một từ, ví dụ called.cycle hoặc nav.cycles',
  'there is no such term': 'không có thuật ngữ này',
  'a term is at most 60 characters, without { and }': 'thuật ngữ dài tối đa 60 ký tự, không có { và }',
  'each key once only': 'mỗi khóa chỉ được nêu một lần',
  'give either add or to': 'nêu add hoặc to, chỉ một trong hai',
  'a day from 1900-01-01 to 2200-01-01': 'ngày từ 1900-01-01 đến 2200-01-01',
  'a period from 1900 to 2199': 'kỳ từ 1900 đến 2199',
  'a period such as 2026-03, 2026-Q1 or 2026': 'kỳ, ví dụ 2026-03, 2026-Q1 hoặc 2026',
  'give at least one language': 'nêu ít nhất một ngôn ngữ',
  'low must not be above high': 'low không được lớn hơn high',
  'give target or weight': 'nêu target hoặc weight',
  'periods, separated by commas': 'các kỳ, cách nhau bằng dấu phẩy',
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
  'small letters, digits and hyphens': 'chữ thường không dấu, chữ số và gạch nối',
  'month-day such as 12-15': 'tháng-ngày, ví dụ 12-15',
  'small letters, digits and dash; at most 40 characters':
    'chữ thường không dấu, chữ số và gạch ngang; tối đa 40 ký tự',
  'a survey of at most 200,000 characters': 'khảo sát dài tối đa 200.000 ký tự',
  'give a template, or title and questions': 'nêu template, hoặc title và questions',
  'state what personal data is collected for': 'nêu mục đích thu thập dữ liệu cá nhân (purpose)',
  'keys of questions must differ': 'khóa của các câu hỏi phải khác nhau',
  'the factor is not among the factors': 'factor không có trong danh sách factors',
  'keys of options must differ': 'khóa của các phương án phải khác nhau',
  'max must be above min': 'max phải lớn hơn min',
  'topBox must lie above min, up to max': 'topBox phải lớn hơn min và không quá max',
  'labels must lie on the scale': 'labels phải nằm trong thang điểm',
  'questions of a factor must have the same scale': 'các câu hỏi của cùng một yếu tố phải có cùng thang điểm',
  'unit, channel, group or the key of a question with one choice':
    'unit, channel, group hoặc khóa của câu hỏi chỉ chọn một phương án',
  'only a survey of a cycle opens after its Do began':
    'chỉ khảo sát thuộc một chu kỳ mới mở theo ngày bắt đầu thực hiện',
  'it must close after it opens': 'thời điểm đóng phải sau thời điểm mở',
  'with force give a reason': 'với force phải nêu lý do (reason)',
  'give value, or numerator and denominator, or status missing or not-applicable':
    'nêu value, hoặc numerator và denominator, hoặc status là missing hay not-applicable',
  'give either aggregation or indicator': 'nêu aggregation hoặc indicator, chỉ một trong hai',
  'an indicator of the library has its parameters in its definition':
    'chỉ số của thư viện đã có tham số trong định nghĩa của nó',
  'what is missing or not applicable has no value': 'số liệu thiếu hoặc không áp dụng thì không có giá trị',
  'three capital letters such as VND': 'ba chữ cái in hoa, ví dụ VND',
  'lies before the first day': 'sớm hơn ngày bắt đầu',
  'another post begins on this day': 'đã có vị trí khác bắt đầu từ ngày này',
};

const STATED: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>> = {
  vi: SCHEMA_WORDS_VI,
  ja: SCHEMA_WORDS_JA,
};

export function translated(message: string, language: Language): string {
  const words = STATED[language] ?? {};
  return Object.hasOwn(words, message) ? (words[message] ?? message) : message;
}
