import type { Ask, Computed, Work } from './computed';

type Frame = {
  readonly key: string;
  readonly ask: Ask;
  readonly work: Work;
  /** Place among the open ones, and the lowest place that it, or what it asked for, reaches. */
  readonly place: number;
  lowest: number;
  loops: boolean;
  pending: boolean;
  value?: Computed;
};
type Task = {
  readonly work: (ask: Ask) => Work;
  /** What stands in the place of each value of a circle. `indicators`: sorted, each once. */
  readonly circular: (ask: Ask, indicators: readonly string[]) => Computed;
};
export type Solver = {
  readonly solve: (ask: Ask) => Computed;
  /** Forgets what rests on something that was not loaded. */
  readonly forgetPending: () => void;
};

const keyOf = ({ indicator, unit, period, knownAt, counting, bare }: Ask): string =>
  `${indicator}~${unit}~${period}~${counting ? 'c' : ''}${bare ? 'b' : ''}${knownAt ?? ''}`;

/**
 * Runs computations that ask for one another, each once, on a stack of its own: chains may be of any length. What depends
 * on itself is found as a strongly connected component (Tarjan 1972), so that the answer does not depend on where one enters.
 */
export function solver(task: Task): Solver {
  const memo = new Map<string, Computed>();
  const forgettable: string[] = [];
  const keep = (frame: Frame, value: Computed): Computed => {
    const kept = frame.pending && value.pending !== true ? { ...value, pending: true } : value;
    memo.set(frame.key, kept);
    if (kept.pending === true) forgettable.push(frame.key);
    return kept;
  };
  return {
    solve: (ask) => memo.get(keyOf(ask)) ?? run(ask, { task, memo, keep }),
    forgetPending: () => {
      for (const key of forgettable.splice(0)) memo.delete(key);
    },
  };
}

type Shelf = {
  readonly task: Task;
  readonly memo: ReadonlyMap<string, Computed>;
  readonly keep: (frame: Frame, value: Computed) => Computed;
};

function run(root: Ask, { task, memo, keep }: Shelf): Computed {
  const running: Frame[] = [];
  const open = new Map<string, Frame>();
  const component: Frame[] = [];
  const unsettled = (ask: Ask): Computed => task.circular(ask, [ask.indicator]);

  const begin = (ask: Ask, key: string): void => {
    const place = component.length;
    const frame: Frame = { key, ask, work: task.work(ask), place, lowest: place, loops: false, pending: false };
    running.push(frame);
    component.push(frame);
    open.set(key, frame);
  };
  const ask = (asker: Frame, wanted: Ask): Computed | undefined => {
    const key = keyOf(wanted);
    const known = memo.get(key);
    if (known !== undefined) {
      asker.pending ||= known.pending === true;
      return known;
    }
    const above = open.get(key);
    if (above === undefined) return void begin(wanted, key);
    asker.lowest = Math.min(asker.lowest, above.lowest);
    asker.loops ||= above === asker;
    return unsettled(wanted);
  };
  const finish = (frame: Frame, value: Computed): Computed => {
    running.pop();
    frame.value = value;
    const asker = running.at(-1);
    if (asker !== undefined) asker.pending ||= frame.pending || value.pending === true;
    if (frame.lowest < frame.place) {
      if (asker !== undefined) asker.lowest = Math.min(asker.lowest, frame.lowest);
      return unsettled(frame.ask);
    }
    const members = component.splice(frame.place);
    for (const { key } of members) open.delete(key);
    if (members.length === 1 && !frame.loops) return keep(frame, value);
    const indicators = [...new Set(members.map((one) => one.ask.indicator))].sort();
    const settled = members.map((one) => keep(one, task.circular(one.ask, indicators)));
    return settled[0] ?? value;
  };

  begin(root, keyOf(root));
  let answer: Computed | undefined;
  for (let top = running.at(-1); top !== undefined; top = running.at(-1)) {
    const step = answer === undefined ? top.work.next() : top.work.next(answer);
    answer = step.done === true ? finish(top, step.value) : ask(top, step.value);
  }
  return answer ?? unsettled(root);
}
