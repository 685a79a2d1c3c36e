import type { Locator, Page } from 'playwright-core';

/**
 * Seconds of the keystroke-level model (Card, Moran and Newell, “The keystroke-level model for user performance time with
 * interactive systems”, Communications of the ACM 23(7), 1980): a key of a typist of average skill, pointing with a mouse,
 * preparing a decision.
 */
const SECONDS = { key: 0.28, pointing: 1.1, decision: 1.35 } as const;

/** Does what a person does at the page, and counts it: an estimate of the work of the hands, whatever the machine takes. */
export function handWork(page: Page) {
  let [keys, clicks, decisions] = [0, 0, 0];
  return {
    press: async (key: string): Promise<void> => {
      keys += 1;
      await page.keyboard.press(key);
    },
    /** Looks for it, points at it, and presses. */
    click: async (what: Locator): Promise<void> => {
      clicks += 1;
      decisions += 1;
      await what.click();
    },
    thinks: (): void => {
      decisions += 1;
    },
    counted: () => ({
      ...{ keys, clicks, decisions },
      seconds: keys * SECONDS.key + clicks * (SECONDS.pointing + SECONDS.key) + decisions * SECONDS.decision,
    }),
  };
}
export type HandWork = ReturnType<typeof handWork>;
