import { describe, expect, it } from '@jest/globals';
import { IndicatorDefinition } from '../../../src/domain/indicators/indicator.schema';
import { periodsBetween, shifted } from '../../../src/domain/indicators/period';
import type { IndicatorValue } from '../../../src/domain/indicators/value';
import { evaluateScorecard } from '../../../src/domain/scorecards/evaluate';
import { strategyMap } from '../../../src/domain/scorecards/map';
import { ScorecardDefinition } from '../../../src/domain/scorecards/scorecard.schema';
import type { MeasureFacts } from '../../../src/domain/scorecards/view';
import { randomNormal, seededRandom } from '../../../src/domain/statistics/random';

const LAST = '2026-Q3';
const definition = (links: readonly object[]) =>
  ScorecardDefinition.parse({
    name: { vi: 'Thẻ điểm', en: 'Scorecard' },
    unit: 'office',
    perspectives: [{ key: 'p', name: 'Process' }],
    objectives: [
      { key: 'skills', perspective: 'p', name: { vi: 'Kỹ năng', en: 'Skills' }, measures: [{ indicator: 'skills' }] },
      { key: 'speed', perspective: 'p', name: { vi: 'Tốc độ', en: 'Speed' }, measures: [{ indicator: 'speed' }] },
      { key: 'empty', perspective: 'p', name: { vi: 'Trống', en: 'Empty' } },
    ],
    links,
  });

/** An indicator whose score is its value, with these last ones. */
function measure(indicator: string, scores: readonly number[]): readonly [string, MeasureFacts] {
  const of = IndicatorDefinition.parse({
    ...{ name: indicator, frequency: 'quarter', target: 1, baseline: 0 },
    scoring: { rule: 'progress' },
  });
  const series = periodsBetween(shifted(LAST, 1 - scores.length), LAST).map((period, i): IndicatorValue => {
    const value = scores[i] ?? 0;
    return {
      ...{ indicator, unit: 'office', period },
      state: 'value',
      value,
      quality: 'normal',
      score: value,
      raw: value,
    };
  });
  return [indicator, { definition: of, period: LAST, series }];
}

/** The speed follows the skills one quarter later. */
function drawn(quarters: number) {
  const random = seededRandom('a map');
  const skills = Array.from({ length: quarters }, () => 0.5 + 0.1 * randomNormal(random));
  const speed = skills.map((_, i) => (skills[i - 1] ?? 0.5) + 0.02 * randomNormal(random));
  return new Map([measure('skills', skills), measure('speed', speed)]);
}

function mapOf(links: readonly object[], measures: ReadonlyMap<string, MeasureFacts>) {
  const of = definition(links);
  const view = evaluateScorecard({ definition: of, period: LAST, today: '2026-10-05', measures });
  return strategyMap({ id: 'office', definition: of, view, measures });
}

describe('a strategy map', () => {
  it('shows each objective with its status, and each link with what the data say', () => {
    const { nodes, links, caution } = mapOf([{ from: 'skills', to: 'speed' }], drawn(24));
    expect(nodes.map(({ key, scoredPeriods }) => [key, scoredPeriods])).toEqual([
      ['skills', 24],
      ['speed', 24],
      ['empty', 0],
    ]);
    expect(links[0]?.check).toMatchObject({ finding: 'leads', best: { lag: 1, pairs: 22 } });
    expect(links[0]?.check.words.en).toMatch(
      /^The data support this link: when “Skills” improves, “Speed” improves 1 quarter later\. Rank correlation 0\.\d\d over 22 pairs/,
    );
    expect(links[0]?.check.words.vi).toContain('khi «Kỹ năng» tốt lên, «Tốc độ» tốt lên 1 quý sau');
    expect(caution.en).toContain('not proof of cause');
  });

  it('says when the data show the other direction', () => {
    const [link] = mapOf([{ from: 'speed', to: 'skills', lag: 1 }], drawn(24)).links;
    expect(link?.check).toMatchObject({ finding: 'reverse', best: { lag: -1 } });
    expect(link?.check.words.en).toContain('when “Skills” improves, “Speed” improves 1 quarter later');
    expect(link?.check.words.en).toContain('The lag stated is 1 period.');
  });

  it('says from when a statement is possible where there are too few periods', () => {
    const [link] = mapOf([{ from: 'skills', to: 'speed', lag: 1 }], drawn(10)).links;
    expect(link?.check).toMatchObject({ finding: 'too-few', possibleFrom: '2027-Q2' });
    expect(link?.check.words.en).toContain('9 pairs of periods');
  });

  it('names the objective that has no measure', () => {
    const [link] = mapOf([{ from: 'empty', to: 'speed' }], drawn(24)).links;
    expect(link?.check.words.vi).toContain('«Trống» không có thước đo');
  });
});
