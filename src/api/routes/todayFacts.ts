import { placeOf, withUnitsBelow } from '../../domain/access/place';
import type { Standing } from '../../domain/access/policy';
import { relationsToCycle } from '../../domain/access/relations';
import type { Figure } from '../../domain/indicators/facts';
import { readable } from '../../domain/indicators/named';
import type { Person, Role, Unit } from '../../domain/organisation/organisation.schema';
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
  const [cycles, figures, messages] = await Promise.all([
    cyclesOf({ context, standing, units, whoMay }),
    figuresOf({ context, standing, units, whoMay }),
    messagesOf(context),
  ]);
  return { me: standing.id, standsInFor: standing.standsInFor ?? [], at, cycles, ...figures, messages };
}

type WhoMay = (unit: string, roles: readonly Role[]) => Promise<readonly string[]>;

/** People with one of the roles in the unit, or in the nearest unit above it where there is one. Looked up once a unit. */
function approversIn({ deps }: Context, units: readonly Unit[]): WhoMay {
  const known = new Map<string, Promise<readonly Person[]>>();
  const inLine = (unit: string): Promise<readonly Person[]> => {
    const people = known.get(unit) ?? deps.organisation.peopleInUnits(placeOf(units, unit));
    known.set(unit, people);
    return people;
  };
  return async (unit, roles) => {
    const able = (await inLine(unit)).filter((person) => person.roles.some((role) => roles.includes(role)));
    return placeOf(units, unit).flatMap((at) => able.filter((person) => person.unit === at).map(({ id }) => id));
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
  const found = await deps.today.openCycles({ persons, planUnits: planUnitsOf(standing, units), limit: CYCLES_SHOWN });
  const kept: TodayCycle[] = [];
  for (const { cycle, dues } of found) {
    const { unit } = cycle;
    const relations = relationsToCycle(cycle, standing);
    if (!(await may('cycle.read', { unit, relations }))) continue;
    const planned = cycle.phase === 'plan';
    const approvers = planned ? await whoMay(unit, ['head-of-unit']) : [];
    const others = approvers.some((id) => !cycle.authors.includes(id) && id !== standing.id);
    const steadier = standing.roles.includes('head-of-unit') || !others;
    const mayApprove = planned && steadier && (await may('cycle.command.ApprovePlan', { unit, relations }));
    kept.push({ cycle, dues, mayApprove, approvers });
  }
  return kept;
}

/** Where somebody approves plans. An administrator may everywhere, but is asked only where nobody else can be. */
function planUnitsOf({ roles, unit }: Standing, units: readonly Unit[]): readonly string[] | 'all' {
  if (roles.includes('administrator')) return 'all';
  return roles.includes('head-of-unit') ? withUnitsBelow(units, unit) : [];
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
    const who = await whoMay(figure.unit, ['head-of-unit', 'improvement-lead', 'evaluator']);
    const words = { vi: readable(name, 'vi'), en: readable(name, 'en') };
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
