import type { Instant } from '../shared/time';

/** A part of the whole, 0..1; the shares of an idea sum to 1. */
export type Share = { readonly person: string; readonly share: number };

/** What a lead said to an idea. */
export const IDEA_ANSWERS = ['take-up', 'later', 'declined', 'merged'] as const;
export type IdeaAnswer = (typeof IDEA_ANSWERS)[number];

type By = { readonly by: string; readonly at: Instant };

export type IdeaEvent = By &
  (
    | {
        readonly type: 'IdeaProposed';
        readonly id: string;
        readonly title: string;
        readonly text: string;
        readonly unit: string;
        readonly procedure?: string;
        readonly anonymous: boolean;
        readonly shares: readonly Share[];
        /** Who owes the answer, and by when. */
        readonly answerers: readonly string[];
        readonly answerDue: Instant;
      }
    | { readonly type: 'IdeaRevised'; readonly title?: string; readonly text?: string }
    | { readonly type: 'IdeaWithdrawn'; readonly reason: string }
    | { readonly type: 'IdeaSupported' }
    | { readonly type: 'SupportTakenBack' }
    | { readonly type: 'IdeaCommented'; readonly text: string }
    | { readonly type: 'IdeaAnswered'; readonly answer: Exclude<IdeaAnswer, 'merged'>; readonly reason: string }
    | { readonly type: 'IdeaMerged'; readonly into: string; readonly reason: string }
    /** In the stream of the idea that took the other one in: its contributors stay contributors. */
    | { readonly type: 'IdeaTookIn'; readonly idea: string; readonly weight: number; readonly shares: readonly Share[] }
    | { readonly type: 'CycleLinked'; readonly cycle: string }
    | { readonly type: 'SpreadNoted'; readonly unit: string; readonly evidence: string }
    | { readonly type: 'SharesProposed'; readonly shares: readonly Share[] }
    | { readonly type: 'SharesAgreed'; readonly shares: readonly Share[] }
  );
