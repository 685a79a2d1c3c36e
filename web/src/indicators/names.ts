/** The name of an indicator in the language of the page, whichever way it is given. */
export function nameIn(name: unknown, language: string): string {
  if (typeof name === 'string') return name;
  if (typeof name !== 'object' || name === null) return '';
  const names = name as Readonly<Record<string, string>>;
  return names[language] ?? names['en'] ?? names['vi'] ?? Object.values(names)[0] ?? '';
}

export const indicatorHref = (id: string, query: Readonly<Record<string, string>> = {}): string => {
  const search = new URLSearchParams(query).toString();
  return `/indicators/${encodeURIComponent(id)}${search === '' ? '' : `?${search}`}`;
};
