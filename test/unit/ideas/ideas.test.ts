import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decide, propose } from '../../../src/domain/ideas/decide';
import type { IdeaDecision } from '../../../src/domain/ideas/decide';
import { duesOf } from '../../../src/domain/ideas/dues';
import { saysImproved } from '../../../src/domain/ideas/evidence';
import type { CycleEvidence } from '../../../src/domain/ideas/evidence';
import type { IdeaEvent } from '../../../src/domain/ideas/events';
import { evolve, ideaOf } from '../../../src/domain/ideas/evolve';
import { IdeaPoints } from '../../../src/domain/ideas/idea.schema';
import type { IdeaCommand } from '../../../src/domain/ideas/idea.schema';
import { pointsFor, pointsOf, stageOf, total } from '../../../src/domain/ideas/points';
import { divided } from '../../../src/domain/ideas/shares';
import { contributorsOf } from '../../../src/domain/ideas/state';
import type { Idea } from '../../../src/domain/ideas/state';

const [MON, TUE, WED] = ['2026-03-02', '2026-03-03', '2026-03-04'].map((day) => `${day}T03:00:00.000Z`) as [
  string,
  string,
  string,
];
const MADE = { id: 'i-1', unit: 'kh-dpi', answerers: ['lead'], answerDue: '2026-03-16T10:00:00.000Z' };
const settings = () => IdeaPoints.parse({});

function eventsOf(decision: IdeaDecision): readonly IdeaEvent[] {
  if (!decision.ok) throw new Error(decision.refusal.code);
  return decision.events;
}
function anIdea(id = 'i-1', by = 'binh', contributors?: readonly { person: string; share: number }[]): Idea {
  const input = { title: 'Checklist', text: 'A short one', anonymous: false };
  const full = contributors === undefined ? input : { ...input, contributors: [...contributors] };
  const idea = ideaOf(eventsOf(propose(full, { ...MADE, id }, { by, at: MON })));
  if (idea === undefined) throw new Error('nothing was proposed');
  return idea;
}
const codeOf = (decision: IdeaDecision) => (decision.ok ? 'accepted' : decision.refusal.code);
const after = (idea: Idea, command: IdeaCommand, by: string, at = TUE): Idea =>
  eventsOf(decide(command, idea, { by, at }, { cycle: CYCLE })).reduce<Idea>(
    (state, event) => evolve(state, event),
    idea,
  );
const CYCLE = { id: 'kh-dpi~licence~1', unit: 'kh-dpi', launchedAt: TUE };
const PROOF: CycleEvidence = { cycle: CYCLE.id, unit: 'kh-dpi', title: 'Checklist', launchedAt: TUE };

describe('an idea', () => {
  it('is supported once by each person, who may take it back; not by whoever proposed it', () => {
    const twice = after(after(anIdea(), { type: 'SupportIdea' }, 'chi'), { type: 'SupportIdea' }, 'chi');
    expect(twice.supporters).toEqual(['chi']);
    expect(after(twice, { type: 'TakeBackSupport' }, 'chi').supporters).toEqual([]);
    expect(codeOf(decide({ type: 'SupportIdea' }, anIdea(), { by: 'binh', at: TUE }))).toBe('IDEA_IS_YOUR_OWN');
  });

  it('owes an answer until somebody else than its contributors gives one', () => {
    const answer: IdeaCommand = { type: 'AnswerIdea', answer: 'take-up', reason: 'We try it' };
    expect(duesOf(anIdea())).toMatchObject([{ kind: 'idea-answer', persons: ['lead'], dueAt: MADE.answerDue }]);
    expect(codeOf(decide(answer, anIdea(), { by: 'binh', at: TUE }))).toBe('IDEA_IS_YOUR_OWN');
    expect(duesOf(after(anIdea(), answer, 'lead'))).toEqual([]);
  });

  it('takes as evidence only a cycle that began after it, came from no other idea, and is linked by somebody else', () => {
    const link: IdeaCommand = { type: 'LinkCycle', cycle: CYCLE.id };
    const asked = (by: string, facts: object) => codeOf(decide(link, anIdea(), { by, at: WED }, facts));
    expect(asked('binh', { cycle: CYCLE })).toBe('IDEA_IS_YOUR_OWN');
    expect(asked('lead', {})).toBe('IDEA_NEEDS_A_CYCLE');
    expect(asked('lead', { cycle: { ...CYCLE, launchedAt: '2026-01-01T00:00:00.000Z' } })).toBe(
      'CYCLE_IS_OLDER_THAN_THE_IDEA',
    );
    expect(asked('lead', { cycle: CYCLE, cycleBelongsTo: 'i-2' })).toBe('CYCLE_CAME_FROM_ANOTHER_IDEA');
    expect(asked('lead', { cycle: CYCLE })).toBe('accepted');
  });

  it('changes its shares once every contributor has named the same, and leaves nobody out', () => {
    const idea = anIdea('i-1', 'binh', [
      { person: 'binh', share: 0.5 },
      { person: 'chi', share: 0.5 },
    ]);
    const wish: IdeaCommand = {
      type: 'AgreeShares',
      contributors: [
        { person: 'binh', share: 0.75 },
        { person: 'chi', share: 0.25 },
      ],
    };
    const asked = after(idea, wish, 'binh');
    expect(contributorsOf(asked)[0]?.share).toBe(0.5);
    expect(contributorsOf(after(asked, wish, 'chi'))[0]?.share).toBe(0.75);
    const alone: IdeaCommand = { type: 'AgreeShares', contributors: [{ person: 'binh', share: 1 }] };
    expect(codeOf(decide(alone, idea, { by: 'binh', at: TUE }))).toBe('CONTRIBUTOR_LEFT_OUT');
  });

  it('keeps its contributors when it is merged into another', () => {
    const taken: IdeaEvent = {
      ...{ type: 'IdeaTookIn', idea: 'i-2', weight: 1, by: 'lead', at: WED },
      shares: [{ person: 'dung', share: 1 }],
    };
    expect(contributorsOf(evolve(anIdea(), taken))).toEqual([
      { person: 'binh', share: 0.5 },
      { person: 'dung', share: 0.5 },
    ]);
  });
});

describe('points of an idea', () => {
  const proved: CycleEvidence = { ...PROOF, testedAt: TUE, improvedAt: TUE, adoptedAt: WED };

  it('come from evidence alone, each with what proves it', () => {
    const points = pointsOf(anIdea(), [proved, { ...proved, cycle: 'kh-doh~x~1', unit: 'kh-doh' }], settings);
    expect(points.map(({ kind, points: of }) => [kind, of])).toEqual([
      ['proposed', 1],
      ['tested', 3],
      ['improved', 10],
      ['adopted', 10],
      ['spread', 5],
    ]);
    expect(points[4]).toMatchObject({ unit: 'kh-dpi', evidence: { kind: 'cycle' } });
  });

  it('stop when the idea is withdrawn', () => {
    const withdrawn = after(anIdea(), { type: 'WithdrawIdea', reason: 'Already there' }, 'binh');
    expect(pointsOf(withdrawn, [proved], settings).map(({ kind }) => kind)).toEqual(['proposed']);
  });

  it('do not depend on the order of events or of evidence', () => {
    const free: readonly IdeaEvent[] = [
      { type: 'IdeaSupported', by: 'chi', at: TUE },
      { type: 'CycleLinked', cycle: 'a', by: 'lead', at: TUE },
      { type: 'CycleLinked', cycle: 'b', by: 'lead', at: WED },
      { type: 'SpreadNoted', unit: 'kh-doh', evidence: 'c', by: 'lead', at: WED },
      { type: 'IdeaTookIn', idea: 'i-2', weight: 1, shares: [{ person: 'dung', share: 1 }], by: 'lead', at: WED },
      { type: 'IdeaTookIn', idea: 'i-3', weight: 2, shares: [{ person: 'hoa', share: 1 }], by: 'lead', at: WED },
    ];
    const proofs = [proved, { ...proved, cycle: 'c', unit: 'kh-doh' }, { ...PROOF, cycle: 'b', testedAt: MON }];
    const pointsIn = (events: readonly IdeaEvent[], evidence: readonly CycleEvidence[]) => {
      const idea = events.reduce<Idea>((state, event) => evolve(state, event), anIdea());
      const earned = pointsOf(idea, evidence, settings);
      return ['binh', 'dung', 'hoa'].map((one) => total(pointsFor(one, idea, earned)));
    };
    const orderOf = <T>(of: readonly T[]) => fc.shuffledSubarray([...of], { minLength: of.length });
    fc.assert(
      fc.property(orderOf(free), orderOf(proofs), (events, evidence) => {
        expect(pointsIn(events, evidence)).toEqual(pointsIn(free, proofs));
      }),
    );
  });

  it('are divided so that the parts sum exactly to the whole', () => {
    const shares = fc.uniqueArray(
      fc.record({ person: fc.string(), share: fc.double({ min: 0.001, max: 1, noNaN: true }) }),
      {
        selector: ({ person }) => person,
        minLength: 1,
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), shares, (points, among) => {
        expect(total([...divided(points, among).values()].map((own) => ({ own })))).toBe(points);
      }),
    );
  });
});

describe('where an idea stands', () => {
  it('follows its evidence', () => {
    const taken = after(anIdea(), { type: 'LinkCycle', cycle: CYCLE.id }, 'lead', WED);
    expect(stageOf(anIdea(), [])).toBe('new');
    expect(stageOf(taken, [PROOF])).toBe('taken-up');
    expect(stageOf(taken, [{ ...PROOF, testedAt: WED }])).toBe('tested');
    expect(stageOf(taken, [{ ...PROOF, testedAt: WED, improvedAt: WED }])).toBe('improved');
  });

  it('is not improved when something that was to stay was harmed', () => {
    const verdict = (over: object) => ({ verdict: 'improved', role: 'outcome', ...over }) as never;
    expect(saysImproved({ verdicts: [verdict({})] })).toBe(true);
    expect(saysImproved({ verdicts: [verdict({}), verdict({ role: 'balancing', harmed: true })] })).toBe(false);
    expect(saysImproved({ verdicts: [verdict({}), verdict({ verdict: 'worse' })] })).toBe(false);
  });
});
