// Tests of advies.html in a real browser. ADVICE names the files, separated as in PATH.
import assert from 'node:assert/strict';
import { basename, delimiter } from 'node:path';
import { describe, test } from 'node:test';
import { axe, open } from './page.mjs';

const files = (process.env.ADVICE ?? '').split(delimiter).filter(Boolean);
const desktop = { width: 1280, height: 800 };
const narrowest = { width: 320, height: 640 }; // WCAG 1.4.10, reflow

assert.ok(files.length > 0, 'ADVICE names no file');

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`));
}

for (const path of files) {
  describe(basename(path, '.html'), () => {
    for (const [name, viewport, options] of [['wide', desktop, {}], ['narrow', narrowest, {}], ['in the dark', desktop, { colorScheme: 'dark' }]]) {
      test(`has no faults that axe knows: ${name}`, async () => {
        const { page, close } = await open(path, viewport, options);
        for (const summary of await page.locator('summary').all()) await summary.click();
        assert.deepEqual(await violations(page), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wide <= 0, `the page is ${wide} too wide`);
        await close();
      });
    }

    test('is a page with landmarks, headings in order and a way past the contents, without scripts', async () => {
      const { page, close } = await open(path, desktop, { javaScriptEnabled: false });
      for (const landmark of ['header', 'nav', 'main', 'footer']) assert.equal(await page.locator(`body > ${landmark}, body > .columns > ${landmark}`).count(), 1, landmark);
      const levels = [];
      for (const h of await page.locator('h1,h2,h3,h4,h5,h6').all()) levels.push(Number((await h.evaluate(e => e.tagName)).slice(1)));
      assert.equal(levels[0], 1);
      assert.equal(levels.filter(l => l === 1).length, 1);
      levels.reduce((before, now) => { assert.ok(now <= before + 1, `h${now} after h${before}`); return now; });
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      assert.ok(page.url().endsWith('#inhoud'));
      for (const link of await page.locator('a[href^="#"]').all()) {
        const id = (await link.getAttribute('href')).slice(1);
        assert.equal(await page.locator(`[id="${id}"]`).count(), 1, `#${id}`);
      }
      await close();
    });

    test('prints every table and nothing of the screen', async () => {
      const { page, close } = await open(path, desktop);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('nav:visible, .skip:visible').count(), 0);
      assert.equal(await page.locator('main table:visible').count(), await page.locator('main table').count());
      await close();
    });
  });
}
