import type { Answers } from '../domain/survey/answers';
import type { Sheet } from '../domain/survey/results';
import type { SurveyEvent } from '../domain/survey/events';
import type { Survey, SurveyPhase } from '../domain/survey/state';
import type { SurveyTemplate } from '../domain/survey/survey.schema';
import type { Instant, LocalDate } from '../domain/shared/time';
import type { Recorded } from './ports';

export type SurveyRow = { readonly id: string; readonly version: number; readonly survey: Survey };
export type SurveyQuery = {
  readonly units?: readonly string[];
  readonly cycle?: string;
  readonly procedure?: string;
  readonly series?: string;
  readonly phase?: SurveyPhase;
  readonly after?: string;
  readonly limit: number;
};

/** A token that is good for one answer, as it is kept: its SHA-256 (lower-case hex), never the token. */
export type SurveyLink = {
  readonly hash: string;
  readonly survey: string;
  readonly unit?: string;
  readonly channel?: string;
  readonly group?: string;
  readonly createdAt: Instant;
  /** Missing: a visitor asked for it. */
  readonly createdBy?: string;
  readonly expiresAt?: Instant;
};

/**
 * An answer sheet. `key` is made of the token by another hash than the link's: without the token nobody finds the link of
 * an answer, nor the answer of a link.
 */
export type SurveyAnswer = Sheet & {
  readonly key: string;
  readonly survey: string;
  readonly unit: string;
  readonly answers: Answers;
  readonly language?: string;
  /** Day in the office's time zone. */
  readonly day: LocalDate;
  readonly givenAt: Instant;
};
export type AnswerQuery = {
  readonly surveys: readonly string[];
  readonly units?: readonly string[];
  /** Both included. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly knownAt?: Instant;
};

export interface Surveys {
  /** Appends the events and moves the projection. Safe to repeat. */
  append(recorded: readonly Recorded<SurveyEvent>[], survey: Survey): Promise<void>;
  read(survey: string, afterSequence?: number, limit?: number): Promise<readonly Recorded<SurveyEvent>[]>;
  has(survey: string, commandId: string): Promise<boolean>;
  get(id: string): Promise<SurveyRow | undefined>;
  /** Newest first. */
  list(query: SurveyQuery): Promise<readonly SurveyRow[]>;
  /** Ids of the scheduled surveys of a cycle. */
  scheduledOf(cycle: string): Promise<readonly string[]>;
  /** Ids of all surveys of a series, and of the survey with that id. */
  ofSeries(series: string): Promise<readonly string[]>;

  addLinks(links: readonly SurveyLink[]): Promise<void>;
  linkByHash(hash: string): Promise<SurveyLink | undefined>;
  /** How many links were handed out by somebody. */
  issued(survey: string): Promise<number>;

  /** Stores the sheet, or answers with the one that is there under its key. */
  addAnswer(answer: SurveyAnswer): Promise<SurveyAnswer | undefined>;
  answerByKey(key: string): Promise<SurveyAnswer | undefined>;
  /** In no particular order. */
  answers(query: AnswerQuery): AsyncIterable<SurveyAnswer>;
}

export interface SurveyTemplates {
  all(): Promise<readonly SurveyTemplate[]>;
}

/** Where a survey stands in a list, newest first; see `SurveyQuery.after`. */
export const placeOfSurvey = ({ survey }: SurveyRow): string => `${survey.createdAt} ${survey.id}`;
