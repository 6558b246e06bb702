// Tests of overzicht.html and of the letters in a real browser. PAGES names the files, separated as in PATH.
import assert from 'node:assert/strict';
import { basename, delimiter } from 'node:path';
import { describe, test } from 'node:test';
import { axe, colours, visit } from './page.mjs';

const files = (process.env.PAGES ?? '').split(delimiter).filter(Boolean);
const desktop = { width: 1440, height: 900 };
const sizes = [desktop, { width: 390, height: 844 }, { width: 320, height: 640 }];

assert.ok(files.length > 0, 'PAGES names no file');

async function violations(page, rules = {}) {
  await page.evaluate(axe);
  const found = await page.evaluate(rules => axe.run(document, { resultTypes: ['violations'], ...rules }), rules);
  return found.violations.flatMap(v => v.nodes.slice(0, 3).map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`));
}

const tooWide = page => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const column = (page, table, n) => page.locator(`${table} tbody tr:not([hidden]) > :nth-child(${n})`).allTextContents();

for (const path of files) {
  describe(basename(path, '.html'), () => {
    for (const viewport of sizes) {
      for (const colorScheme of viewport === desktop ? ['light', 'dark'] : ['light']) {
        test(`has no faults that axe knows and fits, ${viewport.width} wide, ${colorScheme}`, async () => {
          const { page, close } = await visit(path, viewport, { colorScheme });
          assert.deepEqual(await violations(page, colorScheme === 'dark' ? colours : {}), []);
          assert.ok(await tooWide(page) <= 0, `the page is ${await tooWide(page)} too wide`);
          await close();
        });
      }
    }

    test('tells everything without scripts', async () => {
      const { page, close } = await visit(path, desktop, { javaScriptEnabled: false });
      assert.equal(await page.locator('tbody tr:visible').count(), await page.locator('tbody tr').count());
      assert.equal(await page.locator('.choice:visible').count(), 0);
      for (const summary of (await page.locator('summary').all()).slice(0, 2)) {
        await summary.click();
        assert.ok(await summary.locator('xpath=../dl').isVisible());
      }
      await close();
    });

    test('prints without what only a screen needs', async () => {
      const { page, close } = await visit(path, { width: 1123, height: 794 });
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('nav:visible, .skip:visible, .choice:visible').count(), 0);
      await close();
    });
  });
}

for (const path of files.filter(f => basename(f).startsWith('overzicht-veel'))) {
  test('sorts by numbers, days and words, both ways, and says so', async () => {
    const { page, close } = await visit(path, desktop);
    const table = '#te-lang';
    await page.locator(`${table} thead button`).nth(4).click();
    let days = (await column(page, table, 5)).map(t => Number(t.replace('.', '')));
    assert.deepEqual(days, [...days].sort((a, b) => a - b));
    assert.equal(await page.locator(`${table} thead th`).nth(4).getAttribute('aria-sort'), 'ascending');
    await page.locator(`${table} thead button`).nth(4).press('Enter');
    days = (await column(page, table, 5)).map(t => Number(t.replace('.', '')));
    assert.deepEqual(days, [...days].sort((a, b) => b - a));
    await page.locator(`${table} thead button`).nth(3).click();
    const dates = (await column(page, table, 4)).map(t => t.split('-').reverse().join('-'));
    assert.deepEqual(dates, [...dates].sort());
    await page.locator('#klantreizen thead button').first().click();
    const names = await column(page, '#klantreizen', 1);
    assert.equal(names[1], 'Klantreis nummer 2'); // numbers in words count as numbers
    await close();
  });

  test('filters by a word, an owner and a status, and counts', async () => {
    const { page, close } = await visit(path, desktop);
    const all = (await column(page, '#adviezen', 1)).length;
    assert.equal(all, 120);
    await page.locator('#adviezen input').fill('BEVESTIGING');
    assert.equal((await column(page, '#adviezen', 1)).length, 40);
    assert.match(await page.locator('#adviezen [role=status]').textContent(), /^40 van 120/);
    await page.locator('#adviezen select').first().selectOption('Team 6');
    await page.locator('#adviezen select').nth(1).selectOption('gerealiseerd');
    const owners = await column(page, '#adviezen', 4);
    assert.ok(owners.length > 0 && owners.every(o => o === 'Team 6'));
    await page.locator('#adviezen input').fill('zzz');
    assert.match(await page.locator('#adviezen [role=status]').textContent(), /^0 van 120/);
    await close();
  });
}
