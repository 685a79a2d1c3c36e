const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** Minute, hour, day of month, month, day of week (0 and 7 are Sunday). */
const FIELDS = [
  { least: 0, most: 59, names: [] },
  { least: 0, most: 23, names: [] },
  { least: 1, most: 31, names: [] },
  { least: 1, most: 12, names: ['', ...MONTHS] },
  { least: 0, most: 7, names: DAYS },
] as const satisfies readonly { readonly least: number; readonly most: number; readonly names: readonly string[] }[];
type Field = (typeof FIELDS)[number];

/** Whether a text is a cron expression of five fields, as crontab(5) describes them: numbers, names, `*`, ranges, lists, steps. */
export function isCron(text: string): boolean {
  const given = text.trim().split(/\s+/);
  return given.length === FIELDS.length && FIELDS.every((field, index) => isFieldText(given[index] ?? '', field));
}

const isFieldText = (text: string, field: Field): boolean => text.split(',').every((part) => isPart(part, field));

function isPart(part: string, field: Field): boolean {
  const [range = '', step, ...rest] = part.split('/');
  if (rest.length > 0 || (step !== undefined && !/^[1-9]\d?$/.test(step))) return false;
  if (range === '*') return true;
  const ends = range.split('-').map((end) => numberOf(end, field));
  const [from, to = from] = ends;
  return ends.length <= 2 && from !== undefined && to !== undefined && from <= to;
}

function numberOf(text: string, { least, most, names }: Field): number | undefined {
  const named = text === '' ? -1 : (names as readonly string[]).indexOf(text.toLowerCase());
  const value = named >= 0 ? named : /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : undefined;
}
