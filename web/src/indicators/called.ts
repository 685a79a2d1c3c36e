/** What an id may consist of. */
const ID = /[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?/g;

/**
 * A sentence or formula of the engine with names in the place of ids: `licence-days` becomes “Days to a licence”. `nameOf` says
 * `undefined` of what is no id.
 */
export const called = (text: string, nameOf: (id: string) => string | undefined): string => {
  const whole = nameOf(text);
  if (whole !== undefined) return whole;
  return text.replace(ID, (id) => (NOT_AN_ID.has(id) ? id : (quoted(nameOf(id)) ?? id)));
};

/** Words of the sentences themselves. */
const NOT_AN_ID = new Set(['unit', 'period', 'figure', 'value', 'indicator']);
const quoted = (name: string | undefined): string | undefined => (name === undefined ? undefined : `“${name}”`);
