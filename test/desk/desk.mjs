// What the tests of the desk share: windows of Chromium that keep what goes wrong. CHROMIUM names the browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

export { folder, start } from './place.mjs';

export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const wide = { width: 1440, height: 900 };

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});
after(() => browser?.close());

// open opens a window on a desk. Close it to see that nothing went wrong; faults that belong to the test may be expected.
export async function open(address, options = {}, context = null) {
  context ??= await browser.newContext({ viewport: wide, ...options });
  const page = await context.newPage();
  const faults = [];
  let expected = [];
  page.on('console', m => { if (['error', 'warning'].includes(m.type())) faults.push(`${m.type()}: ${m.text()}`); });
  page.on('pageerror', e => faults.push(String(e)));
  page.on('request', r => { // The browser's own viewer of PDFs is pages of an extension.
    if (!/^(http:\/\/(127\.0\.0\.1|localhost):|data:|blob:|chrome(-extension)?:)/.test(r.url())) faults.push(`request: ${r.url()}`); });
  await page.goto(address);
  await page.locator('.home, .journey, .regie, #zaal main').waitFor();
  return {
    page, context,
    expect(...patterns) { expected = patterns; },
    async close() {
      await page.close();
      assert.deepEqual(faults.filter(f => !expected.some(e => e.test(f))), []);
    },
  };
}

// phone opens the page of a participant on a telephone. Losing the network is no fault of the page.
export async function phone(address, viewport = { width: 360, height: 740 }) {
  const context = await browser.newContext({ viewport, isMobile: true, hasTouch: true });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', e => faults.push(String(e)));
  // A machine that is too busy to ask for the page within the five seconds that the server waits asks again, as a person would.
  for (let left = 2; ; left--) {
    try {
      await page.goto(address, { timeout: 60_000 });
      await page.getByRole('button', { name: 'Naar binnen' }).waitFor();
      break;
    } catch (e) {
      if (left === 0) throw e;
    }
  }
  return {
    page, context,
    async close() {
      await context.close();
      assert.deepEqual(faults, []);
    },
  };
}

// journey opens a journey of the folder and waits for its picture.
export async function journey(page, path) {
  await page.goto(`${new URL(page.url()).origin}/#${new URLSearchParams({ reis: path })}`);
  await page.locator('.drawn svg').first().waitFor();
}

// asText shows the text and puts the cursor in it.
export async function asText(page) {
  await page.getByRole('tab', { name: 'Tekst' }).click();
  await page.locator('.cm-content').first().click();
}

// text is the whole text in the editor. The page only keeps the lines in sight in the document.
export const text = page => page.evaluate(() => document.querySelector('.editor .cm-content').cmTile.view.state.doc.toString());

// saved waits until the desk says that the text is saved.
export const saved = page => page.locator('.saved.yes').waitFor();
