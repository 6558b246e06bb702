// Forms, the map as it is changed, and adding signals, as a person does it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, journey, open, start, text } from './desk.mjs';
import { dragTo, finger, mouse, pick, stepAt, until } from './hands.mjs';

const energy = 'energietoeslag/klantreis.yaml';

// at opens a window on a journey of an example and waits for its forms.
async function at(path = energy, options = {}) {
  const place = folder('energietoeslag');
  const desk = await start(place);
  const window = await open(desk.address, options);
  await journey(window.page, path);
  await window.page.locator('.f-panel').waitFor();
  return { place, ...window };
}

// steps are the phases and steps as the text has them.
const steps = async page => [...(await text(page)).matchAll(/^\s*- (?:fase|stap): (.*)$/gm)].map(m => m[1].trim());

test('a text in a form is one small change of the file, and comes back with Ctrl+Z', async () => {
  const { page, close } = await at();
  const before = await text(page);
  await pick(page, 'Logt in');
  const field = page.getByLabel('Wat denkt de klant?');
  await field.fill('');
  await field.pressSequentially('Als dit maar goed gaat: ik heb geen #DigiD', { delay: 15 });
  assert.equal(await field.inputValue(), 'Als dit maar goed gaat: ik heb geen #DigiD', 'no key was lost');
  await until(async () => (await text(page)).includes('geen #DigiD'), 'the text has it');
  const after = await text(page);
  const changed = after.split('\n').filter((l, i) => l !== before.split('\n')[i]);
  assert.equal(changed.length, 1, changed.join('\n'));
  await page.getByRole('heading', { level: 2, name: 'Logt in' }).click();
  await page.getByLabel('Wat denkt de klant?').focus();
  await until(async () => { await page.keyboard.press('Control+z'); return await text(page) === before; }, 'undone');
  await until(async () => await field.inputValue() === 'Als dit maar lukt', 'the field follows');
  await close();
});

test('a new title keeps what refers to the step, and the form stays', async () => {
  const { page, close } = await at();
  await pick(page, 'Wacht op het geld');
  const field = page.getByLabel('Naam van de stap');
  await field.fill('Kijkt uit naar het geld');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Kijkt uit naar het geld' }).waitFor();
  assert.equal(await page.locator('.problem-list .error').count(), 0);
  await close();
});

test('channels, a feeling, lists and a channel of the own', async () => {
  const { page, close } = await at();
  await pick(page, 'Logt in');
  await page.locator('.f-chip', { hasText: 'balie' }).click();
  await until(async () => /kanalen: \[website, balie\]/.test(await text(page)), 'the channel');
  await page.getByRole('button', { name: 'Pijnpunt', exact: true }).click();
  await page.keyboard.type('De code komt niet aan');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Wachten op post');
  await page.keyboard.press('Tab');
  await until(async () => /De code komt niet aan[\s\S]{0,40}Wachten op post/.test(await text(page)), 'the pain points');
  await page.locator('.f-scale button', { hasText: '+2' }).click();
  await until(async () => /emotie: 2\b/.test(await text(page)), 'the feeling');
  await page.getByText('Een eigen kanaal toevoegen').click();
  await page.getByLabel('Naam', { exact: true }).fill('Markt');
  await page.getByRole('button', { name: 'Toevoegen', exact: true }).click();
  await until(async () => /kanalen-eigen: .*markt/.test(await text(page)) && /kanalen: \[website, balie, markt\]/.test(await text(page)), 'the own channel');
  await page.getByRole('heading', { level: 2, name: 'Logt in' }).waitFor();
  assert.equal(await page.locator('.problem-list .error').count(), 0);
  await close();
});

test('a status that needs a reason waits for it', async () => {
  const { page, close } = await at();
  await pick(page, 'Stuur een sms');
  const before = await text(page);
  await page.getByLabel('Status').selectOption({ label: 'Niet overgenomen' });
  await page.getByText('Vul een reden in').waitFor();
  assert.equal(await text(page), before);
  await page.getByRole('textbox', { name: 'Reden' }).fill('Er is geen sms-dienst');
  await page.keyboard.press('Tab');
  await until(async () => /status: niet-overgenomen[\s\S]{0,60}reden: Er is geen sms-dienst/.test(await text(page)), 'both at once');
  assert.equal(await page.locator('.problem-list .error').count(), 0);
  await close();
});

test('a step is dragged to another phase and comes back', async () => {
  const { page, close } = await at();
  const before = await text(page);
  const was = await steps(page);
  const hand = mouse(page);
  await dragTo(page, hand, 'Logt in', '');
  await page.keyboard.press('Escape');
  await page.locator('.m-ghost').waitFor({ state: 'detached' });
  await page.mouse.up();
  assert.equal(await text(page), before, 'Escape changes nothing');
  await dragTo(page, hand, 'Logt in', 'Hoort van');
  await page.locator('.m-mark').waitFor();
  await page.mouse.up();
  await until(async () => (await steps(page)).indexOf('Logt in') === 1, 'it stands first');
  await page.getByRole('status').filter({ hasText: 'staat nu op plaats 1' }).waitFor();
  await page.locator('.f-toast').getByRole('button', { name: 'Ongedaan maken' }).click();
  await until(async () => await text(page) === before, 'undone to the byte');
  assert.deepEqual(await steps(page), was);
  await close();
});

test('a finger drags after a rest, and scrolls without', async () => {
  const { page, context, close } = await at(energy, { hasTouch: true });
  const hand = await finger(page, context);
  const before = await text(page);
  const from = await stepAt(page, 'Hoort van').boundingBox();
  await hand.point('touchStart', from.x + 20, from.y + 60);
  await hand.point('touchMove', from.x + 20, from.y + 20);
  await hand.point('touchEnd');
  assert.equal(await page.locator('.m-ghost').count(), 0);
  assert.equal(await text(page), before);
  await dragTo(page, hand, 'Zoekt uit', 'Hoort van');
  await page.locator('.m-mark').waitFor();
  await hand.up();
  await until(async () => (await steps(page))[1].startsWith('Zoekt uit'), 'moved');
  await close();
});

test('the map with keys: move, add, remove, menu, form', async () => {
  const { page, close } = await at();
  const step = name => page.locator(`.spot.stap[aria-label*="${name}"]`);
  await step('Logt in').focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await until(async () => (await steps(page)).indexOf('Logt in') < (await steps(page)).indexOf('Aanvragen'), 'moved over the border of the phase');
  await until(async () => /Logt in/.test(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')), 'the focus goes along');
  await page.keyboard.press('Delete');
  await until(async () => !(await steps(page)).includes('Logt in'), 'removed');
  await page.locator('.f-toast').getByRole('button', { name: 'Ongedaan maken' }).press('Enter');
  await until(async () => (await steps(page)).includes('Logt in'), 'back');
  await until(async () => await step('Logt in').count() > 0, 'drawn again');
  await step('Logt in').focus();
  await page.keyboard.press('m');
  await page.getByRole('menuitem', { name: 'Naar fase ‘Krijgen’' }).press('Enter');
  await until(async () => (await steps(page)).indexOf('Logt in') === (await steps(page)).indexOf('Krijgen') + 1, 'moved by the menu');
  await until(async () => (await page.locator('.f-current h2').textContent()).includes('Logt in'), 'selected');
  await step('Logt in').focus();
  await page.keyboard.press('Enter');
  await until(() => page.evaluate(() => document.activeElement?.tagName === 'H2'), 'the form has the focus');
  await close();
});

test('a signal counts while it is typed', async () => {
  const { page, close } = await at();
  await pick(page, 'Belt de gemeente');
  await page.getByRole('button', { name: 'Signaal', exact: true }).click();
  await page.getByLabel('Wat vraagt of zegt de klant?').fill('Wanneer komt het geld?');
  await page.getByLabel('Eén van deze woorden').pressSequentially('uitbeta', { delay: 20 });
  const claim = page.locator('.f-claim');
  await until(async () => /n = \d/.test(await claim.textContent()), 'a claim with a number');
  const some = await claim.textContent();
  await page.keyboard.type('*');
  await until(async () => await claim.textContent() !== some && /n = \d/.test(await claim.textContent()), 'another number');
  assert.ok(await page.locator('.f-months rect').count() > 3, 'months');
  const examples = await page.locator('.f-examples li').count();
  assert.ok(examples > 0 && examples <= 5, `${examples} examples`);
  await page.keyboard.press('Enter');
  await until(async () => /woorden: \[uitbeta\*\]/.test(await text(page)), 'in the text');
  assert.equal(await page.locator('.problem-list .error').count(), 0);
  await close();
});

test('quotes are proposed, and approved by hand', async () => {
  const { page, close } = await at();
  await pick(page, 'Vult het formulier in');
  await page.getByRole('button', { name: 'Stel citaten voor' }).click();
  const first = page.locator('.f-proposals input[type=checkbox]:enabled').first();
  await first.waitFor();
  const words = (await page.locator('.f-proposals label', { has: page.locator('input:enabled') }).first().textContent()).trim();
  await first.click();
  await until(async () => (await text(page)).includes(words.slice(0, 20)), 'in the text');
  assert.match((await text(page)).split('\n').find(l => l.includes(words.slice(0, 20))) ?? '', /akkoord: true/);
  await close();
});

test('a file with signals is dropped, looked at and added', async () => {
  const { page, place, close } = await at();
  const csv = 'Datum;Onderwerp;Wat zei de klant\n' + Array.from({ length: 60 }, (_, i) => `${String(i % 28 + 1).padStart(2, '0')}-09-2022;${i % 2 ? 'wachten' : 'formulier'};Wanneer krijg ik bericht over mijn aanvraag?`).join('\n');
  const data = await page.evaluateHandle(csv => {
    const d = new DataTransfer();
    d.items.add(new File([csv], 'meldingen.csv', { type: 'text/csv' }));
    return d;
  }, csv);
  await page.dispatchEvent('.journey', 'dragenter', { dataTransfer: data });
  await page.getByText('Laat het bestand hier los').waitFor();
  await page.dispatchEvent('.journey', 'drop', { dataTransfer: data });
  const dialog = page.getByRole('dialog');
  await dialog.locator('tbody tr').first().waitFor();
  assert.equal(await dialog.locator('tbody tr').count(), 3);
  assert.equal(await dialog.getByLabel('Onderwerp: Betekent').inputValue(), 'onderwerp');
  const copy = dialog.getByLabel('Kopieer het bestand'); // a choice of one: without it there is no way on
  assert.equal(await copy.isChecked(), false, 'nothing is copied unless somebody says so');
  await copy.check();
  await dialog.getByLabel('Naam van de bron').fill('meldingen');
  await dialog.getByLabel('Soort', { exact: true }).selectOption('melding');
  await dialog.getByRole('button', { name: 'Bron toevoegen' }).click();
  await page.getByRole('heading', { level: 2, name: 'meldingen' }).waitFor();
  await until(async () => /^ {2}meldingen:$/m.test(await text(page)), 'the entry');
  assert.equal(readFileSync(join(place.open, 'energietoeslag', 'signalen', 'meldingen.csv'), 'utf8'), csv);
  await page.getByRole('button', { name: /^wachten\b/ }).click();
  await page.getByLabel('Wat vraagt of zegt de klant?').waitFor();
  await until(async () => /n = 30 van 60/.test(await page.locator('.f-claim').textContent()), 'counted');
  await close();
});
