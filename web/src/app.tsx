import { lazy, Suspense, useEffect } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { useLive } from './api/live';
import { useSession } from './api/session';
import type { Session } from './api/session';
import { ProblemNote, Waiting } from './parts/notes';
import { WhenBroken } from './parts/whenBroken';
import { SignIn } from './pages/signIn';
import { Today } from './pages/today';
import { Shell } from './shell';
import { useTermsOf } from './terms/queries';
import { languageWasChosen, LANGUAGES } from './words/language';
import { useWords } from './words/words';

const Cycles = lazy(() => import('./pages/cycles'));
const CyclePage = lazy(() => import('./pages/cycle'));
const LaunchPage = lazy(() => import('./pages/launch'));
const RevisePage = lazy(() => import('./pages/revise'));
const History = lazy(() => import('./pages/history'));
const Compare = lazy(() => import('./pages/compare'));
const Indicators = lazy(() => import('./pages/indicators'));
const IndicatorPage = lazy(() => import('./pages/indicator'));
const IndicatorEditPage = lazy(() => import('./pages/indicatorEdit'));
const Scorecards = lazy(() => import('./pages/scorecards'));
const ScorecardPage = lazy(() => import('./pages/scorecard'));
const ScorecardEdit = lazy(() => import('./pages/scorecardEdit'));
const Programmes = lazy(() => import('./pages/programmes'));
const ProgrammePage = lazy(() => import('./pages/programme'));
const ProgrammeEdit = lazy(() => import('./pages/programmeEdit'));
const Reviews = lazy(() => import('./pages/reviews'));
const ReviewPage = lazy(() => import('./pages/review'));
const ReviewPlans = lazy(() => import('./pages/reviewPlans'));
const ReviewPlanPage = lazy(() => import('./pages/reviewPlan'));
const PublicPage = lazy(() => import('./pages/public'));
const Settings = lazy(() => import('./pages/settings'));
const Organisation = lazy(() => import('./pages/organisation'));
const Calendars = lazy(() => import('./pages/calendars'));
const SchemesPage = lazy(() => import('./pages/schemes'));
const SchemePage = lazy(() => import('./pages/scheme'));
const SchemeEdit = lazy(() => import('./pages/schemeEdit'));
const NewScheme = lazy(async () => ({ default: (await import('./pages/schemeEdit')).NewSchemePage }));
const EvaluationMine = lazy(() => import('./pages/evaluationMine'));
const EvaluationTeam = lazy(() => import('./pages/evaluationTeam'));
const EvaluationRate = lazy(() => import('./pages/evaluationRate'));
const EvaluationPeriods = lazy(() => import('./pages/evaluationPeriods'));
const EvaluationPeriodPage = lazy(() => import('./pages/evaluationPeriod'));
const EvaluationPage = lazy(() => import('./pages/evaluation'));
const IdeasPage = lazy(() => import('./pages/ideas'));
const IdeaPage = lazy(() => import('./pages/idea'));
const TrainingPage = lazy(() => import('./pages/training'));
const TrainingNeedPage = lazy(() => import('./pages/trainingNeed'));
const ConversationPage = lazy(() => import('./pages/conversation'));
const NewIdeaPage = lazy(() => import('./pages/newIdea'));
const Surveys = lazy(() => import('./pages/surveys'));
const SurveyPage = lazy(() => import('./pages/survey'));
const Packs = lazy(() => import('./pages/packs'));
const PackPage = lazy(() => import('./pages/pack'));
const Practices = lazy(() => import('./pages/practices'));
const PracticePage = lazy(() => import('./pages/practice'));
const NewPractice = lazy(() => import('./pages/newPractice'));
const Terms = lazy(() => import('./pages/terms'));
const Templates = lazy(() => import('./pages/templates'));
const SurveyEdit = lazy(() => import('./pages/surveyEdit'));
const Tokens = lazy(() => import('./pages/tokens'));
const ReminderPolicies = lazy(() => import('./pages/reminderPolicies'));
const ReminderPolicyPage = lazy(() => import('./pages/reminderPolicy'));
const Webhooks = lazy(() => import('./pages/webhooks'));
const Collectors = lazy(() => import('./pages/collectors'));
const CollectorPage = lazy(() => import('./pages/collector'));
const Procedures = lazy(() => import('./pages/procedures'));
const ProcedurePage = lazy(() => import('./pages/procedure'));
const PrivacyPage = lazy(() => import('./pages/privacy'));
const Undelivered = lazy(() => import('./pages/undelivered'));
const Journal = lazy(() => import('./pages/journal'));
const NewPassword = lazy(() => import('./pages/newPassword'));
const NotFound = lazy(() => import('./pages/notFound'));
const NotFoundOutside = lazy(() => import('./pages/notFound').then((page) => ({ default: page.NotFoundOutside })));
const Messages = lazy(() => import('./pages/messages'));
const Help = lazy(() => import('./pages/help'));
const CitizenPages = lazy(() => import('./pages/citizen'));
const AccountPage = lazy(() => import('./pages/account'));
const SignInAgain = lazy(() => import('./parts/signInAgain'));
const FirstRun = lazy(() => import('./pages/firstRun'));

/** Where the server said, with the document, that there is no such page. */
const unknownAddress =
  document.querySelector('meta[name="kairyo-address"]') === null ? undefined : window.location.pathname;

export function App() {
  const { session, last, error } = useSession();
  useTermsOf(session);
  const [location] = useLocation();
  if (location === '/welcome' || location === '/reset')
    return (
      <Suspense fallback={<Waiting />}>
        <NewPassword invited={location === '/welcome'} />
      </Suspense>
    );
  if (location === '/public' || location.startsWith('/public/'))
    return (
      <Suspense fallback={<Waiting />}>
        <PublicPage id={decodeURIComponent(location.slice('/public/'.length))} />
      </Suspense>
    );
  if (error !== null && session === undefined) return <ProblemNote error={error} />;
  if (session === undefined) return <Waiting />;
  if (session === null && last === undefined && location === unknownAddress)
    return (
      <Suspense fallback={<Waiting />}>
        <NotFoundOutside />
      </Suspense>
    );
  const here = session ?? last;
  if (here === undefined) return <SignIn />;
  if (location === '/sign-in') return <Redirect to="/" replace />;
  return (
    <>
      <SignedIn key={here.person.id} session={here} ended={session === null} />
      {session === null && (
        <Suspense>
          <SignInAgain person={here.person} />
        </Suspense>
      )}
    </>
  );
}

/** Whether the account is good for answering surveys and for nothing else. */
const isForSurveys = ({ roles }: Session['person']): boolean =>
  roles.length > 0 && roles.every((role) => role === 'citizen');

function SignedIn({ session, ended }: { readonly session: Session; readonly ended: boolean }) {
  const { choose } = useWords();
  const [location] = useLocation();
  const { language } = session.person;
  const answersOnly = isForSurveys(session.person);
  useLive(!ended && !answersOnly);
  useEffect(() => {
    const own = LANGUAGES.find((one) => one === language);
    if (own !== undefined && !languageWasChosen()) choose(own);
  }, [language, choose]);
  if (answersOnly)
    return (
      <Suspense fallback={<Waiting />}>
        <CitizenPages session={session} />
      </Suspense>
    );
  return (
    <Shell person={session.person}>
      <WhenBroken at={location}>
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Route path="/">
              <Today />
            </Route>
            <Route path="/cycles" component={Cycles} />
            <Route path="/launch" component={LaunchPage} />
            <Route path="/cycles/:id/plan">{({ id }) => <RevisePage id={decodeURIComponent(id)} />}</Route>
            <Route path="/cycles/:id">
              {({ id }) => <CyclePage id={decodeURIComponent(id)} person={session.person} />}
            </Route>
            <Route path="/history" component={History} />
            <Route path="/history/compare" component={Compare} />
            <Route path="/indicators" component={Indicators} />
            <Route path="/new-indicator">
              <IndicatorEditPage id="" />
            </Route>
            <Route path="/indicators/:id/definition">
              {({ id }) => <IndicatorEditPage key={id} id={decodeURIComponent(id)} />}
            </Route>
            <Route path="/indicators/:id">{({ id }) => <IndicatorPage id={decodeURIComponent(id)} />}</Route>
            <Route path="/scorecards" component={Scorecards} />
            <Route path="/new-scorecard">
              <ScorecardEdit id="" />
            </Route>
            <Route path="/scorecards/:id/edit">
              {({ id }) => <ScorecardEdit key={id} id={decodeURIComponent(id)} />}
            </Route>
            <Route path="/scorecards/:id">{({ id }) => <ScorecardPage key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/programmes" component={Programmes} />
            <Route path="/new-programme">{() => <ProgrammeEdit key="" id="" />}</Route>
            <Route path="/programmes/:id/edit">
              {({ id }) => <ProgrammeEdit key={id} id={decodeURIComponent(id)} />}
            </Route>
            <Route path="/programmes/:id">{({ id }) => <ProgrammePage key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/reviews" component={Reviews} />
            <Route path="/reviews/plans" component={ReviewPlans} />
            <Route path="/reviews/plans/:id">
              {({ id }) => <ReviewPlanPage key={id} id={decodeURIComponent(id)} />}
            </Route>
            <Route path="/new-review-plan">{() => <ReviewPlanPage key="" id="" />}</Route>
            <Route path="/reviews/:id">{({ id }) => <ReviewPage key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/settings/units">
              <Organisation person={session.person} />
            </Route>
            <Route path="/settings/calendars">
              <Calendars session={session} />
            </Route>
            <Route path="/schemes" component={SchemesPage} />
            <Route path="/new-scheme" component={NewScheme} />
            <Route path="/schemes/:id/edit">{({ id }) => <SchemeEdit key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/schemes/:id">{({ id }) => <SchemePage key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/my-work" component={EvaluationMine} />
            <Route path="/my-team" component={EvaluationTeam} />
            <Route path="/my-team/rate" component={EvaluationRate} />
            <Route path="/evaluation-periods" component={EvaluationPeriods} />
            <Route path="/evaluation-periods/:id">
              {({ id }) => <EvaluationPeriodPage key={id} id={decodeURIComponent(id)} />}
            </Route>
            <Route path="/evaluations/:id">{({ id }) => <EvaluationPage key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/ideas" component={IdeasPage} />
            <Route path="/training" component={TrainingPage} />
            <Route path="/training/:id">{({ id }) => <TrainingNeedPage key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/conversations/:id">
              {({ id }) => <ConversationPage key={id} id={decodeURIComponent(id)} />}
            </Route>
            <Route path="/new-idea" component={NewIdeaPage} />
            <Route path="/ideas/:id">{({ id }) => <IdeaPage key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/surveys" component={Surveys} />
            <Route path="/new-survey">
              <SurveyEdit id="" />
            </Route>
            <Route path="/surveys/:id/edit">{({ id }) => <SurveyEdit key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/surveys/:id">{({ id }) => <SurveyPage id={decodeURIComponent(id)} />}</Route>
            <Route path="/settings/tokens">
              <Tokens session={session} />
            </Route>
            <Route path="/settings/terms" component={Terms} />
            <Route path="/settings/templates" component={Templates} />
            <Route path="/settings/account">
              <AccountPage session={session} />
            </Route>
            <Route path="/packs" component={Packs} />
            <Route path="/packs/:id">{({ id }) => <PackPage key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/practices" component={Practices} />
            <Route path="/practices/:id">{({ id }) => <PracticePage key={id} id={decodeURIComponent(id)} />}</Route>
            <Route path="/new-practice" component={NewPractice} />
            <Route path="/messages" component={Messages} />
            <Route path="/help" component={Help} />
            <Route path="/first-run">
              <FirstRun person={session.person} />
            </Route>
            <Route path="/settings/reminders">
              <ReminderPolicies session={session} />
            </Route>
            <Route path="/settings/reminders/:id">
              {({ id }) => <ReminderPolicyPage id={decodeURIComponent(id)} session={session} />}
            </Route>
            <Route path="/settings/sources">
              <Collectors session={session} />
            </Route>
            <Route path="/settings/sources/:id">
              {({ id }) => <CollectorPage id={decodeURIComponent(id)} session={session} />}
            </Route>
            <Route path="/settings/webhooks">
              <Webhooks session={session} />
            </Route>
            <Route path="/settings/procedures" component={Procedures} />
            <Route path="/settings/procedures/:id">{({ id }) => <ProcedurePage id={decodeURIComponent(id)} />}</Route>
            <Route path="/settings/undelivered" component={Undelivered} />
            <Route path="/settings/privacy">
              <PrivacyPage session={session} />
            </Route>
            <Route path="/settings/journal">
              <Journal session={session} />
            </Route>
            <Route path="/settings">
              <Settings session={session} />
            </Route>
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </WhenBroken>
    </Shell>
  );
}
