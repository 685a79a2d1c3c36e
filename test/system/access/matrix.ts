/**
 * Who may call what, written down a second time and by hand. One line a route; a route without a line fails the tests.
 *
 * The eight columns are the roles in the order of `ROLE_COLUMNS`. A person with that one role stands in a department:
 *   `*` in every place   `v` in the own unit and below   `b` below it alone   `o` in the own unit alone   `.` nowhere
 *
 * `of`: what the letters are about.
 *   place      the thing lies in a unit: a refusal is 403
 *   list       everyone signed in gets a list; the letters say whose things stand in it
 *   nowhere    no unit is concerned: `*` or `.`
 *   signed-in  whoever signed in; what is answered is the person's own alone
 *   public     nobody has to sign in
 * A tie (lead, reviewer, owner, self) adds to what the letters say; see deputies.test.ts and ties.test.ts.
 */
export type Line = {
  readonly route: string;
  readonly of: 'place' | 'list' | 'nowhere' | 'signed-in' | 'public';
  readonly may: string;
};
export const ROLE_COLUMNS = [
  'administrator',
  'head-of-unit',
  'improvement-lead',
  'reviewer',
  'officer',
  'evaluator',
  'auditor',
  'citizen',
] as const;

const TABLE = `
GET    /healthz                                                   public     * * * * * * * *
GET    /readyz                                                    public     * * * * * * * *
GET    /problems/{code}                                           public     * * * * * * * *
GET    /openapi.json                                              public     * * * * * * * *
GET    /v1/public/scorecards                                      public     * * * * * * * *
GET    /v1/public/scorecards/schema                               public     * * * * * * * *
GET    /v1/public/scorecards/{scorecard}                          public     * * * * * * * *
GET    /v1/public/surveys/{survey}                                public     * * * * * * * *
POST   /v1/public/surveys/{survey}/token                          public     * * * * * * * *
POST   /v1/public/surveys/{survey}/answers                        public     * * * * * * * *
POST   /v1/session                                                public     * * * * * * * *
GET    /v1/session/ways                                           public     * * * * * * * *
GET    /v1/session/oidc                                           public     * * * * * * * *
GET    /v1/session/oidc/callback                                  public     * * * * * * * *
POST   /v1/invitations/accept                                     public     * * * * * * * *
POST   /v1/password-resets                                        public     * * * * * * * *
POST   /v1/password-resets/accept                                 public     * * * * * * * *
GET    /v1/session                                                signed-in  * * * * * * * *
DELETE /v1/session                                                signed-in  * * * * * * * *
GET    /v1/me/sessions                                            signed-in  * * * * * * * *
DELETE /v1/me/sessions/{session}                                  signed-in  * * * * * * * *
PUT    /v1/me/password                                            signed-in  * * * * * * * *
PUT    /v1/me/account                                             signed-in  * * * * * * * *
PUT    /v1/me/language                                            signed-in  * * * * * * * *
POST   /v1/me/second-factor                                       signed-in  * * * * * * * *
POST   /v1/me/second-factor/confirm                               signed-in  * * * * * * * *
DELETE /v1/me/second-factor                                       signed-in  * * * * * * * *
GET    /v1/me                                                     signed-in  * * * * * * * *
GET    /v1/me/data                                                signed-in  * * * * * * * *
GET    /v1/settings/retention                                     nowhere    * * * * * * * *
PUT    /v1/settings/retention                                     nowhere    * . . . . . . .
POST   /v1/people/{person}/removal                                place      * . . . . . . .
GET    /v1/today                                                  signed-in  * * * * * * * *
GET    /v1/live                                                   signed-in  * * * * * * * *
GET    /v1/inbox                                                  signed-in  * * * * * * * *
POST   /v1/inbox/{key}/read                                       signed-in  * * * * * * * *
GET    /v1/undelivered                                            nowhere    * . . . . . * .
POST   /v1/undelivered/{key}/{channel}/retry                      nowhere    * . . . . . . .
GET    /v1/sign-ins                                               nowhere    * . . . . . * .
GET    /v1/refusals                                               nowhere    * . . . . . * .
POST   /v1/invitations                                            place      * . . . . . . .
GET    /v1/people/{person}/account                                place      * . . . . . * .
PUT    /v1/people/{person}/account                                place      * . . . . . . .
DELETE /v1/people/{person}/account                                place      * . . . . . . .
DELETE /v1/people/{person}/sessions                              place      * . . . . . . .
POST   /v1/people/{person}/password-reset                         place      * . . . . . . .
GET    /v1/people/{person}/tokens                                 place      * . . . . . * .
POST   /v1/people/{person}/tokens                                 place      * . . . . . . .
DELETE /v1/people/{person}/tokens/{token}                         place      * . . . . . . .
GET    /v1/cycles                                                 place      * v v o o o * .
GET    /v1/me/terms                                               signed-in  * * * * * * * *
GET    /v1/terms                                                  list       * * * * * * * .
GET    /v1/terms/{unit}                                           place      * * * * * * * .
GET    /v1/terms/{unit}/history                                   place      * * * * * * * .
DELETE /v1/terms/{unit}                                           place      * v . . . . . .
PUT    /v1/terms/{unit}                                           place      * v . . . . . .
GET    /v1/plan-templates                                         list       * * * * * * * .
GET    /v1/plan-templates/{template}                              nowhere    * * * * * * * .
GET    /v1/plan-templates/{template}/history                      nowhere    * * * * * * * .
DELETE /v1/plan-templates/{template}                              place      * v v . . . . .
PUT    /v1/plan-templates/{template}                              place      * v v . . . . .
GET    /v1/packs                                                  nowhere    * * * * * * * .
GET    /v1/packs/{pack}                                           nowhere    * * * * * * * .
GET    /v1/packs/{pack}/export                                    nowhere    * * * * * * * .
POST   /v1/packs                                                  place      * v v . . . . .
POST   /v1/packs/{pack}/install                                   place      * v v . . . . .
DELETE /v1/packs/{pack}                                           place      * v v . . . . .
GET    /v1/practices                                              nowhere    * * * * * * * .
GET    /v1/practices/{practice}                                   nowhere    * * * * * * * .
PUT    /v1/practices/{practice}                                   place      * v v . . . . .
DELETE /v1/practices/{practice}                                   place      * v v . . . . .
GET    /v1/units                                                  list       * * * * * * * .
GET    /v1/units/{unit}                                           place      * * * * * * * .
GET    /v1/units/{unit}/history                                   place      * * * * * * * .
PUT    /v1/units/{unit}                                           place      * v . . . . . .
DELETE /v1/units/{unit}                                           place      * b . . . . . .
GET    /v1/people                                                 list       * v v o o o * .
GET    /v1/people/{person}                                        place      * v v o o o * .
GET    /v1/people/{person}/history                                place      * v v o o o * .
PUT    /v1/people/{person}                                        place      * v . . . . . .
GET    /v1/procedures                                             list       * * * * * * * .
GET    /v1/procedures/{procedure}                                 place      * * * * * * * .
GET    /v1/procedures/{procedure}/history                         place      * * * * * * * .
PUT    /v1/procedures/{procedure}                                 place      * v v . . . . .
DELETE /v1/procedures/{procedure}                                 place      * v v . . . . .
GET    /v1/calendars                                              list       * * * * * * * .
GET    /v1/calendars/{calendar}                                   nowhere    * * * * * * * .
GET    /v1/calendars/{calendar}/history                           nowhere    * * * * * * * .
GET    /v1/calendars/{calendar}/working-days                      nowhere    * * * * * * * .
PUT    /v1/calendars/{calendar}                                   nowhere    * . . . . . . .
DELETE /v1/calendars/{calendar}                                   nowhere    * . . . . . . .
GET    /v1/reminder-policies                                      list       * * * * * * * .
GET    /v1/reminder-policies/{policy}                             nowhere    * * * * * * * .
GET    /v1/reminder-policies/{policy}/history                     nowhere    * * * * * * * .
PUT    /v1/reminder-policies/{policy}                             nowhere    * . . . . . . .
DELETE /v1/reminder-policies/{policy}                             nowhere    * . . . . . . .
POST   /v1/reminder-policies/{policy}/preview                     nowhere    * . . . . . . .
POST   /v1/procedures/{procedure}/imports                         place      * v v . . . . .
GET    /v1/imports/{id}                                           place      * v v o o o * .
POST   /v1/imports/{id}/cancel                                    place      * v v . . . . .
GET    /v1/aggregations                                           signed-in  * * * * * * * *
GET    /v1/procedures/{procedure}/aggregations/{key}              place      * v v o o o * .
POST   /v1/analyses/xmr                                           nowhere    * * * * * * * *
POST   /v1/analyses/run-chart                                     nowhere    * * * * * * * *
POST   /v1/analyses/p-prime                                       nowhere    * * * * * * * *
POST   /v1/analyses/compare                                       nowhere    * * * * * * * *
POST   /v1/analyses/score                                         nowhere    * * * * * * * *
GET    /v1/formulas/functions                                     signed-in  * * * * * * * *
POST   /v1/formulas/check                                         nowhere    * * * * * * * *
GET    /v1/units/{unit}/cycles                                    place      * v v o o o * .
GET    /v1/units/{unit}/cycle-history                             place      * v v o o o * .
GET    /v1/units/{unit}/report                                    place      * v v o o o * .
POST   /v1/cycles                                                 place      * v v . . . . .
GET    /v1/cycles/{id}                                            place      * v v o o o * .
GET    /v1/cycles/{id}/series                                     place      * v v o o o * .
GET    /v1/cycles/{id}/events                                     place      * v v o o o * .
GET    /v1/cycles/{id}/events/verify                              place      * v v o o o * .
GET    /v1/cycles/{id}/verdicts                                   place      * v v o o o * .
GET    /v1/cycles/{id}/a3                                         place      * v v o o o * .
POST   /v1/cycles/{id}/commands RevisePlan                        place      * v v . . . . .
POST   /v1/cycles/{id}/commands ApprovePlan                       place      * v . . . . . .
POST   /v1/cycles/{id}/commands ProgressCountermeasure            place      * v v . . . . .
POST   /v1/cycles/{id}/commands NoteDeviation                     place      * v v . o . . .
POST   /v1/cycles/{id}/commands PauseCycle                        place      * v v . . . . .
POST   /v1/cycles/{id}/commands ResumeCycle                       place      * v v . . . . .
POST   /v1/cycles/{id}/commands ExtendDo                          place      * v v . . . . .
POST   /v1/cycles/{id}/commands EndDoEarly                        place      * v v . . . . .
POST   /v1/cycles/{id}/commands CancelCycle                       place      * v . . . . . .
POST   /v1/cycles/{id}/commands ChangeReviewers                   place      * v v . . . . .
POST   /v1/cycles/{id}/commands RecomputeCheck                    place      * v v . . . . .
POST   /v1/cycles/{id}/commands RecordReview                      place      * . . . . . . .
POST   /v1/cycles/{id}/commands CloseEarlierDecision              place      * v v . . . . .
POST   /v1/cycles/{id}/commands AdoptChange                       place      * v v . . . . .
POST   /v1/cycles/{id}/commands AdaptChange                       place      * v v . . . . .
POST   /v1/cycles/{id}/commands ExpandChange                      place      * v v . . . . .
POST   /v1/cycles/{id}/commands AbandonChange                     place      * v v . . . . .
POST   /v1/cycles/{id}/commands WithdrawPlan                      place      * v v . . . . .
GET    /v1/indicators                                             nowhere    * * * * * * * .
GET    /v1/indicators/{indicator}                                 place      * * * * * * * .
PUT    /v1/indicators/{indicator}                                 place      * v v . . . . .
POST   /v1/indicators/{indicator}/retire                          place      * v v . . . . .
GET    /v1/indicators/{indicator}/versions                        place      * * * * * * * .
GET    /v1/indicators/{indicator}/overrides                       place      * * * * * * * .
PUT    /v1/indicators/{indicator}/overrides/{unit}                place      * v v . . . . .
DELETE /v1/indicators/{indicator}/overrides/{unit}                place      * v v . . . . .
GET    /v1/indicators/{indicator}/values                          place      * v v o o o * .
GET    /v1/indicators/{indicator}/explain                         place      * v v o o o * .
GET    /v1/indicators/{indicator}/chart                           place      * v v o o o * .
GET    /v1/indicators/{indicator}/across                          place      * v v o o o * .
POST   /v1/indicators/{indicator}/preview                         place      * v v . . . . .
GET    /v1/indicators/{indicator}/questions                       place      * v v o o o * .
GET    /v1/indicators/{indicator}/findings                        place      * v v o o o * .
GET    /v1/scorecards                                            list       * v v o o o * .
PUT    /v1/scorecards/{scorecard}                                place      * v v . . . . .
GET    /v1/scorecards/{scorecard}                                place      * v v o o o * .
GET    /v1/scorecards/{scorecard}/definition                     place      * v v o o o * .
GET    /v1/scorecards/{scorecard}/versions                       place      * v v o o o * .
GET    /v1/scorecards/{scorecard}/explain                        place      * v v o o o * .
GET    /v1/scorecards/{scorecard}/map                            place      * v v o o o * .
GET    /v1/scorecards/{scorecard}/cascade                        place      * v v o o o * .
GET    /v1/scorecards/{scorecard}/x-matrix                       place      * v v o o o * .
GET    /v1/scorecards/{scorecard}/compare                        place      * v v o o o * .
GET    /v1/scorecards/{scorecard}/lint                           place      * v v o o o * .
GET    /v1/scorecards/{scorecard}/evaluation-sheet               place      * v v o o o * .
GET    /v1/scorecards/{scorecard}/print                          place      * v v o o o * .
GET    /v1/units/{unit}/indicators                                place      * v v o o o * .
GET    /v1/recomputations                                         nowhere    * * * * * * * .
GET    /v1/recomputations/{id}                                    nowhere    * * * * * * * .
POST   /v1/indicators/{indicator}/observations                    place      * v v . o . . .
GET    /v1/indicators/{indicator}/observations                    list       * v v o o o * .
GET    /v1/indicators/{indicator}/observations/{period}/versions  place      * v v o o o * .
POST   /v1/indicators/{indicator}/observations/import             place      * v v . o . . .
POST   /v1/observations/import                                    place      * v v . o . . .
POST   /v1/indicators/{indicator}/observations/approve            place      * v v . . o . .
POST   /v1/indicators/{indicator}/observations/reject             place      * v v . . o . .
GET    /v1/observations/waiting                                   list       * v v . . o . .
POST   /v1/evidence                                               place      * v v . o . . .
GET    /v1/evidence/{id}                                          place      * v v o o o * .
GET    /v1/evidence/{id}/file                                     place      * v v o o o * .
GET    /v1/units/{unit}/periods                                   place      * * * * * * * .
POST   /v1/units/{unit}/periods/{period}/close                    place      * v . . . . . .
POST   /v1/units/{unit}/periods/{period}/reopen                   place      * v . . . . . .
GET    /v1/programmes                                             list       * v v o o o * .
GET    /v1/programmes/summary                                     place      * v v o o o * .
GET    /v1/programmes/{programme}                                 place      * v v o o o * .
PUT    /v1/programmes/{programme}                                 place      * v v . . . . .
GET    /v1/programmes/{programme}/versions                        place      * v v o o o * .
GET    /v1/programmes/{programme}/status                          place      * v v o o o * .
GET    /v1/programmes/{programme}/evaluation-sheet                place      * v v o o o * .
PUT    /v1/programmes/{programme}/figures/{figure}/{period}       place      * v v . . . . .
GET    /v1/programmes/{programme}/figures                         list       * v v o o o * .
GET    /v1/collectors                                             list       * v v . . . * .
GET    /v1/collectors/{collector}                                 place      * v v . . . * .
GET    /v1/collectors/{collector}/next-run                        place      * v v . . . * .
GET    /v1/collectors/{collector}/history                         place      * v v . . . * .
GET    /v1/collectors/{collector}/runs                            place      * v v . . . * .
GET    /v1/collectors/{collector}/runs/{run}                      place      * v v . . . * .
PUT    /v1/collectors/{collector}                                 place      * . . . . . . .
POST   /v1/collectors/{collector}/run                             place      * . . . . . . .
DELETE /v1/collectors/{collector}                                 place      * . . . . . . .
GET    /v1/me/evaluations                                         signed-in  * * * * * * * *
GET    /v1/me/access-log                                          signed-in  * * * * * * * *
GET    /v1/people/{person}/evaluation-year/{year}                 place      * v . . . o * .
GET    /v1/people/{person}/posts                                  place      * v . . . . * .
PUT    /v1/people/{person}/posts                                  place      * v . . . . . .
GET    /v1/evaluations                                            list       * v . . . o * .
GET    /v1/evaluations/{id}                                       place      * v . . . o * .
GET    /v1/evaluations/{id}/explain                               place      * v . . . o * .
GET    /v1/evaluations/{id}/next-band                             place      * v . . . o * .
GET    /v1/evaluations/{id}/form                                  place      * v . . . o * .
GET    /v1/evaluations/{id}/events                                place      * v . . . o * .
POST   /v1/evaluations/{id}/commands                              place      * v . . . . . .
POST   /v1/evaluations/commands                                   signed-in  * * * * * * * *
POST   /v1/evaluations/work                                       signed-in  * * * * * * * *
GET    /v1/review-plans                                           list       * v v o o o * .
GET    /v1/review-plans/{plan}                                    place      * v v o o o * .
PUT    /v1/review-plans/{plan}                                    place      * v v . . . . .
DELETE /v1/review-plans/{plan}                                    place      * v v . . . . .
POST   /v1/evaluation-periods                                     place      * v . . . . . .
GET    /v1/evaluation-periods                                     list       * v v o o o * .
GET    /v1/evaluation-periods/{id}                                place      * v v o o o * .
POST   /v1/evaluation-periods/{id}/commands                       place      * v . . . . . .
GET    /v1/evaluation-periods/{id}/events                         place      * v . . . . * .
GET    /v1/evaluation-periods/{id}/quota                          place      * v . . . . * .
GET    /v1/evaluation-periods/{id}/exceptions                     place      * v v o o o * .
GET    /v1/evaluation-periods/{id}/form                           place      * v . . . . * .
GET    /v1/evaluation-periods/{id}/results                        place      * v . . . . * .
GET    /v1/webhooks                                               nowhere    * . . . . . * .
GET    /v1/webhooks/{webhook}                                     nowhere    * . . . . . * .
PUT    /v1/webhooks/{webhook}                                     nowhere    * . . . . . . .
DELETE /v1/webhooks/{webhook}                                     nowhere    * . . . . . . .
GET    /v1/webhooks/{webhook}/deliveries                          nowhere    * . . . . . * .
POST   /v1/webhooks/{webhook}/deliveries/{delivery}/retry         nowhere    * . . . . . . .
POST   /v1/webhooks/{webhook}/test                                nowhere    * . . . . . . .
GET    /v1/evaluation-periods/{id}/sample                         place      * v . . . . * .
GET    /v1/evaluation-periods/{id}/changes                        place      * v . . . . * .
GET    /v1/evaluation-periods/{id}/raters                         place      * . . . . . . .
GET    /v1/evaluation-periods/{id}/units                          place      * v . . . . . .
POST   /v1/reviews                                                place      * v v . . . . .
GET    /v1/reviews                                                list       * v v o o o * .
GET    /v1/reviews/{id}                                           place      * v v o o o * .
POST   /v1/reviews/{id}/commands                                  place      * v v . . . . .
GET    /v1/reviews/{id}/memo                                      place      * v v o o o * .
GET    /v1/reviews/{id}/events                                    place      * v v o o o * .
GET    /v1/reviews/{id}/events/verify                             place      * v v o o o * .
POST   /v1/reviews/{id}/cycles                                    place      * v v . . . . .
GET    /v1/ideas                                                  list       * * * * * * * .
POST   /v1/ideas                                                  place      * * * * * * . .
GET    /v1/ideas/{id}                                             place      * * * * * * * .
GET    /v1/ideas/{id}/events                                      place      * * * * * * * .
POST   /v1/ideas/{id}/commands                                    place      * * * * * * . .
POST   /v1/ideas/{id}/cycle                                       place      * v v . . . . .
GET    /v1/people/{person}/innovation                             place      * v . . . . * .
GET    /v1/settings/idea-points                                   nowhere    * * * * * * * .
PUT    /v1/settings/idea-points                                   nowhere    * . . . . . . .
GET    /v1/training/suggestions                                   signed-in  * * * * * * * *
GET    /v1/training/needs                                         list       * v . . . . * .
POST   /v1/training/needs                                         place      * v . . . . . .
GET    /v1/training/needs/{id}                                    place      * v . . . . * .
GET    /v1/training/needs/{id}/events                             place      * v . . . . * .
POST   /v1/training/needs/{id}/commands                           place      * v . . . . . .
GET    /v1/training/plans                                         list       * v v . . . * .
GET    /v1/training/effects                                       place      * v v . . . * .
GET    /v1/training/courses                                       nowhere    * * * * * * * .
PUT    /v1/training/courses/{course}                              nowhere    * * * . . . . .
GET    /v1/settings/training                                      nowhere    * * * * * * * .
PUT    /v1/settings/training                                      nowhere    * . . . . . . .
GET    /v1/conversations                                          signed-in  * * * * * * * *
POST   /v1/conversations                                          signed-in  * * * * * * * *
DELETE /v1/conversations/{id}                                     signed-in  * * * * * * * *
GET    /v1/conversations/{id}/notes                               signed-in  * * * * * * * *
POST   /v1/conversations/{id}/notes                               signed-in  * * * * * * * *
DELETE /v1/conversations/{id}/notes/{note}                        signed-in  * * * * * * * *
GET    /v1/schemes                                                nowhere    * * * * * * * .
GET    /v1/schemes/in-force                                       nowhere    * * * * * * * .
GET    /v1/schemes/{scheme}                                       nowhere    * * * * * * * .
PUT    /v1/schemes/{scheme}                                       nowhere    * . . . . . . .
GET    /v1/schemes/{scheme}/versions                              nowhere    * * * * * * * .
POST   /v1/schemes/try                                            nowhere    * * * * * * * *
POST   /v1/schemes/{scheme}/try                                   nowhere    * * * * * * * *
POST   /v1/schemes/{scheme}/trial                                 nowhere    * . . . . . . .
GET    /v1/survey-templates                                       signed-in  * * * * * * * *
GET    /v1/scorecards/{scorecard}/table                           place      * v v o o o * .
GET    /v1/surveys                                                list       * v v o o o * .
POST   /v1/surveys                                                place      * v v . . . . .
GET    /v1/surveys/{survey}                                       place      * v v o o o * .
PUT    /v1/surveys/{survey}                                       place      * v v . . . . .
POST   /v1/surveys/{survey}/commands                              place      * v v . . . . .
POST   /v1/surveys/{survey}/links                                 place      * v v . . . . .
GET    /v1/surveys/{survey}/results                               place      * v v o o o * .
GET    /v1/surveys/{survey}/events                                place      * v v o o o * .
`;

const KINDS = ['place', 'list', 'nowhere', 'signed-in', 'public'] as const;

export const MATRIX: readonly Line[] = TABLE.trim()
  .split('\n')
  .map((text) => {
    const parsed = /^([A-Z]+) +(\S+(?: [A-Z]\w+)?) +(\S+) +((?:[*vbo.] ?){8})$/.exec(text.trim());
    const [, method = '', path = '', of = '', may = ''] = parsed ?? [];
    const kind = KINDS.find((one) => one === of);
    if (kind === undefined) throw new Error(`not a line of the matrix: ${text}`);
    return { route: `${method} ${path}`, of: kind, may: may.replaceAll(' ', '') };
  });

export const PLACES = ['own', 'below', 'above', 'beside'] as const;
export type Place = (typeof PLACES)[number];
const REACH: Readonly<Record<string, readonly Place[]>> = {
  '*': PLACES,
  v: ['own', 'below'],
  b: ['below'],
  o: ['own'],
  '.': [],
};

/** Where the holder of the role in this column may. */
export const placesOf = ({ may }: Line, role: (typeof ROLE_COLUMNS)[number]): readonly Place[] =>
  REACH[may[ROLE_COLUMNS.indexOf(role)] ?? '.'] ?? [];
