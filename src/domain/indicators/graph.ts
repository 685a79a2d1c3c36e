import type { Reads } from './reads';

/** Indicators by id, with what each reads. Ids that are read and not in it read nothing. */
export type Graph = ReadonlyMap<string, Pick<Reads, 'references' | 'atOnce'>>;

/**
 * The circle that `id` is part of, from itself back to itself, by what is read at the same period; one of the shortest.
 * Earlier periods of itself, or of what depends on it, make no circle. `undefined`: there is none.
 */
export function circleIn(id: string, graph: Graph): readonly string[] | undefined {
  const from = new Map<string, string>();
  const queue = [id];
  for (const at of queue)
    for (const next of graph.get(at)?.atOnce ?? []) {
      if (next === id) return pathTo(at, { from, id });
      if (from.has(next)) continue;
      from.set(next, at);
      queue.push(next);
    }
  return undefined;
}

function pathTo(last: string, { from, id }: { from: ReadonlyMap<string, string>; id: string }): readonly string[] {
  const path = [id];
  for (let at: string | undefined = last; at !== undefined && at !== id; at = from.get(at)) path.push(at);
  return [id, ...path.slice(1).reverse(), id];
}

/** Who reads each indicator, at the same period or an earlier one. */
function readersIn(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>();
  for (const [id, { references }] of graph) for (const read of references) push(readers, read, id);
  return readers;
}

function push(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** These indicators and all that depend on them, however far. */
function closure(changed: readonly string[], readers: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set(changed);
  for (const at of found) for (const reader of readers.get(at) ?? []) found.add(reader);
  return found;
}

/**
 * What must be computed again when these change: they themselves and all that depend on them, at the same period or a
 * later one, and nothing else. Each stands after what it reads at the same period; what stands in circles comes last.
 * Takes time in proportion to the size of the graph.
 */
export function dependentsInOrder(changed: readonly string[], graph: Graph): readonly string[] {
  const affected = closure(changed, readersIn(graph));
  const waitsFor = new Map<string, number>();
  const frees = new Map<string, string[]>();
  for (const id of affected) {
    const before = (graph.get(id)?.atOnce ?? []).filter((read) => affected.has(read));
    waitsFor.set(id, before.length);
    for (const read of before) push(frees, read, id);
  }
  const order = [...affected].filter((id) => waitsFor.get(id) === 0);
  for (const done of order)
    for (const next of frees.get(done) ?? []) {
      const left = (waitsFor.get(next) ?? 0) - 1;
      waitsFor.set(next, left);
      if (left === 0) order.push(next);
    }
  const ordered = new Set(order);
  return [...order, ...[...affected].filter((id) => !ordered.has(id))];
}
