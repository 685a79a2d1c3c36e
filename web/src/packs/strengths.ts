/** How well a practice is shown to have worked, weakest first. */
export const STRENGTHS = ['story', 'before-after', 'controlled', 'experiment'] as const;
