import type { Ask, Computed, Work } from './computed';
import { shelved, type Shelved } from './shelf';

type Frame = {
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
  readonly kept: () => number;
};

/**
 * Runs computations that ask for one another, each once, on a stack of its own: chains may be of any length. What depends
 * on itself is found as a strongly connected component (Tarjan 1972), so that the answer does not depend on where one enters.
 */
export function solver(task: Task): Solver {
  const shelf: Shelf = shelved<Frame | Computed>();
  const forgettable: Ask[] = [];
  let kept = 0;
  const keep = (frame: Frame, value: Computed): Computed => {
    const computed = frame.pending && value.pending !== true ? { ...value, pending: true } : value;
    shelf.put(frame.ask, computed);
    kept += 1;
    if (computed.pending === true) forgettable.push(frame.ask);
    return computed;
  };
  return {
    solve: (ask) => {
      const known = shelf.get(ask);
      return known !== undefined && !isOpen(known) ? known : run(ask, { task, shelf, keep });
    },
    forgetPending: () => {
      kept -= forgettable.length;
      for (const ask of forgettable.splice(0)) shelf.drop(ask);
    },
    kept: () => kept,
  };
}

/** What is being computed, and what is. */
type Shelf = Shelved<Frame | Computed>;
const isOpen = (one: Frame | Computed): one is Frame => 'work' in one;

type Running = {
  readonly task: Task;
  readonly shelf: Shelf;
  readonly keep: (frame: Frame, value: Computed) => Computed;
};

function run(root: Ask, { task, shelf, keep }: Running): Computed {
  const running: Frame[] = [];
  const component: Frame[] = [];
  const unsettled = (ask: Ask): Computed => task.circular(ask, [ask.indicator]);

  const begin = (ask: Ask): void => {
    const place = component.length;
    const frame: Frame = { ask, work: task.work(ask), place, lowest: place, loops: false, pending: false };
    running.push(frame);
    component.push(frame);
    shelf.put(ask, frame);
  };
  const ask = (asker: Frame, wanted: Ask): Computed | undefined => {
    const known = shelf.get(wanted);
    if (known === undefined) return void begin(wanted);
    if (!isOpen(known)) {
      asker.pending ||= known.pending === true;
      return known;
    }
    asker.lowest = Math.min(asker.lowest, known.lowest);
    asker.loops ||= known === asker;
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
    if (members.length === 1 && !frame.loops) return keep(frame, value);
    const indicators = [...new Set(members.map((one) => one.ask.indicator))].sort();
    const settled = members.map((one) => keep(one, task.circular(one.ask, indicators)));
    return settled[0] ?? value;
  };

  try {
    begin(root);
    let answer: Computed | undefined;
    for (let top = running.at(-1); top !== undefined; top = running.at(-1)) {
      const step = answer === undefined ? top.work.next() : top.work.next(answer);
      answer = step.done === true ? finish(top, step.value) : ask(top, step.value);
    }
    return answer ?? unsettled(root);
  } finally {
    for (const { ask: left } of component) shelf.drop(left);
  }
}
