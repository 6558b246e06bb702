// Tests of the documentation site in a real browser, from a folder. SITE names the folder, CHROMIUM the browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const home = pathToFileURL(join(process.env.SITE, '/')).href;
const small = { width: 320, height: 640 };
const large = { width: 1280, height: 900 };
let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
});
after(() => browser?.close());

// open gives a page that keeps what goes wrong, and what it asks for outside the folder.
async function open(options) {
  const page = await browser.newPage(options);
  const faults = [];
  page.on('console', m => { if (['error', 'warning'].includes(m.type())) faults.push(`${page.url()}: ${m.text()}`); });
  page.on('pageerror', e => faults.push(`${page.url()}: ${e}`));
  page.on('requestfailed', r => faults.push(`failed: ${r.url()}`));
  page.on('request', r => { if (!r.url().startsWith(home) && !r.url().startsWith('data:')) faults.push(`outside: ${r.url()}`); });
  return { page, async close() { await page.close(); assert.deepEqual(faults, []); } };
}

// follow clicks a link, and waits until the page that it leads to is there.
async function follow(page, link) {
  const to = await link.evaluate(a => a.href);
  await Promise.all([page.waitForURL(to), link.click()]);
}

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'], preload: false }));
  return found.violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`));
}

const kinds = ['index.html', 'beginnen/tutorial.html', 'handleiding/wat-er-in-het-cadeautje-zit.html', 'voorbeelden/galerij.html', 'english/essentials.html', 'zoeken.html?q=noemer'];

for (const [name, files, options] of [['320 wide, by day', kinds, { viewport: small, colorScheme: 'light' }], ['1280 wide, in the evening', kinds.slice(1, 4), { viewport: large, colorScheme: 'dark' }]]) {
  test(`has no faults that axe knows, ${name}`, async () => {
    const { page, close } = await open(options);
    for (const file of files) {
      await page.goto(home + file);
      assert.deepEqual(await violations(page), [], file);
    }
    await close();
  });
}

test('leads from the first page to the last, each fitting a phone', async () => {
  const { page, close } = await open({ viewport: small });
  await page.goto(home + 'index.html');
  const all = await page.locator('nav a').count();
  assert.ok(all > 35, `${all} pages`);
  await follow(page, page.locator('nav a').first());
  const seen = new Set();
  for (;;) {
    seen.add(page.url());
    assert.equal(await page.evaluate(() => document.fonts.load('1em Inter').then(faces => faces.length > 0)), true, 'the typeface is not there');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${page.url()} is ${wide} too wide`);
    assert.equal(await page.locator('[aria-current=page]').count(), 1);
    const next = page.locator('.around .on');
    if (await next.count() === 0) break;
    await follow(page, next);
  }
  assert.equal(seen.size, all);
  await close();
});

test('finds words without a network, also with other accents and beginnings', async () => {
  const { page, close } = await open({ viewport: large });
  await page.goto(home + 'uitleg/methode.html');
  await page.locator('#q').fill('poster');
  await page.locator('#q').press('Enter');
  await page.waitForURL(/zoeken\.html\?q=poster$/);
  assert.match(await page.locator('#gevonden').textContent(), /gevonden voor ‘poster’/);
  await follow(page, page.locator('#uitkomsten a').first());
  assert.match(page.url(), /handleiding\/wat-er-in-het-cadeautje-zit\.html#aan-de-muur$/);
  assert.ok(await page.locator('#aan-de-muur').isVisible());
  await page.goto(home + 'zoeken.html?q=%3Cb%3Ezzz');
  assert.match(await page.locator('#gevonden').textContent(), /Niets gevonden voor ‘<b>zzz’/);
  await page.goto(home + 'zoeken.html?q=enquete');
  assert.ok(await page.locator('#uitkomsten li').count() > 0);
  await close();
});

test('shows a skip link first, and everything but the search without scripts', async () => {
  const { page, close } = await open({ viewport: large, javaScriptEnabled: false });
  await page.goto(home + 'beginnen/tutorial.html');
  await page.keyboard.press('Tab');
  assert.equal(await page.locator(':focus').textContent(), 'Naar de tekst');
  assert.ok(await page.locator('main h1').isVisible());
  await close();
});
