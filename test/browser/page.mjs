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

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
});
after(() => browser?.close());

// open loads a file and keeps what goes wrong; close it to see that nothing did.
export async function open(file, viewport, options = {}) {
  const page = await browser.newPage({ viewport, ...options });
  const url = pathToFileURL(resolve(file)).href;
  const faults = [];
  page.on('console', m => { if (['error', 'warning'].includes(m.type())) faults.push(`${m.type()}: ${m.text()}`); });
  page.on('pageerror', e => faults.push(String(e)));
  page.on('dialog', d => { faults.push(`dialog: ${d.message()}`); d.dismiss(); });
  page.on('request', r => { if (r.url().split('#')[0] !== url && !r.url().startsWith('data:')) faults.push(`request: ${r.url()}`); });
  await page.goto(url);
  if (options.javaScriptEnabled !== false) await page.evaluate(() => document.fonts.ready);
  return { page, async close() { await page.close(); assert.deepEqual(faults, []); } };
}
