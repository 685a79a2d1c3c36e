import { ACCESS_REFUSALS } from '../../domain/access/refusals';
import type { AccessCode } from '../../domain/access/refusals';
import { ACCOUNT_REFUSALS } from '../../domain/accounts/refusals';
import type { AccountCode } from '../../domain/accounts/refusals';
import { AGGREGATION_REFUSALS } from '../../domain/cases/aggregations/problem';
import type { AggregationRefusalCode } from '../../domain/cases/aggregations/problem';
import { ANALYSIS_REFUSALS } from '../../domain/analyses/refusals';
import type { AnalysisRefusalCode } from '../../domain/analyses/refusals';
import { CYCLE_REFUSALS } from '../../domain/cycle/refusals';
import type { CycleRefusalCode } from '../../domain/cycle/refusals';
import { LIBRARY_REFUSALS } from '../../domain/indicators/libraryRefusals';
import type { LibraryCode } from '../../domain/indicators/libraryRefusals';
import { FORMULA_REFUSALS } from '../../domain/formula/refusals';
import type { FormulaRefusalCode } from '../../domain/formula/refusals';
import { INDICATOR_REFUSALS } from '../../domain/indicators/refusals';
import type { IndicatorCode } from '../../domain/indicators/refusals';
import { ORGANISATION_REFUSALS } from '../../domain/organisation/refusals';
import type { OrganisationCode } from '../../domain/organisation/refusals';
import { OBSERVATION_REFUSALS } from '../../domain/indicators/observationRefusals';
import type { ObservationCode } from '../../domain/indicators/observationRefusals';
import { PACK_REFUSALS } from '../../domain/packs/refusals';
import type { PackRefusalCode } from '../../domain/packs/refusals';
import { PROGRAMME_REFUSALS } from '../../domain/programmes/refusals';
import type { ProgrammeCode } from '../../domain/programmes/refusals';
import { SCORING_REFUSALS } from '../../domain/scoring/refusals';
import type { ScoringRefusalCode } from '../../domain/scoring/refusals';
import { IDEA_REFUSALS } from '../../domain/ideas/refusals';
import type { IdeaRefusalCode } from '../../domain/ideas/refusals';
import type { Words } from '../../domain/shared/language';
import { SCORECARD_REFUSALS } from '../../domain/scorecards/refusals';
import type { ScorecardCode } from '../../domain/scorecards/refusals';
import { REVIEW_REFUSALS } from '../../domain/reviews/refusals';
import type { ReviewRefusalCode } from '../../domain/reviews/refusals';
import { PERIOD_REFUSALS } from '../../domain/evaluationPeriods/refusals';
import type { PeriodRefusalCode } from '../../domain/evaluationPeriods/refusals';
import { SURVEY_REFUSALS } from '../../domain/survey/refusals';
import type { SurveyRefusalCode } from '../../domain/survey/refusals';
import { DOOR_PROBLEMS } from './words';
import type { DoorCode } from './words';

export type ProblemCode =
  | DoorCode
  | IdeaRefusalCode
  | AccessCode
  | AccountCode
  | OrganisationCode
  | CycleRefusalCode
  | AggregationRefusalCode
  | AnalysisRefusalCode
  | LibraryCode
  | IndicatorCode
  | ProgrammeCode
  | ScorecardCode
  | FormulaRefusalCode
  | ScoringRefusalCode
  | SurveyRefusalCode
  | ReviewRefusalCode
  | PeriodRefusalCode
  | ObservationCode
  | PackRefusalCode;

/** Meaning → HTTP, once for all. A new refusal of the domain does not compile until it has a status here. */
export const HTTP_STATUS = {
  MALFORMED_JSON: 400,
  INVALID_PARAMETER: 400,
  INVALID_HEADER: 400,
  INVALID_CURSOR: 400,
  BODY_MISSING: 400,
  UPLOAD_BROKEN_OFF: 400,
  FROM_IS_AFTER_TO: 400,
  CALENDAR_CANNOT_COUNT: 400,
  PERIODS_ARE_FINER: 400,
  TOO_MANY_PERIODS: 400,
  NOT_SIGNED_IN: 401,
  TOKEN_NOT_VALID: 401,
  SIGN_IN_FAILED: 401,
  SECOND_FACTOR_NEEDED: 401,
  OIDC_FAILED: 401,
  CSRF_TOKEN_NEEDED: 403,
  TOKEN_SCOPE_EXCEEDED: 403,
  OIDC_NO_ACCOUNT: 403,
  NOT_YOUR_UNIT: 403,
  ROLE_NEEDED: 403,
  ROLE_OR_TIE_NEEDED: 403,
  ROLE_NOT_YOURS_TO_GIVE: 403,
  PERSON_NOT_YOURS_TO_REACH: 403,
  YOU_WROTE_THIS_PLAN: 403,
  ABSENT_PERSON_WROTE_THIS_PLAN: 403,
  YOU_ARE_NOT_A_REVIEWER: 403,
  SURVEY_HAS_NO_OPEN_LINK: 403,
  YOU_ENTERED_THIS: 403,
  IDEA_IS_NOT_YOURS: 403,
  IDEA_IS_YOUR_OWN: 403,
  NO_SUCH_ADDRESS: 404,
  NOT_FOUND: 404,
  NO_SUCH_CYCLE: 404,
  NO_SUCH_AGGREGATION: 404,
  NO_SUCH_SURVEY: 404,
  NO_SUCH_EVALUATION_PERIOD: 404,
  NO_SUCH_IDEA: 404,
  NO_SUCH_REVIEW: 404,
  NO_SUCH_REVIEW_PLAN: 404,
  NO_MEMO_YET: 404,
  NO_SUCH_LINK: 404,
  NO_SUCH_OBSERVATION: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  REQUEST_IN_PROGRESS: 409,
  IMPORT_HAS_ENDED: 409,
  STILL_NEEDED: 409,
  SHIPPED_STAYS: 409,
  ADMINISTRATOR_STAYS: 409,
  NOT_IN_THIS_PHASE: 409,
  PREDICTIONS_ARE_LOCKED: 409,
  CYCLE_IS_PAUSED: 409,
  CYCLE_IS_NOT_PAUSED: 409,
  CYCLE_IS_ALREADY_PAUSED: 409,
  REVIEW_ALREADY_RECORDED: 409,
  EARLIER_DECISION_HAS_NO_STATUS: 409,
  NO_EARLIER_DECISION: 409,
  NEXT_CYCLE_ALREADY_OPEN: 409,
  CYCLE_ALREADY_OPEN: 409,
  CYCLE_IS_CLOSED: 409,
  SURVEY_EXISTS: 409,
  EVALUATION_PERIOD_EXISTS: 409,
  PERIOD_NOT_IN_THIS_PHASE: 409,
  PERIOD_IS_CANCELLED: 409,
  PERIOD_IS_PAUSED: 409,
  PERIOD_IS_NOT_PAUSED: 409,
  STEP_IS_OVER: 409,
  CALIBRATION_NOT_HELD: 409,
  SOMEBODY_IS_UNRATED: 409,
  QUOTA_IS_EXCEEDED: 409,
  NO_QUOTA_IN_SCHEME: 409,
  APPEALS_ARE_STILL_POSSIBLE: 409,
  APPEALS_ARE_OPEN: 409,
  IDEA_NOT_IN_THIS_STATE: 409,
  CYCLE_CAME_FROM_ANOTHER_IDEA: 409,
  REVIEW_EXISTS: 409,
  REVIEW_NOT_IN_THIS_PHASE: 409,
  REVIEW_IS_CANCELLED: 409,
  EARLIER_DECISIONS_WITHOUT_STATUS: 409,
  RED_WITHOUT_A_COMMENT: 409,
  SURVEY_NOT_IN_THIS_PHASE: 409,
  SURVEY_IS_OVER: 409,
  SURVEY_NOT_OPEN_YET: 409,
  ALREADY_ANSWERED: 409,
  SURVEY_IS_CLOSED: 410,
  ACCOUNT_EXISTS: 409,
  EMAIL_IS_TAKEN: 409,
  SECOND_FACTOR_IS_ON: 409,
  SECOND_FACTOR_NOT_BEGUN: 409,
  NO_PASSWORD_YET: 409,
  ACCOUNT_LINK_NOT_VALID: 410,
  NOT_ONESELF: 409,
  PASSWORD_TOO_COMMON: 422,
  PASSWORD_NAMES_YOU: 422,
  CURRENT_PASSWORD_WRONG: 422,
  CODE_WRONG: 422,
  PERIOD_IS_CLOSED: 409,
  PERIOD_IS_CLOSED_ALREADY: 409,
  PERIOD_IS_NOT_CLOSED: 409,
  PERIOD_IS_CLOSED_WITH_ANOTHER: 409,
  PERIOD_HAS_WAITING_OBSERVATIONS: 409,
  OBSERVATION_IS_NOT_WAITING: 409,
  PACK_NEEDS_CHOICES: 409,
  PACK_IS_SHIPPED: 409,
  PACK_VERSION_EXISTS: 409,
  PACK_NOT_INSTALLED: 409,
  PRACTICE_OF_A_PACK: 409,
  CHANGED_MEANWHILE: 412,
  TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  VALIDATION_FAILED: 422,
  NO_SUCH_TEMPLATE: 422,
  NOT_A_GROUPING: 422,
  SURVEY_WOULD_CLOSE_BEFORE_IT_OPENS: 422,
  SURVEY_EXTENSION_MUST_BE_LATER: 422,
  CYCLE_NEVER_BEGINS: 422,
  LINK_UNIT_IS_ELSEWHERE: 422,
  ID_DIFFERS: 422,
  PACK_HAS_NO_SUCH_ITEM: 422,
  OBSERVATIONS_REFUSED: 422,
  UNIT_IS_NOT_BELOW_HOME: 422,
  PERIOD_HAS_ANOTHER_LENGTH: 422,
  PERIOD_HAS_NOT_BEGUN: 422,
  OBSERVATION_IN_THE_FUTURE: 422,
  INDICATOR_NOT_IN_FORCE: 422,
  OBSERVATION_IS_COMPUTED: 422,
  RATIO_NEEDS_BOTH_PARTS: 422,
  VALUE_IS_NOT_THE_RATIO: 422,
  OBSERVATION_GIVEN_TWICE: 422,
  UNKNOWN_EVIDENCE: 422,
  REASON_NEEDED: 422,
  FILE_IS_NOT_WHAT_IT_SAYS: 422,
  TABLE_CANNOT_BE_READ: 422,
  COLUMNS_MISSING: 422,
  COLUMN_GIVEN_TWICE: 422,
  TOO_MANY_ROWS: 422,
  NUMBER_UNREADABLE: 422,
  PERIOD_UNREADABLE: 422,
  STATUS_UNREADABLE: 422,
  CELL_COUNT: 422,
  KEY_USED_DIFFERENTLY: 422,
  EXPIRY_IS_PAST: 422,
  UNKNOWN_UNIT: 422,
  UNKNOWN_PERSON: 422,
  UNKNOWN_PROCEDURE: 422,
  UNKNOWN_CALENDAR: 422,
  UNKNOWN_REMINDER_POLICY: 422,
  UNKNOWN_INDICATOR: 422,
  IDEA_CANNOT_BE_MERGED_THERE: 422,
  IDEA_NEEDS_A_CYCLE: 422,
  CYCLE_IS_OLDER_THAN_THE_IDEA: 422,
  SPREAD_IS_OF_ANOTHER_UNIT: 422,
  CONTRIBUTOR_NAMED_TWICE: 422,
  CONTRIBUTOR_LEFT_OUT: 422,
  SHARES_ARE_NOT_THE_WHOLE: 422,
  UNKNOWN_SURVEY: 422,
  UNKNOWN_REVIEW_SUBJECT: 422,
  EVALUATION_PERIOD_OF_ANOTHER_LENGTH: 422,
  EVALUATION_PERIOD_LIES_AHEAD: 422,
  EXTENSION_IS_NOT_LATER: 422,
  EXTENSION_IS_PAST: 422,
  QUOTA_TIE_IS_OPEN: 422,
  QUOTA_LOWER_OVER_HIGHER: 422,
  QUOTA_REASON_NEEDED: 422,
  REVIEW_PERIOD_NOT_OVER: 422,
  REVIEW_PERIOD_OF_ANOTHER_LENGTH: 422,
  NOT_A_MEASURE_OF_THE_REVIEW: 422,
  PRESENT_AND_ABSENT: 422,
  MEETING_LIES_AHEAD: 422,
  MEETING_WOULD_BE_PAST: 422,
  MEETING_IS_ON_THAT_DAY: 422,
  DECISION_KEY_IS_TAKEN: 422,
  DECISION_DUE_IS_PAST: 422,
  NO_SUCH_DECISION: 422,
  UNKNOWN_PROGRAMME: 422,
  PROGRAMME_ENDS_BEFORE_IT_STARTS: 422,
  PROGRAMME_FINISHED_BEFORE_IT_STARTED: 422,
  PROGRAMME_FINISHED_AND_CANCELLED: 422,
  MILESTONE_GIVEN_TWICE: 422,
  PROGRAMMES_FORM_A_CIRCLE: 422,
  MOVED_DATE_NEEDS_A_REASON: 422,
  PROGRAMME_NOT_KNOWN_THEN: 404,
  SCORECARD_NAMES_A_KEY_TWICE: 422,
  UNKNOWN_PERSPECTIVE: 422,
  UNKNOWN_OBJECTIVE: 422,
  UNKNOWN_MEASURE: 422,
  UNKNOWN_SCORECARD: 422,
  STRATEGY_MAP_HAS_A_CIRCLE: 422,
  SCORECARD_LINK_TWICE: 422,
  CASCADE_NOT_FROM_ABOVE: 422,
  CASCADE_HAS_A_CIRCLE: 422,
  SCORECARD_NOT_KNOWN_YET: 404,
  INDICATOR_IS_RETIRED: 422,
  INDICATOR_NEEDS_A_DIRECTION: 422,
  NO_UNIT_YET: 422,
  OWN_COUNTER_INDICATOR: 422,
  INDICATORS_FORM_A_CIRCLE: 422,
  NO_COUNTS_TO_CHART: 422,
  UNITS_FORM_A_CIRCLE: 422,
  MANAGERS_FORM_A_CIRCLE: 422,
  SCORING_NEEDS_A_TARGET: 422,
  SCORING_NEEDS_A_BASELINE: 422,
  SCORING_NEEDS_A_RANGE: 422,
  SCORING_NEEDS_A_DIRECTION: 422,
  DIRECTION_NEEDS_A_RANGE: 422,
  TRAJECTORY_HAS_OTHER_PERIODS: 422,
  TRAJECTORY_NAMES_A_PERIOD_TWICE: 422,
  UNITS_HAVE_NO_LAST: 422,
  OWN_DEPUTY: 422,
  PLAN_IS_INCOMPLETE: 422,
  NO_SUCH_COUNTERMEASURE: 422,
  EXTENSION_MUST_BE_LATER: 422,
  AGGREGATION_NEEDS_A_LIMIT: 422,
  AGGREGATION_TAKES_NO_SUCH_PARAMETER: 422,
  TOO_FEW_VALUES: 422,
  LENGTHS_DIFFER: 422,
  PART_EXCEEDS_WHOLE: 422,
  TARGET_IS_BASELINE: 422,
  GOAL_IS_RED_FLAG: 422,
  STEPS_DO_NOT_RISE: 422,
  RANGE_IS_EMPTY: 422,
  ATTAINMENT_TARGET_NOT_POSITIVE: 422,
  ATTAINMENT_VALUE_NOT_POSITIVE: 422,
  SCORE_IS_NOT_A_NUMBER: 422,
  FORMULA_EMPTY: 422,
  FORMULA_TOO_LONG: 422,
  FORMULA_TOO_DEEP: 422,
  FORMULA_TOO_MANY_PARTS: 422,
  FORMULA_ENDS_TOO_EARLY: 422,
  FORMULA_VALUE_EXPECTED: 422,
  FORMULA_OPERATOR_EXPECTED: 422,
  FORMULA_SYNTAX: 422,
  FORMULA_NOT_ALLOWED: 422,
  FORMULA_DECIMAL_COMMA: 422,
  FORMULA_BAD_NUMBER: 422,
  FORMULA_NUMBER_OUT_OF_RANGE: 422,
  FORMULA_NAME_TOO_LONG: 422,
  FORMULA_ID_NEEDED: 422,
  FORMULA_UNKNOWN_FUNCTION: 422,
  FORMULA_UNKNOWN_NAME: 422,
  FORMULA_NAME_MISSPELT: 422,
  FORMULA_WRONG_NUMBER_OF_ARGUMENTS: 422,
  FORMULA_NUMBER_NEEDED: 422,
  FORMULA_CONDITION_NEEDED: 422,
  FORMULA_KINDS_DIFFER: 422,
  FORMULA_WHOLE_NUMBER_NEEDED: 422,
  FORMULA_REFERENCE_NEEDED: 422,
  FORMULA_LAG_TOO_LARGE: 422,
  FORMULA_GIVES_NO_NUMBER: 422,
  PRECONDITION_NEEDED: 428,
  TOO_MANY_ATTEMPTS: 429,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  OIDC_UNAVAILABLE: 503,
} as const satisfies Record<ProblemCode, number>;
export type ProblemStatus = (typeof HTTP_STATUS)[ProblemCode];

export const WORDS: Readonly<Record<ProblemCode, Words>> = {
  ...DOOR_PROBLEMS,
  ...ACCESS_REFUSALS,
  ...ACCOUNT_REFUSALS,
  ...ORGANISATION_REFUSALS,
  ...CYCLE_REFUSALS,
  ...AGGREGATION_REFUSALS,
  ...ANALYSIS_REFUSALS,
  ...FORMULA_REFUSALS,
  ...SCORING_REFUSALS,
  ...PROGRAMME_REFUSALS,
  ...SCORECARD_REFUSALS,
  ...SURVEY_REFUSALS,
  ...IDEA_REFUSALS,
  ...REVIEW_REFUSALS,
  ...PERIOD_REFUSALS,
  ...LIBRARY_REFUSALS,
  ...INDICATOR_REFUSALS,
  ...OBSERVATION_REFUSALS,
  ...PACK_REFUSALS,
};

/** Titles by status: RFC 9457 wants a short summary that does not change from occurrence to occurrence. */
export const TITLES = {
  400: { vi: 'Yêu cầu không hợp lệ', en: 'The request is not valid', ja: 'リクエストが正しくありません' },
  401: { vi: 'Chưa đăng nhập', en: 'Not signed in', ja: 'サインインしていません' },
  403: { vi: 'Không được phép', en: 'Not permitted', ja: '権限がありません' },
  404: { vi: 'Không tìm thấy', en: 'Not found', ja: '見つかりません' },
  405: { vi: 'Phương thức không được hỗ trợ', en: 'Method not allowed', ja: 'このメソッドは使えません' },
  406: {
    vi: 'Không có dạng trả lời được yêu cầu',
    en: 'No acceptable form of answer',
    ja: '受け入れられる回答形式がありません',
  },
  409: {
    vi: 'Không thực hiện được trong trạng thái hiện tại',
    en: 'Not possible as things stand',
    ja: '現在の状態では実行できません',
  },
  410: { vi: 'Không còn nữa', en: 'No longer there', ja: 'すでに存在しません' },
  412: { vi: 'Đã bị thay đổi', en: 'Changed meanwhile', ja: 'その間に変更されました' },
  413: { vi: 'Nội dung quá lớn', en: 'Too large', ja: '大きすぎます' },
  415: {
    vi: 'Dạng nội dung không được hỗ trợ',
    en: 'Form of the body not supported',
    ja: '本文の形式に対応していません',
  },
  422: { vi: 'Nội dung chưa đúng', en: 'The content is not acceptable', ja: '内容に不備があります' },
  428: { vi: 'Cần điều kiện', en: 'A precondition is needed', ja: '前提条件の指定が必要です' },
  429: { vi: 'Quá nhiều yêu cầu', en: 'Too many requests', ja: 'リクエストが多すぎます' },
  500: { vi: 'Lỗi hệ thống', en: 'A fault on our side', ja: 'システム側の障害です' },
  503: { vi: 'Tạm thời chưa phục vụ được', en: 'Not available just now', ja: '現在利用できません' },
} as const satisfies Record<ProblemStatus, Words>;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(HTTP_STATUS, code);
