import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { faultsOf, signIn } from '../browser';
import { aProcedure, launched } from '../office';
import { describePages } from '../stage';
import { aDay, asked, eventsOf, onCycle } from './steps';
import type { Day } from './steps';

describePages('work that is interrupted', () => {
  let day: Day;
  beforeAll(async () => {
    day = await aDay('web-interrupted');
  });
  afterAll(() => day?.close());

  const signInAgain = async (page: Page, token: string): Promise<void> => {
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await dialog.getByRole('button', { name: /access token/ }).click();
    await dialog.getByLabel('Access token').fill(token);
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  /** The server gets what is sent to the path, and its answer is lost; once. */
  const losingAnswer = async (page: Page, path: string): Promise<void> => {
    await page.route(
      path,
      async (route) => {
        if (route.request().method() === 'POST') await route.fetch();
        await route.abort('connectionreset');
      },
      { times: 1 },
    );
  };

  it('keeps a plan when the session ends while it is typed, and goes on after signing in again', async () => {
    await aProcedure(day.run, 'ended');
    const { page, close } = await day.comes('lead');
    await page.goto('/launch');
    await page.getByLabel('Procedure').selectOption('ended');
    await page.getByLabel('Problem').fill('Typed before the session ended');
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Launch a cycle' }).click();
    await signInAgain(page, await day.tokenOf('lead'));
    expect(await page.getByLabel('Problem').inputValue()).toBe('Typed before the session ended');
    await page.getByRole('button', { name: 'Launch a cycle' }).click();
    await page.getByText('Typed before the session ended').waitFor();
    await close();
  });

  it('keeps a reason when the session ends while it is typed in a dialog', async () => {
    await aProcedure(day.run, 'reason');
    const id = await launched(await day.as('lead'), 'reason');
    const { page, close } = await day.comes('lead');
    await page.goto(onCycle(id));
    const dialog = await asked(page, 'Withdraw the plan');
    await dialog.getByLabel('Reason').fill('Launched by mistake');
    await page.context().clearCookies();
    await dialog.getByRole('button', { name: 'Withdraw the plan' }).click();
    await signInAgain(page, await day.tokenOf('lead'));
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('Launched by mistake');
    await dialog.getByRole('button', { name: 'Withdraw the plan' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await eventsOf(await day.as('lead'), id)).toEqual(['CycleLaunched', 'PlanWithdrawn']);
    await close();
  });

  it('launches one cycle when the answer to the first sending is lost', async () => {
    await aProcedure(day.run, 'once');
    const { page, close } = await day.comes('lead');
    await page.goto('/launch');
    await page.getByLabel('Procedure').selectOption('once');
    await page.getByLabel('Title (optional)').fill('Launched once');
    await losingAnswer(page, '**/v1/cycles');
    await page.getByRole('button', { name: 'Launch a cycle' }).click();
    await page.getByText(/server did not answer/).waitFor();
    await page.getByRole('button', { name: 'Launch a cycle' }).click();
    await page.getByRole('heading', { level: 1, name: 'Launched once' }).waitFor();
    const { body } = await (await day.as('lead')).get('/v1/units/kh-dpi/cycles?procedure=once');
    expect((body as { items: unknown[] }).items).toHaveLength(1);
    await close();
  });

  it('revises a plan once when the answer is lost, and asks nothing about a conflict with oneself', async () => {
    await aProcedure(day.run, 'revised');
    const id = await launched(await day.as('lead'), 'revised');
    const { page, close } = await day.comes('lead');
    await page.goto(`${onCycle(id)}/plan`);
    await page.getByLabel('Problem').fill('Said once');
    await losingAnswer(page, '**/commands');
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await page.getByText(/server did not answer/).waitFor();
    await page.getByRole('button', { name: 'Save the plan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Quicker revised' }).waitFor();
    expect(await eventsOf(await day.as('lead'), id)).toEqual(['CycleLaunched', 'PlanRevised']);
    await close();
  });

  it('records a command once when it is sent without a connection and again with one', async () => {
    await aProcedure(day.run, 'offline');
    const id = await launched(await day.as('lead'), 'offline');
    await (await day.as('head')).post(`/v1${onCycle(id)}/commands`, { type: 'ApprovePlan' });
    const { page, close } = await day.comes('lead');
    await page.goto(onCycle(id));
    const dialog = await asked(page, 'Pause');
    await dialog.getByLabel('Reason').fill('Storm');
    await page.context().setOffline(true);
    await dialog.getByRole('button', { name: 'Pause' }).click();
    await dialog.getByText(/server did not answer/).waitFor();
    await page.context().setOffline(false);
    await losingAnswer(page, '**/commands');
    await dialog.getByRole('button', { name: 'Pause' }).click();
    await dialog.getByText(/server did not answer/).waitFor();
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('Storm');
    await dialog.getByRole('button', { name: 'Pause' }).click();
    await dialog.waitFor({ state: 'detached' });
    const events = await eventsOf(await day.as('lead'), id);
    expect(events.filter((type) => type === 'CyclePaused')).toHaveLength(1);
    await close();
  });

  it('shows nothing to whoever goes back after a sign-out, and says when signing out did not work', async () => {
    await aProcedure(day.run, 'secret');
    const id = await launched(await day.as('lead'), 'secret');
    const { page, close } = await day.comes('lead');
    await page.goto(onCycle(id));
    await page.getByRole('heading', { level: 1, name: 'Quicker secret' }).waitFor();
    await page.getByRole('link', { name: 'Indicators' }).click();
    await page.getByRole('heading', { level: 1, name: 'Indicators' }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('Not signed out yet').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    expect(await page.getByText('Quicker secret').count()).toBe(0);
    await close();
  });

  it('shows nobody what somebody else typed at the same computer', async () => {
    const { page, close } = await day.comes('lead');
    await page.goto('/launch');
    await page.getByLabel('Problem').fill('Not for everybody');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    await signIn(page, await day.tokenOf('head'));
    await page.goto('/launch');
    await page.getByRole('heading', { level: 1, name: 'Launch an improvement cycle' }).waitFor();
    expect(await page.getByLabel('Problem').inputValue()).toBe('');
    await close();
  });
});
