import type { Language } from '../../domain/shared/language';
import type { FormQuestion } from '../../domain/survey/form';
import { DEFAULT_TEXT_LENGTH } from '../../domain/survey/answers';
import { pageWord } from './surveyWords';

/** What the visitor sent, by question: as the form has it. */
export type Entered = Readonly<Record<string, readonly string[]>>;
export type PageMistake = { readonly question?: string; readonly message: string };

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const fieldName = (key: string): string => `q-${key}`;

type Drawn = {
  readonly language: Language;
  readonly entered: Entered;
  readonly mistakes: readonly PageMistake[];
  readonly personalData: boolean;
};

/** The questions, each a group that names itself to a screen reader, under headings of their factors. */
export function questionsHtml(questions: readonly FormQuestion[], drawn: Drawn): string {
  let factor: string | undefined;
  return questions
    .map((question) => {
      const heading =
        question.factor !== factor && question.factor !== undefined ? `<h2>${escaped(question.factor)}</h2>\n` : '';
      factor = question.factor;
      return heading + questionHtml(question, drawn);
    })
    .join('\n');
}

function questionHtml(question: FormQuestion, drawn: Drawn): string {
  const { key, text, help, required } = question;
  const id = fieldName(key);
  const message = drawn.mistakes.find((mistake) => mistake.question === key)?.message;
  const said = [help ?? '', hintOf(question, drawn)].filter((part) => part !== '').map(escaped);
  const helpId = said.length > 0 ? `${id}-help` : '';
  const errorId = message === undefined ? '' : `${id}-error`;
  const by = [errorId, helpId].filter((part) => part !== '').join(' ');
  const parts: Parts = {
    id,
    asked: escaped(text) + (required ? ` <span class="required">(${pageWord('required', drawn.language)})</span>` : ''),
    notes:
      (helpId === '' ? '' : `<p class="help" id="${helpId}">${said.join(' ')}</p>`) +
      (message === undefined
        ? ''
        : `<p class="error" id="${errorId}"><strong>${pageWord('mistake', drawn.language)}</strong> ${escaped(message)}</p>`),
    described: by === '' ? '' : ` aria-describedby="${by}"`,
    wrong: message !== undefined,
    needed: required ? ' data-required' : '',
  };
  return question.type === 'text' ? textHtml(question, parts, drawn) : groupHtml(question, parts, drawn);
}

type Parts = {
  readonly id: string;
  readonly asked: string;
  readonly notes: string;
  /** Attributes of the group or field. */
  readonly described: string;
  readonly wrong: boolean;
  /** What the script asks for while nobody else can. */
  readonly needed: string;
};

function textHtml(
  { key, maxLength }: FormQuestion,
  { id, asked, notes, described, wrong, needed }: Parts,
  drawn: Drawn,
): string {
  const value = escaped(drawn.entered[key]?.[0] ?? '');
  const invalid = wrong ? ' aria-invalid="true"' : '';
  return `<div class="question${wrong ? ' wrong' : ''}"${needed}><label for="${id}">${asked}</label>${notes}
<textarea id="${id}" name="${id}" rows="4" maxlength="${maxLength ?? DEFAULT_TEXT_LENGTH}"${described}${invalid}>
${value}</textarea></div>`;
}

const groupHtml = (question: FormQuestion, { asked, notes, described, wrong, needed }: Parts, drawn: Drawn): string =>
  `<fieldset class="question${wrong ? ' wrong' : ''}"${described}${needed}><legend>${asked}</legend>${notes}
<div class="choices${isRow(question) ? ' row' : ''}">${choicesHtml(question, drawn)}</div></fieldset>`;

function hintOf({ type, multiple }: FormQuestion, { language, personalData }: Drawn): string {
  if (type === 'text' && !personalData) return pageWord('noNames', language);
  return multiple === true ? pageWord('several', language) : '';
}

/** A scale with few words stands in a row, one with words for most points below each other. */
const isRow = ({ type, min = 1, max = 5, labels = {} }: FormQuestion): boolean =>
  type === 'scale' && Object.keys(labels).length < (max - min + 1) / 2 + 1;

function choicesHtml(question: FormQuestion, { language, entered }: Drawn): string {
  const name = fieldName(question.key);
  const chosen = entered[question.key] ?? [];
  return optionsOf(question, language)
    .map(({ value, label }, index) => {
      const id = index === 0 ? name : `${name}-${value}`;
      const kind = question.multiple === true ? 'checkbox' : 'radio';
      const checked = chosen.includes(value) ? ' checked' : '';
      return `<div class="choice"><input type="${kind}" id="${id}" name="${name}" value="${escaped(value)}"${checked}><label for="${id}">${escaped(label)}</label></div>`;
    })
    .join('');
}

function optionsOf(question: FormQuestion, language: Language): readonly { value: string; label: string }[] {
  const { type, min = 1, max = 5, labels = {}, options = [] } = question;
  if (type === 'yes-no')
    return [
      { value: 'yes', label: pageWord('yes', language) },
      { value: 'no', label: pageWord('no', language) },
    ];
  if (type === 'choice') return options.map(({ key, text }) => ({ value: key, label: text }));
  return Array.from({ length: max - min + 1 }, (_, index) => {
    const point = String(min + index);
    const label = labels[point];
    return { value: point, label: label === undefined ? point : `${point} – ${label}` };
  });
}
