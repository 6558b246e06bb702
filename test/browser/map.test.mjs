// Tests of klantreis.html in a real browser. MAPS names the files, separated as in PATH.
import assert from 'node:assert/strict';
import { basename, delimiter } from 'node:path';
import { describe, test } from 'node:test';
import { axe, visit } from './page.mjs';

const files = (process.env.MAPS ?? '').split(delimiter).filter(Boolean);
const file = name => files.find(f => basename(f, '.html') === name);
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

assert.ok(files.length > 0, 'MAPS names no file');

async function violations(page) {
  if (!await page.evaluate(() => Boolean(window.axe))) await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`));
}

const card = page => page.locator('#kaartje');
const shownSpots = page => page.locator('.picture:visible .spot');
const scale = async page => parseInt(await page.locator('[data-scale]').textContent(), 10);

// inside tells whether the card lies in the window and beside its spot.
async function inside(page) {
  const box = await card(page).boundingBox();
  const { width, height } = page.viewportSize();
  assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height, JSON.stringify(box));
}

for (const path of files) {
  describe(basename(path, '.html'), () => {
    for (const viewport of [desktop, phone]) {
      test(`has no faults that axe knows, ${viewport.width} wide`, async () => {
        const { page, close } = await visit(path, viewport);
        assert.deepEqual(await violations(page), []);
        for (const summary of await page.locator('summary').all()) await summary.click();
        if (await shownSpots(page).count()) {
          await shownSpots(page).first().focus();
          await page.keyboard.press('Enter');
          await card(page).waitFor();
        }
        assert.deepEqual(await violations(page), []);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wide <= 0, `the page is ${wide} too wide`);
        await close();
      });
    }

    test('tells everything without scripts', async () => {
      const { page, close } = await visit(path, desktop, { javaScriptEnabled: false });
      assert.equal(await page.locator('.js-only:visible').count(), 0);
      assert.equal(await page.locator('.wide svg:visible').count(), await page.locator('.wide').count());
      for (const summary of await page.locator('summary').all()) await summary.click();
      assert.equal(await page.locator('article:visible').count(), await page.locator('article').count());
      await close();
    });
  });
}

for (const name of ['kaart', 'kaart-voorbeeld']) {
  describe(`${name}: what stands behind a number`, () => {
    test('comes with the focus, is entered with Enter and closed with Escape', async () => {
      const { page, close } = await visit(file(name), desktop);
      const isSpot = () => page.evaluate(() => document.activeElement.classList.contains('spot'));
      for (let i = 0; i < 30 && !await isSpot(); i++) await page.keyboard.press('Tab');
      assert.ok(await isSpot(), 'Tab reaches no spot');
      await card(page).waitFor();
      const text = await card(page).innerText();
      for (const want of [/Bron\s/, /Aantal\s/, /Periode\s/, /Noemer\s/]) assert.match(text, want);
      assert.match(text, /signalen/);
      const spot = await page.evaluate(() => document.activeElement.id);
      const described = await page.evaluate(() => document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent);
      assert.match(described, /Bron/);
      await page.keyboard.press('Escape');
      assert.ok(await card(page).isHidden());
      assert.equal(await page.evaluate(() => document.activeElement.id), spot);

      await page.keyboard.press('Enter');
      assert.ok(await page.evaluate(() => document.getElementById('kaartje').contains(document.activeElement)), 'Enter does not go into the card');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      assert.ok(await card(page).isHidden(), 'the button does not close the card');
      assert.equal(await page.evaluate(() => document.activeElement.id), spot);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      assert.ok(await card(page).isHidden());
      assert.equal(await page.evaluate(() => document.activeElement.id), spot);
      await close();
    });

    test('shows a quote where one was approved', async () => {
      const { page, close } = await visit(file(name), desktop);
      const id = await page.locator('.backing:has(blockquote)').first().getAttribute('id');
      await page.locator(`.picture:visible [data-backing=${id}]`).focus();
      await page.keyboard.press('Enter');
      assert.ok(await card(page).locator('blockquote').first().isVisible());
      await close();
    });

    test('goes from spot to spot with the arrows', async () => {
      const { page, close } = await visit(file(name), desktop);
      const step = () => page.evaluate(() => Number(document.activeElement.dataset.step));
      await shownSpots(page).first().focus();
      await page.keyboard.press('ArrowDown');
      assert.equal(await step(), 0);
      assert.notEqual(await page.evaluate(() => document.activeElement.id), await shownSpots(page).first().getAttribute('id'));
      await page.keyboard.press('ArrowRight');
      assert.equal(await step(), 1);
      await page.keyboard.press('ArrowLeft');
      assert.equal(await step(), 0);
      await page.keyboard.press('End');
      assert.equal(await page.evaluate(() => document.activeElement.id), await shownSpots(page).last().getAttribute('id'));
      await page.keyboard.press('ArrowRight');
      assert.equal(await page.evaluate(() => document.activeElement.id), await shownSpots(page).last().getAttribute('id'));
      await close();
    });

    test('stays while the pointer is on it, and can be pinned', async () => {
      const { page, close } = await visit(file(name), desktop);
      await shownSpots(page).first().hover();
      await card(page).waitFor();
      const box = await card(page).boundingBox();
      await page.mouse.move(box.x + box.width / 2, box.y + 30, { steps: 8 });
      await page.waitForTimeout(600); // longer than the card waits before it goes
      assert.ok(await card(page).isVisible(), 'the card goes when the pointer moves into it');
      await page.mouse.move(desktop.width - 5, 5);
      await card(page).waitFor({ state: 'hidden' });
      await shownSpots(page).first().hover();
      await card(page).waitFor();
      await page.keyboard.press('Escape');
      assert.ok(await card(page).isHidden(), 'Escape leaves the card');

      await shownSpots(page).first().click();
      await page.mouse.move(desktop.width - 5, 5);
      await page.waitForTimeout(600);
      assert.ok(await card(page).isVisible(), 'a pinned card goes by itself');
      await page.locator('h1').click();
      assert.ok(await card(page).isHidden());
      await close();
    });

    test('stays inside the window at every spot', async () => {
      for (const viewport of [desktop, phone, { width: 800, height: 500 }]) {
        const { page, close } = await visit(file(name), viewport);
        const spots = await shownSpots(page).all();
        for (const [i, spot] of spots.entries()) {
          if (i % 4 && spots.length > 20) continue; // of many, a quarter will do
          await spot.focus();
          await page.keyboard.press('Enter');
          await inside(page);
          await page.keyboard.press('Escape');
        }
        await close();
      }
    });
  });
}

describe('the stage', () => {
  test('zooms by buttons, keys and wheel, and fits', async () => {
    const { page, close } = await visit(file('kaart-voorbeeld'), { width: 2200, height: 1000 });
    const stage = page.locator('.picture:visible .stage');
    const fits = await scale(page);
    assert.ok(await stage.evaluate(s => s.scrollWidth <= s.clientWidth), 'the width does not fit at first');
    const press = async name => { await page.locator(`[data-zoom=${name}]`).click(); return scale(page); };
    assert.ok(await press('in') > fits);
    assert.equal(await press('real'), 100);
    assert.ok(await press('out') < 100);
    assert.ok(await press('whole') < fits);
    assert.ok(await stage.evaluate(s => s.scrollWidth <= s.clientWidth && s.scrollHeight <= s.clientHeight), 'the whole does not fit');
    assert.equal(await press('width'), fits);

    await stage.focus();
    await page.keyboard.press('+');
    assert.ok(await scale(page) > fits);
    await page.keyboard.press('-');
    await page.keyboard.press('-');
    assert.ok(await scale(page) < fits);
    await page.keyboard.press('1');
    assert.equal(await scale(page), 100);
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction(() => [...document.querySelectorAll('.stage')].some(s => s.scrollLeft > 0));
    await page.keyboard.press('0');
    assert.equal(await scale(page), fits);

    await page.mouse.move(600, 400);
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await page.waitForFunction(n => parseInt(document.querySelector('[data-scale]').textContent, 10) > n, fits);
    await close();
  });

  test('is dragged, and a drag is no click', async () => {
    const { page, close } = await visit(file('kaart-voorbeeld'), desktop);
    await page.locator('[data-zoom=real]').click();
    const at = () => page.locator('.picture:visible .stage').evaluate(s => [s.scrollLeft, s.scrollTop]);
    const from = await at();
    await shownSpots(page).nth(3).focus(); // comes into view
    const box = await shownSpots(page).nth(3).boundingBox();
    await page.keyboard.press('Escape');
    const before = await at();
    await page.mouse.move(box.x + 10, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 10 - 90, box.y + 10 - 60, { steps: 5 });
    await page.mouse.up();
    const later = await at();
    assert.ok(Math.abs(later[0] - before[0] - 90) < 2 && Math.abs(later[1] - before[1] - 60) < 2, `${from} ${before} ${later}`);
    assert.ok(!await page.locator('#kaartje.pinned').isVisible(), 'a drag pins a card');
    await close();
  });

  test('keeps the steps and the lanes in view, and their numbers at hand', async () => {
    for (const name of ['kaart', 'kaart-voorbeeld']) {
      const { page, close } = await visit(file(name), desktop);
      await page.locator('[data-zoom=real]').click();
      const stage = page.locator('.picture:visible .stage');
      await stage.evaluate(s => s.scrollTo(300, 500));
      const frame = await stage.boundingBox();
      const columns = await page.locator('.picture:visible .columns > *').boundingBox();
      const rows = await page.locator('.picture:visible .rows > *').boundingBox();
      assert.ok(Math.abs(columns.y - frame.y) < 1, `the steps are at ${columns.y}, the stage at ${frame.y}`);
      assert.ok(Math.abs(rows.x - frame.x) < 1, `the lanes are at ${rows.x}, the stage at ${frame.x}`);
      const hit = await page.locator('.picture:visible .columns .spot').evaluateAll((all, left) => all.map(s => [s, s.getBoundingClientRect()])
        .filter(([, b]) => b.left > left && b.right < innerWidth).map(([s, b]) => document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2) === s), rows.x + rows.width);
      assert.ok(hit.length > 0 && hit.every(Boolean), 'a number in a step cannot be clicked');
      for (const spot of await page.locator('.picture:visible .sheet > .spots .spot').all()) { // what gets the focus is not hidden under them
        await spot.focus();
        const b = await spot.boundingBox();
        assert.ok(b.y >= columns.y + columns.height - 1 && b.x >= rows.x + rows.width - 1, JSON.stringify(b));
      }
      await page.locator('[data-zoom=in]').click({ clickCount: 6 });
      assert.ok(await stage.evaluate(s => s.classList.contains('loose')), 'they take the room of the map');
      await close();
    }
  });

  test('has targets of 24 pixels', async () => {
    for (const name of ['kaart', 'kaart-voorbeeld']) {
      const { page, close } = await visit(file(name), desktop);
      await page.locator('[data-zoom=real]').click();
      const small = await shownSpots(page).evaluateAll(all => all.map(s => s.getBoundingClientRect()).filter(b => b.width < 24 || b.height < 24).length);
      assert.equal(small, 0);
      await close();
    }
  });

  test('exchanges pictures and says so', async () => {
    const { page, close } = await visit(file('kaart'), desktop);
    assert.ok(await page.locator('#plaat-2').isVisible());
    await page.locator('.lenses input').first().focus();
    await page.keyboard.press('ArrowRight');
    assert.ok(!await page.locator('#plaat-2').isVisible());
    assert.ok(await page.locator('#plaat-3').isVisible());
    assert.equal(await page.locator('#melding').textContent(), 'U ziet nu: De klant');
    await page.locator('[data-zoom=in]').click();
    assert.ok(await page.locator('#plaat-3 .sheet').evaluate(s => s.clientWidth > s.parentElement.clientWidth));
    await close();
  });

  test('gives phones their own picture', async () => {
    const { page, close } = await visit(file('kaart'), phone);
    assert.ok(await page.locator('.narrow').isVisible());
    assert.equal(await page.locator('.wide:visible').count(), 0);
    await page.setViewportSize(desktop);
    assert.ok(!await page.locator('.narrow').isVisible());
    assert.ok(await page.locator('.wide.current').isVisible());
    await close();
  });

  test('does not move for those who do not want it', async () => {
    const { page, close } = await visit(file('kaart'), desktop, { reducedMotion: 'reduce' });
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), 'auto');
    await close();
  });

  test('has a way past the map', async () => {
    const { page, close } = await visit(file('kaart'), desktop);
    await page.locator('.skip.inner').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => !!document.activeElement.closest('.below')));
    await close();
  });
});

// pages tells how many sheets of paper a PDF has and how wide and high each is.
const pages = pdf => [...pdf.toString('latin1').matchAll(/\/MediaBox ?\[ ?([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)/g)].map(m => [Number(m[3]), Number(m[4])]);

describe('on paper', () => {
  test('the map is whole on the first page, without buttons', async () => {
    for (const name of ['kaart', 'kaart-voorbeeld']) {
      const { page, close } = await visit(file(name), desktop);
      await page.locator('[data-zoom=real]').click();
      await shownSpots(page).first().focus();
      await page.emulateMedia({ media: 'print' });
      for (const gone of ['.bar', '.spots', '.hint', '#kaartje', '.narrow']) assert.equal(await page.locator(`${gone}:visible`).count(), 0, gone);
      assert.equal(await page.locator('.sheet svg:visible').count(), 1);
      const fit = await page.locator('.sheet svg:visible').evaluate(s => ({ box: s.getBoundingClientRect(), w: document.documentElement.clientWidth, h: innerHeight }));
      assert.ok(fit.box.width <= fit.w + 1 && fit.box.height <= fit.h, JSON.stringify(fit));
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const sheets = pages(pdf);
      assert.ok(sheets.length >= 2 && sheets.length <= 4, `${sheets.length} pages`);
      assert.ok(sheets.at(-1)[0] > sheets.at(-1)[1], 'the table does not lie on its side');
      await close();
    }
  });
});
