import { describe, expect, it } from '@jest/globals';
import { duesOfWaiting } from '../../../src/domain/evaluationPeriods/waiting';
import { inPhase } from './examples';

const kinds = (phase: Parameters<typeof inPhase>[0], waiting: Parameters<typeof duesOfWaiting>[1]) =>
  duesOfWaiting(inPhase(phase), waiting).map(({ kind, persons, title }) => `${kind} ${persons.join()} ${title}`);

describe('what people owe a period', () => {
  const self = { phase: 'self', who: 'an', agency: 'kh', count: 1 } as const;
  const rating = { phase: 'rating', who: 'head', agency: 'kh', count: 37 } as const;
  const approving = { phase: 'approving', who: 'chief', agency: 'kh', count: 37 } as const;

  it('is one item for many evaluations that wait for the same person', () => {
    expect(kinds('rating', [self, rating, approving])).toEqual([
      'evaluation-rating head 37 người, a',
      'evaluation-approval chief 37 người, a',
    ]);
    expect(kinds('selfAssessment', [self, rating])).toEqual(['evaluation-self an a']);
  });

  it('is nothing before the period is over, and of an appeal until it is decided', () => {
    expect(kinds('collecting', [self, rating, approving])).toEqual([]);
    const appeal = { phase: 'appealed', who: 'an', agency: 'kh', count: 1, decideUntil: '2026-05-04' } as const;
    expect(duesOfWaiting(inPhase('appeals'), [appeal])).toMatchObject([
      { kind: 'evaluation-appeal', persons: ['le-an'], dueAt: '2026-05-04T10:00:00.000Z' },
    ]);
  });
});
