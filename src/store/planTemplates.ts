import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PlanTemplate } from '../domain/cycle/planTemplate.schema';
import { PackedPlanTemplate } from '../domain/cycle/planTemplate.schema';
import { PACKS } from './surveyTemplates';

/**
 * The plan templates of the packs.
 *
 * @throws the schema's error for a pack that is not well formed: it should not start
 */
export function packedPlanTemplates(folder = PACKS): readonly PlanTemplate[] {
  const packs = existsSync(folder) ? readdirSync(folder) : [];
  return packs
    .map((pack) => path.join(folder, pack, 'plan.json'))
    .filter((file) => existsSync(file))
    .map((file) => PackedPlanTemplate.parse(JSON.parse(readFileSync(file, 'utf8'))));
}
