import type { Instant } from '../shared/time';
import type { IdeaAnswer, Share } from './events';
import { sharedBy } from './shares';

type Said = { readonly by: string; readonly at: Instant };
/** An idea that stands in this one: `weight` ideas' worth of the whole. */
export type IdeaPart = { readonly idea: string; readonly weight: number; readonly shares: readonly Share[] };

export const IDEA_STATUSES = ['new', 'taken-up', 'later', 'declined', 'merged', 'withdrawn'] as const;
export type IdeaStatus = (typeof IDEA_STATUSES)[number];

/** JSON-plain. */
export type Idea = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly unit: string;
  readonly procedure?: string;
  readonly anonymous: boolean;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly status: IdeaStatus;
  readonly answerers: readonly string[];
  readonly answerDue: Instant;
  readonly answers: readonly (Said & { readonly answer: IdeaAnswer; readonly reason: string })[];
  readonly supporters: readonly string[];
  readonly comments: readonly (Said & { readonly text: string })[];
  readonly parts: readonly IdeaPart[];
  /** Shares that wait until every contributor named the same. */
  readonly proposedShares?: { readonly shares: readonly Share[]; readonly agreedBy: readonly string[] };
  readonly cycles: readonly (Said & { readonly cycle: string })[];
  readonly spread: readonly (Said & { readonly unit: string; readonly evidence: string })[];
  readonly mergedInto?: string;
  /** It earns nothing from this moment on: withdrawn, or part of another idea. */
  readonly endedAt?: Instant;
};

/** Who contributed and how much of the points is theirs; sums to 1. */
export const contributorsOf = ({ parts }: Pick<Idea, 'parts'>): readonly Share[] => sharedBy(parts);

export const weightOf = ({ parts }: Pick<Idea, 'parts'>): number => parts.reduce((sum, { weight }) => sum + weight, 0);

export const isContributor = (idea: Pick<Idea, 'parts' | 'proposedBy'>, person: string): boolean =>
  idea.proposedBy === person || contributorsOf(idea).some((one) => one.person === person);
