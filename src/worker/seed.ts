import { Readable } from 'node:stream';
import type { DocumentKind, DocumentOf, ImportState } from '../activities/ports';
import type { ApiDeps } from '../api/ports';
import { FROM_THE_BEGINNING } from '../domain/indicators/facts';
import { readsOf } from '../domain/indicators/reads';
import { ADMINISTRATOR } from '../domain/organisation/defaults';
import { figuresOf, INDICATORS } from './example/indicators';
import { LICENSING, LICENSING_REGISTER, PEOPLE, PROCEDURES, ROOT_UNIT, UNITS } from './example/province';
import { registerCsv } from './example/registerCsv';

/** Who stands as the editor of example data: what comes with the product. */
const PRODUCT = 'kairyo';
const EXAMPLE_IMPORT = 'imp-example-business-licensing';

export type SeedDeps = Pick<
  ApiDeps,
  'organisation' | 'indicators' | 'figures' | 'imports' | 'importCommands' | 'onChanged' | 'now'
>;

/**
 * Puts a small made-up province into an empty store: units, people, procedures, a few indicators, and a year of business
 * licensing, which goes the way of every import. The import is the last thing made and stays for good: while it is missing and the
 * root unit is the product's, an earlier seeding broke off and is completed. What somebody has put meanwhile is left
 * as it is. Answers whether anything was made.
 */
export async function seedExample(deps: SeedDeps): Promise<boolean> {
  if (!(await isWanted(deps))) return false;
  for (const unit of UNITS) await put(deps, 'unit', unit);
  for (const person of PEOPLE) await put(deps, 'person', person);
  for (const procedure of PROCEDURES) await put(deps, 'procedure', procedure);
  await putIndicators(deps);
  await deps.imports.create(newImport(deps.now()), Readable.from(registerCsv(LICENSING_REGISTER)));
  await deps.importCommands.start(EXAMPLE_IMPORT);
  return true;
}

async function isWanted({ organisation, imports }: SeedDeps): Promise<boolean> {
  if ((await organisation.allUnits()).length === 0) return (await imports.get(EXAMPLE_IMPORT)) === undefined;
  const [first] = await organisation.units.history(ROOT_UNIT.id);
  return first?.updatedBy === PRODUCT && (await imports.get(EXAMPLE_IMPORT)) === undefined;
}

/** Puts what is not there yet, and has it announced in any case: the earlier start may have ended in between. */
async function put<K extends DocumentKind>(deps: SeedDeps, kind: K, value: DocumentOf[K]): Promise<void> {
  const edited = await deps.organisation.put(kind, value, { by: PRODUCT, expected: 0 });
  if (!edited.ok && 'refusal' in edited)
    throw new Error(`example data: ${kind} ${value.id} was refused: ${edited.refusal.code}`);
  await deps.onChanged(kind, value.id);
}

async function putIndicators({ indicators, figures, now }: SeedDeps): Promise<void> {
  for (const [id, definition] of Object.entries(INDICATORS))
    await indicators.define(
      { id, validFrom: FROM_THE_BEGINNING, by: PRODUCT, expected: 0 },
      definition,
      readsOf(definition),
    );
  await figures.record(figuresOf(PRODUCT, now()));
}

const newImport = (startedAt: string): ImportState => ({
  id: EXAMPLE_IMPORT,
  procedure: LICENSING.id,
  by: ADMINISTRATOR,
  status: 'running',
  contentType: 'text/csv',
  gzip: false,
  dryRun: false,
  bytes: 0,
  bytesRead: 0,
  cases: { added: 0, updated: 0, unchanged: 0 },
  errors: [],
  errorCount: 0,
  startedAt,
});
