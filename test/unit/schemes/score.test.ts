import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkScheme } from '../../../src/domain/schemes/checkScheme';
import { nextBand } from '../../../src/domain/schemes/nextBand';
import { quotaLimit, quotaProposal } from '../../../src/domain/schemes/quota';
import type { QuotaPerson } from '../../../src/domain/schemes/quota';
import { shown } from '../../../src/domain/schemes/explain';
import { scoreOf } from '../../../src/domain/schemes/score';
import type { Score } from '../../../src/domain/schemes/score';
import { QuotaRule, SchemeDefinition, TryFacts } from '../../../src/domain/schemes/scheme.schema';
import { trial } from '../../../src/domain/schemes/trial';
import { installable, readPacks } from '../../../src/store/packs';

const shipped = new Map(installable(readPacks()).flatMap(({ contents }) => Object.entries(contents.schemes)));
function scheme(id: string): SchemeDefinition {
  const found = shipped.get(id);
  if (found === undefined) throw new Error(`no scheme ${id} ships`);
  return found;
}
const VN = scheme('vn-335-2025');
const KH = scheme('vn-khanh-hoa-2025');

function scored(definition: SchemeDefinition, facts: unknown): Score {
  const answer = scoreOf(definition, TryFacts.parse(facts));
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.score;
}
const refusal = (definition: SchemeDefinition, facts: unknown) => {
  const answer = scoreOf(definition, TryFacts.parse(facts));
  return answer.ok ? undefined : answer.refusal;
};
const ITEMS = [
  { weight: 10, done: true },
  { weight: 20, done: true, qualityFailures: 1 },
  { weight: 30, done: true, delays: 2 },
  { weight: 40, done: false },
];
/** All done, so that the tasks give their 70 points; `general` says the rest. */
const full = (general: number) => ({ general, items: [{ weight: 1, done: true }] });
/** Tasks of exactly `share` of their 70 points. */
const part = (general: number, share: number) => ({
  general,
  items: [{ weight: share, done: true }, ...(share < 100 ? [{ weight: 100 - share, done: false }] : [])],
});

describe('the decree of 2025', () => {
  it('scores the vector of its source', () => {
    const score = scored(VN, { general: 27, items: ITEMS });
    expect([score.a, score.b, score.c, score.task, score.total].map((one) => one && shown(one))).toEqual([
      ...[60, 55, 45, 37.333, 64.333],
    ]);
    expect(score.class).toBe('completed');
  });

  it.each([
    [19.999, 'good'],
    [20, 'excellent'],
    [20.001, 'excellent'],
    [0, 'good'],
  ])('with all work done and %d general points it is %s', (general, wanted) => {
    expect(scored(VN, full(general)).class).toBe(wanted);
  });

  it.each([
    [14.999, 50, 'not-completed'],
    [15, 50, 'completed'],
    [15.001, 50, 'completed'],
    [13.999, 80, 'completed'],
    [14, 80, 'good'],
    [14.001, 80, 'good'],
  ])('with %d general points and %d %% of the work it is %s', (general, share, wanted) => {
    expect(scored(VN, part(general, share)).class).toBe(wanted);
  });

  it.each(['discipline', 'corruption'])('a finding of %s stands above any points', (key) => {
    const score = scored(VN, { ...full(30), overrides: [key] });
    expect([shown(score.total), score.byPoints, score.class]).toEqual([100, 'excellent', 'not-completed']);
  });

  it('does not round across an edge, and says so', () => {
    const score = scored(VN, full(19.9996));
    expect([shown(score.total), score.class]).toEqual([90, 'good']);
    expect(score.explain.parts.some(({ rule }) => rule === 'edge')).toBe(true);
  });

  it('reaches an edge exactly where thirds sum to it', () => {
    const items = [1, 2].map((delays) => ({ weight: 1, done: true, delays: 0, qualityFailures: delays * 0 }));
    expect(scored(VN, { general: 20, items: [...items, { weight: 1, done: true }] }).class).toBe('excellent');
    const thirds = [
      { weight: 1, done: true },
      { weight: 2, done: true, qualityFailures: 4, delays: 4 },
    ];
    // a = 100, b = c = 100/3: 70 · (500/3) / 300 = 350/9
    expect(shown(scored(VN, { general: 11, items: thirds }).total)).toBe(49.889);
  });

  it('takes a leader’s unit into account', () => {
    const leader = { subordinates: ['good', 'not-completed'], organising: 80, cohesion: 100 };
    const score = scored(VN, { general: 30, items: [{ weight: 1, done: true }], leader });
    expect([shown(score.task), shown(score.total)]).toEqual([61.833, 91.833]);
  });

  it('forgives failures and delays of an objective cause, not that it is undone', () => {
    const cause = { objectiveCause: true, qualityFailures: 3, delays: 9 };
    expect(shown(scored(VN, { general: 0, items: [{ weight: 1, done: true, ...cause }] }).task)).toBe(70);
    expect(shown(scored(VN, { general: 0, items: [{ weight: 1, done: false, ...cause }] }).task)).toBe(0);
  });
});

describe('the scheme of Khánh Hòa of 2025', () => {
  const both = (sum: number, share: number) => {
    const { general: _g, ...rest } = part(0, share);
    return { ...rest, sections: { general: Math.min(20, sum), reform: Math.max(0, sum - 20) } };
  };
  it.each([
    [19.999, 100, 'good'],
    [20, 100, 'excellent'],
    [20.001, 100, 'excellent'],
    [9.999, 100, 'completed'],
    [10, 100, 'completed'],
    [10.001, 100, 'good'],
    [14.999, 50, 'not-completed'],
    [15, 50, 'completed'],
    [15.001, 50, 'completed'],
  ])('with %d points of criteria and %d %% of the work it is %s', (points, share, wanted) => {
    expect(scored(KH, both(points, share)).class).toBe(wanted);
  });

  it('knows findings as well', () => {
    for (const key of ['discipline', 'corruption'])
      expect(scored(KH, { ...both(30, 100), overrides: [key] }).class).toBe('not-completed');
  });
});

describe('facts that cannot be scored', () => {
  it.each([
    [{ general: 27, items: [] }, 'SCHEME_NO_WORK', '/items'],
    [{ general: 31, items: ITEMS }, 'SCHEME_POINTS_ABOVE_MAX', '/general'],
    [{ items: ITEMS }, 'SCHEME_POINTS_MISSING', '/sections/general'],
    [{ general: 1, sections: { general: 1 }, items: ITEMS }, 'SCHEME_POINTS_TWICE', '/general'],
    [{ sections: { other: 1 }, items: ITEMS }, 'SCHEME_UNKNOWN_SECTION', '/sections/other'],
    [{ sections: { general: 30.5 }, items: ITEMS }, 'SCHEME_POINTS_ABOVE_MAX', '/sections/general'],
    [{ general: 1, items: ITEMS, overrides: ['laziness'] }, 'SCHEME_UNKNOWN_OVERRIDE', '/overrides/0'],
  ])('are refused, naming the field: %j', (facts, code, field) => {
    expect(refusal(VN, facts)).toMatchObject({ code, field });
  });
});

describe('a scheme', () => {
  it.each([...shipped])('%s is sound', (_id, definition) => {
    expect(checkScheme(definition)).toBeUndefined();
  });

  const change = (more: object) => checkScheme(SchemeDefinition.parse({ ...VN, ...more }))?.code;
  it('that leaves a gap between its classes is refused', () => {
    const bands = [
      { key: 'excellent', above: 50 },
      { key: 'good', below: 50 },
      { key: 'completed', below: 0 },
    ];
    expect(change({ bands, passing: 'good', overrides: [], quotas: [] })).toBe('SCHEME_BANDS_LEAVE_A_GAP');
  });
  it('whose classes are out of order is refused', () => {
    expect(change({ bands: [...VN.bands].reverse().map((one, i) => (i === 0 ? { ...one, below: 50 } : one)) })).toBe(
      'SCHEME_BANDS_OUT_OF_ORDER',
    );
  });
  it('whose criteria, formula or classes do not fit is refused', () => {
    const [general, tasks] = VN.sections;
    expect(change({ sections: [{ ...general, max: 29 }, tasks] })).toBe('SCHEME_CRITERIA_DO_NOT_SUM');
    expect(change({ sections: [general, { ...tasks, of: { type: 'work', formula: 'a + x' } }] })).toBe(
      'SCHEME_FORMULA_UNKNOWN_NAME',
    );
    expect(change({ passing: 'fine' })).toBe('SCHEME_UNKNOWN_BAND');
    expect(change({ quotas: [{ class: 'excellent', share: 0.2, of: ['fine'], per: ['agency'] }] })).toBe(
      'SCHEME_UNKNOWN_BAND',
    );
  });
});

const item = fc.record({
  weight: fc.integer({ min: 1, max: 1000 }),
  done: fc.boolean(),
  qualityFailures: fc.integer({ min: 0, max: 6 }),
  delays: fc.integer({ min: 0, max: 6 }),
  objectiveCause: fc.boolean(),
});
const items = fc.array(item, { minLength: 1, maxLength: 8 });
const general = fc.integer({ min: 0, max: 30_000 }).map((n) => n / 1000);

/** The whole in fractions of whole numbers, independently: numerator over 12 · Σ weight · 1000. */
function byFractions(points: number, all: readonly TryFacts['items'][number][]) {
  const weight = all.reduce((sum, one) => sum + BigInt(one.weight), 0n);
  const left = (times: number, forgiven: boolean) => (forgiven ? 4n : BigInt(Math.max(0, 4 - times)));
  const quarters = all.reduce((sum, { done, weight: w, qualityFailures, delays, objectiveCause }) => {
    if (!done) return sum;
    return sum + BigInt(w) * (4n + left(qualityFailures, objectiveCause) + left(delays, objectiveCause));
  }, 0n);
  const numerator = BigInt(Math.round(points * 1000)) * 12n * weight + 70_000n * quarters;
  return { numerator, denominator: 12_000n * weight };
}

describe('whatever the facts are', () => {
  it('the class is that of an independent computation in fractions', () => {
    fc.assert(
      fc.property(general, items, (points, all) => {
        const { numerator, denominator } = byFractions(points, all);
        const least = (edge: bigint) => numerator >= edge * denominator;
        const wanted = least(90n) ? 'excellent' : least(70n) ? 'good' : least(50n) ? 'completed' : 'not-completed';
        const score = scored(VN, { general: points, items: all });
        expect(score.class).toBe(wanted);
        expect(
          score.total
            .minus(`${(numerator * 10n ** 30n) / denominator}e-30`)
            .abs()
            .lt('1e-29'),
        ).toBe(true);
      }),
    );
  });

  it('a further failure or delay, or a product undone, never raises a score', () => {
    fc.assert(
      fc.property(general, items, fc.nat(), (points, all, n) => {
        const total = (some: readonly object[]) => scored(VN, { general: points, items: some }).total;
        const at = n % all.length;
        for (const worse of [
          (one: TryFacts['items'][number]) => ({ ...one, qualityFailures: one.qualityFailures + 1 }),
          (one: TryFacts['items'][number]) => ({ ...one, delays: one.delays + 1 }),
          (one: TryFacts['items'][number]) => ({ ...one, done: false }),
        ])
          expect(total(all.map((one, i) => (i === at ? worse(one) : one))).lte(total(all))).toBe(true);
      }),
    );
  });

  it('the order of products changes nothing, and parts stay within their maxima', () => {
    fc.assert(
      fc.property(general, items, (points, all) => {
        const score = scored(VN, { general: points, items: all });
        expect(scored(VN, { general: points, items: [...all].reverse() }).total.equals(score.total)).toBe(true);
        for (const { points: got, max } of score.sections) expect(got.gte(0) && got.lte(max)).toBe(true);
      }),
    );
  });
});

describe('a quota', () => {
  const rule = QuotaRule.parse({ class: 'excellent', share: 0.2, of: ['excellent', 'good'], per: ['agency'] });
  const person = (total: number, of: string, more: Partial<QuotaPerson> = {}): QuotaPerson => ({
    ...{ person: `p${total}-${of}`, agency: 'kh', duties: 'clerk', total, class: of },
    ...more,
  });
  const ten = (...totals: readonly number[]) => [
    ...totals.map((total, i) => person(total, 'excellent', { person: `x${i}` })),
    ...Array.from({ length: 10 - totals.length }, (_, i) => person(80, 'good', { person: `g${i}` })),
  ];

  it('says nothing of nobody, and lowers a single person', () => {
    expect(quotaProposal(rule, []).groups).toEqual([]);
    expect(quotaProposal(rule, [person(95, 'excellent')])).toMatchObject({ groups: [{ limit: 0 }], kept: [] });
  });
  it('keeps the best', () => {
    expect(quotaProposal(rule, ten(91, 99, 95))).toMatchObject({ kept: ['x1', 'x2'], lowered: ['x0'] });
  });
  it('breaks no tie across the limit', () => {
    const { groups, kept, lowered } = quotaProposal(rule, ten(95, 99, 95, 91));
    expect(groups[0]).toMatchObject({ tied: [{ person: 'x0' }, { person: 'x2' }], limit: 2 });
    expect([kept, lowered]).toEqual([['x1'], ['x3']]);
  });
  it('rounds an exact half as the rule says', () => {
    const limit = (rounding: 'down' | 'half-up' | 'up') => quotaLimit({ share: 0.1, rounding }, 25);
    expect([limit('down'), limit('half-up'), limit('up')]).toEqual([2, 3, 3]);
  });
  it('counts those lowered among the good, where the share is of the good', () => {
    const of = { ...rule, of: ['good'] };
    // 6 people: 1 kept ≤ 20 % of the 5 others; 2 would need 10.
    expect(quotaProposal(of, ten(95, 94, 93).slice(0, 6)).groups[0]).toMatchObject({ limit: 1, base: 5 });
  });
  it('keeps only whom every rule keeps', () => {
    const people = ten(99, 98).map((one, i) => ({ ...one, duties: i === 0 ? 'driver' : 'clerk' }));
    const both = quotaProposal({ ...rule, per: ['agency', 'duties'] }, people);
    expect([both.kept, both.lowered]).toEqual([['x1'], ['x0']]);
  });

  const people = fc
    .array(fc.record({ total: fc.integer({ min: 60, max: 100 }), good: fc.boolean() }), { maxLength: 40 })
    .map((all) => all.map(({ total, good }, i) => person(total, good ? 'good' : 'excellent', { person: `p${i}` })));
  it('never keeps a lower score over a higher one, never too many, and one more would break it unless tied', () => {
    fc.assert(
      fc.property(people, (all) => {
        for (const { keep, tied, lower, limit, base } of quotaProposal(rule, all).groups) {
          expect(keep.length).toBeLessThanOrEqual(0.2 * base);
          const best = Math.max(...[...tied, ...lower].map(({ total }) => total), 0);
          for (const { total } of keep) expect(total).toBeGreaterThan(best === total ? total - 1 : best);
          if (tied.length === 0 && lower.length > 0) expect(keep.length).toBe(limit);
          if (tied.length > 0) expect(keep.length + tied.length).toBeGreaterThan(limit);
        }
      }),
    );
  });
});

describe('the next class', () => {
  it('names the points and the products that alone would suffice', () => {
    expect(nextBand(VN, TryFacts.parse({ general: 27, items: ITEMS }))).toEqual({
      ...{ state: 'reachable', class: 'good', missing: 5.667 },
      ways: [{ how: 'product-done', item: 3, total: 92.333, class: 'excellent' }],
    });
    expect(nextBand(VN, TryFacts.parse(full(18)))).toMatchObject({
      ways: [{ how: 'points', section: 'general', points: 20, max: 30 }],
    });
  });
  it('says when it is out of reach, the best already, or a finding decides', () => {
    const failed = { general: 0, items: [{ weight: 1, done: true, qualityFailures: 4, delays: 4 }] };
    expect(nextBand(VN, TryFacts.parse({ ...failed, general: 27 }))).toMatchObject({
      class: 'good',
      state: 'out-of-reach',
    });
    expect(nextBand(VN, TryFacts.parse(full(30)))).toEqual({ state: 'best' });
    expect(nextBand(VN, TryFacts.parse({ ...full(30), overrides: ['discipline'] }))).toMatchObject({
      state: 'finding',
    });
  });
});

describe('a trial', () => {
  it('says who would move class and why, and names nobody in a small group', () => {
    const harder = { ...VN, bands: VN.bands.map((one) => (one.key === 'excellent' ? { ...one, atLeast: 95 } : one)) };
    const rows = [...Array(5).keys()].map((i) => ({ person: `p${i}`, facts: TryFacts.parse(full(20 + i * 2)) }));
    const answer = trial(harder, VN, rows);
    expect(answer).toMatchObject({ people: 5, down: 3, unchanged: 2, up: 0, notScored: 0 });
    expect(answer.moved?.map(({ person }) => person)).toEqual(['p0', 'p1', 'p2']);
    expect(trial(harder, VN, rows.slice(1)).moved).toBeUndefined();
  });
});
