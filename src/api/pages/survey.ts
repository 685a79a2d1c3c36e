import express, { Router } from 'express';
import type { Request, Response } from 'express';
import type { SurveyRow } from '../../activities/surveys.ports';
import { LANGUAGES } from '../../domain/shared/language';
import type { Language } from '../../domain/shared/language';
import { mistakeWords } from '../../domain/survey/answers';
import { formOf, languageFor } from '../../domain/survey/form';
import type { Question } from '../../domain/survey/survey.schema';
import { problemOfError } from '../http/faults';
import { languageOf } from '../http/language';
import type { ApiDeps } from '../ports';
import type { ProblemError } from '../problems/problem';
import { limitsOf, publicSurvey, selfIssuedToken, takeAnswer, visitOf } from '../routes/surveyDoor';
import { fieldName } from './surveyHtml';
import type { Entered } from './surveyHtml';
import { CSS, formPage, messagePage, startPage, whenText } from './surveyFrame';
import type { Shown } from './surveyFrame';
import { SCRIPT } from './surveyScript';
import { pageWord } from './surveyWords';
import type { PageWord } from './surveyWords';

const FORM_BYTES = 256 * 1024;
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The page of a survey at `/s/{survey}`: a form that needs no script and posts to itself; its script keeps an answer while the line is broken. */
export function surveyPages(deps: ApiDeps): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const form = express.urlencoded({ extended: false, limit: FORM_BYTES, parameterLimit: 2000 });
  router.get('/assets/survey.css', (_request, response) => {
    response.type('css').set('Cache-Control', 'max-age=3600').send(CSS);
  });
  router.get('/assets/survey.js', (_request, response) => {
    response.type('js').set('Cache-Control', 'max-age=3600').send(SCRIPT);
  });
  router.use('/s/:survey', (request, _response, next) => {
    request.routePath = '/s/{survey}';
    next();
  });
  router.get('/s/:survey', (request, response) => answering(deps, request, response, show));
  router.post('/s/:survey', (request, response) => {
    form(request, response, (error?: unknown) =>
      error === undefined ? answering(deps, request, response, take) : void send(response, 400, faultPage(request)),
    );
  });
  return router;
}

type Asked = {
  readonly deps: ApiDeps;
  readonly request: Request;
  readonly response: Response;
  readonly row: SurveyRow;
  readonly shown: Shown;
  readonly token: string;
  readonly at: string;
};
type Page = { readonly status: number; readonly html: string } | { readonly to: string };

function answering(deps: ApiDeps, request: Request, response: Response, work: (asked: Asked) => Promise<Page>): void {
  const at = deps.now();
  const carriedOut = async () => {
    limitsOf(deps).answers(request.ip ?? '', Date.parse(at));
    const row = await publicSurvey(deps, String(request.params['survey'] ?? ''));
    const { definition, unit, procedure = '' } = row.survey;
    const language = languageFor(askedLanguage(request), definition.languages);
    const { timeZone } = await deps.calendarOf({ unit, procedure });
    const token = field(request, 't');
    const shown: Shown = { form: formOf(row.survey, language, at), timeZone, token };
    const page = await work({ deps, request, response, row, shown, token, at });
    if ('to' in page) response.redirect(303, page.to);
    else send(response, page.status, page.html);
  };
  carriedOut().catch((error: unknown) => {
    const { problem, fault } = problemOfError(error);
    if (fault) deps.log.error({ requestId: request.requestId, err: error }, 'a page of a survey failed');
    for (const [name, value] of Object.entries(problem.detail.headers ?? {})) response.set(name, value);
    send(response, STATUS[problem.code] ?? 500, problemPage(problem, askedLanguage(request)));
  });
}

const STATUS: Partial<Record<ProblemError['code'], number>> = {
  NO_SUCH_SURVEY: 404,
  NO_SUCH_LINK: 404,
  SURVEY_HAS_NO_OPEN_LINK: 404,
  TOO_MANY_REQUESTS: 429,
  ALREADY_ANSWERED: 409,
  SURVEY_NOT_OPEN_YET: 409,
  SURVEY_IS_CLOSED: 410,
  UNAVAILABLE: 503,
};

/** The form, or why there is none. */
async function show({ deps, row, shown, token, at }: Asked): Promise<Page> {
  if (token === '' && row.survey.definition.openLink)
    return { status: 200, html: shown.form.state === 'open' ? startPage(shown) : notOpenPage(shown) };
  const { answer } = await visitOf(deps, row, token, at);
  if (answer !== undefined) return { status: 200, html: messagePage(shown, pageWord('answered', shown.form.language)) };
  if (shown.form.state !== 'open') return { status: 200, html: notOpenPage(shown) };
  return { status: 200, html: formPage(shown, {}, []) };
}

async function take({ deps, request, row, shown, token, at }: Asked): Promise<Page> {
  const { language } = shown.form;
  if (token === '') {
    limitsOf(deps).tokens(request.ip ?? '', Date.parse(at));
    const issued = await selfIssuedToken(deps, row, at);
    return { to: `/s/${encodeURIComponent(row.id)}?t=${issued}&l=${language}` };
  }
  if (shown.form.state === 'closed' && (await visitOf(deps, row, token, at)).answer === undefined)
    return { status: 410, html: notOpenPage(shown) };
  const { questions } = row.survey.definition;
  const entered = enteredIn(request, questions);
  const answers = Object.fromEntries(questions.map((one) => [one.key, valueOf(one, entered[one.key] ?? [])]));
  const taken = await takeAnswer(deps, row, { token, answers, language }, at);
  if (taken.ok)
    return { status: 200, html: messagePage(shown, pageWord('thanks', language), pageWord('mayClose', language)) };
  const mistakes = taken.mistakes.map((mistake) => ({
    ...(mistake.question !== undefined && { question: mistake.question }),
    message: mistakeWords(mistake, language),
  }));
  return { status: 422, html: formPage(shown, entered, mistakes) };
}

/** What a form sends is text; an answer is what the question asks for. What cannot be read stays as it is, and is a mistake. */
function valueOf(question: Question, [first, ...more]: readonly string[]): unknown {
  if (first === undefined || first === '') return undefined;
  if (question.type === 'scale') return /^\d{1,3}$/.test(first) ? Number(first) : first;
  if (question.type === 'yes-no') return first === 'yes' ? true : first === 'no' ? false : first;
  return question.type === 'choice' && question.multiple === true ? [first, ...more] : first;
}

function enteredIn({ body }: Request, questions: readonly Question[]): Entered {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  const texts = (value: unknown): readonly string[] =>
    [value].flat().filter((one): one is string => typeof one === 'string');
  return Object.fromEntries(
    questions.map(({ key }) => [key, texts(Object.hasOwn(sent, fieldName(key)) ? sent[fieldName(key)] : undefined)]),
  );
}

function notOpenPage(shown: Shown): string {
  const { language, state, opensAt, closesAt } = shown.form;
  const when = (at: string | undefined) => whenText(at, language, shown.timeZone);
  if (state === 'closed') return messagePage(shown, pageWord('closed', language, when(closesAt)));
  if (opensAt === undefined) return messagePage(shown, pageWord('opensLater', language));
  return messagePage(shown, pageWord('opens', language, when(opensAt)));
}

/** From the form, else from the address. */
function field({ body, originalUrl }: Request, name: string): string {
  const sent: unknown = typeof body === 'object' && body !== null && name in body ? (body as never)[name] : undefined;
  if (typeof sent === 'string') return sent.slice(0, 200);
  return (new URL(originalUrl, 'http://kairyo.invalid').searchParams.get(name) ?? '').slice(0, 200);
}

const askedLanguage = (request: Request): Language =>
  LANGUAGES.find((language) => language === field(request, 'l')) ?? languageOf(request);

const SAID: Partial<Record<ProblemError['code'], PageWord>> = {
  NO_SUCH_SURVEY: 'noLink',
  NO_SUCH_LINK: 'noLink',
  SURVEY_HAS_NO_OPEN_LINK: 'noLink',
  TOO_MANY_REQUESTS: 'tooMany',
  ALREADY_ANSWERED: 'answered',
  SURVEY_NOT_OPEN_YET: 'opensLater',
};
const problemPage = ({ code, detail }: ProblemError, language: Language): string =>
  messagePage({ language }, pageWord(SAID[code] ?? 'fault', language, String(detail.params?.['seconds'] ?? '')));
const faultPage = (request: Request): string =>
  messagePage({ language: languageOf(request) }, pageWord('fault', languageOf(request)));

function send(response: Response, status: number, html: string): void {
  response
    .status(status)
    .set('Content-Security-Policy', POLICY)
    .set('Cache-Control', 'no-store')
    .set('Referrer-Policy', 'no-referrer')
    .set('X-Robots-Tag', 'noindex')
    .vary('Accept-Language')
    .type('html')
    .send(html);
}
