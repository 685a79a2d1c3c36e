const MOST_STEPS = 20;

/**
 * The value at a path, in what JSON gives: a JSON pointer (`/a/0/b`), or names with dots (`a.0.b`); '' is the whole.
 * Only what the document itself has is found: no path leads to a prototype.
 */
export function valueAt(document: unknown, path: string): unknown {
  const steps = stepsOf(path);
  if (steps.length > MOST_STEPS) return undefined;
  return steps.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step) && isPlace(at, step)
        ? (at as Readonly<Record<string, unknown>>)[step]
        : undefined,
    document,
  );
}

/** A list has its items; its length is no item. */
const isPlace = (at: object, step: string): boolean => !Array.isArray(at) || /^(?:0|[1-9]\d{0,8})$/.test(step);

function stepsOf(path: string): readonly string[] {
  if (path === '') return [];
  if (!path.startsWith('/')) return path.split('.');
  return path
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
