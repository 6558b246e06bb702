// The desk for everybody: what axe knows, in light and dark, on a phone and enlarged, and what it does not know.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { asText, folder, journey, open, start, violations, wide } from './desk.mjs';

const looks = [
  ['light', { viewport: wide, colorScheme: 'light' }],
  ['dark', { viewport: wide, colorScheme: 'dark' }],
  ['320 wide', { viewport: { width: 320, height: 640 }, colorScheme: 'light' }],
  ['200% zoom, dark', { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2, colorScheme: 'dark' }],
];

const tooWide = page => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('no faults that axe knows, nothing wider than the window', () => {
  for (const [name, options] of looks) {
    test(name, async () => {
      const place = folder('energietoeslag');
      place.write('stuk.yaml', 'klantreis: Stuk\nfasen: [\n');
      const desk = await start(place);
      const { page, expect, close } = await open(desk.address, options);
      expect(/status of 501/);
      const look = async what => {
        assert.deepEqual(await violations(page), [], what);
        assert.ok(await tooWide(page) <= 0, `${what} is ${await tooWide(page)} too wide`);
      };
      await page.locator('.card').first().waitFor();
      await look('home');
      await page.getByRole('button', { name: 'Nieuwe klantreis' }).first().click();
      await look('a new journey');
      await page.keyboard.press('Escape');

      await journey(page, 'energietoeslag/klantreis.yaml').catch(() => {}); // on a narrow screen the picture is behind a tab
      await page.locator('.f-panel').waitFor();
      await look('form');
      await asText(page);
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Control+f');
      await look('text and search');
      await page.keyboard.press('Escape');
      await page.keyboard.type('fout ');
      await page.locator('.problem-list .error').first().waitFor();
      await look('faults');
      await page.keyboard.press('Control+z');
      const pane = page.getByRole('tab', { name: 'Beeld' });
      if (await pane.isVisible()) await pane.click();
      for (const view of ['Stroom', 'Grafieken', 'Kaart']) {
        await page.getByRole('tab', { name: view }).click();
        await page.locator('.drawn svg').first().waitFor();
        await look(view);
      }
      await page.getByRole('button', { name: 'In woorden' }).click();
      await look('in words');
      await close();
      await desk.end();
    });
  }
});

test('everything that can be pressed is large enough', async () => {
  const place = folder('energietoeslag');
  const desk = await start(place);
  const { page, close } = await open(desk.address);
  await journey(page, 'energietoeslag/klantreis.yaml');
  const small = await page.evaluate(() => [...document.querySelectorAll('button, a[href], input, select, summary, [role=separator]')]
    .filter(e => e.checkVisibility() && !e.closest('.spots, p, li, .skip'))
    .map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 90)])
    .filter(([r]) => r.width > 0 && (r.height < 23.5 || r.width < 11.5)).map(([r, html]) => `${r.width}×${r.height} ${html}`));
  assert.deepEqual(small, []);
  await close();
  await desk.end();
});

test('the picture zooms with keys and keeps its place, and the line between the panes moves with arrows', async () => {
  const place = folder('energietoeslag');
  const desk = await start(place);
  const { page, close } = await open(desk.address);
  await journey(page, 'energietoeslag/klantreis.yaml');
  const width = () => page.locator('.drawn svg').first().evaluate(e => e.getBoundingClientRect().width);
  const before = await width();
  await page.locator('.scroll').focus();
  await page.keyboard.press('+');
  await page.waitForFunction(w => document.querySelector('.drawn svg').getBoundingClientRect().width > w * 1.1, before);
  const scrolled = await page.locator('.scroll').evaluate(e => { e.scrollTop = 500; return e.scrollTop; });
  await page.getByRole('tab', { name: 'Tekst' }).click();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# iets\n');
  await page.waitForFunction(() => performance.getEntriesByName('desk-edit-to-picture').length > 0);
  assert.equal(await page.locator('.scroll').evaluate(e => e.scrollTop), scrolled);
  assert.ok(await width() > before * 1.1);
  await page.locator('.scroll').focus();
  await page.keyboard.press('0');
  await page.waitForFunction(w => Math.abs(document.querySelector('.drawn svg').getBoundingClientRect().width - w) < 2, before);

  const left = () => page.locator('.left').evaluate(e => e.getBoundingClientRect().width);
  const half = await left();
  await page.locator('.splitter').focus();
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  assert.ok(await left() > half + 50);
  await close();
  await desk.end();
});
