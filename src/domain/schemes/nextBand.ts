import { Exact } from '../scoring/scored';
import { shown } from './explain';
import { scoreOf } from './score';
import type { Score } from './score';
import type { SchemeDefinition, TryFacts } from './scheme.schema';

/** One change that alone would suffice. */
export type Way =
  | { readonly how: 'points'; readonly section: string; readonly points: number; readonly max: number }
  | { readonly how: 'product-done'; readonly item: number; readonly total: number; readonly class: string };
export type NextBand =
  | { readonly state: 'best' }
  /** A finding stands above the points: more points change nothing. */
  | { readonly state: 'finding'; readonly class: string }
  | {
      readonly state: 'reachable' | 'out-of-reach';
      readonly class: string;
      /** Points of the whole that are missing, rounded up to a thousandth. */
      readonly missing: number;
      readonly ways: readonly Way[];
    };

/**
 * What it would take to reach the next better class. An excused delay is never suggested: that is for whoever is competent to
 * find, not something to work towards. Refused facts have no next class.
 */
export function nextBand(definition: SchemeDefinition, facts: TryFacts): NextBand | undefined {
  const scored = scoreOf(definition, facts);
  if (!scored.ok) return undefined;
  const { score } = scored;
  if (score.class !== score.byPoints) return { state: 'finding', class: score.class };
  const rank = definition.bands.findIndex(({ key }) => key === score.class);
  const next = definition.bands[rank - 1];
  if (next === undefined) return { state: 'best' };
  const edge = new Exact(next.atLeast ?? next.above ?? 0);
  const gap = Exact.max(0, edge.minus(score.total));
  const missing = gap.plus(next.atLeast === undefined ? '0.001' : 0).toDecimalPlaces(3, Exact.ROUND_UP);
  const ways = [...pointWays(score, missing), ...productWays(definition, facts, rank)];
  const reach = atBest(definition, facts);
  const state = reach !== undefined && reach < rank ? 'reachable' : 'out-of-reach';
  return { state, class: next.key, missing: missing.toNumber(), ways };
}

const pointWays = ({ sections }: Score, missing: Exact): readonly Way[] =>
  sections.flatMap(({ key, points, max, rated }): readonly Way[] => {
    const wanted = points.plus(missing);
    return rated && wanted.lessThanOrEqualTo(max) ? [{ how: 'points', section: key, points: shown(wanted), max }] : [];
  });

function productWays(definition: SchemeDefinition, facts: TryFacts, rank: number): readonly Way[] {
  return facts.items.flatMap((item, i): readonly Way[] => {
    if (item.done) return [];
    const items = facts.items.map((one, at) => (at === i ? { ...one, done: true } : one));
    const then = scoreOf(definition, { ...facts, items });
    if (!then.ok || rankOf(definition, then.score) >= rank) return [];
    return [{ how: 'product-done', item: i, total: shown(then.score.total), class: then.score.class }];
  });
}

const rankOf = ({ bands }: SchemeDefinition, score: Score): number => bands.findIndex(({ key }) => key === score.class);

/** The class with every product done and all points of the rated sections; what failed or was late stays so. */
function atBest(definition: SchemeDefinition, facts: TryFacts): number | undefined {
  const { general: _general, sections: _sections, ...rest } = facts;
  const rated = definition.sections.filter(({ of }) => of.type === 'rated');
  const sections = Object.fromEntries(rated.map(({ key, max }) => [key, max]));
  const best = scoreOf(definition, { ...rest, sections, items: facts.items.map((one) => ({ ...one, done: true })) });
  return best.ok ? rankOf(definition, best.score) : undefined;
}
