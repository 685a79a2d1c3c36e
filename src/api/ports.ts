import type { Logger } from 'pino';
import type { Changes } from '../activities/changes.ports';
import type { Identity } from '../activities/accounts.ports';
import type { Collectors, CollectRuns } from '../activities/collect.ports';
import type { OwnPractices, Packs } from '../activities/packs.ports';
import type { ProgrammeBooks, Programmes } from '../activities/programmes.ports';
import type { CollectCommands } from './temporalCollectors';
import type {
  Cases,
  Channel,
  CycleReader,
  Deputies,
  DocumentKind,
  EventStore,
  IdempotencyKeys,
  Inbox,
  Imports,
  Organisation,
  OrganisationEditor,
  Outbox,
  Tokens,
} from '../activities/ports';
import type {
  Closings,
  Evidence,
  Figures,
  IndicatorChange,
  Indicators,
  IndicatorValues,
  Recomputations,
  WatchFindings,
} from '../activities/indicators.ports';
import type { Privacy } from '../activities/privacy.ports';
import type { Schemes } from '../activities/schemes.ports';
import type { ScorecardReader, Scorecards } from '../activities/scorecards.ports';
import type { CycleRows } from '../activities/cycleRows.ports';
import type { TodayReader } from '../activities/today.ports';
import type { IdeaCommands, IdeaPointsSettings, Ideas } from '../activities/ideas.ports';
import type { Conversations } from '../activities/conversations.ports';
import type { Courses, TrainingCommands, Trainings, TrainingSettingsStore } from '../activities/trainings.ports';
import type { AccessLog, Evaluations } from '../activities/evaluations.ports';
import type { Webhooks } from '../activities/webhooks.ports';
import type { Posts } from '../activities/posts.ports';
import type {
  EvaluationPeriods,
  PeriodMembers,
  PeriodPeople,
  SchemeInForce,
} from '../activities/evaluationPeriods.ports';
import type { ReviewPlans, Reviews } from '../activities/reviews.ports';
import type { SurveyTemplates, Surveys } from '../activities/surveys.ports';
import { DEFAULT_SESSION_LIMITS } from '../domain/accounts/session';
import type { SessionLimits } from '../domain/accounts/session';
import type { Standing } from '../domain/access/policy';
import type { ReadObservationTable } from '../domain/indicators/csvEntries';
import type { Calendar } from '../domain/calendar/calendar.schema';
import type { CycleCommand, LaunchCycle } from '../domain/cycle/cycle.schema';
import type { Cycle } from '../domain/cycle/state';
import type { CheckResult } from '../domain/cycle/verdict';
import type { Refusal } from '../domain/shared/result';
import type { Period } from '../domain/indicators/period';
import type { Instant } from '../domain/shared/time';

import type { Oidc } from './auth/oidc';
import type { PeriodCommands } from './temporalPeriods';
import type { ReviewCommands } from './temporalReviews';
import type { SurveyCommands } from './temporalSurveys';

export type CycleOutcome =
  | { readonly ok: true; readonly cycle: Cycle; readonly version: number }
  | { readonly ok: false; readonly refusal: Refusal };
/** Both answer once the events are stored. The same `commandId` again answers as the first time. */
export interface CycleCommands {
  launch(input: LaunchCycle, by: Standing, commandId: string): Promise<CycleOutcome>;
  /** `expected`: the version the person saw, when they said so. */
  command(id: string, command: CycleCommand, by: Standing, commandId: string, expected?: number): Promise<CycleOutcome>;
}

/** Both are safe to repeat. */
export interface ImportCommands {
  start(id: string): Promise<void>;
  cancel(id: string): Promise<void>;
}

/** Answers or throws. Asked under a time limit of the API's. */
export type Probe = () => Promise<unknown>;

/** A cycle that has reached its Check. */
export type CheckedCycle = Extract<Cycle, { readonly checks: unknown }>;

/** What the API needs of the world. `createApp` takes it and keeps nothing else. */
export type ApiDeps = {
  readonly organisation: Organisation & OrganisationEditor & Deputies;
  readonly tokens: Tokens;
  readonly identity: Identity;
  /** The organisation's sign-in. Missing: none is configured. */
  readonly oidc?: Oidc;
  /** Sends a letter by e-mail. Missing: no e-mail is configured. */
  readonly mail?: Pick<Channel, 'send'>;
  readonly idempotency: IdempotencyKeys;
  readonly cycles: CycleReader;
  readonly cycleRows: CycleRows;
  readonly events: Pick<EventStore, 'read'>;
  readonly commands: CycleCommands;
  readonly imports: Imports;
  readonly importCommands: ImportCommands;
  readonly cases: Pick<Cases, 'stream'>;
  readonly reviews: Reviews;
  readonly reviewPlans: ReviewPlans;
  readonly reviewCommands: ReviewCommands;
  readonly ideas: Ideas;
  readonly ideaCommands: IdeaCommands;
  readonly ideaPoints: IdeaPointsSettings;
  readonly trainings: Trainings;
  readonly trainingCommands: TrainingCommands;
  readonly trainingSettings: TrainingSettingsStore;
  readonly courses: Courses;
  readonly conversations: Conversations;
  readonly evaluationPeriods: EvaluationPeriods;
  readonly evaluations: Evaluations;
  readonly posts: Posts;
  readonly accessLog: AccessLog;
  readonly periodCommands: PeriodCommands;
  readonly periodPeople: PeriodPeople;
  readonly schemeInForce: SchemeInForce;
  readonly periodMembers: PeriodMembers;
  readonly surveys: Surveys;
  readonly surveyCommands: SurveyCommands;
  readonly surveyTemplates: SurveyTemplates;
  readonly packs: Packs;
  readonly practices: OwnPractices;
  readonly inbox: Inbox;
  readonly changes: Changes;
  readonly today: TodayReader;
  readonly webhooks: Omit<Webhooks, 'outbox'>;
  readonly outbox: Pick<Outbox, 'undelivered' | 'retry' | 'addressee'>;
  /** Has the outbox look now. Missing: it looks when it does. */
  readonly wakeOutbox?: () => Promise<void>;
  /** The calendar (with its time zone) that the dates of a procedure of a unit are counted on. */
  readonly calendarOf: (place: { readonly unit: string; readonly procedure: string }) => Promise<Calendar>;
  readonly privacy: Privacy;
  readonly indicators: Indicators;
  readonly scorecards: Scorecards;
  readonly schemes: Schemes;
  readonly scorecardReader: ScorecardReader;
  readonly collectors: Collectors;
  readonly collectorRuns: CollectRuns;
  readonly collecting: CollectCommands;
  readonly programmeFigures: ProgrammeBooks;
  readonly programmes: Programmes;
  readonly figures: Figures;
  readonly closings: Closings;
  readonly evidence: Evidence;
  /** Reads a table of figures. @throws MalformedFile when it is none */
  readonly readObservationTable: ReadObservationTable;
  readonly indicatorValues: IndicatorValues;
  /** The check of a cycle on today's data; nothing is recorded. */
  readonly checkNow?: (cycle: CheckedCycle, values: IndicatorValues) => Promise<CheckResult>;
  /** Told after something that values depend on was stored; once this returns, they will be computed again. */
  readonly onIndicatorChange: (change: IndicatorChange) => Promise<void>;
  /** Makes sure that what a period is closed with is on record. Close with a moment (`now`) after this returned. */
  readonly beforeClosing: (unit: string, period: Period) => Promise<void>;
  readonly recomputations: Pick<Recomputations, 'get' | 'list'>;
  readonly watchFindings: Pick<WatchFindings, 'find'>;
  readonly probes: { readonly mongodb: Probe; readonly temporal: Probe };
  /** Told after a document was changed or removed, so that deadlines and rounds are computed again. */
  readonly onChanged: (kind: DocumentKind, id: string) => Promise<void>;
  readonly log: Logger;
  readonly now: () => Instant;
  readonly settings?: Partial<ApiSettings>;
};

export type ApiSettings = {
  /** Largest JSON body in bytes. */
  readonly jsonBytes: number;
  /** Largest import file in bytes, as sent. */
  readonly importBytes: number;
  /** Largest bulk of observations, as JSON, in bytes. */
  readonly observationBytes: number;
  /** Largest table of observations in bytes. */
  readonly tableBytes: number;
  /** Largest shared pack, as JSON, in bytes. */
  readonly packBytes: number;
  /** Largest file of evidence in bytes. */
  readonly evidenceBytes: number;
  /** Answers to surveys, and tokens that visitors ask for, from one address within a minute. */
  readonly surveyAnswersPerMinute: number;
  readonly surveyTokensPerMinute: number;
  /** Failed sign-ins from one address within a minute before it must wait. */
  readonly failedSignInsPerMinute: number;
  readonly sessions: SessionLimits;
  /** Where people reach the pages, e.g. `https://kairyo.example.gov.vn`: stands in letters; with https, cookies go over https alone. */
  readonly publicUrl: string;
  /** Proxies whose word about the address of a caller counts, as Express wants them (`loopback`, addresses, CIDR). */
  readonly trustedProxies: readonly string[];
  /** When a letter about a reset that could not be sent is tried again, ms after each failure. */
  readonly letterRetriesMs: readonly number[];
  /** Links opened, and resets asked for, from one address within a minute. */
  readonly accountLinksPerMinute: number;
  /** Check every answer against its schema and fail when it does not fit: for tests. */
  readonly checkAnswers: boolean;
};
export const DEFAULT_SETTINGS: ApiSettings = {
  jsonBytes: 1024 * 1024,
  importBytes: 4 * 1024 ** 3,
  observationBytes: 8 * 1024 ** 2,
  tableBytes: 10 * 1024 ** 2,
  packBytes: 4 * 1024 ** 2,
  evidenceBytes: 20 * 1024 ** 2,
  surveyAnswersPerMinute: 120,
  surveyTokensPerMinute: 30,
  failedSignInsPerMinute: 30,
  sessions: DEFAULT_SESSION_LIMITS,
  publicUrl: '',
  trustedProxies: [],
  letterRetriesMs: [15_000, 120_000, 600_000],
  accountLinksPerMinute: 20,
  checkAnswers: false,
};
