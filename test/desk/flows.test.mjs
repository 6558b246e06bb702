// Whole flows: from nothing to the gift with the mouse, and with the keyboard alone.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, open, saved, start } from './desk.mjs';

// pdfIn waits until the PDF of the gift is shown, and tells whether it lies in the folder.
async function pdfIn(page, place) {
  const frame = page.locator('.viewer iframe');
  await frame.waitFor({ timeout: 90_000 });
  assert.match(await frame.getAttribute('src'), /\.pdf$/);
  const found = readdirSync(place.open, { recursive: true }).filter(f => f.endsWith('advies.pdf'));
  assert.ok(found.length > 0, 'no PDF in the folder');
  assert.ok(existsSync(join(place.open, found[0])));
}

test('from nothing to a PDF, with the mouse', async () => {
  const place = folder();
  const desk = await start(place);
  const { page, close } = await open(desk.address);
  await page.locator('.empty').waitFor();
  await page.locator('.empty').getByRole('button', { name: 'Nieuwe klantreis' }).click();
  await page.getByRole('button', { name: 'Maken' }).click();
  await page.locator('dialog .fault').waitFor(); // a journey needs a name
  await page.getByLabel('Hoe heet de klantreis?').fill('Paspoort aanvragen');
  await page.locator('.start').filter({ hasText: 'Klein voorbeeld' }).click();
  await page.getByRole('button', { name: 'Maken' }).click();
  await page.locator('.drawn svg').first().waitFor();
  assert.match(await page.locator('.top .brand').innerText(), /Paspoort aanvragen/);
  await page.getByRole('button', { name: 'Maak cadeautje' }).click();
  await pdfIn(page, place);
  await page.getByRole('button', { name: 'Terug naar het beeld' }).click();
  await page.locator('.drawn svg').first().waitFor();
  await page.getByRole('link', { name: 'Alle klantreizen' }).click();
  await page.locator('.card').filter({ hasText: 'Paspoort aanvragen' }).locator('svg').waitFor();
  await close();
  await desk.end();
});

test('from nothing to a PDF, with the keyboard', async () => {
  const place = folder();
  const desk = await start(place);
  const { page, close } = await open(desk.address);
  // to goes on with Tab until something has the focus.
  const to = async name => {
    for (let i = 0; i < 80; i++) {
      const now = await page.evaluate(() => {
        const e = document.activeElement;
        return `${e.getAttribute('aria-label') ?? ''} ${e.textContent ?? ''} ${e.labels?.[0]?.textContent ?? ''}`.slice(0, 200);
      });
      if (now.includes(name)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not reach ${name}`);
  };
  await page.locator('.empty').waitFor();
  await to('Nieuwe klantreis');
  await page.keyboard.press('Enter');
  await page.locator('dialog').waitFor();
  await to('Hoe heet de klantreis?');
  await page.keyboard.type('Rijbewijs verlengen');
  await to('Leeg');
  await page.keyboard.press('ArrowDown');
  await to('Maken');
  await page.keyboard.press('Enter');
  await page.locator('.drawn svg').first().waitFor();
  await to('Formulier');
  await page.keyboard.press('ArrowRight');
  await to('Tekst van de klantreis');
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# met de hand\n');
  await page.keyboard.press('Control+s');
  await saved(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Control+Home');
  await to('Maak cadeautje');
  await page.keyboard.press('Enter');
  await pdfIn(page, place);
  await close();
  await desk.end();
});

test('a check tells what it found, an overview is made, a deck opens in a tab', async () => {
  const place = folder('verhuizen');
  const desk = await start(place);
  const { page, context, close } = await open(desk.address);
  await page.getByRole('button', { name: 'Overzicht maken' }).click();
  await page.locator('.job .files a').first().waitFor({ timeout: 60_000 });
  await page.locator('.card a').first().click();
  await page.locator('.drawn svg').first().waitFor();
  await page.getByRole('button', { name: 'Controleer' }).click();
  await page.locator('.job .problem-list li, .job .good').first().waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Presenteer' }).click();
  await page.locator('.job .files a').first().waitFor({ timeout: 60_000 });
  const link = await page.locator('.job .files a').first().getAttribute('href');
  const tab = context.pages().find(p => p.url().endsWith(link)) ?? await context.waitForEvent('page', { timeout: 5_000 }).catch(() => null);
  if (tab) await tab.close(); // where a browser refuses a tab, the link is there
  await close();
  await desk.end();
});
