import type { Language } from '../shared/language';
import type { Instant } from '../shared/time';
import { DEFAULT_TEXT_LENGTH } from './answers';
import { closedAtOf, doorOf } from './openFor';
import type { Door } from './openFor';
import type { Survey } from './state';
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

/** A survey in one language, without what concerns a single visitor. `questions`: none unless it is open. */
export type Form = {
  readonly survey: string;
  readonly state: Door;
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly title: string;
  readonly intro?: string;
  readonly opensAt?: Instant;
  readonly closesAt?: Instant;
  readonly personalData: boolean;
  readonly purpose?: string;
  readonly openLink: boolean;
  readonly questions: readonly FormQuestion[];
};

export function formOf(survey: Survey, asked: Language, at: Instant): Form {
  const { definition } = survey;
  const { languages, title, intro, purpose, personalData, openLink } = definition;
  const language = languageFor(asked, languages);
  const say = (text: typeof title) => textIn(text, language, languages);
  const state = doorOf(survey, at);
  const closesAt = closedAtOf(survey);
  return {
    survey: survey.id,
    state,
    language,
    languages,
    title: say(title),
    personalData,
    openLink,
    ...(intro !== undefined && { intro: say(intro) }),
    ...(purpose !== undefined && { purpose: say(purpose) }),
    ...(survey.phase === 'scheduled' && survey.opensAt !== undefined && { opensAt: survey.opensAt }),
    ...(closesAt !== undefined && { closesAt }),
    questions: state === 'open' ? formQuestions(definition, language) : [],
  };
}
