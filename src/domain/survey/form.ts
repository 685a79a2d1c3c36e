import type { Language } from '../shared/language';
import { DEFAULT_TEXT_LENGTH } from './answers';
import type { Question, SurveyDefinition } from './survey.schema';
import { textIn } from './text';

export type FormQuestion = {
  readonly key: string;
  readonly type: Question['type'];
  readonly text: string;
  readonly help?: string;
  readonly required: boolean;
  readonly factor?: string;
  readonly min?: number;
  readonly max?: number;
  readonly labels?: Readonly<Record<string, string>>;
  readonly multiple?: boolean;
  readonly options?: readonly { readonly key: string; readonly text: string }[];
  readonly maxLength?: number;
};

/** The questions in one language, as a form shows them. */
export function formQuestions(definition: SurveyDefinition, language: Language): readonly FormQuestion[] {
  const { languages, factors = [], questions } = definition;
  const say = (text: SurveyDefinition['title']) => textIn(text, language, languages);
  return questions.map((question): FormQuestion => {
    const { key, type, text, help, required = false, factor } = question;
    const name = factors.find((one) => one.key === factor)?.name;
    return {
      key,
      type,
      text: say(text),
      required,
      ...(help !== undefined && { help: say(help) }),
      ...(name !== undefined && { factor: say(name) }),
      ...ofType(question, say),
    };
  });
}

function ofType(question: Question, say: (text: SurveyDefinition['title']) => string): Partial<FormQuestion> {
  switch (question.type) {
    case 'scale': {
      const labels = Object.entries(question.labels ?? {}).map(([point, text]) => [point, say(text)] as const);
      return { min: question.min, max: question.max, labels: Object.fromEntries(labels) };
    }
    case 'choice':
      return {
        multiple: question.multiple ?? false,
        options: question.options.map(({ key, text }) => ({ key, text: say(text) })),
      };
    case 'text':
      return { maxLength: question.maxLength ?? DEFAULT_TEXT_LENGTH };
    case 'yes-no':
      return {};
  }
}

/** The language asked for, where the survey has it; else its first. */
export const languageFor = (asked: Language, languages: readonly Language[]): Language =>
  languages.includes(asked) ? asked : (languages[0] ?? 'vi');
