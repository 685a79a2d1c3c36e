import type { Instant } from '../shared/time';

export const DUE_KINDS = ['approve-plan', 'countermeasure', 'review', 'decision'] as const;
export type DueKind = (typeof DUE_KINDS)[number];

/** Something a person owes. One row per thing and stream; written with the projection of the stream that owes it, removed when done. */
export type DueItem = {
  /** `<cycle id>/<kind>[/<countermeasure>]`: unique. */
  readonly key: string;
  readonly kind: DueKind;
  readonly stream: string;
  readonly unit: string;
  readonly procedure: string;
  readonly title: string;
  readonly persons: readonly string[];
  /** When it became owed. Steps that lie before it are not sent. */
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  readonly policy?: string;
  /** Nobody is reminded while the cycle is paused. */
  readonly paused?: boolean;
};
