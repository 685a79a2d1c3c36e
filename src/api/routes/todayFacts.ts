import type { Action } from '../../domain/access/actions';
import { placeOf, withUnitsBelow } from '../../domain/access/place';
import { allowed } from '../../domain/access/policy';
import type { Standing } from '../../domain/access/policy';
import { relationsToCycle } from '../../domain/access/relations';
import type { Cycle } from '../../domain/cycle/state';
import type { Figure } from '../../domain/indicators/facts';
import { readableWords } from '../../domain/indicators/named';
import type { Person, Unit } from '../../domain/organisation/organisation.schema';
import type { Role } from '../../domain/organisation/roles';
import type { TodayCycle, TodayFacts, TodayFigure } from '../../domain/today/today';
import type { Context } from '../http/route';
import { actingFor } from './standing';

const CYCLES_SHOWN = 500;
const FIGURES_SHOWN = 100;
const FIGURES_LOOKED_AT = 1_000;
const MESSAGES_LOOKED_AT = 50;

/** Everything that Today is made of, as far as this person may read it. */
export async function todayFacts(context: Context): Promise<TodayFacts> {
  const { deps, at } = context;
  const units = await deps.organisation.allUnits();
  const standing = await actingFor(context);
  const whoMay = approversIn(context, units);
  const persons = [standing.id, ...(standing.standsInFor ?? [])];
  const [cycles, reviews, evaluations, ideas, trainings, figures, messages] = await Promise.all([
    cyclesOf({ context, standing, units, whoMay }),
    reviewsOf(persons, context),
    deps.today.evaluationDues(persons),
    deps.ideas.duesAbout(persons),
    deps.trainings.duesAbout(persons),
    figuresOf({ context, standing, units, whoMay }),
    messagesOf(context),
  ]);
  return {
    me: standing.id,
    standsInFor: standing.standsInFor ?? [],
    at,
    cycles,
    reviews,
    ideas,
    trainings,
    evaluations,
    ...figures,
    messages,
  };
}

type WhoMay = {
  /** Everyone in line, nearest first. */
  readonly all: (unit: string, roles: readonly Role[]) => Promise<readonly string[]>;
  /** Those in the first unit of the line that has some. */
  readonly nearest: (unit: string, roles: readonly Role[]) => Promise<readonly string[]>;
};

/** People with one of the roles in the unit and those above it. Looked up once a unit. */
function approversIn({ deps }: Context, units: readonly Unit[]): WhoMay {
  const known = new Map<string, Promise<readonly Person[]>>();
  const inLine = (unit: string): Promise<readonly Person[]> => {
    const people = known.get(unit) ?? deps.organisation.peopleInUnits(placeOf(units, unit));
    known.set(unit, people);
    return people;
  };
  const byUnit = async (unit: string, roles: readonly Role[]): Promise<readonly (readonly string[])[]> => {
    const able = (await inLine(unit)).filter((person) => person.roles.some((role) => roles.includes(role)));
    return placeOf(units, unit).map((at) => able.filter((person) => person.unit === at).map(({ id }) => id));
  };
  return {
    all: async (unit, roles) => (await byUnit(unit, roles)).flat(),
    nearest: async (unit, roles) => (await byUnit(unit, roles)).find((ids) => ids.length > 0) ?? [],
  };
}

type About = {
  readonly context: Context;
  readonly standing: Standing;
  readonly units: readonly Unit[];
  readonly whoMay: WhoMay;
};

async function cyclesOf({ context, standing, units, whoMay }: About): Promise<readonly TodayCycle[]> {
  const { deps, may } = context;
  const persons = [standing.id, ...(standing.standsInFor ?? [])];
  const found = await deps.today.openCycles({ persons, headUnits: headUnitsOf(standing, units), limit: CYCLES_SHOWN });
  const kept: TodayCycle[] = [];
  for (const { cycle, dues } of found) {
    const { unit } = cycle;
    const relations = relationsToCycle(cycle, standing);
    if (!(await may('cycle.read', { unit, relations }))) continue;
    const place = placeOf(units, unit);
    const mayDo = async (action: Action): Promise<readonly string[] | boolean> => {
      if (!(await may(action, { unit, relations }))) return false;
      const answer = allowed({ person: standing, action, place, relations });
      return answer.ok ? (answer.inPlaceOf ?? true) : false;
    };
    kept.push({
      cycle,
      dues,
      ...(await approvalOf(cycle, { standing, whoMay, mayDo })),
      ...(await decisionOf(cycle, { whoMay, mayDo })),
    });
  }
  return kept;
}

type Asking = Pick<About, 'standing' | 'whoMay'> & {
  /** `true`: by my own right; ids: only as the deputy of one of them. */
  readonly mayDo: (action: Action) => Promise<readonly string[] | boolean>;
};

async function approvalOf({ phase, unit, authors }: Cycle, { standing, whoMay, mayDo }: Asking) {
  if (phase !== 'plan') return { mayApprove: false, approvers: [] };
  const approvers = await whoMay.all(unit, ['head-of-unit']);
  const others = approvers.some((id) => !authors.includes(id) && id !== standing.id);
  const answer = await mayDo('cycle.command.ApprovePlan');
  if (typeof answer !== 'boolean') return { mayApprove: true, approvers, approvesInPlaceOf: answer };
  return { mayApprove: answer && (standing.roles.includes('head-of-unit') || !others), approvers };
}

async function decisionOf({ phase, unit }: Cycle, { whoMay, mayDo }: Omit<Asking, 'standing'>) {
  if (phase !== 'act') return { mayDecide: false, heads: [] };
  const heads = await whoMay.nearest(unit, ['head-of-unit']);
  return { mayDecide: (await mayDo('cycle.command.AdoptChange')) !== false, heads };
}

/**
 * Where somebody approves plans and decides, as a head or as the deputy of one. An administrator may everywhere, but is asked
 * only where nobody else can be.
 */
function headUnitsOf({ roles, unit, represents = [] }: Standing, units: readonly Unit[]): readonly string[] | 'all' {
  if (roles.includes('administrator')) return 'all';
  const heads = [{ roles, unit }, ...represents].filter((one) => one.roles.includes('head-of-unit'));
  return [...new Set(heads.flatMap((one) => withUnitsBelow(units, one.unit)))];
}

/** Whoever owes a review something, or chairs it, may read of it. */
async function reviewsOf(persons: readonly string[], { deps }: Context): Promise<TodayFacts['reviews']> {
  const found = await deps.reviews.duesAbout(persons);
  return found.map(({ review, due }) => ({ chair: review.definition.chair, due }));
}

type Figures = Pick<TodayFacts, 'toApprove' | 'entered'>;

/** Figures that wait for a second person: mine for others, and those of others for me. */
async function figuresOf({ context, standing, units, whoMay }: About): Promise<Figures> {
  const { deps } = context;
  const everywhere = units.map(({ id }) => id);
  const waiting = await deps.figures.waiting(everywhere, undefined, FIGURES_LOOKED_AT);
  const stored = await deps.indicators.many([...new Set(waiting.map(({ indicator }) => indicator))]);
  const definitions = new Map(stored.map(({ id, definitions }) => [id, definitions.at(-1)?.definition]));
  const toApprove: TodayFigure[] = [];
  const entered: TodayFigure[] = [];
  for (const figure of waiting) {
    const definition = definitions.get(figure.indicator);
    const list = figure.by === standing.id ? entered : toApprove;
    if (definition === undefined || list.length >= FIGURES_SHOWN) continue;
    const { name, owner } = definition;
    const asked = list === entered ? {} : await mayApprove({ figure, owner }, standing, context);
    if (asked === undefined) continue;
    const who = await whoMay.all(figure.unit, ['head-of-unit', 'improvement-lead', 'evaluator']);
    const words = readableWords(name);
    list.push({ figure, name: words, who: who.filter((id) => id !== figure.by), ...asked });
  }
  return { toApprove, entered };
}

/** Whether I may decide on a figure, and in whose place; `undefined`: I may not. */
async function mayApprove(
  { figure, owner }: { readonly figure: Figure; readonly owner: string | undefined },
  { id, standsInFor = [] }: Standing,
  { may }: Context,
): Promise<{ readonly inPlaceOf?: string } | undefined> {
  const { unit } = figure;
  const self = owner === id ? (['owner'] as const) : [];
  if (await may('observation.approve', { unit, relations: self })) return {};
  const stands = owner !== undefined && standsInFor.includes(owner) && figure.by !== owner;
  if (!stands || !(await may('observation.approve', { unit, relations: ['owner'] }))) return undefined;
  return { inPlaceOf: owner };
}

/** Reminders repeat what Today shows anyway; other messages about a cycle wait until they are read. */
async function messagesOf({ deps, person }: Context): Promise<TodayFacts['messages']> {
  const found = await deps.inbox.inbox(person.id, undefined, MESSAGES_LOOKED_AT);
  return found.flatMap(({ key, subject, items, readAt }) => {
    const told = items.find(({ due, stream }) => !due.startsWith(`${stream}/`));
    return readAt !== undefined || told === undefined ? [] : [{ key, subject, cycle: told.stream }];
  });
}
