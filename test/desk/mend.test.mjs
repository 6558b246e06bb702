// What a new user of the desk ran into: lost keys, messages that stayed, undoing without a word.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folder, journey, open, start, text } from './desk.mjs';
import { pick, until } from './hands.mjs';

const energy = 'energietoeslag/klantreis.yaml';

async function at(options = {}) {
  const place = folder('energietoeslag');
  place.write('tweede.yaml', place.read(energy).replace(/^klantreis: .*$/m, 'klantreis: Tweede reis'));
  const desk = await start(place);
  const window = await open(desk.address, options);
  window.page.setDefaultTimeout(20_000);
  await journey(window.page, energy);
  await window.page.locator('.f-panel').waitFor();
  return { place, ...window };
}

// parts shows the list of parts, which closes when one is chosen.
async function parts(page) {
  const button = page.getByRole('button', { name: 'Onderdelen van de reis' });
  if (await button.count() && await button.getAttribute('aria-expanded') === 'false') await button.click();
  return page.locator('.f-outline');
}

// slow makes each change take long enough for keys to come before its answer.
const slow = page => page.route('**/api/edit', async route => { await new Promise(r => setTimeout(r, 600)); await route.continue(); });

test('what is typed right after adding advice or a step stays', async () => {
  const { page, close } = await at();
  await slow(page);
  for (const [button, kind, title] of [['Advies', 'advies', 'Bel mensen die lang wachten'], ['Stap toevoegen in', 'stap', 'Belt nog een keer']]) {
    await (await parts(page)).getByRole('button', { name: button, exact: button === 'Advies' }).last().click();
    await page.keyboard.type(title, { delay: 60 });
    await until(async () => (await text(page)).includes(`${kind}: ${title}`), title);
    await page.getByRole('heading', { level: 2, name: title }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.value), title);
    const seen = await page.evaluate(() => {
      const field = document.activeElement.closest('.f-field').getBoundingClientRect(), forms = document.querySelector('.forms').getBoundingClientRect();
      return field.top >= forms.top - 1 && field.bottom <= forms.bottom + 1;
    });
    assert.ok(seen, 'the whole field is in sight');
  }
  await close();
});

test('a message of one journey does not go with another, and undoes only its own change', async () => {
  const { page, close } = await at();
  await pick(page, 'Logt in');
  await (await parts(page)).getByRole('button', { name: 'Advies', exact: true }).click();
  const toast = page.locator('.f-toast');
  await toast.getByText('Advies toegevoegd').waitFor();
  await journey(page, 'tweede.yaml');
  await page.getByRole('heading', { level: 1, name: 'Tweede reis' }).waitFor();
  assert.equal(await toast.locator('p').textContent(), '');
  const before = await text(page);
  await page.locator('.top').getByRole('button', { name: 'Ongedaan maken' }).click({ force: true });
  await toast.getByText('Er is niets om ongedaan te maken').waitFor();
  assert.equal(await text(page), before);
  await close();
});

test('undoing is one action at a time and says what it was', async () => {
  const { page, close } = await at();
  const whole = await text(page);
  await (await parts(page)).getByRole('button', { name: 'Advies', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'Nieuw advies' }).waitFor();
  await page.keyboard.type('Bel terug');
  await page.keyboard.press('Tab');
  await until(async () => (await text(page)).includes('advies: Bel terug'), 'the title');
  const undo = page.locator('.top').getByRole('button', { name: 'Ongedaan maken' });
  await undo.click();
  await page.locator('.f-toast').getByText(/Ongedaan gemaakt: advies gewijzigd: ‘Bel terug’/).waitFor();
  assert.match(await text(page), /advies: Nieuw advies/);
  await undo.click();
  await page.locator('.f-toast').getByText(/Ongedaan gemaakt: advies toegevoegd/).waitFor();
  assert.equal(await text(page), whole);
  await close();
});

test('undoing first gives a field with what is refused, or not sent yet, its value back', async () => {
  const { page, close } = await at();
  await (await parts(page)).getByRole('button', { name: 'Advies', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'Nieuw advies' }).waitFor();
  await pick(page, 'Logt in');
  const before = await text(page);
  const name = page.getByLabel('Naam van de stap'), undo = page.locator('.top').getByRole('button', { name: 'Ongedaan maken' });
  const back = page.locator('.f-toast').getByText('Het veld ‘Naam van de stap’ is weer zoals het was');
  const was = await name.inputValue();
  await name.fill('');
  await page.keyboard.press('Tab');
  await page.getByText('Dit veld mag niet leeg zijn').waitFor();
  await undo.click();
  await back.waitFor();
  assert.equal(await name.inputValue(), was);
  assert.equal(await page.getByText('Dit veld mag niet leeg zijn').count(), 0);
  await name.fill('Iets anders');
  await undo.click();
  await until(async () => await name.inputValue() === was, 'what was not sent yet is taken back');
  assert.equal(await text(page), before, 'an earlier act stays');
  await name.fill('');
  await page.keyboard.press('Tab');
  await page.getByText('Dit veld mag niet leeg zijn').waitFor();
  await page.getByRole('heading', { level: 2, name: was }).click(); // out of every field
  await page.keyboard.press('Control+z');
  await until(async () => await name.inputValue() === was, 'the keys do the same');
  assert.equal(await text(page), before);
  await undo.click();
  await page.locator('.f-toast').getByText(/Ongedaan gemaakt: advies toegevoegd/).waitFor();
  await close();
});

test('an empty phase goes on, menus stay in the window, and a form knows no file language', async () => {
  const { page, close } = await at({ viewport: { width: 1366, height: 700 } });
  await (await parts(page)).getByRole('button', { name: 'Fase', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'Nieuwe fase' }).waitFor();
  await page.locator('.right .notice').getByText('is nog leeg').waitFor();
  assert.doesNotMatch(await page.locator('.f-current').innerText(), /stappen:/);
  await page.locator('.f-current').getByRole('button', { name: 'Stap', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'Nieuwe stap' }).waitFor();
  assert.equal(await page.locator('.f-slider input').count(), 0, 'no slider while the feeling follows from the signals');
  await page.locator('.m-menu button').first().click();
  const menu = await page.locator('.m-menu .f-items').boundingBox();
  assert.ok(menu.y >= 0 && menu.y + menu.height <= 700, JSON.stringify(menu));
  await page.locator('.m-menu').getByRole('menuitem', { name: 'Eerder' }).waitFor();
  await close();
});

test('pasted text is not thrown away without a question', async () => {
  const { page, context } = await at({ viewport: { width: 1366, height: 700 } });
  await page.locator('.home-link').click();
  await page.getByRole('button', { name: 'Nieuwe klantreis' }).first().click();
  await page.locator('.start input[value=tekst]').check();
  await page.waitForFunction(() => document.activeElement?.id === 'nieuw-tekst');
  await page.keyboard.type('Een stap');
  assert.equal(await page.locator('#nieuw-tekst').inputValue(), 'Een stap');
  const make = await page.locator('dialog button[type=submit]').boundingBox();
  assert.ok(make.y + make.height <= 700, 'the button is in sight');
  await page.keyboard.press('Escape');
  await page.getByText('Wilt u die weggooien?').waitFor();
  await page.getByRole('button', { name: 'Verder met deze tekst' }).click();
  assert.equal(await page.locator('#nieuw-tekst').inputValue(), 'Een stap');
  await context.close();
});

test('at 200% zoom the list closes for the form of what is chosen', async () => {
  const { page, close } = await at();
  await page.setViewportSize({ width: 720, height: 450 });
  for (const name of ['Logt in', 'Bel iedereen die een afwijzing krijgt']) {
    await pick(page, name);
    const title = page.getByRole('heading', { level: 2, name });
    await title.waitFor();
    await until(async () => { const box = await title.boundingBox(); return box && box.y >= 0 && box.y + box.height <= 450; }, `${name} in sight`);
  }
  await close();
});
