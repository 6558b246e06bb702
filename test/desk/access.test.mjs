// The desk for everybody: what axe knows, in light and dark, on a phone and enlarged, and what it does not know.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText, folder, journey, open, start } from './desk.mjs';
import { everywhere, look } from './eyes.mjs';

everywhere('no faults that axe knows, nothing wider than the window', async options => {
  const place = folder('energietoeslag');
  place.write('stuk.yaml', 'klantreis: Stuk\nfasen: [\n');
  const desk = await start(place);
  const { page, close } = await open(desk.address, options);
  await page.locator('.card').first().waitFor();
  await look(page, options, 'home');
  await page.getByRole('button', { name: 'Nieuwe klantreis' }).first().click();
  await look(page, options, 'a new journey');
  await page.locator('.start').filter({ hasText: 'Mermaid' }).click();
  await page.getByRole('dialog').locator('textarea').fill('journey\n  title Een heel lange naam van een klantreis die nergens ophoudt\n  section Begin\n    Vraagt aan: 3: Klant');
  await look(page, options, 'a new journey of a pasted text');
  await page.keyboard.press('Escape');

  await journey(page, 'energietoeslag/klantreis.yaml').catch(() => {}); // on a narrow screen the picture is behind a tab
  await page.locator('.f-panel').waitFor();
  await look(page, options, 'form');
  await asText(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await look(page, options, 'text and search');
  await page.keyboard.press('Escape');
  await page.keyboard.type('fout ');
  await page.locator('.problem-list .error').first().waitFor();
  await look(page, options, 'faults');
  await page.keyboard.press('Control+z');
  const pane = page.getByRole('tab', { name: 'Beeld' });
  if (await pane.isVisible()) await pane.click();
  for (const view of ['Stroom', 'Grafieken', 'Kaart']) {
    await page.getByRole('tab', { name: view }).click();
    await page.locator('.drawn svg').first().waitFor();
    await look(page, options, view);
  }
  for (const view of ['Presentatie', 'Advies']) {
    await page.getByRole('tab', { name: view }).click();
    await page.locator(`.beeld[aria-label="${view}"] .frames iframe`).first().waitFor({ timeout: 60_000 });
    await look(page, options, view);
  }
  await page.getByRole('button', { name: 'In woorden' }).click();
  await look(page, options, 'in words');
  await close();
  await desk.end();
});

everywhere('nor in what comes of saving and making', async options => {
  const place = folder('energietoeslag');
  const path = 'energietoeslag/energietoeslag-gewenst.yaml';
  const desk = await start(place);
  const first = await open(desk.address, options);
  const { page } = first;
  first.expect(/status of 409/);
  await page.goto(`${new URL(page.url()).origin}/#reis=${path}`);
  await asText(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# van mij');
  await page.waitForResponse(r => r.url().includes('/api/draft'));
  await page.reload();
  await page.getByRole('button', { name: 'Verder met mijn werk' }).waitFor();
  await look(page, options, 'work of the last time');
  await page.getByRole('button', { name: 'Verder met mijn werk' }).click();
  place.write(path, place.read(path).replace('Hoort van de toeslag', 'Leest een heel lange regel over de toeslag die hier begint en die nergens ophoudt'));
  await page.getByRole('button', { name: 'Vergelijk en kies' }).waitFor();
  await look(page, options, 'a file that changed');
  await page.getByRole('button', { name: 'Vergelijk en kies' }).click();
  await page.locator('dialog .versions').waitFor();
  await look(page, options, 'two versions');
  await page.getByRole('button', { name: 'Die van mij opslaan' }).click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Maak cadeautje' }).click();
  await page.locator('.job progress').waitFor(); // in sight, also where one pane is shown
  await look(page, options, 'work that goes on');
  await page.locator('.viewer iframe').waitFor({ timeout: 90_000 });
  await look(page, options, 'the PDF');
  await page.getByRole('button', { name: 'Terug naar het beeld' }).click();
  await page.getByRole('button', { name: 'Controleer' }).click();
  await page.locator('.job .problem-list li, .job .good').first().waitFor({ timeout: 60_000 });
  await look(page, options, 'what a check found');
  await first.close();
  await desk.end();
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
