import { keyAt } from '../../activities/changes.ports';
import type { NotedChange } from '../../activities/changes.ports';
import type { Unit } from '../../domain/organisation/organisation.schema';
import type { ApiDeps } from '../ports';

/** An open page. `missed`: more happened than is told one by one, so everything has to be read again. */
export type Listener = {
  readonly tell: (changes: readonly NotedChange[], units: readonly Unit[]) => void;
  readonly missed: () => void;
};
export type Hub = {
  /** Tells what was noted since `from` (epoch ms), and from then on what comes. Answers how to leave. */
  readonly join: (listener: Listener, from: number) => Promise<() => void>;
};
type HubDeps = Pick<ApiDeps, 'changes' | 'organisation' | 'log'>;

export const LOOK_EVERY_MS = 500;
/** Clocks of processes differ and a write takes its time: so far back every look goes. */
export const OVERLAP_MS = 5_000;
const MOST_AT_ONCE = 5_000;

/** Looks for changes once for all listeners of this process, and only while there are any. */
export function liveHub({ changes, organisation, log }: HubDeps, now: () => number = Date.now): Hub {
  /** With the keys of what each was told on joining. */
  const listeners = new Map<Listener, ReadonlySet<string>>();
  let seen: ReadonlySet<string> = new Set();
  let timer: NodeJS.Timeout | undefined;
  let looking = false;

  async function look(): Promise<void> {
    const from = now() - OVERLAP_MS;
    const found = await changes.since(from, MOST_AT_ONCE);
    const news = found.filter(({ key }) => !seen.has(key));
    seen = new Set([...[...seen].filter((key) => key >= keyAt(from)), ...news.map(({ key }) => key)]);
    if (listeners.size === 0 || news.length === 0) return;
    if (found.length >= MOST_AT_ONCE) return listeners.forEach((_told, listener) => listener.missed());
    const units = await organisation.allUnits();
    for (const [listener, told] of [...listeners])
      listener.tell(
        news.filter(({ key }) => !told.has(key)),
        units,
      );
  }

  /** A look that failed is made good by the next one. */
  function soon(): void {
    looking = true;
    timer = setTimeout(() => {
      timer = undefined;
      const looked = look().catch((error: unknown) => log.warn({ err: error }, 'changes could not be read'));
      void looked.then(() => (listeners.size > 0 ? soon() : (looking = false)));
    }, LOOK_EVERY_MS);
    timer.unref();
  }

  function leave(listener: Listener): void {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    looking = false;
  }

  return {
    async join(listener, from) {
      const alone = listeners.size === 0;
      listeners.set(listener, new Set());
      const asked = Promise.all([changes.since(from, MOST_AT_ONCE), organisation.allUnits()]);
      const [before, units] = await asked.catch((error: unknown) => {
        leave(listener);
        throw error;
      });
      const told = new Set(before.map(({ key }) => key));
      listeners.set(listener, told);
      if (alone) seen = told;
      if (!looking) soon();
      if (before.length >= MOST_AT_ONCE) listener.missed();
      else if (before.length > 0) listener.tell(before, units);
      return () => leave(listener);
    },
  };
}

const hubs = new WeakMap<ApiDeps, Hub>();
/** The hub of an application. */
export function hubOf(deps: ApiDeps): Hub {
  const known = hubs.get(deps) ?? liveHub(deps);
  hubs.set(deps, known);
  return known;
}
