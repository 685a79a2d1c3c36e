import { caseFigureCollections } from '../store/caseFigures';
import { caseCollections } from '../store/cases';
import { changeCollections } from '../store/changes';
import { closingCollections } from '../store/closings';
import { collectorRunCollections } from '../store/collectorRuns';
import { collectorCollections } from '../store/collectors';
import { programmeFigureCollections } from '../store/programmeFigures';
import { programmeCollections } from '../store/programmes';
import type { CollectionSpec } from '../store/collections';
import { conversationCollections } from '../store/conversations';
import { cycleCollections } from '../store/cycles';
import { accessLogCollections } from '../store/accessLog';
import { evaluationCollections } from '../store/evaluations';
import { postCollections } from '../store/posts';
import { evaluationPeriodCollections } from '../store/evaluationPeriods';
import { evidenceCollections } from '../store/evidence';
import { figureCollections } from '../store/figures';
import { idempotencyCollections } from '../store/idempotency';
import { identityCollections } from '../store/identity';
import { ideaCollections } from '../store/ideas';
import { importCollections } from '../store/imports';
import { indicatorCollections } from '../store/indicators';
import { keptValueCollections } from '../store/keptValues';
import { organisationCollections } from '../store/organisation';
import { packCollections } from '../store/packLibrary';
import { privacyCollections } from '../store/privacy';
import { schemeCollections } from '../store/schemes';
import { scorecardCollections } from '../store/scorecards';
import { recomputationCollections } from '../store/recomputations';
import { reminderCollections } from '../store/reminders';
import { reviewPlanCollections } from '../store/reviewPlans';
import { reviewCollections } from '../store/reviews';
import { surveyCollections } from '../store/surveys';
import { tokenCollections } from '../store/tokens';
import { trainingCollections } from '../store/trainings';
import { webhookCollections } from '../store/webhooks';
import { watchFindingCollections } from '../store/watchFindings';

/** Every collection of the engine, in the order in which they are made. */
export const COLLECTIONS: readonly CollectionSpec[] = [
  ...organisationCollections,
  ...tokenCollections,
  ...identityCollections,
  ...idempotencyCollections,
  ...cycleCollections,
  ...surveyCollections,
  ...reviewCollections,
  ...reviewPlanCollections,
  ...evaluationPeriodCollections,
  ...webhookCollections,
  ...evaluationCollections,
  ...postCollections,
  ...accessLogCollections,
  ...ideaCollections,
  ...trainingCollections,
  ...conversationCollections,
  ...reminderCollections,
  ...caseCollections,
  ...importCollections,
  ...caseFigureCollections,
  ...keptValueCollections,
  ...recomputationCollections,
  ...watchFindingCollections,
  ...indicatorCollections,
  ...scorecardCollections,
  ...schemeCollections,
  ...figureCollections,
  ...closingCollections,
  ...evidenceCollections,
  ...collectorCollections,
  ...collectorRunCollections,
  ...programmeFigureCollections,
  ...programmeCollections,
  ...packCollections,
  ...privacyCollections,
  ...changeCollections,
];
