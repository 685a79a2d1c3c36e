import { describe, expect, it } from '@jest/globals';
import { DraftPlan } from '../../../src/domain/cycle/cycle.schema';
import { templateOf } from '../../../src/domain/cycle/planTemplate';
import { TemplatePlan } from '../../../src/domain/cycle/planTemplate.schema';
import { packedPlanTemplates } from '../../../src/store/planTemplates';

describe('a plan template', () => {
  it('keeps of a plan what is of no one time and place', () => {
    const kept = templateOf({
      problem: 'Slow',
      aim: { text: 'Quicker', by: '2027-01-01' },
      indicators: [
        { key: 'm', aggregation: 'median', role: 'outcome', baseline: 9, target: 3, unit: 'days', speed: true },
      ],
      countermeasures: [{ key: 'form', title: 'A form', owner: 'lan', due: '2027-01-01', cost: 2 }],
      pilot: { scope: 'Counter 1', smallScale: true, filter: { unit: ['kh'] } },
      baseline: { from: '2026-01-01', to: '2026-02-01' },
      reviewers: ['hoa'],
      do: 'P3M',
    });
    expect(kept).toEqual({
      problem: 'Slow',
      aim: { text: 'Quicker' },
      indicators: [{ key: 'm', aggregation: 'median', role: 'outcome', target: 3 }],
      countermeasures: [{ key: 'form', title: 'A form', cost: 2 }],
      pilot: { scope: 'Counter 1', smallScale: true },
      do: 'P3M',
    });
    expect(TemplatePlan.parse(kept)).toEqual(kept);
  });

  it('of every pack is a plan that can be launched, with a source and its assumptions', () => {
    const packed = packedPlanTemplates();
    expect(packed.map(({ id }) => id)).toContain('business-licensing');
    for (const { plan, source, assumptions } of packed) {
      expect(DraftPlan.safeParse(plan).success).toBe(true);
      expect([source, assumptions]).not.toContainEqual(undefined);
    }
  });
});
