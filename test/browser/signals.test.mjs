// Tests of signalen.html in a real browser. PAGES names the files, separated as in PATH.
import assert from 'node:assert/strict';
import { basename, delimiter } from 'node:path';
import { describe, test } from 'node:test';
import { axe, colours, visit } from './page.mjs';

const files = (process.env.PAGES ?? '').split(delimiter).filter(Boolean);
const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const smallest = { width: 320, height: 640 };

assert.ok(files.length > 0, 'PAGES names no file');

async function violations(page, rules = {}) {
  await page.evaluate(axe);
  const found = await page.evaluate(rules => axe.run(document, { resultTypes: ['violations'], ...rules }), rules);
  return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`));
}

const tooWide = page => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// clipped lists texts that stick out of the box that holds them, and cannot be scrolled to.
const clipped = page => page.evaluate(() => [...document.querySelectorAll('h1, h2, h3, p, th, td, li')]
  .filter(e => e.scrollWidth > e.clientWidth + 1 && !e.matches('.visually-hidden') && getComputedStyle(e).overflowX === 'hidden')
  .map(e => e.textContent.trim().slice(0, 60)));

for (const path of files) {
  describe(basename(path, '.html'), () => {
    for (const viewport of [desktop, phone, smallest]) {
      test(`has no faults that axe knows and fits, ${viewport.width} wide`, async () => {
        const { page, close } = await visit(path, viewport);
        assert.deepEqual(await violations(page), []);
        assert.ok(await tooWide(page) <= 0, `the page is ${await tooWide(page)} too wide`);
        assert.deepEqual(await clipped(page), []);
        await close();
      });
    }

    test('has no faults that axe knows in the dark', async () => {
      const { page, close } = await visit(path, desktop);
      await page.emulateMedia({ colorScheme: 'dark' });
      assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector('main section, main')).color), 'rgb(0, 0, 0)');
      assert.deepEqual(await violations(page, colours), []);
      await close();
    });

    test('prints all of its tables and codes', async () => {
      const { page, close } = await visit(path, { width: 794, height: 1123 });
      await page.emulateMedia({ media: 'print' });
      const hidden = await page.evaluate(() => [...document.querySelectorAll('.table, pre')]
        .filter(e => e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).overflowY !== 'visible').length);
      assert.equal(hidden, 0);
      assert.equal(await page.locator('nav:visible, .skip:visible').count(), 0);
      await close();
    });

    test('goes by keyboard to the contents, each section and what scrolls', async () => {
      const { page, close } = await visit(path, phone);
      const reached = [];
      const stops = await page.locator('a, .table, pre').count();
      for (let i = 0; i < stops; i++) {
        await page.keyboard.press('Tab');
        reached.push(await page.evaluate(() => document.activeElement.getAttribute('href') ?? document.activeElement.tagName));
      }
      assert.equal(reached[0], '#inhoud');
      assert.equal(reached.filter(r => r === 'BODY').length, 0);
      const sections = await page.evaluate(() => [...document.querySelectorAll('main section')].map(s => `#${s.id}`));
      for (const s of sections.filter(s => s !== '#kort')) assert.ok(reached.includes(s), `${s} is not in the contents`);
      await page.locator('.skip').focus();
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'inhoud');
      await close();
    });

    test('says first what stands out', async () => {
      const { page, close } = await visit(path, desktop, { javaScriptEnabled: false });
      assert.ok(await page.locator('main section').first().locator('p').first().isVisible());
      await close();
    });
  });
}
