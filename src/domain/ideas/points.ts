import type { Instant } from '../shared/time';
import type { CycleEvidence } from './evidence';
import type { IdeaPoints } from './idea.schema';
import { divided } from './shares';
import { contributorsOf } from './state';
import type { Idea } from './state';

export const POINT_KINDS = ['proposed', 'tested', 'improved', 'adopted', 'spread'] as const;
export type PointKind = (typeof POINT_KINDS)[number];

/** Points of one idea for one reason, with what proves it. `points`: for all contributors together. */
export type EarnedPoints = {
  readonly kind: PointKind;
  readonly idea: string;
  readonly points: number;
  readonly at: Instant;
  readonly evidence: { readonly kind: 'idea' | 'cycle'; readonly id: string };
  /** Of `spread`: who took it over. */
  readonly unit?: string;
};
/** What of them is one person's. */
export type PersonPoints = EarnedPoints & { readonly share: number; readonly own: number };

/** The setting in force at an instant. */
export type PointsAt = (at: Instant) => IdeaPoints;

/**
 * Every point of an idea, by date: each reason counts once (spread: once for each unit beside the first that adopted), by its
 * earliest evidence. What is proved after the idea was withdrawn or merged earns nothing. The order of events plays no part.
 */
export function pointsOf(idea: Idea, evidence: readonly CycleEvidence[], settings: PointsAt): readonly EarnedPoints[] {
  const earned = (kind: PointKind, at: Instant, proof: EarnedPoints['evidence'], unit?: string): EarnedPoints => ({
    ...{ kind, idea: idea.id, at, evidence: proof, points: settings(at)[kind] },
    ...(unit !== undefined && { unit }),
  });
  const ofCycle = (kind: PointKind, { at, cycle }: Proof, unit?: string) =>
    earned(kind, at, { kind: 'cycle', id: cycle }, unit);
  const first = (kind: 'tested' | 'improved' | 'adopted') => {
    const proof = proofsOf(kind, evidence)[0];
    return proof === undefined ? [] : [ofCycle(kind, proof)];
  };
  const all = [
    earned('proposed', idea.proposedAt, { kind: 'idea', id: idea.id }),
    ...first('tested'),
    ...first('improved'),
    ...first('adopted'),
    ...spreadOf(evidence).map((proof) => ofCycle('spread', proof, proof.unit)),
  ];
  return all.filter(({ at }) => idea.endedAt === undefined || at < idea.endedAt).sort(byDate);
}

type Proof = { readonly at: Instant; readonly cycle: string; readonly unit: string };
const PROVED_BY = { tested: 'testedAt', improved: 'improvedAt', adopted: 'adoptedAt' } as const;

/** Earliest first. */
function proofsOf(kind: keyof typeof PROVED_BY, evidence: readonly CycleEvidence[]): readonly Proof[] {
  const proofs = evidence.flatMap(({ cycle, unit, ...one }): Proof[] => {
    const at = one[PROVED_BY[kind]];
    return at === undefined ? [] : [{ at, cycle, unit }];
  });
  return [...new Map(proofs.map((proof) => [proof.cycle, proof])).values()].sort(byProof);
}

/** The first adoption in each unit beside the first of all. */
function spreadOf(evidence: readonly CycleEvidence[]): readonly Proof[] {
  const seen = new Set<string>();
  const firsts = proofsOf('adopted', evidence).filter(({ unit }) => !seen.has(unit) && seen.add(unit) !== undefined);
  return firsts.slice(1);
}

const byProof = (a: Proof, b: Proof): number => compared(a.at, b.at) || compared(a.cycle, b.cycle);
const byDate = (a: EarnedPoints, b: EarnedPoints): number =>
  compared(a.at, b.at) ||
  POINT_KINDS.indexOf(a.kind) - POINT_KINDS.indexOf(b.kind) ||
  compared(a.evidence.id, b.evidence.id);
const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What of the points is a person's, by the shares that hold; the shares of all contributors sum to the whole. */
export function pointsFor(person: string, idea: Idea, earned: readonly EarnedPoints[]): readonly PersonPoints[] {
  const shares = contributorsOf(idea);
  const share = shares.find((one) => one.person === person)?.share;
  if (share === undefined) return [];
  return earned.map((one) => ({ ...one, share, own: divided(one.points, shares).get(person) ?? 0 }));
}

/** In thousandths, so that sums of parts are exact. */
export const total = (points: readonly { readonly own: number }[]): number =>
  points.reduce((sum, { own }) => sum + Math.round(own * 1000), 0) / 1000;

/** Where an idea stands on the board. */
export const IDEA_STAGES = [
  ...(['new', 'supported', 'taken-up', 'tested', 'improved', 'adopted', 'spread'] as const),
  ...(['later', 'declined', 'merged', 'withdrawn'] as const),
] as const;
export type IdeaStage = (typeof IDEA_STAGES)[number];

export function stageOf(idea: Idea, evidence: readonly CycleEvidence[]): IdeaStage {
  if (idea.status === 'new') return idea.supporters.length > 0 ? 'supported' : 'new';
  if (idea.status !== 'taken-up') return idea.status;
  if (spreadOf(evidence).length > 0) return 'spread';
  const reached = (['adopted', 'improved', 'tested'] as const).find((kind) => proofsOf(kind, evidence).length > 0);
  return reached ?? 'taken-up';
}
