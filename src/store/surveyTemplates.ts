import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SurveyTemplates } from '../activities/surveys.ports';
import { SurveyTemplate } from '../domain/survey/survey.schema';

/** `packs` of the checkout, and of the build, which has its own copy at the same place. */
export const PACKS = path.resolve(__dirname, '../../packs');

/**
 * The surveys of the packs, read once.
 *
 * @throws the schema's error for a pack that is not well formed: it should not start
 */
export function createSurveyTemplates(folder = PACKS): SurveyTemplates {
  const files = existsSync(folder) ? readdirSync(folder).map((pack) => path.join(folder, pack, 'survey.json')) : [];
  const templates = files
    .filter((file) => existsSync(file))
    .map((file) => SurveyTemplate.parse(JSON.parse(readFileSync(file, 'utf8'))))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { all: () => templates };
}
