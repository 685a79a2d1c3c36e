import { withBlanks } from '../shared/blanks';
import type { Language } from '../shared/language';
import type { Question } from './survey.schema';

/** What somebody answered to one question, as it is kept. */
export type AnswerValue = number | boolean | string | readonly string[];
export type Answers = Readonly<Record<string, AnswerValue>>;

export type MistakeRule = keyof typeof MISTAKES;
/** `question`: missing where the whole sheet is meant. */
export type Mistake = {
  readonly question?: string;
  readonly rule: MistakeRule;
  readonly params?: Readonly<Record<string, string | number>>;
};

/** What can be wrong with an answer, in words for whoever gives it. */
export const MISTAKES = {
  NOTHING_ANSWERED: {
    vi: 'Hãy trả lời ít nhất một câu hỏi.',
    en: 'Answer at least one question.',
    ja: '少なくとも一つの質問にお答えください。',
  },
  UNKNOWN_QUESTION: {
    vi: 'Khảo sát không có câu hỏi này.',
    en: 'The survey has no such question.',
    ja: 'この質問はアンケートにありません。',
  },
  ANSWER_REQUIRED: {
    vi: 'Câu hỏi này cần được trả lời.',
    en: 'This question needs an answer.',
    ja: 'この質問は必須です。',
  },
  NOT_ON_THE_SCALE: {
    vi: 'Hãy chọn một số nguyên từ {min} đến {max}.',
    en: 'Choose a whole number from {min} to {max}.',
    ja: '{min} から {max} までの整数を選んでください。',
  },
  NOT_YES_OR_NO: {
    vi: 'Hãy chọn có hoặc không.',
    en: 'Choose yes or no.',
    ja: '「はい」か「いいえ」を選んでください。',
  },
  NO_SUCH_OPTION: {
    vi: 'Hãy chọn trong các phương án đã cho.',
    en: 'Choose among the options given.',
    ja: '示された選択肢から選んでください。',
  },
  ONE_OPTION_ONLY: {
    vi: 'Chỉ được chọn một phương án.',
    en: 'Choose one option only.',
    ja: '選択肢は一つだけ選んでください。',
  },
  NOT_A_TEXT: { vi: 'Câu trả lời phải là văn bản.', en: 'The answer must be a text.', ja: '文章でお答えください。' },
  TEXT_TOO_LONG: {
    vi: 'Câu trả lời dài tối đa {max} ký tự.',
    en: 'The answer may have {max} characters at most.',
    ja: '回答は {max} 文字以内でお願いします。',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>;

export const mistakeWords = ({ rule, params = {} }: Mistake, language: Language): string =>
  withBlanks(MISTAKES[rule][language], (name) => String(params[name] ?? ''));

export const DEFAULT_TEXT_LENGTH = 2000;

/** The answers as they are kept (what was left empty is left out), or every mistake in them. */
export function checkedAnswers(
  questions: readonly Question[],
  given: Readonly<Record<string, unknown>>,
): { readonly ok: true; readonly answers: Answers } | { readonly ok: false; readonly mistakes: readonly Mistake[] } {
  const answers: Record<string, AnswerValue> = {};
  const mistakes: Mistake[] = Object.keys(given)
    .filter((key) => !questions.some((question) => question.key === key))
    .map((question) => ({ question, rule: 'UNKNOWN_QUESTION' }));
  for (const question of questions) {
    const value = Object.hasOwn(given, question.key) ? given[question.key] : undefined;
    if (isEmpty(value)) {
      if (question.required === true) mistakes.push({ question: question.key, rule: 'ANSWER_REQUIRED' });
      continue;
    }
    const read = readAnswer(question, value);
    if ('rule' in read) mistakes.push({ question: question.key, ...read });
    else answers[question.key] = read.value;
  }
  if (mistakes.length === 0 && Object.keys(answers).length === 0) mistakes.push({ rule: 'NOTHING_ANSWERED' });
  return mistakes.length > 0 ? { ok: false, mistakes } : { ok: true, answers };
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

type Read = { readonly value: AnswerValue } | Omit<Mistake, 'question'>;

function readAnswer(question: Question, value: unknown): Read {
  switch (question.type) {
    case 'scale': {
      const { min, max } = question;
      const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
      return fits ? { value } : { rule: 'NOT_ON_THE_SCALE', params: { min, max } };
    }
    case 'yes-no':
      return typeof value === 'boolean' ? { value } : { rule: 'NOT_YES_OR_NO' };
    case 'choice':
      return readChoice(question, value);
    case 'text': {
      if (typeof value !== 'string') return { rule: 'NOT_A_TEXT' };
      const max = question.maxLength ?? DEFAULT_TEXT_LENGTH;
      const text = value.replace(/\r\n?/g, '\n').trim();
      return text.length <= max ? { value: text } : { rule: 'TEXT_TOO_LONG', params: { max } };
    }
  }
}

/** One option is kept as its key, several as a list in the order of the options, each once. */
function readChoice({ options, multiple }: Extract<Question, { type: 'choice' }>, value: unknown): Read {
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [value];
  const known = options.map(({ key }) => key).filter((key) => chosen.includes(key));
  if (!chosen.every((one) => options.some(({ key }) => key === one))) return { rule: 'NO_SUCH_OPTION' };
  if (multiple === true) return { value: known };
  const [only] = known;
  return known.length === 1 && only !== undefined ? { value: only } : { rule: 'ONE_OPTION_ONLY' };
}
