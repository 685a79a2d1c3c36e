import type { z } from 'zod';
import type { Language, Words } from '../../domain/shared/language';

type Issue = z.core.$ZodRawIssue;

const KINDS: Readonly<Record<string, Words>> = {
  number: { vi: 'một số', en: 'a number', ja: '数値' },
  int: { vi: 'một số nguyên', en: 'a whole number', ja: '整数' },
  string: { vi: 'một chuỗi ký tự', en: 'a text', ja: '文字列' },
  boolean: { vi: 'true hoặc false', en: 'true or false', ja: 'true または false' },
  array: { vi: 'một danh sách', en: 'a list', ja: 'リスト' },
  tuple: { vi: 'một danh sách', en: 'a list', ja: 'リスト' },
  object: { vi: 'một đối tượng JSON', en: 'a JSON object', ja: 'JSON オブジェクト' },
  record: { vi: 'một đối tượng JSON', en: 'a JSON object', ja: 'JSON オブジェクト' },
};
const FORMATS: Readonly<Record<string, Words>> = {
  date: {
    vi: 'phải là một ngày, ví dụ 2026-08-21',
    en: 'must be a day such as 2026-08-21',
    ja: '2026-08-21 のような日付で指定してください',
  },
  datetime: {
    vi: 'phải là một thời điểm kèm múi giờ, ví dụ 2026-08-21T09:00:00+07:00',
    en: 'must be an instant with its offset, such as 2026-08-21T09:00:00+07:00',
    ja: '2026-08-21T09:00:00+07:00 のように時差を付けた日時で指定してください',
  },
};

/** What is wrong with one field, as a person would say it; `undefined`: the schema's own words will do. */
export function issueWords(issue: Issue, language: Language): string | undefined {
  return wordsOf(issue)?.[language];
}

function wordsOf(issue: Issue): Words | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue.expected, issue.input);
    case 'too_small':
      return smallWords(issue);
    case 'too_big':
      return bigWords(issue);
    case 'unrecognized_keys':
      return {
        vi: 'không có trường nào tên như vậy ở đây; hãy kiểm tra lại tên hoặc bỏ đi',
        en: 'there is no field of that name here; check the name, or leave it out',
        ja: 'この名前の項目はありません。名前を確認するか、省いてください',
      };
    case 'invalid_value':
      return choice(issue.values.map(String));
    case 'invalid_format':
      return FORMATS[issue.format];
    default:
      return undefined;
  }
}

const choice = (values: readonly string[]): Words =>
  values.length === 1
    ? {
        vi: `phải là ${values.join('')}`,
        en: `must be ${values.join('')}`,
        ja: `${values.join('')} でなければなりません`,
      }
    : {
        vi: `phải là một trong: ${values.join(', ')}`,
        en: `must be one of: ${values.join(', ')}`,
        ja: `次のいずれかでなければなりません：${values.join('、')}`,
      };

function typeWords(expected: string, input: unknown): Words | undefined {
  const kind = KINDS[expected];
  if (kind === undefined) return undefined;
  if (input === undefined)
    return {
      vi: `còn thiếu; cần ${kind.vi}`,
      en: `missing; ${kind.en} is needed`,
      ja: `未入力です。${kind.ja}が必要です`,
    };
  if (typeof input === 'number' && !Number.isFinite(input))
    return { vi: 'số này quá lớn', en: 'this number is too large', ja: 'この数は大きすぎます' };
  const found = KINDS[kindOf(input)] ?? { vi: 'null', en: 'null', ja: 'null' };
  return {
    vi: `phải là ${kind.vi}, không phải ${found.vi}`,
    en: `must be ${kind.en}, not ${found.en}`,
    ja: `${found.ja}ではなく、${kind.ja}でなければなりません`,
  };
}

function kindOf(input: unknown): string {
  if (input === null) return 'null';
  return Array.isArray(input) ? 'array' : typeof input;
}

type Small = Extract<Issue, { code: 'too_small' }>;
type Big = Extract<Issue, { code: 'too_big' }>;

function smallWords({ origin, minimum, inclusive }: Small): Words {
  if (origin === 'string' || origin === 'array') {
    if (Number(minimum) === 1) return { vi: 'không được để trống', en: 'must not be empty', ja: '空にはできません' };
    return origin === 'string'
      ? {
          vi: `phải có ít nhất ${minimum} ký tự`,
          en: `must have at least ${minimum} characters`,
          ja: `${minimum} 文字以上必要です`,
        }
      : {
          vi: `phải có ít nhất ${minimum} mục`,
          en: `must have at least ${minimum} entries`,
          ja: `${minimum} 件以上必要です`,
        };
  }
  return inclusive === false
    ? {
        vi: `phải lớn hơn ${minimum}`,
        en: `must be greater than ${minimum}`,
        ja: `${minimum} より大きくなければなりません`,
      }
    : {
        vi: `phải từ ${minimum} trở lên`,
        en: `must be at least ${minimum}`,
        ja: `${minimum} 以上でなければなりません`,
      };
}

function bigWords({ origin, maximum, inclusive }: Big): Words {
  if (origin === 'string')
    return {
      vi: `tối đa ${maximum} ký tự`,
      en: `may have at most ${maximum} characters`,
      ja: `${maximum} 文字以内にしてください`,
    };
  if (origin === 'array')
    return {
      vi: `tối đa ${maximum} mục`,
      en: `may have at most ${maximum} entries`,
      ja: `${maximum} 件以内にしてください`,
    };
  return inclusive === false
    ? {
        vi: `phải nhỏ hơn ${maximum}`,
        en: `must be less than ${maximum}`,
        ja: `${maximum} より小さくなければなりません`,
      }
    : {
        vi: `không được lớn hơn ${maximum}`,
        en: `must be at most ${maximum}`,
        ja: `${maximum} 以下でなければなりません`,
      };
}
