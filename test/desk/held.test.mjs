// Something new while a form has made a fault: the fault is named, and the form comes when it is mended.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folder, journey, open, start, text } from './desk.mjs';
import { pick, until } from './hands.mjs';

async function faulty() {
  const desk = await start(folder('energietoeslag'));
  const window = await open(desk.address, { viewport: { width: 2000, height: 1000 } }); // the list stands beside the form
  const { page } = window;
  page.setDefaultTimeout(20_000);
  await journey(page, 'energietoeslag/klantreis.yaml');
  await pick(page, 'Zoekt uit of het voor haar is');
  await share(page, '84');
  await page.locator('.f-stale').waitFor();
  return window;
}

// share fills in what part goes on, of a step where 18 % stops.
async function share(page, percent) {
  const ways = page.locator('details.f-more', { hasText: 'Vertakking en teksten' });
  await ways.waitFor();
  await ways.evaluate(d => { d.open = true; });
  await page.getByRole('group', { name: 'Weg 1' }).getByLabel('Hoeveel procent?').fill(percent);
  await page.keyboard.press('Enter');
  await until(async () => (await text(page)).includes(`aandeel: ${percent}%`), percent);
}

const heading = (page, name) => page.getByRole('heading', { level: 2, name });

test('somebody who mends the fault elsewhere stays there, and finds what was added under its own title', async () => {
  const { page, close } = await faulty();
  await page.locator('.f-outline').getByRole('button', { name: 'Advies', exact: true }).click();
  await page.keyboard.type('Bel terug');
  await page.locator('.f-current').getByText(/het formulier komt als deze fout weg is/).waitFor();
  assert.match(await page.locator('.f-toast p').innerText(), /102/);
  await page.locator('.f-outline').getByRole('button', { name: 'Advies', exact: true }).click();
  await page.locator('.f-toast').getByText(/Haal eerst deze fout weg/).waitFor();
  assert.equal(await page.locator('.f-current input').inputValue(), 'Bel terug', 'what was typed stays');
  await page.locator('.f-toast').getByRole('button', { name: 'Naar de fout' }).click();
  await heading(page, 'Zoekt uit of het voor haar is').waitFor();
  await share(page, '80');
  await page.locator('.f-toast').getByText('‘Bel terug’ staat in de reis').waitFor();
  assert.match(await text(page), /- advies: Bel terug/);
  await heading(page, 'Zoekt uit of het voor haar is').waitFor();
  await page.locator('.f-toast').getByRole('button', { name: 'Openen' }).click();
  await heading(page, 'Bel terug').waitFor();
  await close();
});

test('somebody who waits gets the form, with what was typed in it', async () => {
  const { page, close } = await faulty();
  await page.locator('.f-outline').getByRole('button', { name: /^Stap toevoegen in/ }).last().click();
  await page.keyboard.type('Belt nog een keer');
  await page.locator('.f-current').getByText(/het formulier komt als deze fout weg is/).waitFor();
  await page.evaluate(() => { // the text is mended in another way: by an edit that the page did not ask for
    const { view } = document.querySelector('.editor .cm-content').cmTile;
    const at = view.state.doc.toString().indexOf('84%');
    view.dispatch({ changes: { from: at, to: at + 3, insert: '82%' } });
  });
  await heading(page, 'Belt nog een keer').waitFor();
  await until(async () => (await text(page)).includes('stap: Belt nog een keer'), 'the title');
  await close();
});
