import { randomBytes } from 'node:crypto';
import type { SurveyAnswer, SurveyLink, SurveyRow } from '../../activities/surveys.ports';
import { localDateOf } from '../../domain/calendar/zone';
import { canonicalJson } from '../../domain/shared/canonicalJson';
import type { Language } from '../../domain/shared/language';
import type { Instant } from '../../domain/shared/time';
import { checkedAnswers } from '../../domain/survey/answers';
import type { Mistake } from '../../domain/survey/answers';
import { doorRefusal } from '../../domain/survey/openFor';
import type { ApiDeps } from '../ports';
import { ProblemError, problemOf } from '../problems/problem';
import { sha256 } from '../sha256';
import { limitPerMinute } from '../http/perMinute';
import type { Limit } from '../http/perMinute';

const TOKEN_BYTES = 16;

export const newLinkToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');
export const linkHash = (token: string): string => sha256(token);
/** Of another text than the link's hash, so that only who has the token finds one from the other. */
const answerKey = (token: string): string => sha256(`kairyo survey answer ${token}`);

type Limits = { readonly answers: Limit; readonly tokens: Limit };
const limits = new WeakMap<ApiDeps, Limits>();
/** A one-stop shop with many visitors has one address: the limits are against floods. */
export function limitsOf(deps: ApiDeps): Limits {
  const known = limits.get(deps) ?? {
    answers: limitPerMinute(deps.settings?.surveyAnswersPerMinute ?? 120),
    tokens: limitPerMinute(deps.settings?.surveyTokensPerMinute ?? 30),
  };
  limits.set(deps, known);
  return known;
}

/** A survey as the public may know of it: a draft is not there yet. */
export async function publicSurvey(deps: ApiDeps, id: string): Promise<SurveyRow> {
  const row = await deps.surveys.get(id);
  const unknown = row === undefined || row.survey.phase === 'draft';
  if (unknown) throw new ProblemError('NO_SUCH_SURVEY', { params: { id } });
  return row;
}

export type Visit = { readonly link: SurveyLink; readonly answer: SurveyAnswer | undefined };

/** What a token opens. An answer already given stays found when the link has expired since. */
export async function visitOf(deps: ApiDeps, row: SurveyRow, token: string, at: Instant): Promise<Visit> {
  const link = await deps.surveys.linkByHash(linkHash(token));
  if (link === undefined || link.survey !== row.id) throw new ProblemError('NO_SUCH_LINK');
  const answer = await deps.surveys.answerByKey(answerKey(token));
  const expired = link.expiresAt !== undefined && link.expiresAt <= at;
  if (expired && answer === undefined) throw new ProblemError('NO_SUCH_LINK');
  return { link, answer };
}

/** A token for a visitor without a link. */
export async function selfIssuedToken(deps: ApiDeps, row: SurveyRow, at: Instant): Promise<string> {
  if (!row.survey.definition.openLink) throw new ProblemError('SURVEY_HAS_NO_OPEN_LINK');
  const closed = doorRefusal(row.survey, at);
  if (closed !== undefined) throw problemOf(closed);
  const token = newLinkToken();
  await deps.surveys.addLinks([{ hash: linkHash(token), survey: row.id, channel: 'open', createdAt: at }]);
  return token;
}

export type Given = {
  readonly token: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly language?: Language | undefined;
};
export type Taken = { readonly ok: true } | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/**
 * Takes an answer, once a token: the very same answer again is answered as the first time, whatever has happened since.
 *
 * @throws ProblemError NO_SUCH_LINK, ALREADY_ANSWERED, SURVEY_NOT_OPEN_YET, SURVEY_IS_CLOSED
 */
export async function takeAnswer(deps: ApiDeps, row: SurveyRow, given: Given, at: Instant): Promise<Taken> {
  const { survey } = row;
  const { link, answer } = await visitOf(deps, row, given.token, at);
  const checked = checkedAnswers(survey.definition.questions, given.answers);
  if (answer !== undefined) return repeated(answer, checked.ok ? checked.answers : undefined);
  const closed = doorRefusal(survey, at);
  if (closed !== undefined) throw problemOf(closed);
  if (!checked.ok) return { ok: false, mistakes: checked.mistakes };
  const { timeZone } = await deps.calendarOf({ unit: survey.unit, procedure: survey.procedure ?? '' });
  const { unit = survey.unit, channel, group } = link;
  const before = await deps.surveys.addAnswer({
    key: answerKey(given.token),
    survey: row.id,
    unit,
    ...(channel !== undefined && { channel }),
    ...(group !== undefined && { group }),
    answers: checked.answers,
    ...(given.language !== undefined && { language: given.language }),
    day: localDateOf(at, timeZone),
    givenAt: at,
  });
  if (before !== undefined) return repeated(before, checked.answers);
  tellLater(deps, row.id);
  return { ok: true };
}

function repeated(first: SurveyAnswer, again: unknown): Taken {
  if (canonicalJson(first.answers) !== canonicalJson(again)) throw new ProblemError('ALREADY_ANSWERED');
  return { ok: true };
}

const TELL_AFTER_MS = 60_000;
const waiting = new WeakMap<ApiDeps, Set<string>>();

/** Values are computed when they are read; what is kept of them follows within a minute, and at the latest when the survey closes. */
function tellLater(deps: ApiDeps, survey: string): void {
  const surveys = waiting.get(deps) ?? new Set<string>();
  waiting.set(deps, surveys);
  if (surveys.has(survey)) return;
  surveys.add(survey);
  const tell = async () => {
    surveys.delete(survey);
    await deps
      .onIndicatorChange({ kind: 'survey', survey })
      .catch((error: unknown) => deps.log.warn({ err: error, survey }, 'values of a survey were not computed again'));
  };
  setTimeout(() => void tell(), TELL_AFTER_MS).unref();
}
