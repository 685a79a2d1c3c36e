import type { Placed, ToldResult } from './events';
import type { Points } from './state';

/** What the period does by itself. */
export type EngineCommand =
  | { readonly type: 'BeginStep'; readonly phase: 'self' | 'rating' }
  /** As posts and absences now say; nothing happens where nothing differs. */
  | ({ readonly type: 'AdjustPlace' } & Placed)
  | { readonly type: 'NoteIndicators'; readonly scores: Points }
  /** `lowered`: the class is that of the quota, not of the points. */
  | ({
      readonly type: 'PublishResult';
      readonly lowered?: true;
      readonly subordinates?: readonly string[];
    } & ToldResult)
  /** After publication, when something outside of the evaluation changed it: a subordinate's class. */
  | {
      readonly type: 'ReviseResult';
      readonly after: ToldResult;
      readonly reason: string;
      readonly subordinates?: readonly string[];
    }
  | { readonly type: 'Finalise' };
