import type { Page } from 'playwright-core';

/** Every control that Tab should reach: shown, not disabled; of a group of radio buttons one. */
const REACHABLE = `(() => {
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.closest('[inert]') === null;
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')];
  const there = all.filter((one) => shown(one) && !one.disabled && one.tabIndex >= 0 && one.type !== 'radio');
  there.forEach((one) => one.setAttribute('data-reachable', ''));
  return there.length;
})()`;

const MOST_STOPS_OF_A_FIELD = 8;
/** What has the focus now (a field for a date takes several stops, a frame has fields of its own), and whether anybody sees so. */
const FOCUSED = `(() => {
  const frame = document.activeElement;
  if (frame === null || frame === document.body) return null;
  const inner = frame.contentDocument?.activeElement ?? null;
  const one = inner === null || inner.matches('body, html') ? frame : inner;
  const stops = Number(one.dataset.reached ?? 0);
  const last = one.hasAttribute('data-last');
  for (const page of new Set([document, one.ownerDocument]))
    page.querySelectorAll('[data-last]').forEach((other) => other.removeAttribute('data-last'));
  one.setAttribute('data-last', '');
  one.dataset.reached = String(stops + 1);
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
  const around = one === frame ? { left: 0, top: 0 } : frame.getBoundingClientRect();
  const own = one.getBoundingClientRect();
  const box = new DOMRect(own.left + around.left, own.top + around.top, own.width, own.height);
  const ring = (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
  const again = stops > 0 && (!last || stops > ${MOST_STOPS_OF_A_FIELD});
  const inSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  const middle = document.elementFromPoint(box.left + box.width / 2, Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1));
  const covered = inSight && box.height < innerHeight / 2 && middle !== null && !frame.contains(middle) && !middle.contains(frame) && middle.closest('header, nav') !== null;
  return { html: one.outerHTML.slice(0, 120), again, seen: ring && inSight && !covered };
})()`;
/** A page may have put the focus into a field by itself: Tab begins at the top again. */
const TO_THE_TOP = `(() => {
  document.body.setAttribute('tabindex', '-1');
  document.body.focus();
  document.body.removeAttribute('tabindex');
  scrollTo(0, 0);
})()`;
const LEFT_OUT = `[...document.querySelectorAll('[data-reachable]:not([data-reached])')].filter((one) => one.querySelector('[data-reached]') === null).map((one) => one.outerHTML.slice(0, 120))`;

type Focused = { readonly html: string; readonly again: boolean; readonly seen: boolean } | null;

/** Goes through the page by Tab: what is not reached, where the focus is not seen, and where it does not get on. */
export async function faultsByKeyboard(page: Page): Promise<readonly string[]> {
  const count = await page.evaluate<number>(REACHABLE);
  await page.evaluate(TO_THE_TOP);
  const faults: string[] = [];
  for (let presses = 0; presses < count * 8 + 20; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate<Focused>(FOCUSED);
    if (at === null || at.again) break;
    if (!at.seen) faults.push(`the focus is not seen: ${at.html}`);
  }
  const missed = await page.evaluate<readonly string[]>(LEFT_OUT);
  return [...faults, ...missed.map((html) => `Tab does not reach ${html}`)];
}

const SMALL = `[...document.querySelectorAll('button, select, input, textarea, summary, nav a, a.button')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.closest('.skip, [inert]') === null)
  .filter((one) => !(one.labels?.length > 0 && [...one.labels].some((label) => label.getBoundingClientRect().height >= 24)))
  .filter((one) => { const box = one.getBoundingClientRect(); return box.width > 0 && (box.width < 23.5 || box.height < 23.5); })
  .map((one) => 'smaller than 24 px: ' + one.outerHTML.slice(0, 120))`;

/** Controls that a finger would miss. */
export const tooSmall = (page: Page): Promise<readonly string[]> => page.evaluate(SMALL);

const SPACED = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
  document.adoptedStyleSheets = [sheet];
  const cut = (one) => {
    if (one.matches('input')) return false;
    const { overflowX, overflowY, clip, clipPath } = getComputedStyle(one);
    const hides = (overflowX === 'hidden' || overflowX === 'clip' || overflowY === 'hidden') && clip === 'auto' && clipPath === 'none';
    return hides && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
  };
  const found = [...document.querySelectorAll('main *, header *, nav *')].filter((one) => one.checkVisibility() && one.closest('svg') === null && cut(one));
  return found.map((one) => 'cut when the text is spaced: ' + one.outerHTML.slice(0, 120));
})()`;

/** What is cut off when a reader spaces the text (WCAG 1.4.12). */
export const cutWhenSpaced = (page: Page): Promise<readonly string[]> => page.evaluate(SPACED);

const FRAME = `(() => {
  const found = [];
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((one) => one.checkVisibility());
  if (headings.filter(({ tagName }) => tagName === 'H1').length !== 1) found.push('not one h1');
  headings.reduce((before, one) => {
    const level = Number(one.tagName[1]);
    if (level > before + 1) found.push('a heading leaves out a level: ' + one.outerHTML.slice(0, 120));
    return level;
  }, 0);
  if (!/^.+ · Kairyo$/.test(document.title)) found.push('the title says nothing: ' + document.title);
  for (const chart of document.querySelectorAll('main svg[role=img]'))
    if (chart.closest('section, figure, article, .card')?.querySelector('table') === null) found.push('a chart without a table');
  return found;
})()`;

/** One h1, headings in order, a title that names the page, a table behind each chart. */
export const faultsOfFrame = (page: Page): Promise<readonly string[]> => page.evaluate(FRAME);

const BEYOND = `(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const beyond = (one) => one.getBoundingClientRect().right > clientWidth + 0.5;
  const inScroller = (one) => one.parentElement !== null && (getComputedStyle(one.parentElement).overflowX !== 'visible' || inScroller(one.parentElement));
  const whose = [...document.querySelectorAll('body *')].filter((one) => beyond(one) && ![...one.children].some(beyond) && !inScroller(one));
  return [(scrollWidth - clientWidth) + ' px beyond the edge: ' + whose.slice(0, 3).map((one) => one.outerHTML.slice(0, 120)).join(' | ')];
})()`;

/** By how much the page is wider than its window, and what sticks out. */
export const beyondTheEdge = (page: Page): Promise<readonly string[]> => page.evaluate(BEYOND);
