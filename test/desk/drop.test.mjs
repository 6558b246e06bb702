// Adding a file with signals cannot end in a source without a file, in a file that counts twice, or in texts on the screen.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, journey, open, start, text } from './desk.mjs';
import { violations } from './eyes.mjs';
import { until } from './hands.mjs';

const csv = 'Datum;Onderwerp;Vraag\n' + Array.from({ length: 40 }, (_, i) =>
  `${String(i % 28 + 1).padStart(2, '0')}-03-2024;${i % 2 ? 'wachten' : 'formulier'};Wanneer is mijn paspoort klaar?\n`).join('');
const file = (name, content = csv) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });

async function at(extra = '') {
  const place = folder();
  place.write('reis.yaml', `klantreis: Paspoort\n${extra}fasen:\n  - fase: Wachten\n    stappen:\n      - stap: Wacht\n`);
  const desk = await start(place);
  const window = await open(desk.address);
  window.page.setDefaultTimeout(30_000);
  await journey(window.page, 'reis.yaml');
  const dialog = window.page.getByRole('dialog');
  const choose = async f => {
    const parts = window.page.getByRole('button', { name: 'Onderdelen van de reis' });
    if (await parts.count() && await parts.getAttribute('aria-expanded') === 'false') await parts.click();
    await window.page.getByRole('button', { name: 'Signalen toevoegen' }).first().click();
    await dialog.locator('input[type=file]').setInputFiles(f);
  };
  return { place, dialog, choose, ...window };
}

test('a file is copied only by choice, and not choosing is no way on', async () => {
  const { page, place, dialog, choose, close, expect } = await at();
  expect(/422/); // of the empty file
  await choose(file('kcc.csv'));
  await dialog.locator('.f-columns').waitFor();
  await dialog.getByRole('button', { name: 'Bron toevoegen' }).click();
  await dialog.getByText('Kies eerst waar het bestand komt te staan').waitFor();
  assert.doesNotMatch(await text(page), /bronnen/);
  await dialog.getByLabel('Vraag: Betekent').selectOption('');
  await until(async () => await dialog.getByLabel('Vraag: Betekent').inputValue() === '' && await dialog.getByLabel('Vraag: Betekent').isEnabled(), 'read again');
  assert.doesNotMatch(await dialog.innerText(), /Wanneer is mijn/);
  await dialog.getByText('Teksten tonen we hier niet').waitFor();
  assert.deepEqual(await violations(page), []);
  await dialog.getByLabel('Kopieer het bestand').check();
  await dialog.getByRole('button', { name: 'Bron toevoegen' }).click();
  await until(async () => /bestand: signalen\/kcc\.csv/.test(await text(page)), 'the source');
  assert.match(await text(page), /^periode: \{van: 2024-03-01, tot: 2024-03-28\}$/m);
  assert.ok(existsSync(join(place.open, 'signalen', 'kcc.csv')));

  await choose(file('nogmaals.csv'));
  await dialog.getByText('Dit bestand is er al als bron ‘kcc’').waitFor();
  assert.ok(await dialog.getByLabel('Het bestand staat er al: signalen/kcc.csv').isChecked());
  await page.keyboard.press('Escape');

  await choose(file('leeg.csv', ''));
  await page.locator('.toast.bad').getByText('Dit bestand is leeg').waitFor();
  await page.keyboard.press('Escape');
  await close();
});

test('a source without its file gets it', async () => {
  const { page, place, dialog, choose, close } = await at('bronnen:\n  kcc: {soort: telefoon, bestand: signalen/kcc.csv, kolommen: {tijdstip: Datum, onderwerp: Onderwerp, tekst: Vraag}}\n');
  const before = await text(page);
  await choose(file('kcc.csv'));
  await dialog.getByLabel('Zet het op de plaats waar de bron ‘kcc’ het zoekt: signalen/kcc.csv').check();
  await dialog.getByRole('button', { name: 'Bestand neerzetten' }).click();
  await page.getByRole('heading', { level: 2, name: 'kcc' }).waitFor();
  await until(async () => !/is er niet/.test(await page.locator('.f-current').innerText()), 'the file is found');
  assert.equal(await text(page), before);
  assert.ok(existsSync(join(place.open, 'signalen', 'kcc.csv')));
  await close();
});

test('the buttons on the map do not lie on each other, and nothing is wrong before something is typed', async () => {
  const { page, choose, dialog, close } = await at();
  await page.locator('.spot.stap').first().click();
  await page.locator('.m-menu button').first().waitFor();
  const hit = await page.locator('.m-plus').evaluateAll(all => all.map(b => {
    const r = b.getBoundingClientRect();
    return b.contains(document.elementFromPoint(r.left + r.width / 2, r.top + r.height / 2));
  }));
  assert.ok(hit.length >= 2 && hit.every(h => h), JSON.stringify(hit));
  await choose(file('kcc.csv'));
  await dialog.getByLabel('Kopieer het bestand').check();
  await dialog.getByRole('button', { name: 'Bron toevoegen' }).click();
  await page.getByRole('button', { name: 'Eigen woorden' }).click();
  await page.getByLabel('Wat vraagt of zegt de klant?').waitFor();
  await until(async () => await page.locator('.f-claim').getAttribute('aria-busy') === 'false' && !/…$/.test(await page.locator('.f-claim').textContent()), 'counted');
  assert.equal(await page.locator('.f-match .f-warning').count(), 0);
  await close();
});
