// Tests of advies.html in a real browser. ADVICE names the files, separated as in PATH.
import assert from 'node:assert/strict';
import { basename, delimiter } from 'node:path';
import { describe, test } from 'node:test';
import { axe, colours, visit } from './page.mjs';

const files = (process.env.ADVICE ?? '').split(delimiter).filter(Boolean);
const desktop = { width: 1280, height: 800 };
const phone = { width: 360, height: 780 };
const narrowest = { width: 320, height: 640 }; // WCAG 1.4.10, reflow

assert.ok(files.length > 0, 'ADVICE names no file');

async function violations(page, rules = {}) {
  await page.evaluate(axe);
  const found = await page.evaluate(rules => axe.run(document, { resultTypes: ['violations'], ...rules }), rules);
  return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`));
}

for (const path of files) {
  describe(basename(path, '.html'), () => {
    for (const [name, viewport, options, rules] of [['wide', desktop, {}], ['narrow', narrowest, {}], ['in the dark', desktop, { colorScheme: 'dark' }, colours]]) {
      test(`has no faults that axe knows: ${name}`, async () => {
        const { page, close } = await visit(path, viewport, options);
        for (const summary of await page.locator('summary').all()) await summary.click();
        assert.deepEqual(await violations(page, rules), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wide <= 0, `the page is ${wide} too wide`);
        await close();
      });
    }

    test('reads one size of picture at a time, each with words, on a phone and on a screen', async () => {
      for (const viewport of [desktop, phone]) {
        const { page, close } = await visit(path, viewport);
        const pictures = page.locator('main svg[role="img"]:visible');
        for (const p of await pictures.all()) {
          const said = await p.evaluate(e => e.getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id)?.textContent ?? '').join(' ').trim());
          assert.ok(said.length > 8, 'a picture says: ' + said);
          const shown = await p.evaluate(e => { const f = e.closest('figure'); return [...f.querySelectorAll('svg[role="img"]')].filter(s => s.checkVisibility()).length; });
          assert.equal(shown, 1);
        }
        assert.equal(await page.locator('.wide-form:visible').count() > 0 && await page.locator('.narrow-form:visible').count() > 0, false);
        await close();
      }
    });

    test('fits a narrow screen, and only what says so is wider than its frame', async () => {
      const { page, close } = await visit(path, narrowest);
      for (const summary of await page.locator('summary').all()) await summary.click();
      const wider = await page.evaluate(() => [...document.querySelectorAll('main *')].filter(e => !e.closest('svg') && e.scrollWidth > e.clientWidth + 1 &&
        getComputedStyle(e).overflowX === 'auto' && !e.closest('.figure.wide') && e.clientWidth > 1).map(e => e.outerHTML.slice(0, 160)));
      assert.deepEqual(wider, []);
      await close();
    });

    test('stands wider spacing of text', async () => { // WCAG 1.4.12
      for (const viewport of [desktop, narrowest]) {
        const { page, close } = await visit(path, viewport, { bypassCSP: true });
        await page.addStyleTag({ content: '*:not(svg *){line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}' });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wide <= 0, `the page is ${wide} too wide`);
        const clipped = await page.evaluate(() => [...document.querySelectorAll('main *, header *, nav *')].filter(e => !e.closest('svg, .visually-hidden, .table thead, .bow') &&
          ['hidden', 'clip'].includes(getComputedStyle(e).overflowY) && e.scrollHeight > e.clientHeight + 1).map(e => e.outerHTML.slice(0, 160)));
        assert.deepEqual(clipped, []);
        await close();
      }
    });

    test('has targets of 24 pixels, and shows where the focus is', async () => { // WCAG 2.5.8, 2.4.7
      for (const viewport of [desktop, narrowest]) {
        const { page, close } = await visit(path, viewport);
        const small = await page.evaluate(() => [...document.querySelectorAll('nav a, main a, summary')].filter(e => e.checkVisibility())
          .map(e => [e.textContent, Math.min(e.getBoundingClientRect().width, e.getBoundingClientRect().height)]).filter(([, size]) => size < 23.99));
        assert.deepEqual(small, []);
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle + ' ' + document.activeElement.tagName);
        assert.equal(outline, 'solid A');
        await close();
      }
    });

    test('has tables with a name, and headers with a scope', async () => {
      const { page, close } = await visit(path, desktop);
      const faults = await page.evaluate(() => [...document.querySelectorAll('table')].flatMap(t => [
        ...(t.caption?.textContent.trim() ? [] : ['no caption: ' + t.outerHTML.slice(0, 120)]),
        ...[...t.querySelectorAll('th:not([scope])')].map(h => 'no scope: ' + h.textContent)]));
      assert.deepEqual(faults, []);
      await close();
    });

    test('is a page with landmarks, headings in order and a way past the contents, without scripts', async () => {
      const { page, close } = await visit(path, desktop, { javaScriptEnabled: false });
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
      const { page, close } = await visit(path, desktop);
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('nav:visible, .skip:visible').count(), 0);
      assert.equal(await page.locator('main table:visible').count(), await page.locator('main table').count());
      assert.equal(await page.locator('.narrow-form:visible').count(), 0);
      await close();
    });
  });
}
