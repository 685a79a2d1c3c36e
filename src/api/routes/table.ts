import type { Route } from '../http/route';
import { accountRoutes } from './accounts';
import { ownAccountRoutes } from './accountsMe';
import { ownDetailRoutes } from './accountsOwn';
import { aggregationRoutes } from './aggregations';
import { analysisRoutes } from './analyses';
import { workingDays } from './calendars';
import { cycleHistory } from './cycleHistory';
import { printRoutes } from './prints';
import { collectorRoutes } from './collectors';
import { privacyRoutes } from './privacy';
import { programmeFigureRoutes } from './programmeFigures';
import { programmeRoutes } from './programmes';
import { programmeStatusRoutes } from './programmeStatus';
import { programmeSummaryRoutes } from './programmeSummary';
import { listCycles } from './cycleLists';
import { cycleSeries } from './cycleSeries';
import { cycleRoutes } from './cycles';
import { unitCycles } from './history';
import { formulaRoutes } from './formulas';
import { ideaPointRoutes } from './ideaPoints';
import { ideaRoutes } from './ideas';
import { conversationRoutes } from './conversations';
import { courseRoutes } from './courses';
import { trainingPlanRoutes } from './trainingPlans';
import { trainingRoutes } from './trainings';
import { importRoutes } from './imports';
import { indicatorAcross } from './indicatorAcross';
import { indicatorChart } from './indicatorChart';
import { indicatorListRoutes } from './indicatorLists';
import { overrideRoutes } from './indicatorOverrides';
import { indicatorPreview } from './indicatorPreview';
import { indicatorQuestionRoutes } from './indicatorQuestions';
import { indicatorRoutes } from './indicators';
import { indicatorValueRoutes } from './indicatorValues';
import { live } from './live';
import { me } from './me';
import { messageRoutes } from './messages';
import { evidenceRoutes } from './evidence';
import { observationRoutes } from './observations';
import { observationApprovalRoutes } from './observationsApproval';
import { observationImportRoutes } from './observationsImport';
import { invitationRoutes } from './invitations';
import { oidcRoutes } from './sessionOidc';
import { organisationRoutes } from './organisation';
import { outputRoutes } from './outputs';
import { packRoutes } from './packs';
import { planTemplateRoutes } from './planTemplates';
import { practiceRoutes } from './practices';
import { termRoutes } from './terms';
import { passwordResetRoutes } from './passwordResets';
import { periodRoutes } from './periods';
import { reminderPreview } from './reminderPreview';
import { evaluationRoutes } from './evaluations';
import { evaluationFormRoutes } from './evaluationForms';
import { evaluationMineRoutes } from './evaluationsMine';
import { evaluationWorkImportRoutes } from './evaluationWorkImport';
import { evaluationWorkRoutes } from './evaluationWork';
import { evaluationResultRoutes } from './evaluationResults';
import { webhookRoutes } from './webhooks';
import { recomputationRoutes } from './recomputations';
import { scorecardMap } from './scorecardMap';
import { scorecardCascade } from './scorecardCascade';
import { scorecardCompare } from './scorecardCompare';
import { scorecardLintRoutes } from './scorecardLint';
import { scorecardReadRoutes } from './scorecardRead';
import { scorecardTable } from './scorecardTable';
import { schemeRoutes } from './schemes';
import { scorecardRoutes } from './scorecards';
import { evaluationPeriodLookRoutes } from './evaluationPeriodLooks';
import { evaluationPeriodRoutes } from './evaluationPeriods';
import { evaluationYearRoutes } from './evaluationYear';
import { reviewCycleRoutes } from './reviewCycles';
import { reviewPlanRoutes } from './reviewPlans';
import { reviewRoutes } from './reviews';
import { sessionRoutes } from './session';
import { serviceRoutes } from './service';
import { publicScorecardRoutes } from './publicScorecards';
import { publicSurveyRoutes } from './surveyPublic';
import { surveyRoutes } from './surveys';
import { today } from './today';
import { tokenRoutes } from './tokens';
import { verdictRoutes } from './verdicts';

/** Every route of the API. The application and the OpenAPI document are made from this list and from nothing else. */
export const ROUTES: readonly Route[] = [
  ...cycleRoutes,
  listCycles,
  cycleSeries,
  ...verdictRoutes,
  unitCycles,
  cycleHistory,
  ...printRoutes,
  ...organisationRoutes,
  ...planTemplateRoutes,
  ...packRoutes,
  ...practiceRoutes,
  ...termRoutes,
  reminderPreview,
  workingDays,
  ...importRoutes,
  ...collectorRoutes,
  ...programmeSummaryRoutes,
  ...programmeRoutes,
  ...programmeStatusRoutes,
  ...programmeFigureRoutes,
  ...aggregationRoutes,
  ...analysisRoutes,
  ...formulaRoutes,
  ...indicatorRoutes,
  ...indicatorListRoutes,
  ...overrideRoutes,
  ...indicatorValueRoutes,
  indicatorChart,
  indicatorAcross,
  indicatorPreview,
  ...indicatorQuestionRoutes,
  ...scorecardRoutes,
  ...schemeRoutes,
  ...scorecardReadRoutes,
  scorecardTable,
  scorecardCascade,
  scorecardCompare,
  ...scorecardLintRoutes,
  ...outputRoutes,
  scorecardMap,
  ...observationRoutes,
  ...observationApprovalRoutes,
  ...observationImportRoutes,
  ...periodRoutes,
  ...evidenceRoutes,
  ...surveyRoutes,
  ...publicScorecardRoutes,
  ...publicSurveyRoutes,
  ...ideaRoutes,
  ...ideaPointRoutes,
  ...trainingRoutes,
  ...trainingPlanRoutes,
  ...courseRoutes,
  ...conversationRoutes,
  ...evaluationMineRoutes,
  ...evaluationWorkRoutes,
  ...evaluationWorkImportRoutes,
  ...evaluationFormRoutes,
  ...evaluationResultRoutes,
  ...webhookRoutes,
  ...evaluationRoutes,
  ...evaluationPeriodRoutes,
  ...evaluationPeriodLookRoutes,
  ...evaluationYearRoutes,
  ...reviewPlanRoutes,
  ...reviewRoutes,
  ...reviewCycleRoutes,
  ...messageRoutes,
  me,
  today,
  live,
  ...sessionRoutes,
  ...oidcRoutes,
  ...ownAccountRoutes,
  ...ownDetailRoutes,
  ...accountRoutes,
  ...invitationRoutes,
  ...passwordResetRoutes,
  ...privacyRoutes,
  ...tokenRoutes,
  ...recomputationRoutes,
  ...serviceRoutes,
];
