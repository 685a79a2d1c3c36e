import type { CycleEvent } from '../../../src/domain/cycle/events';

export const EVENT_KINDS = ['plan', 'work', 'dates', 'check', 'decision'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What an event is about; a new event does not compile without it. */
export const KIND_OF: Readonly<Record<CycleEvent['type'], EventKind>> = {
  CycleLaunched: 'plan',
  PlanRevised: 'plan',
  PlanWithdrawn: 'plan',
  PlanApproved: 'plan',
  CountermeasureProgressed: 'work',
  DeviationNoted: 'work',
  CyclePaused: 'dates',
  CycleResumed: 'dates',
  DoExtended: 'dates',
  DoEndedEarly: 'dates',
  CycleRescheduled: 'dates',
  ReviewersChanged: 'check',
  CheckOpened: 'check',
  CheckRecomputed: 'check',
  ReviewRecorded: 'check',
  ActOpened: 'decision',
  EarlierDecisionClosed: 'decision',
  CycleDecided: 'decision',
  CycleCancelled: 'decision',
  SustainChecked: 'decision',
};
