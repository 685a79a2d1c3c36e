import { ACTION_WORDS, RELATION_WORDS, ROLE_WORDS } from '../../domain/access/words';
import { GATE_RULES } from '../../domain/cycle/refusals';
import { withBlanks } from '../../domain/shared/blanks';
import { inWords } from '../../domain/shared/language';
import type { Language, Words } from '../../domain/shared/language';
import type { Refusal } from '../../domain/shared/result';
import { termsIn } from '../../domain/terms/inTerms';
import type { OwnWords } from '../../domain/terms/inTerms';
import { HTTP_STATUS, isProblemCode, TITLES, WORDS } from './table';
import type { ProblemCode } from './table';

/** One mistake: where (JSON pointer into the body, or the parameter's name after a slash), by which rule, in words. */
export type FieldError = {
  readonly in: 'body' | 'query' | 'path' | 'header';
  readonly field: string;
  readonly rule: string;
  readonly message: string;
};
export type Params = NonNullable<Refusal['params']>;
type Detail = {
  readonly params?: Params | undefined;
  readonly field?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  /** Made when the language is known. */
  readonly errors?: (language: Language) => readonly FieldError[];
};

/** Carries a problem from anywhere in the API to the one place that writes it. Thrown by the shell only. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  constructor(
    readonly code: ProblemCode,
    readonly detail: Detail = {},
  ) {
    super(code);
  }
}

/** The problem of a refusal. A code that the table does not know is a fault of ours. */
export function problemOf({ code, params, field }: Refusal): ProblemError {
  if (!isProblemCode(code)) throw new Error(`the refusal ${code} has no HTTP status`);
  return new ProblemError(code, { params, field });
}

/** `application/problem+json` of RFC 9457, with a stable `code`, the request's id and, where it helps, each mistake. */
export type ProblemDocument = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
  readonly requestId: string;
  readonly errors?: readonly FieldError[];
  readonly params?: Params;
};

/** How a problem is told: `terms`: what the reader's office calls things in that language. */
export type Telling = {
  readonly language: Language;
  readonly requestId: string;
  readonly terms?: OwnWords | undefined;
};

export function problemDocument(problem: ProblemError, { language, requestId, terms }: Telling): ProblemDocument {
  const { code, detail } = problem;
  const status = HTTP_STATUS[code];
  const spoken = { ...WORDS[code], [language]: termsIn(language, terms)(inWords(WORDS[code], language)) };
  const sentence = fill(spoken, { requestId, ...detail.params }, language);
  const errors = detail.errors?.(language) ?? errorsOf(problem, sentence, language);
  return {
    type: `/problems/${code}`,
    title: inWords(TITLES[status], language),
    status,
    detail: sentence,
    code,
    requestId,
    ...(errors.length > 0 && { errors }),
    ...(detail.params !== undefined && { params: detail.params }),
  };
}

/** A refusal that names its field, or the gate's list of what a plan lacks (`RULE /pointer`), as mistakes. */
function errorsOf({ code, detail }: ProblemError, sentence: string, language: Language): readonly FieldError[] {
  const missing = detail.params?.['missing'];
  if (Array.isArray(missing)) return missing.map((text: string) => missingError(text, language));
  if (detail.field === undefined || detail.field === '') return [];
  return [{ in: 'body', field: pointer(detail.field), rule: code, message: sentence }];
}

function missingError(text: string, language: Language): FieldError {
  const [rule = '', field = ''] = text.split(' ');
  const words = Object.entries(GATE_RULES).find(([name]) => name === rule)?.[1];
  return { in: 'body', field, rule, message: words === undefined ? rule : inWords(words, language) };
}

const pointer = (field: string): string => (field.startsWith('/') ? field : `/${field.replaceAll('.', '/')}`);

/** Puts the params into the sentence. A list is joined by commas; what was not given stays a dash. */
export function fill(words: Words, params: Params, language: Language): string {
  return withBlanks(inWords(words, language), (name) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return '-';
    const called = (one: unknown) => shortened(calledIn(name, String(one), language));
    return typeof value === 'object' ? value.map(called).join(language === 'ja' ? '、' : ', ') : called(value);
  });
}

const KINDS: Readonly<Record<string, Words>> = {
  unit: { vi: 'đơn vị', en: 'unit', ja: '部署' },
  scheme: { vi: 'bộ tiêu chí đánh giá', en: 'evaluation scheme', ja: '評価制度' },
  person: { vi: 'người', en: 'person', ja: '利用者' },
  procedure: { vi: 'thủ tục', en: 'procedure', ja: '手続き' },
  calendar: { vi: 'lịch làm việc', en: 'calendar', ja: 'カレンダー' },
  reminderPolicy: { vi: 'quy tắc nhắc việc', en: 'reminder policy', ja: '督促方針' },
  import: { vi: 'lần nhập', en: 'import', ja: '取り込み' },
  collector: { vi: 'nguồn thu thập', en: 'collector', ja: '収集' },
  collectorRun: { vi: 'lần thu thập', en: 'run of the collector', ja: '収集の実行' },
  message: { vi: 'tin nhắn', en: 'message', ja: 'メッセージ' },
  token: { vi: 'mã truy cập', en: 'token', ja: 'トークン' },
  problem: { vi: 'mã lỗi', en: 'problem', ja: '問題' },
  evidence: { vi: 'tệp minh chứng', en: 'evidence file', ja: '証拠ファイル' },
  override: { vi: 'chỉ tiêu riêng của đơn vị', en: 'own target of the unit', ja: '部署独自の目標' },
  scorecard: { vi: 'bảng điểm', en: 'scorecard', ja: 'スコアカード' },
  programme: { vi: 'chương trình', en: 'programme', ja: '事業' },
  indicator: { vi: 'chỉ số', en: 'indicator', ja: '指標' },
  pack: { vi: 'gói', en: 'pack', ja: 'パック' },
  practice: { vi: 'cách làm', en: 'practice', ja: '実践例' },
};

/** What a param of this name says by a key of ours, in words; what has none stays as it is. */
const CALLED: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  kind: KINDS,
  action: ACTION_WORDS,
  roles: ROLE_WORDS,
  relations: RELATION_WORDS,
};
function calledIn(name: string, value: string, language: Language): string {
  const known = Object.hasOwn(CALLED, name) ? CALLED[name] : undefined;
  const words = known !== undefined && Object.hasOwn(known, value) ? known[value] : undefined;
  return words === undefined ? value : inWords(words, language);
}

/** Sentences stay readable whatever a client sent. */
const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);
