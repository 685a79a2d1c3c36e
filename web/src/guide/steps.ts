import type { DraftPlan } from '../../../src/domain/cycle/cycle.schema';

export const STEPS = ['choose', 'file', 'found', 'plan'] as const;
export type Step = (typeof STEPS)[number];

/** How far a visitor has come; kept in the browser until the cycle is launched. */
export type GuideDraft = {
  readonly way?: 'own' | 'made';
  readonly procedure?: string | undefined;
  readonly improve?: string | undefined;
  /** What the plan was proposed for: from then on it is the visitor's own. */
  readonly proposed?: string;
  readonly title: string;
  readonly plan: DraftPlan;
};
export const FRESH: GuideDraft = { title: '', plan: { causes: [''] } };

/** The furthest step that what was chosen so far allows. */
export function reachable(step: Step, { way, procedure, improve }: GuideDraft): Step {
  if (way === undefined || step === 'choose') return 'choose';
  if (way === 'own' && (procedure === undefined || step === 'file')) return 'file';
  return improve === undefined || step !== 'plan' ? 'found' : 'plan';
}
