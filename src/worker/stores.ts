import type { Connection } from 'mongoose';
import { createCaseFigures } from '../store/caseFigures';
import { createCases } from '../store/cases';
import { createChanges } from '../store/changes';
import { createClosings } from '../store/closings';
import { createCollectorRuns } from '../store/collectorRuns';
import { createCollectors } from '../store/collectors';
import { createProgrammeFigures } from '../store/programmeFigures';
import { createProgrammes } from '../store/programmes';
import { prepareCollections } from '../store/collections';
import { connect } from '../store/connection';
import { createCycleRows, fillCycleTexts } from '../store/cycleRows';
import { createCycleReader, createEventStore } from '../store/cycles';
import { createAccessLog } from '../store/accessLog';
import { createEvaluationStore } from '../store/evaluations';
import { createPosts } from '../store/posts';
import { createEvaluationPeriods } from '../store/evaluationPeriods';
import { createEvidence } from '../store/evidence';
import { createFigures } from '../store/figures';
import { createIdempotency } from '../store/idempotency';
import { createIdeaPoints, createIdeas } from '../store/ideas';
import { createIdentity } from '../store/identity';
import { createImports } from '../store/imports';
import { createIndicators } from '../store/indicators';
import { createKeptValues } from '../store/keptValues';
import { noting } from '../store/noting';
import { createOrganisation } from '../store/organisation';
import { createOutbox } from '../store/outbox';
import { createOwnPractices, createPacks } from '../store/packLibrary';
import { createPrivacy } from '../store/privacy';
import { createRecomputations } from '../store/recomputations';
import { createSchemes } from '../store/schemes';
import { createScorecards } from '../store/scorecards';
import { createReminders } from '../store/reminders';
import { createReviewPlans } from '../store/reviewPlans';
import { createReviews } from '../store/reviews';
import { createSurveys } from '../store/surveys';
import { createSurveyTemplates } from '../store/surveyTemplates';
import { createTodayReader } from '../store/today';
import { createTokens } from '../store/tokens';
import { createCourses, createTrainings, createTrainingSettings } from '../store/trainings';
import { joinedOutbox } from '../store/webhookOutbox';
import { createWebhooks } from '../store/webhooks';
import { createWatchFindings } from '../store/watchFindings';
import { COLLECTIONS } from './collections';

/** Every store over one connection. */
export function storesOver(connection: Connection) {
  const changes = createChanges(connection);
  const packs = createPacks(connection);
  const webhooks = createWebhooks(connection);
  const stores = {
    connection,
    changes,
    organisation: createOrganisation(connection),
    collectors: createCollectors(connection),
    collectorRuns: createCollectorRuns(connection),
    programmeFigures: createProgrammeFigures(connection, () => createOrganisation(connection).allUnits()),
    programmes: createProgrammes(connection),
    tokens: createTokens(connection),
    identity: createIdentity(connection),
    privacy: createPrivacy(connection),
    idempotency: createIdempotency(connection),
    events: createEventStore(connection),
    cycles: createCycleReader(connection),
    cycleRows: createCycleRows(connection),
    reminders: createReminders(connection),
    today: createTodayReader(connection),
    outbox: joinedOutbox(createOutbox(connection), webhooks.outbox),
    webhooks,
    reviews: createReviews(connection),
    reviewPlans: createReviewPlans(connection),
    evaluationPeriods: createEvaluationPeriods(connection),
    evaluationStore: createEvaluationStore(connection),
    posts: createPosts(connection),
    accessLog: createAccessLog(connection),
    ideas: createIdeas(connection),
    ideaPoints: createIdeaPoints(connection),
    trainings: createTrainings(connection),
    trainingSettings: createTrainingSettings(connection),
    courses: createCourses(connection),
    surveys: createSurveys(connection),
    packs,
    practices: createOwnPractices(connection),
    surveyTemplates: createSurveyTemplates(async () => (await packs.own()).map(({ value }) => value.document)),
    cases: createCases(connection),
    imports: createImports(connection),
    caseFigures: createCaseFigures(connection),
    keptValues: createKeptValues(connection),
    recomputations: createRecomputations(connection),
    watchFindings: createWatchFindings(connection),
    indicators: createIndicators(connection),
    scorecards: createScorecards(connection),
    schemes: createSchemes(connection),
    figures: createFigures(connection),
    closings: createClosings(connection),
    evidence: createEvidence(connection),
  };
  return noting(stores, changes);
}
export type Stores = ReturnType<typeof storesOver>;

/** Connects and makes what is missing before any traffic. Both processes do it; whoever comes second finds everything there. */
export async function openStores(uri: string): Promise<Stores> {
  const connection = await connect(uri);
  await prepareCollections(connection, COLLECTIONS);
  await fillCycleTexts(connection);
  return storesOver(connection);
}
