import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { faultsOf, PHONE } from './browser';
import { tokenOf } from './office';
import { BEYOND_THE_EDGE, describePages, openStage } from './stage';
import type { Stage } from './stage';

describePages('a question mark beside a term', () => {
  let stage: Stage | undefined;
  let token: string;
  beforeAll(async () => {
    stage = await openStage('web-explained');
    token = await tokenOf(stage.api.admin, 'head');
  });
  afterAll(() => stage?.close());

  it('says by keyboard what the term means, and Escape closes it', async () => {
    if (stage === undefined) throw new Error('there is no stage');
    const { browser } = stage;
    const { page, complaints, close } = await browser.visit(token, { viewport: PHONE });
    await page.goto('/launch');
    const mark = page.getByRole('button', { name: 'What does “Gate” mean?' });
    await mark.focus();
    await page.keyboard.press('Enter');
    const said = page.getByText('What a plan must have before it can be approved.');
    await said.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    expect(await page.evaluate(BEYOND_THE_EDGE)).toBeLessThanOrEqual(0);
    await mark.scrollIntoViewIfNeeded();
    await browser.picture(page, 'explained-phone');
    await page.keyboard.press('Escape');
    await said.waitFor({ state: 'detached' });
    await page.goto('/help');
    await page.getByText('Seven yes/no questions').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
