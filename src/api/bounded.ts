export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** Runs at most `limit` of the given works at once; the others wait their turn in order. */
export function bounded(limit: number): InTurn {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}

/** A bound for each key; a key nobody uses any more is forgotten. */
export function boundedByKey(limit: number): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  const bounds = new Map<string, { readonly inTurn: InTurn; users: number }>();
  return async (key, work) => {
    const bound = bounds.get(key) ?? { inTurn: bounded(limit), users: 0 };
    bounds.set(key, bound);
    bound.users += 1;
    try {
      return await bound.inTurn(work);
    } finally {
      bound.users -= 1;
      if (bound.users === 0) bounds.delete(key);
    }
  };
}
