import type { CycleCommand } from '../cycle/cycle.schema';
import type { Role } from '../organisation/roles';

/** How far a role reaches from the unit its holder stands in. */
export type Reach = 'everywhere' | 'own-and-below' | 'own-unit';

/** What ties a person to one thing, whatever their role: a reviewer of this cycle, the one whose inbox it is. */
export type Relation = 'lead' | 'reviewer' | 'countermeasure-owner' | 'owner' | 'self' | 'manager' | 'approver';

/** Who may do one thing: by role and reach, or by a tie to the thing itself. */
export type Grant = {
  readonly kind: 'read' | 'change';
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
  readonly relations: readonly Relation[];
};

const READERS = {
  auditor: 'everywhere',
  'head-of-unit': 'own-and-below',
  'improvement-lead': 'own-and-below',
  reviewer: 'own-unit',
  evaluator: 'own-unit',
  officer: 'own-unit',
} as const satisfies Partial<Record<Role, Reach>>;

/** The framework of an office (units, procedures, calendars, policies) is open to all who work in it. */
const STAFF = {
  auditor: 'everywhere',
  'head-of-unit': 'everywhere',
  'improvement-lead': 'everywhere',
  reviewer: 'everywhere',
  evaluator: 'everywhere',
  officer: 'everywhere',
} as const satisfies Partial<Record<Role, Reach>>;

const read = (roles: Grant['roles'], ...relations: Relation[]): Grant => ({ kind: 'read', roles, relations });
const change = (roles: Grant['roles'], ...relations: Relation[]): Grant => ({ kind: 'change', roles, relations });

const HEAD = { 'head-of-unit': 'own-and-below' } as const;
const HEAD_OR_LEAD = { 'head-of-unit': 'own-and-below', 'improvement-lead': 'own-and-below' } as const;
const WHOEVER_WORKS = {
  'head-of-unit': 'everywhere',
  'improvement-lead': 'everywhere',
  reviewer: 'everywhere',
  evaluator: 'everywhere',
  officer: 'everywhere',
} as const;
const ADMINISTRATOR_ALONE = {};

/**
 * Every action and who may do it. The administrator may do everything everywhere and is therefore in no row; rules of the
 * thing itself (four eyes, phases) bind the administrator too. A row per command: a new command does not compile without one.
 */
export const ACTIONS = {
  'unit.read': read(STAFF),
  'unit.edit': change(HEAD),
  'person.read': read(READERS, 'self'),
  'person.edit': change(HEAD),
  'procedure.read': read(STAFF),
  'procedure.edit': change(HEAD_OR_LEAD),
  'calendar.read': read(STAFF),
  'calendar.edit': change(ADMINISTRATOR_ALONE),
  'reminderPolicy.read': read(STAFF),
  'reminderPolicy.edit': change(ADMINISTRATOR_ALONE),
  'planTemplate.read': read(STAFF),
  'planTemplate.edit': change(HEAD_OR_LEAD),
  'terms.read': read(STAFF),
  'terms.edit': change(HEAD),
  'token.read': read({ auditor: 'everywhere' }, 'self'),
  'token.manage': change(ADMINISTRATOR_ALONE, 'self'),
  'account.read': read({ auditor: 'everywhere' }, 'self'),
  'account.manage': change(ADMINISTRATOR_ALONE),
  'signIn.read': read({ auditor: 'everywhere' }),
  'refusal.read': read({ auditor: 'everywhere' }),
  'import.create': change(HEAD_OR_LEAD),
  'import.read': read(READERS, 'self'),
  'import.cancel': change(HEAD_OR_LEAD, 'self'),
  'aggregation.read': read(READERS),
  'analysis.try': read({ ...STAFF, citizen: 'everywhere' }),
  'history.read': read(READERS),
  'cycle.read': read(READERS, 'lead', 'reviewer', 'countermeasure-owner'),
  'indicator.read': read(STAFF),
  'indicator.edit': change(HEAD_OR_LEAD),
  'indicator.override': change(HEAD_OR_LEAD),
  'indicator.value.read': read(READERS, 'owner'),
  'scorecard.read': read(READERS, 'owner'),
  'scorecard.edit': change(HEAD_OR_LEAD),
  'scheme.read': read(STAFF),
  'scheme.try': read({ ...STAFF, citizen: 'everywhere' }),
  'scheme.edit': change(ADMINISTRATOR_ALONE),
  'observation.read': read(READERS, 'owner'),
  'observation.enter': change({ ...HEAD_OR_LEAD, officer: 'own-unit' }, 'owner'),
  'observation.approve': change({ ...HEAD_OR_LEAD, evaluator: 'own-unit' }, 'owner'),
  'period.read': read(STAFF),
  'period.close': change(HEAD),
  'period.reopen': change(HEAD),
  'collector.read': read({ auditor: 'everywhere', ...HEAD_OR_LEAD }),
  'collector.edit': change(ADMINISTRATOR_ALONE),
  'webhook.read': read({ auditor: 'everywhere' }),
  'webhook.edit': change(ADMINISTRATOR_ALONE),
  'programme.read': read(READERS),
  'programme.edit': change(HEAD_OR_LEAD),
  'pack.read': read(STAFF),
  'pack.install': change(HEAD_OR_LEAD),
  'practice.read': read(STAFF),
  'practice.edit': change(HEAD_OR_LEAD),
  'survey.read': read(READERS, 'owner'),
  'survey.edit': change(HEAD_OR_LEAD, 'owner'),
  'survey.results': read(READERS, 'owner'),
  'review.read': read(READERS, 'lead', 'reviewer', 'owner'),
  'review.takePart': change(HEAD_OR_LEAD, 'lead', 'reviewer', 'owner'),
  'review.manage': change(HEAD_OR_LEAD, 'lead'),
  'evaluation.read': read(
    { auditor: 'everywhere', ...HEAD, evaluator: 'own-unit' },
    ...(['self', 'manager', 'approver', 'reviewer'] as const),
  ),
  'evaluation.assign': change(HEAD, 'manager'),
  'evaluation.report': change(HEAD, 'self', 'manager'),
  'evaluation.assess': change(ADMINISTRATOR_ALONE, 'self'),
  'evaluation.rate': change(HEAD, 'manager'),
  'evaluation.approve': change(HEAD, 'approver'),
  'evaluation.calibrate': change(ADMINISTRATOR_ALONE, 'reviewer'),
  'evaluation.manage': change(HEAD),
  'evaluation.appeal': change(ADMINISTRATOR_ALONE, 'self'),
  'evaluation.decideAppeal': change(HEAD),
  'post.read': read({ auditor: 'everywhere', ...HEAD }, 'self'),
  'post.edit': change(HEAD),
  'evaluationPeriod.read': read(READERS, 'lead', 'reviewer'),
  'evaluationPeriod.manage': change(HEAD, 'lead'),
  'evaluationPeriod.calibrate': change(HEAD, 'reviewer'),
  'evaluationPeriod.people': read({ auditor: 'everywhere', ...HEAD }, 'reviewer'),
  'evaluationPeriod.raters': read(ADMINISTRATOR_ALONE, 'reviewer'),
  'evaluationPeriod.units': read(HEAD),
  'idea.read': read(STAFF),
  'idea.propose': change(WHOEVER_WORKS),
  'idea.answer': change(HEAD_OR_LEAD),
  'idea.innovation': read({ auditor: 'everywhere', ...HEAD }, 'self'),
  'idea.points.edit': change(ADMINISTRATOR_ALONE),
  'training.read': read({ auditor: 'everywhere', ...HEAD }, 'self', 'manager', 'owner'),
  'training.change': change(HEAD, 'self', 'manager', 'owner'),
  'training.plans': read({ auditor: 'everywhere', ...HEAD_OR_LEAD }),
  'training.effects': read({ auditor: 'everywhere', ...HEAD_OR_LEAD }),
  'training.settings': change(ADMINISTRATOR_ALONE),
  'course.read': read(STAFF),
  'course.edit': change(HEAD_OR_LEAD),
  'inbox.read': read(ADMINISTRATOR_ALONE, 'self'),
  'privacy.read': read({ ...STAFF, citizen: 'everywhere' }),
  'privacy.manage': change(ADMINISTRATOR_ALONE),
  'undelivered.read': read({ auditor: 'everywhere' }),
  'undelivered.retry': change(ADMINISTRATOR_ALONE),
  'cycle.launch': change(HEAD_OR_LEAD),
  'cycle.command.RevisePlan': change(HEAD_OR_LEAD, 'lead'),
  'cycle.command.WithdrawPlan': change(HEAD_OR_LEAD, 'lead'),
  'cycle.command.ApprovePlan': change(HEAD),
  'cycle.command.ProgressCountermeasure': change(HEAD_OR_LEAD, 'lead', 'countermeasure-owner'),
  'cycle.command.NoteDeviation': change(
    { ...HEAD_OR_LEAD, officer: 'own-unit' },
    'lead',
    'reviewer',
    'countermeasure-owner',
  ),
  'cycle.command.PauseCycle': change(HEAD_OR_LEAD, 'lead'),
  'cycle.command.ResumeCycle': change(HEAD_OR_LEAD, 'lead'),
  'cycle.command.ExtendDo': change(HEAD_OR_LEAD, 'lead'),
  'cycle.command.EndDoEarly': change(HEAD_OR_LEAD, 'lead'),
  'cycle.command.CancelCycle': change(HEAD),
  'cycle.command.ChangeReviewers': change(HEAD_OR_LEAD, 'lead'),
  'cycle.command.RecomputeCheck': change(HEAD_OR_LEAD, 'lead', 'reviewer'),
  'cycle.command.RecordReview': change(ADMINISTRATOR_ALONE, 'reviewer'),
  'cycle.command.CloseEarlierDecision': change(HEAD_OR_LEAD, 'lead', 'reviewer'),
  'cycle.command.AdoptChange': change(HEAD_OR_LEAD),
  'cycle.command.AdaptChange': change(HEAD_OR_LEAD),
  'cycle.command.ExpandChange': change(HEAD_OR_LEAD),
  'cycle.command.AbandonChange': change(HEAD_OR_LEAD),
} as const satisfies Readonly<Record<`cycle.command.${CycleCommand['type']}`, Grant>> & Readonly<Record<string, Grant>>;
export type Action = keyof typeof ACTIONS;

/**
 * What the deputy of someone absent does by that person's role, where that role reaches: what would stand still without them,
 * and reading what it is about. Nothing else of the role passes on, least of all editing people.
 */
export const A_DEPUTY_DOES = [
  'cycle.read',
  'review.read',
  'review.takePart',
  'review.manage',
  'evaluation.read',
  'evaluation.assign',
  'evaluation.approve',
  'evaluationPeriod.read',
  'evaluationPeriod.manage',
  'evaluationPeriod.calibrate',
  'cycle.command.ApprovePlan',
  'cycle.command.AdoptChange',
  'cycle.command.AdaptChange',
  'cycle.command.ExpandChange',
  'cycle.command.AbandonChange',
] as const satisfies readonly (keyof typeof ACTIONS)[];
/** Roles that are stood in for. An administrator is not: there is more than one of them, or nobody. */
export const ROLES_STOOD_IN_FOR = ['head-of-unit', 'improvement-lead'] as const satisfies readonly Role[];

/** Roles a head of unit may give and take within the own unit and below; the others are the administrator's to give. */
export const ROLES_A_HEAD_GIVES = [
  'improvement-lead',
  'reviewer',
  'officer',
  'evaluator',
  'citizen',
] as const satisfies readonly Role[];

/** Roles that reach further than any head's: how their holders are written to is an administrator's to change. */
export const ROLES_BEYOND_A_HEAD = ['administrator', 'auditor'] as const satisfies readonly Role[];
