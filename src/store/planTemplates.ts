import type { PlanTemplate } from '../domain/cycle/planTemplate.schema';
import { shippedPacks } from './packs';

/** The plan templates of the packs that ship with the product. @throws as `readPacks` */
export const packedPlanTemplates = (packs = shippedPacks()): readonly PlanTemplate[] =>
  packs.flatMap(({ contents }) => contents.planTemplates);
