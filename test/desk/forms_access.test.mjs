// Every form for everybody: what axe knows, in light and dark, on a phone and enlarged.
import assert from 'node:assert/strict';
import { folder, open, start } from './desk.mjs';
import { everywhere, look } from './eyes.mjs';
import { pick } from './hands.mjs';

everywhere('no form has a fault that axe knows, or is wider than the window', async options => {
  const place = folder('energietoeslag');
  const desk = await start(place);
  const { page, close } = await open(desk.address, options);
  await page.goto(`${new URL(page.url()).origin}/#reis=energietoeslag/klantreis.yaml`);
  await page.locator('.f-panel').waitFor();
  const see = async what => {
    await look(page, options, what);
    const small = await page.evaluate(() => [...document.querySelectorAll('.forms :is(button, input, select, summary), dialog :is(button, input, select)')]
      .filter(e => e.checkVisibility() && !e.closest('.f-chip, .visually-hidden') && !e.classList.contains('visually-hidden')).map(e => [e.getBoundingClientRect(), e.outerHTML.slice(0, 90)])
      .filter(([r]) => r.width > 0 && (r.height < 23.5 || r.width < 23.5)).map(([r, html]) => `${r.width}×${r.height} ${html}`));
    assert.deepEqual(small, [], what);
  };
  for (const part of ['De reis', 'De klant', 'Aanvragen', 'Belt de gemeente', 'Zet de betaaldatum', 'kcc']) {
    await pick(page, part);
    await see(part);
  }
  await pick(page, 'Logt in');
  for (const more = page.locator('.f-current details:not([open]) > summary'); await more.count();) await more.first().click();
  await see('all of a step');
  await page.locator('.f-card').first().click();
  await page.locator('.f-claim').filter({ hasText: 'n =' }).waitFor();
  await see('a signal');
  const parts = page.getByRole('button', { name: 'Onderdelen van de reis' });
  if (await parts.isVisible()) await parts.click();
  await page.locator('.f-outline .f-menu button').first().click();
  await see('a menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Signalen toevoegen' }).first().click();
  await see('adding signals');
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles({
    name: 'meldingen-van-een-systeem-met-een-lange-naam.csv', mimeType: 'text/csv',
    buffer: Buffer.from('Datum;Onderwerp;Wat zei de klant\n' + '01-09-2022;wachten;Wanneer krijg ik bericht over mijn aanvraag?\n'.repeat(9)),
  });
  await page.locator('.f-columns').waitFor();
  await see('a file with signals');
  await close();
  await desk.end();
});
