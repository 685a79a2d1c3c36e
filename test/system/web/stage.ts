import { describe } from '@jest/globals';
import { engine } from '../support/engine';
import type { Engine } from '../support/engine';
import { httpApi } from '../support/http';
import { anOffice } from '../support/office';
import { notHere, openBrowser } from './browser';
import type { Opened } from './browser';

const reason = notHere();
if (reason !== undefined) console.warn(reason);

/** `describe` where there is a browser and the pages are built; else the tests are left out, with a word why. */
export const describePages = reason === undefined ? describe : describe.skip;

/** Pixels that the page is wider than the window. */
export const BEYOND_THE_EDGE = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** An office at work with its API, and a browser before it. */
export type Stage = {
  readonly run: Engine;
  readonly api: Awaited<ReturnType<typeof httpApi>>;
  readonly browser: Opened;
  readonly close: () => Promise<void>;
};

/**
 * What was opened is closed again when a later part fails to open. `fill`: what is in the store; default: a small office.
 * `over`: parts of the engine that are not the usual ones.
 */
export async function openStage(
  name: string,
  fill: (run: Engine) => Promise<unknown> = ({ stores }) => anOffice(stores),
  over: Parameters<typeof engine>[1] = {},
): Promise<Stage> {
  const closing: (() => Promise<unknown>)[] = [];
  const close = async (): Promise<void> => {
    for (let end = closing.pop(); end !== undefined; end = closing.pop()) await end();
  };
  try {
    const run = await engine(name, over);
    closing.push(run.close);
    const workers = await run.work();
    closing.push(workers.stop);
    await fill(run);
    const api = await httpApi(run);
    closing.push(() => api.close());
    const browser = await openBrowser(`http://127.0.0.1:${api.port}`);
    closing.push(() => browser.close());
    return { run, api, browser, close };
  } catch (error) {
    await close();
    throw error;
  }
}
