type Place = { readonly person: string; readonly manager?: string | undefined };
type Classed = { readonly class: string };

/**
 * Results of everybody, subordinates before their leaders, because a leader's result depends on the classes below. Whoever
 * has no result is not counted by the leader; in a circle of superiors the one who is met again is not counted either.
 */
export function bottomUp<Row extends Place, Result extends Classed>(
  rows: readonly Row[],
  resultOf: (row: Row, subordinates: readonly string[]) => Result | undefined,
): ReadonlyMap<string, Result> {
  const below = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.manager === undefined || row.manager === row.person) continue;
    const list = below.get(row.manager);
    if (list === undefined) below.set(row.manager, [row]);
    else list.push(row);
  }
  const results = new Map<string, Result>();
  const seen = new Set<string>();
  const visit = (row: Row): void => {
    if (seen.has(row.person)) return;
    seen.add(row.person);
    const subordinates = below.get(row.person) ?? [];
    for (const one of subordinates) visit(one);
    const classes = subordinates.flatMap(({ person }) => results.get(person)?.class ?? []);
    const result = resultOf(row, classes);
    if (result !== undefined) results.set(row.person, result);
  };
  for (const row of rows) visit(row);
  return results;
}
