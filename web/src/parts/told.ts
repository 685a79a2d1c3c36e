/** Anything that a form holds, as text to be compared: lists by lines, parts of a thing side by side. */
export function toldOf(value: unknown): string {
  if (value === undefined || value === null) return '–';
  if (Array.isArray(value)) return value.map(toldOf).join('\n');
  if (typeof value === 'object') return Object.values(value).map(toldOf).join(' · ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
