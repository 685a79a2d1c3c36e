import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, type Surroundings } from './say';

/** An unreachable host is given up after this long. */
export const PROBE_DEADLINE_MS = 4_000;

export type Reach = { readonly reachable: true } | { readonly reachable: false; readonly why: string };

/** Whether anything answers at an address: any HTTP answer counts. */
export async function reachNow(url: string): Promise<Reach> {
  const why = await probe(url);
  return why === undefined ? { reachable: true } : { reachable: false, why };
}

/** As reachNow, but what did not answer is remembered in the cache and not asked again the same (UTC) day. */
export async function reach(url: string, { cache }: Pick<Surroundings, 'cache'>): Promise<Reach> {
  const mark = new DayMark(cache, new URL(url).host);
  const noted = mark.read();
  if (noted !== undefined) return { reachable: false, why: `${noted} (not tried again today)` };
  const reached = await reachNow(url);
  if (!reached.reachable) mark.write(reached.why);
  return reached;
}

async function probe(url: string): Promise<string | undefined> {
  const { host } = new URL(url);
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_DEADLINE_MS) });
    return undefined;
  } catch (error) {
    const { name, cause } = error as { name?: string; cause?: { message?: string } };
    const why = name === 'TimeoutError' ? `no answer within ${PROBE_DEADLINE_MS / 1000} s` : undefined;
    return `${host} cannot be reached: ${why ?? cause?.message ?? messageOf(error)}`;
  }
}

/** Remembers for the rest of the (UTC) day that something did not work, and why. */
export class DayMark {
  private readonly file: string;

  constructor(
    private readonly cache: string,
    name: string,
    private readonly today: () => string = () => new Date().toISOString().slice(0, 10),
  ) {
    this.file = join(cache, 'gave-up', `${name.replace(/[^\w.-]/g, '_')}.json`);
  }

  /** Why it did not work today, or undefined when it was not tried today. */
  read(): string | undefined {
    try {
      const noted = JSON.parse(readFileSync(this.file, 'utf8')) as { day: string; why: string };
      return noted.day === this.today() ? noted.why : undefined;
    } catch {
      return undefined;
    }
  }

  write(why: string): void {
    mkdirSync(join(this.cache, 'gave-up'), { recursive: true });
    writeFileSync(this.file, JSON.stringify({ day: this.today(), why }));
  }
}
