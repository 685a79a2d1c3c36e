import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PackContents, PackManifest } from '../domain/packs/pack.schema';
import type { PackDocument } from '../domain/packs/pack.schema';

/** `packs` of the checkout, and of the build, which has its own copy at the same place. */
export const PACKS = path.resolve(__dirname, '../../packs');

/** One folder of packs. Without `manifest` it holds templates alone and cannot be installed. */
export type PackFolder = { readonly manifest?: PackManifest; readonly contents: PackContents };

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };
/** What is asked of a schema here. */
type Schema<T> = {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { readonly issues: readonly Issue[] } };
};

const { shape } = PackContents;
const WHOLE = ['indicators', 'scorecards', 'programmes', 'figures', 'reviews', 'schemes', 'practices'] as const;
/** Templates: one in a file of its own, or several in a folder. */
const PLACES = { planTemplates: ['plan.json', 'plans'], surveys: ['survey.json', 'surveys'] } as const;

/**
 * The packs that ship with the product, by the name of their folder.
 *
 * @throws Error naming file and field for a pack that is not well formed: it should not start
 */
export function readPacks(folder = PACKS): readonly PackFolder[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
  return names
    .map(({ name }) => name)
    .sort()
    .map((name) => readPack(path.join(folder, name)));
}

/** The packs that can be installed, each in one document. */
export const installable = (folders: readonly PackFolder[]): readonly PackDocument[] =>
  folders.flatMap(({ manifest, contents }) => (manifest === undefined ? [] : [{ ...manifest, contents }]));

function readPack(folder: string): PackFolder {
  const manifest = inFile(PackManifest, path.join(folder, 'pack.json'));
  if (manifest !== undefined && manifest.id !== path.basename(folder))
    throw new Error(`${path.join(folder, 'pack.json')}: /id: is "${manifest.id}", but the folder has another name`);
  const whole = WHOLE.flatMap((name) => {
    const value = inFile<unknown>(shape[name], path.join(folder, `${name}.json`));
    return value === undefined ? [] : [[name, value] as const];
  });
  const several = Object.entries(PLACES).map(([name, [file, inside]]) => {
    const files = [path.join(folder, file), ...filesIn(path.join(folder, inside))];
    const schema = shape[name as keyof typeof PLACES].unwrap().element;
    return [name, files.flatMap((one) => inFile<unknown>(schema, one) ?? [])] as const;
  });
  const contents = checked(PackContents, Object.fromEntries([...whole, ...several]), folder);
  return { ...(manifest !== undefined && { manifest }), contents };
}

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => path.join(folder, name))
    : [];

/** The checked content of a file; `undefined`: there is none. */
function inFile<T>(schema: Schema<T>, file: string): T | undefined {
  if (!existsSync(file)) return undefined;
  return checked(schema, json(file), file);
}

function json(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw new Error(`${file}: is no JSON: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

function checked<T>(schema: Schema<T>, value: unknown, file: string): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const mistakes = read.error.issues.map((issue) => `/${issue.path.map(String).join('/')}: ${issue.message}`);
  throw new Error(`${file}: ${mistakes.join('; ')}`);
}

let shipped: readonly PackFolder[] | undefined;

/** The packs of this build, read once in each process. @throws as `readPacks` */
export const shippedPacks = (): readonly PackFolder[] => (shipped ??= readPacks());
