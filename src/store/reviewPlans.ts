import type { Connection } from 'mongoose';
import type { KeptReviewPlan, ReviewPlans } from '../activities/reviews.ports';
import { createDatedDocuments, datedCollections } from './datedDocuments';

const NAME = 'review_plans';
const pointers = { unit: ({ unit }: KeptReviewPlan) => [unit] };

export const reviewPlanCollections = datedCollections(NAME, Object.keys(pointers));
export const createReviewPlans = (connection: Connection): ReviewPlans =>
  createDatedDocuments<KeptReviewPlan>(connection, NAME, { pointers });
