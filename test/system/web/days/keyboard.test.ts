import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { aProcedure, launched } from '../office';
import { describePages } from '../stage';
import { aDay, eventsOf, onCycle } from './steps';
import type { Day } from './steps';

/** More stops of the Tab key than a plan has fields. */
const MOST_STOPS = 120;

describePages('a guided plan', () => {
  let day: Day;
  beforeAll(async () => {
    day = await aDay('web-keyboard');
  });
  afterAll(() => day?.close());

  /** Goes on by Tab until the field has the focus. */
  async function tabTo(page: Page, wanted: Locator): Promise<void> {
    await wanted.waitFor();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      if (await wanted.and(page.locator(':focus')).count()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`the Tab key does not come to ${String(wanted)}`);
  }

  it('is typed, launched and completed by the keyboard alone', async () => {
    await aProcedure(day.run, 'typed');
    const { page, complaints, close } = await day.comes('lead');
    await page.goto('/launch');
    const field = (name: string | RegExp): Locator => page.getByRole('main').getByLabel(name, { exact: true }).first();
    const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
    const type = async (name: string | RegExp, text: string) => {
      await tabTo(page, field(name));
      await page.keyboard.type(text);
    };
    const press = async (name: string) => {
      await tabTo(page, button(name));
      await page.keyboard.press('Enter');
    };
    await type('Procedure', 'Procedure typed');
    await type('Title (optional)', 'Typed without a mouse');
    await type('Problem', 'Licences take three weeks');
    await type('Causes 1', 'Files come in incomplete');
    await press('Launch a cycle');
    await page.getByRole('heading', { level: 1, name: 'Typed without a mouse' }).waitFor();
    const id = decodeURIComponent(new URL(page.url()).pathname.split('/')[2] ?? '');

    await page.goto(`${onCycle(id)}/plan`);
    const missing = page.getByText(/^Still missing: /);
    const before = await missing.innerText();
    await press('Add a countermeasure');
    await type('What is done', 'Checklist at the counter');
    await type('Owner', 'binh');
    await tabTo(page, field('Where it is tried first'));
    await page.keyboard.type('Counter 1');
    await tabTo(page, field('Add a reviewer'));
    await page.keyboard.type('chi');
    await page.getByRole('button', { name: 'Remove: chi' }).waitFor();
    expect(await missing.innerText()).not.toBe(before);
    await press('Save the plan');
    await page.getByText('Checklist at the counter').first().waitFor();
    expect(await eventsOf(await day.as('lead'), id)).toEqual(['CycleLaunched', 'PlanRevised']);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows two people who type at once both versions, and loses nothing of either', async () => {
    await aProcedure(day.run, 'shared');
    const id = await launched(await day.as('lead'), 'shared');
    const [lead, head] = [await day.comes('lead'), await day.comes('head')];
    for (const { page } of [lead, head]) {
      await page.goto(`${onCycle(id)}/plan`);
      await page.getByLabel('Problem').waitFor();
    }
    await lead.page.getByLabel('Problem').fill('As the lead sees it');
    await head.page.getByLabel('Problem').fill('As the head sees it');
    await head.page.getByRole('button', { name: 'Save the plan' }).click();
    await head.page.getByRole('heading', { level: 1, name: 'Quicker shared' }).waitFor();

    const { page } = lead;
    const both = page.getByRole('heading', { name: 'Somebody changed the plan meanwhile' });
    if (!(await both.isVisible())) await page.getByRole('button', { name: 'Save the plan' }).click();
    await both.waitFor();
    await page.getByText('As the head sees it').first().waitFor();
    expect(await page.getByLabel('Problem').inputValue()).toBe('As the lead sees it');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Quicker shared' }).waitFor();
    await head.page.getByText('As the lead sees it').first().waitFor();
    expect(await eventsOf(await day.as('lead'), id)).toEqual(['CycleLaunched', 'PlanRevised', 'PlanRevised']);
    expect([...lead.complaints, ...head.complaints]).toEqual([]);
    await lead.close();
    await head.close();
  });
});
