import { announceActivities } from './announce.activities';
import type { AnnounceDeps } from './announce.activities';
import { checkActivities } from './check.activities';
import type { CheckDeps } from './check.activities';
import { collectActivities } from './collect.activities';
import type { CollectDeps } from './collect.activities';
import { cycleActivities } from './cycle.activities';
import type { CycleDeps } from './cycle.activities';
import { periodActivities, periodHeavyActivities } from './evaluationPeriod.activities';
import type { PeriodDeps } from './evaluationPeriod.activities';
import { importActivities } from './imports.activities';
import type { ImportDeps } from './imports.activities';
import { outboxActivities } from './outbox.activities';
import type { OutboxDeps } from './outbox.activities';
import { recomputeActivities } from './recompute.activities';
import type { RecomputeDeps } from './recompute.activities';
import { reminderActivities } from './reminders.activities';
import type { ReminderDeps } from './reminders.activities';
import { retentionActivities } from './retention.activities';
import type { RetentionDeps } from './retention.activities';
import { reviewActivities, reviewMemoActivities } from './review.activities';
import type { ReviewDeps } from './review.activities';
import { surveyActivities } from './survey.activities';
import type { SurveyDeps } from './survey.activities';
import { watchActivities } from './watch.activities';
import type { WatchDeps } from './watch.activities';

export type ActivityDeps = CollectDeps &
  AnnounceDeps &
  CycleDeps &
  CheckDeps &
  ImportDeps &
  ReminderDeps &
  OutboxDeps &
  SurveyDeps &
  RecomputeDeps &
  WatchDeps &
  ReviewDeps &
  PeriodDeps &
  RetentionDeps;

/** Activities of the quick queue: recording, dates, reminders, messages; and the short ends of imports. */
export const createActivities = (deps: ActivityDeps) => ({
  ...cycleActivities(deps),
  ...reminderActivities(deps),
  ...outboxActivities(deps),
  ...surveyActivities(deps),
  ...reviewActivities(deps),
  ...periodActivities(deps),
  ...retentionActivities(deps),
  ...importActivities(deps),
});

/** Activities of the heavy queue: reading files, computing over many cases. */
export const createHeavyActivities = (deps: ActivityDeps) => ({
  ...checkActivities(deps),
  ...collectActivities(deps),
  ...importActivities(deps),
  ...announceActivities(deps),
  ...recomputeActivities(deps),
  ...watchActivities(deps),
  ...reviewMemoActivities(deps),
  ...periodHeavyActivities(deps),
});
