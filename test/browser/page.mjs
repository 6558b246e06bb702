// What the browser tests share: a browser, and pages that keep what goes wrong. CHROMIUM names the
// browser.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// colours are the rules of axe that depend on colours: enough for a dark page that is looked at in light too.
export const colours = { runOnly: ['color-contrast', 'link-in-text-block'] };

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});
after(() => browser?.close());

// idle holds tabs that were closed without trouble, by the options they were made with. A tab of its own for every visit
// would cost four times the processor time of the visit.
const idle = new Map();

// open loads a file in a tab of its own and keeps what goes wrong; close it to see that nothing did.
export const open = (file, viewport, options = {}) => show(file, viewport, options, null);

// visit does the same in a tab that may have shown another file before. Nothing of that is left but the history, so it
// is for pages that leave nothing behind but what they store: no full screen, no windows of their own.
export const visit = (file, viewport, options = {}) => show(file, viewport, options, JSON.stringify(options));

// show loads a file. kind tells for what other visits its tab will do; null: for none.
async function show(file, viewport, options, kind) {
  const tab = idle.get(kind)?.pop() ?? await newTab(viewport, options);
  const { page } = tab;
  const url = pathToFileURL(resolve(file)).href;
  const faults = [];
  tab.visit = { url, faults };
  await page.setViewportSize(viewport);
  await page.goto(url);
  if (options.javaScriptEnabled !== false) await page.evaluate(() => document.fonts.ready);
  return {
    page,
    async close() {
      if (kind === null || faults.length) await page.close();
      else {
        await clear(tab, options);
        idle.set(kind, [...idle.get(kind) ?? [], tab]);
      }
      assert.deepEqual(faults, []);
    },
  };
}

async function newTab(viewport, options) {
  const tab = { page: await browser.newPage({ viewport, ...options }), visit: null };
  const fault = text => tab.visit?.faults.push(text);
  tab.page.on('console', m => { if (['error', 'warning'].includes(m.type())) fault(`${m.type()}: ${m.text()}`); });
  tab.page.on('pageerror', e => fault(String(e)));
  tab.page.on('dialog', d => { fault(`dialog: ${d.message()}`); d.dismiss(); });
  tab.page.on('request', r => { if (tab.visit && r.url().split('#')[0] !== tab.visit.url && !r.url().startsWith('data:')) fault(`request: ${r.url()}`); });
  return tab;
}

// clear makes a tab as good as new: no file, nothing stored, the mouse in a corner, and media as the options have them.
async function clear(tab, options) {
  const { page } = tab;
  await page.evaluate(() => { localStorage.clear(); sessionStorage.clear(); });
  tab.visit = null;
  await page.goto('about:blank');
  await page.mouse.move(0, 0);
  await page.emulateMedia({ media: 'screen', colorScheme: options.colorScheme ?? 'light', reducedMotion: options.reducedMotion ?? 'no-preference' });
}
