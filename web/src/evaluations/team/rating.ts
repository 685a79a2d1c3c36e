import type { EvaluationCommand } from '../../../../src/domain/evaluations/evaluation.schema';
import type { Criterion } from '../../../../src/domain/schemes/scheme.schema';
import { criteriaOf } from '../criteria';
import type { EvaluationShown, Scheme } from '../queries';

/** Reasons that are given often; others are written in one's own words. */
export const REASONS = ['work', 'colleagues', 'rules', 'more', 'guidance'] as const;
export type Reason = (typeof REASONS)[number];
export const isReason = (text: string): text is Reason => REASONS.some((one) => one === text);

/** What somebody gives points for. `before`: what was given already. */
export type Line = {
  readonly path: string;
  readonly name: string;
  readonly criterion?: Criterion;
  readonly max: number;
  readonly self?: number;
  readonly before?: number;
};
/** As typed. `own`: a reason in one's own words. */
export type Entry = { readonly points: string; readonly reason: Reason | ''; readonly own?: string };
export type Entries = Readonly<Record<string, Entry>>;
export type RateOrder = Extract<EvaluationCommand, { type: 'Rate' }>;
const LEADER = ['organising', 'cohesion'] as const;
const optional = <Key extends string, T>(key: Key, value: T | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, T>>;

/** The criteria of the scheme and, of a leader, the two that their formula needs. */
export function linesOf({ ratings: { self, manager }, leader }: EvaluationShown, scheme: Scheme): readonly Line[] {
  const rated = criteriaOf(scheme).map(({ path, criterion }) => ({
    ...{ path, criterion, name: criterion.key, max: criterion.max },
    ...optional('self', self?.points[path]),
    ...optional('before', manager?.points[path]),
  }));
  const needed = leader && scheme.sections.some(({ of }) => of.type === 'work' && of.leaderFormula !== undefined);
  const led = LEADER.map((name) => ({
    ...{ path: `leader/${name}`, name, max: 100 },
    ...optional('before', manager?.leader?.[name]),
  }));
  return needed ? [...rated, ...led] : rated;
}

export const differs = ({ self }: Line, { points }: Entry): boolean => self !== undefined && Number(points) !== self;

export type Missing = {
  readonly line: Line;
  readonly why: 'points' | 'range' | 'reason';
  readonly part: 'points' | 'reason';
};
/** The first thing that keeps this from being sent. */
export function missingIn(lines: readonly Line[], entries: Entries): Missing | undefined {
  for (const line of lines) {
    const entry = entries[line.path];
    if (entry === undefined || entry.points.trim() === '') return { line, why: 'points', part: 'points' };
    const value = Number(entry.points);
    if (!(value >= 0 && value <= line.max)) return { line, why: 'range', part: 'points' };
    const reasoned = entry.reason !== '' || (entry.own ?? '').trim() !== '';
    if (differs(line, entry) && !reasoned) return { line, why: 'reason', part: 'reason' };
  }
  return undefined;
}

/** What was typed, as the command. */
export function orderOf(lines: readonly Line[], entries: Entries, said: (reason: Reason) => string): RateOrder {
  const value = (path: string): number => Number(entries[path]?.points);
  const rated = lines.filter(({ criterion }) => criterion !== undefined);
  const reasons = rated.flatMap((line) => {
    const entry = entries[line.path];
    if (entry === undefined || !differs(line, entry)) return [];
    const own = entry.own?.trim() ?? '';
    return [[line.path, own !== '' ? own : entry.reason === '' ? '' : said(entry.reason)] as const];
  });
  return {
    ...{ type: 'Rate', ratings: Object.fromEntries(rated.map(({ path }) => [path, value(path)])) },
    ...(lines.length > rated.length && {
      leader: { organising: value('leader/organising'), cohesion: value('leader/cohesion') },
    }),
    ...(reasons.length > 0 && { reasons: Object.fromEntries(reasons) }),
  };
}
