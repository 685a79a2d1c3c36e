import { sleep } from '@temporalio/workflow';
import * as workflows from '../../../src/workflows/index';

/** The same workflows, each with one step more at its beginning: what a change without a patch looks like. */
const altered =
  <Input extends readonly unknown[], Result>(workflow: (...input: Input) => Promise<Result>) =>
  async (...input: Input): Promise<Result> => {
    await sleep('1 minute');
    return workflow(...input);
  };

export const cycle = altered(workflows.cycle);
export const officeDay = altered(workflows.officeDay);
export const outbox = altered(workflows.outbox);
export const announce = altered(workflows.announce);
export const importCases = altered(workflows.importCases);
export const survey = altered(workflows.survey);
export const recompute = altered(workflows.recompute);
export const collect = altered(workflows.collect);
export const collectPreview = altered(workflows.collectPreview);
export const review = altered(workflows.review);
export const reviewPlan = altered(workflows.reviewPlan);
export const retention = altered(workflows.retention);
export const evaluationPeriod = altered(workflows.evaluationPeriod);
