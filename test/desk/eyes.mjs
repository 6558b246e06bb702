// How the desk is looked at for everybody: with what axe knows and what it does not, in light and dark, on a phone and enlarged.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { axe, wide } from './desk.mjs';

const looks = [
  ['light and dark', { viewport: wide, colorScheme: 'light' }],
  ['320 wide', { viewport: { width: 320, height: 640 }, colorScheme: 'light' }],
  ['200% zoom, dark', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2, colorScheme: 'dark' }],
];

// everywhere walks in each of the ways to look; walk gets the options of a window.
export function everywhere(title, walk) {
  describe(title, () => { for (const [name, options] of looks) test(name, () => walk(options)); });
}

// violations are what axe finds. Frames are pages of ours with tests of their own, and pages of the browser.
export async function violations(page, more = {}) {
  if (!await page.evaluate(() => Boolean(window.axe))) await page.evaluate(axe);
  const found = await page.evaluate(more => axe.run(document, { resultTypes: ['violations'], iframes: false, ...more }), more);
  return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`));
}

// colours and room are the rules of axe that depend on colours, and on those and the width of the window.
const colours = { runOnly: ['color-contrast', 'link-in-text-block'] };
const room = { runOnly: [...colours.runOnly, 'scrollable-region-focusable'] };

// look finds no fault in what a window shows. A wide window is looked at in dark too: there only colours differ. Of a
// dark window, names and roles are those that the light ones have: what it shows stands in a wide or in a narrow one too.
export async function look(page, options, what) {
  assert.deepEqual(await violations(page, options.colorScheme === 'dark' ? room : {}), [], what);
  if (options.viewport === wide) {
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await violations(page, colours), [], `${what}, dark`);
    await page.emulateMedia({ colorScheme: 'light' });
  }
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${what} is ${over} too wide`);
}
