import type { Words } from '../shared/language';
import type { Instant, LocalDate } from '../shared/time';
import type { RISK_CLASSES } from './review.schema';

export type RiskClass = (typeof RISK_CLASSES)[number];
export type Colour = 'red' | 'yellow' | 'green' | 'none';
export type Movement = 'improving' | 'steady' | 'worsening' | 'unknown';

/** One measure as the memo found it. `score` and `likelihood` are ratios 0..1; what is not known is left out. */
export type MemoMeasure = {
  readonly measure: string;
  readonly unit: string;
  readonly name: Words;
  readonly state: string;
  readonly value?: number;
  readonly target?: number;
  readonly score?: number;
  readonly colour: Colour;
  readonly movement: Movement;
  /** By which rule the movement was judged. */
  readonly movementRule: Words;
  readonly likelihood?: { readonly likelihood: number; readonly words: Words };
  readonly risk: RiskClass;
  readonly specialCauses: readonly Words[];
  /** Open improvement cycles about the measure; a red one without any is said to be without an action. */
  readonly cycles: readonly string[];
  readonly owners: readonly string[];
  readonly words: Words;
};

/** What the meeting reads beforehand, as known at `preparedAt`. It never changes after; a later one is a new one. */
export type ReviewMemo = {
  readonly preparedAt: Instant;
  readonly period: string;
  readonly measures: readonly MemoMeasure[];
  readonly missing: readonly { readonly measure: string; readonly unit: string; readonly persons: readonly string[] }[];
  readonly redWithoutAction: readonly string[];
  /** Decisions of earlier reviews that had no final status then. */
  readonly openDecisions: readonly {
    readonly decision: string;
    readonly text: string;
    readonly owner: string;
    readonly due: LocalDate;
  }[];
  readonly contributors: readonly string[];
  /** For the measures at greatest risk, the gravest first: what is to be expected. */
  readonly prospects: readonly { readonly measure: string; readonly words: Words }[];
  readonly summary: Words;
};
