import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Person } from '../../../../src/domain/organisation/organisation.schema';
import type { Caller } from '../../support/http';
import { BY } from '../../support/office';
import type { Visitor } from '../browser';
import { tokenOf } from '../office';
import { openStage } from '../stage';
import type { Stage } from '../stage';

/** A day at the office: everybody with a token, a browser for whoever comes. */
export type Day = Stage & {
  readonly tokenOf: (person: string) => Promise<string>;
  readonly as: (person: string) => Promise<Caller>;
  readonly comes: (person: string, options?: BrowserContextOptions) => Promise<Visitor>;
};

export async function aDay(name: string): Promise<Day> {
  const stage = await openStage(name);
  const tokens = new Map<string, string>();
  const token = async (person: string): Promise<string> => {
    const known = tokens.get(person) ?? (await tokenOf(stage.api.admin, person));
    tokens.set(person, known);
    return known;
  };
  return {
    ...stage,
    tokenOf: token,
    as: async (person) => stage.api.as(await token(person)),
    comes: async (person, options) => stage.browser.visit(await token(person), options),
  };
}

/** One more person in the department. */
export async function joins({ run }: Day, id: string, ...roles: Person['roles']): Promise<void> {
  await run.stores.organisation.put('person', { id, name: id, unit: 'kh-dpi', roles, language: 'vi' }, BY);
}

export const onCycle = (id: string): string => `/cycles/${encodeURIComponent(id)}`;

/** Opens what is asked of a person under the name of an action, wherever the page has put it. */
export async function asked(page: Page, action: string) {
  const button = page.getByRole('button', { name: action, exact: true });
  await page.locator('section[aria-label="What you can do"]').waitFor();
  if (!(await button.isVisible())) await page.getByText('More actions').click();
  await button.click();
  const dialog = page.getByRole('dialog', { name: action });
  await dialog.waitFor();
  return dialog;
}

/** The events of a cycle, by type, oldest first. */
export async function eventsOf(caller: Caller, id: string): Promise<readonly string[]> {
  const { body } = await caller.get(`${`/v1${onCycle(id)}`}/events`);
  return (body as { items: { event: { type: string } }[] }).items.map(({ event }) => event.type);
}
