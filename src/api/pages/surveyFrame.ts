import type { Language } from '../../domain/shared/language';
import type { Instant } from '../../domain/shared/time';
import type { Form, FormQuestion } from '../../domain/survey/form';
import { mistakeWords } from '../../domain/survey/answers';
import { escaped, fieldName, questionsHtml } from './surveyHtml';
import type { Entered, PageMistake } from './surveyHtml';
import { refusedPlace } from './surveyRefused';
import { pageWord } from './surveyWords';

export const CSS = `:root { color-scheme: light dark; --line: #767676; --accent: #0b57d0; --wrong: #b3261e; --soft: #8881; }
@media (prefers-color-scheme: dark) { :root { --accent: #a8c7fa; --wrong: #ffb4ab; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1.0625rem/1.55 system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 1rem 1rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .5rem 0; }
h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; padding-bottom: .25rem; border-bottom: 2px solid var(--accent); }
nav { display: flex; gap: 1rem; justify-content: flex-end; flex-wrap: wrap; }
nav a, nav strong { padding: .5rem 0; }
a { color: var(--accent); }
.question { border: 1px solid var(--line); border-radius: .5rem; margin: 1rem 0; padding: .75rem 1rem 1rem; min-width: 0; }
.question.wrong { border: 2px solid var(--wrong); }
legend, .question > label { font-weight: 600; padding: 0 .25rem; }
legend { float: left; width: 100%; padding: 0; margin-bottom: .25rem; }
legend + * { clear: both; }
.question > label { display: block; padding: 0; }
.required { font-weight: 400; opacity: .8; }
.help { margin: .25rem 0; opacity: .85; }
.error { color: var(--wrong); margin: .25rem 0; }
.choice { position: relative; display: flex; align-items: center; border-radius: .375rem; }
.choice input { width: 1.4rem; height: 1.4rem; margin: 0 .75rem 0 .25rem; flex: none; accent-color: var(--accent); }
.choice label { flex: 1; padding: .65rem 0; min-height: 2.75rem; }
.choice:has(input:checked) { background: var(--soft); }
.row { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
textarea { width: 100%; font: inherit; padding: .5rem; margin-top: .5rem; border: 1px solid var(--line); border-radius: .375rem; }
button { font: inherit; font-weight: 600; width: 100%; min-height: 3rem; border: 0; border-radius: .5rem; background: #0b57d0; color: #fff; cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.summary { border: 2px solid var(--wrong); border-radius: .5rem; padding: .25rem 1rem; margin: 1rem 0; }
.note { background: var(--soft); border-radius: .5rem; padding: .75rem 1rem; }
#kept { position: sticky; bottom: 0; margin: 0 auto; max-width: 40rem; background: Canvas; border: 2px solid var(--accent); }
.refused > div { max-width: 40rem; margin: 1rem auto; border: 2px solid var(--wrong); border-radius: .5rem; padding: .25rem 1rem 1rem; }
.refused button { width: auto; padding: 0 1rem; margin: .75rem .75rem 0 0; }
.refused button + button { background: none; color: inherit; border: 1px solid var(--line); }
.refused summary { padding: .5rem 0; cursor: pointer; }
.refused dt { font-weight: 600; }
.refused dd { margin: 0 0 .5rem; white-space: pre-wrap; }
#kept[hidden] { display: none; }
.preview-mark { position: sticky; top: 0; z-index: 1; margin: 0; padding: .5rem 1rem; background: #5c3d00; color: #fff; font-weight: 600; text-align: center; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

/** A survey as one visitor sees it, or, of what could not be found, only the language. */
export type Shown = {
  readonly form: Form;
  readonly timeZone: string;
  readonly token: string;
  /** Marked as what it is: nobody answers it. */
  readonly preview?: boolean;
};

/** A moment as people of the office read it. */
export function whenText(instant: Instant | undefined, language: Language, timeZone: string): string {
  if (instant === undefined) return '';
  const written = { vi: 'vi-VN', en: 'en-GB', ja: 'ja-JP' } as const;
  const format = new Intl.DateTimeFormat(written[language], { dateStyle: 'long', timeStyle: 'short', timeZone });
  return format.format(new Date(instant));
}

type Framed = {
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  readonly preview?: boolean | undefined;
};
function frame({ language, title, body, preview = false }: Framed): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="/assets/survey.css">
${preview ? '' : '<script src="/assets/survey.js" defer></script>\n'}</head>
<body>${preview ? `\n<p class="preview-mark">${pageWord('preview', language)}</p>` : ''}
${preview ? '' : refusedPlace(language)}
<main>
${body}
</main>
<p id="kept" class="note" role="status" hidden data-kept="${pageWord('kept', language)}" data-sending="${pageWord('sending', language)}" data-later="${pageWord('later', language)}"></p>
</body>
</html>
`;
}

const NAMES = { vi: 'Tiếng Việt', en: 'English', ja: '日本語' } as const satisfies Record<Language, string>;

function languageLinks({ form, token }: Shown): string {
  if (form.languages.length < 2) return '';
  const links = form.languages.map((language) => {
    if (language === form.language) return `<strong lang="${language}" aria-current="true">${NAMES[language]}</strong>`;
    const query = new URLSearchParams({ ...(token !== '' && { t: token }), l: language });
    return `<a lang="${language}" hreflang="${language}" href="/s/${encodeURIComponent(form.survey)}?${escaped(query.toString())}">${NAMES[language]}</a>`;
  });
  return `<nav aria-label="${pageWord('languages', form.language)}">${links.join(' ')}</nav>\n`;
}

function head(shown: Shown): string {
  const { form, timeZone } = shown;
  const { language, title, intro, purpose, personalData, closesAt, state } = form;
  const lines = [
    `<h1>${escaped(title)}</h1>`,
    intro === undefined ? '' : `<p>${escaped(intro)}</p>`,
    state === 'open' ? `<p>${escaped(pageWord('until', language, whenText(closesAt, language, timeZone)))}</p>` : '',
    personalData
      ? `<p class="note">${pageWord('purpose', language)} ${escaped(purpose ?? '')}</p>`
      : `<p class="note">${pageWord('anonymous', language)}</p>`,
  ];
  return languageLinks(shown) + lines.filter((line) => line !== '').join('\n');
}

/** The form posts to its own address; the token goes with it, out of sight. */
export function formPage(shown: Shown, entered: Entered, mistakes: readonly PageMistake[]): string {
  const { form, token } = shown;
  const { language, title, survey, personalData } = form;
  const { questions } = form;
  const body = `${head(shown)}
${summary(questions, mistakes, language)}
<form method="post" action="/s/${encodeURIComponent(survey)}" novalidate data-answers data-lacks="${lacks(language)}">
<input type="hidden" name="t" value="${escaped(token)}">
<input type="hidden" name="l" value="${language}">
${questionsHtml(questions, { language, entered, mistakes, personalData })}
<button type="submit">${pageWord('send', language)}</button>
</form>`;
  return frame({
    language,
    title: mistakes.length > 0 ? `${pageWord('mistake', language)} ${title}` : title,
    body,
    preview: shown.preview,
  });
}

const lacks = (language: Language): string => escaped(mistakeWords({ rule: 'ANSWER_REQUIRED' }, language));

/** All mistakes at the top, each a way to its question. */
function summary(questions: readonly FormQuestion[], mistakes: readonly PageMistake[], language: Language): string {
  if (mistakes.length === 0) return '';
  const items = mistakes.map(({ question, message }) => {
    const asked = questions.find(({ key }) => key === question);
    if (asked === undefined) return `<li>${escaped(message)}</li>`;
    return `<li><a href="#${fieldName(asked.key)}">${escaped(asked.text)}</a>: ${escaped(message)}</li>`;
  });
  return `<div class="summary" role="alert" tabindex="-1"><h2>${pageWord('mistakes', language)}</h2><ul>${items.join('')}</ul></div>`;
}

/** For whoever came without a link: the button asks for a token. */
export function startPage(shown: Shown): string {
  const { language, title, survey } = shown.form;
  const body = `${head(shown)}
<form method="post" action="/s/${encodeURIComponent(survey)}">
<input type="hidden" name="l" value="${language}">
<button type="submit">${pageWord('start', language)}</button>
</form>`;
  return frame({ language, title, body });
}

/** A page that says one thing. */
export function messagePage(of: Shown | { readonly language: Language }, ...said: readonly string[]): string {
  const paragraphs = said.map((text) => `<p>${escaped(text)}</p>`).join('\n');
  if (!('form' in of))
    return frame({ language: of.language, title: said[0] ?? 'Kairyo', body: `<div role="status">${paragraphs}</div>` });
  const { language, title } = of.form;
  const body = `${languageLinks(of)}<h1>${escaped(title)}</h1>\n<div role="status">${paragraphs}</div>`;
  return frame({ language, title, body });
}
