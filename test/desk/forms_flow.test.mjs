// A journey from nothing to the gift with forms alone: no text is typed as YAML.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folder, journey, open, start, text } from './desk.mjs';
import { violations } from './eyes.mjs';
import { until } from './hands.mjs';

const file = {
  name: 'kcc.csv', mimeType: 'text/csv',
  buffer: Buffer.from('Datum;Onderwerp;Vraag\n' + Array.from({ length: 40 }, (_, i) =>
    `${String(i % 28 + 1).padStart(2, '0')}-03-2024;${i % 2 ? 'wachten' : 'formulier'};Wanneer is mijn paspoort klaar?\n`).join('')),
};

async function begin(page, title) {
  await page.locator('.empty').getByRole('button', { name: 'Nieuwe klantreis' }).click();
  await page.getByLabel('Hoe heet de klantreis?').fill(title);
  await page.locator('.start').filter({ hasText: 'Leeg' }).click();
  await page.getByRole('button', { name: 'Maken' }).click();
  await page.locator('.f-panel').waitFor();
}

test('with the mouse: phases, steps, signals and advice, to the PDF', async () => {
  const desk = await start(folder());
  const { page, close } = await open(desk.address);
  await begin(page, 'Paspoort aanvragen');
  await page.locator('.f-outline .f-line-step > button').first().click();
  await page.getByLabel('Naam van de stap').fill('Vraagt het paspoort aan');
  await page.locator('.f-chip', { hasText: 'balie' }).click();
  await page.locator('.f-scale button', { hasText: '+1' }).click();
  await page.getByRole('button', { name: 'Stap hierna toevoegen' }).last().click();
  await until(async () => await page.getByLabel('Naam van de stap').inputValue() === 'Nieuwe stap', 'the form of the new step');
  await page.getByLabel('Naam van de stap').fill('Wacht op het paspoort');
  await page.locator('.f-chip', { hasText: 'telefoon' }).click();
  await until(async () => /Wacht op het paspoort/.test(await text(page)), 'two steps');
  await page.getByRole('button', { name: 'Signalen toevoegen' }).first().click();
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file);
  await page.getByLabel('Kopieer het bestand').check();
  await page.getByRole('button', { name: 'Bron toevoegen' }).click();
  await page.getByLabel('Bij welke stap?').selectOption({ index: 1 });
  await page.getByRole('button', { name: /^wachten\b/ }).click();
  await until(async () => /n = 20 van 40/.test(await page.locator('.f-claim').textContent()), 'counted');
  await page.getByRole('button', { name: 'Maak een advies van dit signaal' }).click();
  await page.getByRole('textbox', { name: 'Advies', exact: true }).fill('Stuur een bericht als het paspoort klaar is');
  await page.locator('.f-radios').first().getByLabel('groot').check();
  await until(async () => /winst: groot/.test(await text(page)), 'the advice');
  assert.match(await text(page), /omdat: \[wachten\]/);
  assert.equal(await page.locator('.f-assumption').count(), 0, 'it rests on a signal');
  await page.getByRole('button', { name: 'Maak cadeautje' }).click();
  await page.locator('.viewer iframe').waitFor({ timeout: 90_000 });
  await close();
  await desk.end();
});

test('with the keyboard: two steps, moved and taken back', async () => {
  const desk = await start(folder());
  const { page, close } = await open(desk.address);
  await begin(page, 'Rijbewijs verlengen');
  const press = async (...keys) => { for (const k of keys) await page.keyboard.press(k); };
  const title = () => page.evaluate(() => document.activeElement?.labels?.[0]?.textContent ?? '');
  await page.locator('.f-outline .f-line > button').first().focus();
  for (let i = 0; i < 9 && !await page.evaluate(() => !!document.activeElement?.closest('.f-line-step')); i++) await press('ArrowDown');
  await press('Enter');
  await page.getByLabel('Naam van de stap').waitFor();
  for (let i = 0; i < 40 && await title() !== 'Naam van de stap'; i++) await press('Tab');
  await press('Control+a');
  await page.keyboard.type('Vraagt aan');
  await press('Enter');
  await until(async () => /stap: Vraagt aan/.test(await text(page)), 'the first step');
  await page.getByRole('button', { name: 'Stap hierna toevoegen' }).first().focus();
  await press('Enter');
  await until(async () => await title() === 'Naam van de stap' && await page.evaluate(() => document.activeElement.value === 'Nieuwe stap'), 'the name of the new step has the focus');
  await page.keyboard.type('Haalt op');
  await press('Enter');
  await until(async () => /stap: Haalt op/.test(await text(page)), 'the second step, typed over its name');
  const spot = page.locator('.spot.stap[aria-label*="Haalt op"]');
  await spot.focus();
  await press('Alt+ArrowLeft');
  await until(async () => { const t = await text(page); return t.indexOf('Haalt op') < t.indexOf('Vraagt aan'); }, 'moved');
  await until(() => page.evaluate(() => /Haalt op/.test(document.activeElement?.getAttribute('aria-label') ?? '')), 'the focus goes along');
  await press('Control+z');
  await until(async () => { const t = await text(page); return t.indexOf('Haalt op') > t.indexOf('Vraagt aan'); }, 'undone');
  await close();
  await desk.end();
});

test('a proposal of the board is looked at, taken over, and undone to the byte', async () => {
  const place = folder('energietoeslag');
  const desk = await start(place);
  const { page, close } = await open(desk.address);
  await journey(page, 'energietoeslag/klantreis.yaml');
  const before = await text(page);
  const dialog = page.getByRole('dialog');
  const proposal = lines => ({ name: 'voorstel.yaml', mimeType: 'application/yaml', buffer: Buffer.from(lines) });
  await page.locator('.f-outline').getByRole('button', { name: 'Voorstel van het bord overnemen' }).click();
  await dialog.getByRole('button', { name: 'Laat zien wat er verandert' }).click();
  await dialog.getByText('Kies een bestand, of plak de regels').waitFor();
  await dialog.getByLabel('Of plak hier de regels').fill('adviezen:\n  - {id: betaaldatun, winst: klein}\n');
  await dialog.getByRole('button', { name: 'Laat zien wat er verandert' }).click();
  await dialog.getByText('Regel 2: Deze reis heeft geen advies met het id ‘betaaldatun’. Bedoelde u ‘betaaldatum’?').waitFor();
  assert.equal(await dialog.getByRole('button', { name: 'Neem over' }).count(), 0);
  await dialog.locator('input[type=file]').setInputFiles(proposal('# Voorstel\nadviezen:\n  - {id: betaaldatum, advies: "Zet de betaaldatum bovenaan de webpagina", winst: klein, moeite: groot}  # was groot / klein\n'));
  await dialog.getByText('winst groot → klein, moeite klein → groot').waitFor();
  assert.deepEqual(await violations(page), []);
  assert.equal(await text(page), before, 'only looked at');
  await dialog.getByRole('button', { name: 'Neem over' }).click();
  await until(async () => await text(page) === before.replace('winst: groot\n    moeite: klein\n    verwacht: Minder vragen over', 'winst: klein\n    moeite: groot\n    verwacht: Minder vragen over'), 'two values changed');
  await page.locator('.f-toast').getByRole('button', { name: 'Ongedaan maken' }).click();
  await until(async () => await text(page) === before, 'undone');

  // Dropped on the page, it is no file with signals.
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File(['adviezen: [{id: betaaldatum, winst: groot, moeite: klein}]'], 'voorstel.yaml'));
    dispatchEvent(new DragEvent('dragenter', { dataTransfer: data, bubbles: true }));
    dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  });
  await dialog.getByText('Er verandert niets').waitFor();
  await page.keyboard.press('Escape');
  await close();
  await desk.end();
});

test('a way between steps, a score, how many there were in all, and the effect of an advice', async () => {
  const place = folder();
  place.write('kcc.csv', file.buffer);
  place.write('klein.yaml', `klantreis: Paspoort
periode: {van: 2024-03-01, tot: 2024-03-31}
bronnen:
  kcc: {soort: telefoon, bestand: kcc.csv, noemer: 300}
fasen:
  - fase: Wachten
    stappen:
      - stap: Wacht
        signalen:
          - {signaal: Wanneer klaar?, id: klaar, bron: kcc, onderwerp: wachten}
      - stap: Haalt op
adviezen:
  - {advies: Stuur een bericht, stap: wacht, omdat: [klaar], status: gerealiseerd, sinds: 2024-03-10, effect: {signaal: klaar}}
`);
  const desk = await start(place);
  const { page, close } = await open(desk.address, { viewport: { width: 2000, height: 1000 } }); // the list stands beside the form
  await journey(page, 'klein.yaml');
  const has = (pattern, what) => until(async () => pattern.test(await text(page)), what);
  await page.locator('.f-outline .f-line-step > button', { hasText: 'Haalt op' }).click();
  await page.getByText('Vertakking en teksten').waitFor();
  await page.locator('details.f-more', { hasText: 'Vertakking en teksten' }).evaluate(d => { d.open = true; });
  const ways = await page.getByRole('group', { name: /^Weg \d/ }).count();
  await page.getByRole('button', { name: 'Weg', exact: true }).click();
  const way = page.getByRole('group', { name: `Weg ${ways + 1}` });
  await way.getByLabel('Naar').selectOption({ label: 'De klant stopt hier' });
  await page.getByText('Vul in waarom de klant stopt.').waitFor();
  await way.getByLabel('Waarom stopt de klant?').fill('gelooft het wel');
  await way.getByLabel('Hoeveel procent?').fill('2,5');
  await page.keyboard.press('Enter');
  await has(/- \{afhaken: gelooft het wel, aandeel: 2\.5%\}/, 'the way');

  await page.getByRole('button', { name: 'Cijfer', exact: true }).click();
  const name = page.getByLabel('Naam van het cijfer');
  await until(async () => await name.inputValue() === 'Nieuw cijfer', 'the form of the score');
  await name.fill('Moeite');
  await page.getByRole('button', { name: 'Meting', exact: true }).click();
  const point = page.getByRole('group', { name: 'Meting 1' });
  await point.getByLabel('Wanneer').fill('2023-05');
  await point.getByLabel('Cijfer').fill('7,3');
  await page.keyboard.press('Enter');
  await has(/- meting: Moeite\n\s+punten:\n\s+- \{wanneer: 2023-05, waarde: 7\.3\}/, 'the score');
  await page.getByLabel('Laagste op de schaal').fill('1');
  await page.getByText('Vul ook de andere kant van de schaal in.').waitFor();
  await page.getByLabel('Hoogste op de schaal').fill('10');
  await has(/- meting: Moeite\n\s+schaal: \{van: 1, tot: 10\}/, 'the scale');

  await page.locator('.f-outline .f-line-source > button', { hasText: 'kcc' }).click();
  await page.getByLabel('Aantal in de hele periode').fill('3300');
  await has(/noemer: 3300/, 'the total');

  await page.locator('.f-outline .f-line-advice > button').first().click();
  await page.getByLabel('Hoeveel procent minder is genoeg?').fill('20');
  await has(/minstens: 20%/, 'the effect');
  await close();
  await desk.end();
});
