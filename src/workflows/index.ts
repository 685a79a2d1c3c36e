/** Every workflow of the engine: the entry of the workflow bundle. */
export { cycle } from './cycle.workflow';
export { officeDay } from './officeDay.workflow';
export { outbox } from './outbox.workflow';
export { announce } from './announce.workflow';
export { survey } from './survey.workflow';
export { importCases } from './importCases.workflow';
export { recompute } from './recompute.workflow';
export { collect, collectPreview } from './collect.workflow';
export { evaluationPeriod } from './evaluationPeriod.workflow';
export { review } from './review.workflow';
export { retention } from './retention.workflow';
export { reviewPlan } from './reviewPlan.workflow';
