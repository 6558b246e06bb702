// Text and picture: they follow each other, faults are shown where they are, and nothing typed is lost.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText, folder, journey, open, saved, start, text } from './desk.mjs';
import { until } from './hands.mjs';

const path = 'energietoeslag/energietoeslag-gewenst.yaml';

test('the picture follows the text, and the other way round', async () => {
  const place = folder('energietoeslag');
  const desk = await start(place);
  const { page, close } = await open(desk.address);
  await journey(page, path);
  await asText(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('Hoort van de toeslag');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await page.keyboard.type(' vandaag');
  await page.locator('.drawn svg text', { hasText: 'vandaag' }).first().waitFor();
  await page.locator('.saved.no').waitFor();
  await page.keyboard.press('Control+s');
  await saved(page);
  assert.match(place.read(path), /Hoort van de toeslag vandaag\n/);

  // The cursor stands in the first step: the map marks it. A click on another step moves the cursor.
  assert.match(await page.locator('.spot.chosen').getAttribute('aria-label'), /Hoort van de toeslag/);
  const line = await page.locator('.cm-lineNumbers .cm-activeLineGutter').innerText();
  await page.locator('.spot.stap').nth(2).click();
  assert.notEqual(await page.locator('.cm-lineNumbers .cm-activeLineGutter').innerText(), line);
  assert.ok(await page.locator('.cm-step').count() > 1, 'the lines of the step are not marked');

  await page.locator('.cm-content').click();
  for (let i = 0; i < 8; i++) await page.keyboard.press('Control+z');
  assert.doesNotMatch(await text(page), /vandaag/);
  await close();
  await desk.end();
});

test('a broken text keeps the last good picture, tells the fault, goes to it, and is repaired', async () => {
  const place = folder('energietoeslag');
  const desk = await start(place);
  const { page, close } = await open(desk.address);
  await journey(page, path);
  await asText(page);
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.type('adviesen: []');
  await page.locator('.notice.bad').waitFor();
  assert.ok(await page.locator('.drawn svg').count() > 0, 'the last good picture is gone');
  assert.ok(await page.locator('.problem-list .error').count() > 0);
  await page.keyboard.press('Control+Home');
  const fault = page.locator('.problem-list .error', { hasText: 'adviesen' }).getByRole('button', { name: /^In de tekst/ });
  await fault.scrollIntoViewIfNeeded();
  const at = await fault.boundingBox();
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2);
  await page.mouse.down();
  // While the button is down the text gets another fault, above this one: the list waits, and the click is for what was pressed.
  const rendered = page.waitForResponse('**/api/render');
  await page.evaluate(() => document.querySelector('.editor .cm-content').cmTile.view.dispatch({ changes: { from: 0, insert: 'fout: x # ' } }));
  await rendered;
  await until(async () => await page.locator('.cm-lint-marker-error').count() > 0, 'the text is read anew');
  await page.mouse.up();
  await page.locator('.cm-activeLine', { hasText: 'adviesen' }).waitFor();
  await until(async () => await page.locator('.problem-list .error').count() > 1, 'the list follows after the click');
  await page.keyboard.press('Control+z');
  await until(async () => await page.locator('.problem-list .error').count() === 1, 'the other fault is gone');
  await page.keyboard.press('Control+Home');
  await fault.click();
  await page.locator('.cm-activeLine', { hasText: 'adviesen' }).waitFor();
  assert.ok(await page.locator('.cm-lint-marker-error').count() > 0, 'no mark beside the line');
  const fix = page.getByRole('button', { name: /^Herstel/ }).first();
  if (await fix.count()) await fix.click();
  else {
    await page.keyboard.press('Home');
    await page.keyboard.press('Shift+End');
    await page.keyboard.press('Delete');
  }
  await page.locator('.notice.bad').waitFor({ state: 'detached' });
  await close();
  await desk.end();
});

test('Tab indents, and after Escape goes on', async () => {
  const place = folder('energietoeslag');
  const desk = await start(place);
  const { page, close } = await open(desk.address);
  await journey(page, path);
  await asText(page);
  const inEditor = () => page.evaluate(() => document.activeElement.classList.contains('cm-content'));
  await page.keyboard.press('Tab');
  assert.ok(await inEditor());
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.ok(!await inEditor(), 'Tab is trapped');
  await close();
  await desk.end();
});

test('two windows: what one saves comes to the other, and a conflict loses nothing', async () => {
  const place = folder('energietoeslag');
  const desk = await start(place);
  const one = await open(desk.address);
  const two = await open(new URL('/', desk.address).href, {}, one.context);
  two.expect(/status of 409/);
  for (const w of [one, two]) {
    await journey(w.page, path);
    await asText(w.page);
  }
  await one.page.keyboard.press('Control+Home');
  await one.page.keyboard.type('# een');
  await one.page.keyboard.press('Control+s');
  await saved(one.page);
  await two.page.waitForFunction(() => document.querySelector('.editor .cm-content').innerText.includes('# een'));
  await two.page.locator('.saved.yes').waitFor();

  await two.page.keyboard.press('Control+Home');
  await two.page.keyboard.type('# twee ');
  await one.page.keyboard.type('# een nog eens ');
  await one.page.keyboard.press('Control+s');
  await saved(one.page);
  await two.page.getByRole('button', { name: 'Vergelijk en kies' }).waitFor();
  await two.page.keyboard.press('Control+s');
  await two.page.locator('dialog .versions').waitFor();
  assert.match(await two.page.locator('dialog .versions').innerText(), /# twee/);
  assert.match(await two.page.locator('dialog .versions').innerText(), /# een nog eens/);
  assert.match(await two.page.locator('dialog').innerText(), /Verschillen bij: de gegevens van de reis/, 'in words where they differ');
  await two.page.getByRole('button', { name: 'Beide bewaren' }).click();
  await two.page.locator('dialog').waitFor({ state: 'detached' });
  assert.match(place.read(path), /# een nog eens/);
  assert.match(place.read(path.replace('.yaml', '-mijn-versie.yaml')), /# twee/);
  assert.match(await text(two.page), /# een nog eens/);
  await one.close();
  await two.close();
  await desk.end();
});

test('a file that changes on disk: taken over, or asked when something was typed', async () => {
  const place = folder('energietoeslag');
  const desk = await start(place);
  const { page, expect, close } = await open(desk.address);
  expect(/status of 409/);
  await journey(page, path);
  place.write(path, place.read(path).replace('Hoort van de toeslag', 'Leest over de toeslag'));
  await page.locator('.drawn svg text', { hasText: 'Leest over' }).first().waitFor();
  await page.locator('.toast').waitFor();
  await page.locator('.saved.yes').waitFor();

  await asText(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('# van mij ');
  place.write(path, place.read(path).replace('Leest over de toeslag', 'Ziet de toeslag'));
  await page.getByRole('button', { name: 'Vergelijk en kies' }).click();
  await page.locator('dialog .versions').waitFor();
  await page.getByRole('button', { name: 'Die van mij opslaan' }).click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  await saved(page);
  assert.match(place.read(path), /# van mij/);
  assert.match(place.read(path), /Leest over de toeslag/);
  await close();
  await desk.end();
});

test('what was typed is there again after the program was killed', async () => {
  const place = folder('energietoeslag');
  let desk = await start(place);
  const first = await open(desk.address);
  first.expect(/ERR_CONNECTION_REFUSED|Failed to (fetch|load)|ERR_INCOMPLETE_CHUNKED|ERR_SOCKET|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/);
  await journey(first.page, path);
  await asText(first.page);
  await first.page.keyboard.press('Control+Home');
  await first.page.keyboard.type('# niet opgeslagen');
  await first.page.waitForResponse(r => r.url().includes('/api/draft'));
  await desk.end('SIGKILL');
  await first.page.locator('.bar.bad').waitFor();
  assert.match(await text(first.page), /# niet opgeslagen/);
  await first.page.getByRole('button', { name: 'Tekst kopiëren' }).waitFor();
  await first.close();

  desk = await start(place);
  const second = await open(desk.address);
  await journey(second.page, path);
  await second.page.locator('dialog').getByText('Verschillen bij: de gegevens van de reis').waitFor();
  await second.page.getByRole('button', { name: 'Verder met mijn werk' }).click();
  assert.match(await text(second.page), /# niet opgeslagen/);
  await second.page.locator('.saved.no').waitFor();
  assert.doesNotMatch(place.read(path), /# niet opgeslagen/);
  await second.close();
  await desk.end();
});
