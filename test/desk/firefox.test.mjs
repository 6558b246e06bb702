// The main flows in Firefox, as Debian has it. Playwright wants a Firefox of its own making; Puppeteer speaks WebDriver
// BiDi, which every Firefox does.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { folder, start } from './place.mjs';
import { until } from './hands.mjs';

let browser;
before(async () => {
  browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.FIREFOX || '/usr/bin/firefox-esr', headless: true });
});
after(() => browser?.close());

const path = 'energietoeslag/klantreis.yaml';

// at opens a journey in a window that keeps what goes wrong.
async function at(place) {
  const desk = await start(place);
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  page.setDefaultTimeout(60_000);
  const faults = [];
  page.on('pageerror', e => faults.push(String(e)));
  page.on('console', m => { if (m.type() === 'error') faults.push(m.text()); });
  await page.goto(desk.address);
  await page.waitForSelector('.card a');
  await page.evaluate(path => { location.hash = new URLSearchParams({ reis: path }).toString(); }, path);
  await page.waitForSelector('.drawn svg');
  await page.waitForSelector('.f-panel');
  return { desk, page, async close() { await page.close(); await desk.end(); assert.deepEqual(faults, []); } };
}

const text = page => page.evaluate(() => document.querySelector('.editor .cm-content').cmTile.view.state.doc.toString());
const button = name => `::-p-xpath(//button[normalize-space(.)='${name}'])`;
const saved = page => page.waitForSelector('.saved.yes');

// step opens the form of a step by its place on the map.
async function step(page, name) {
  await page.locator(`.spot.stap[aria-label*="${name}"]`).click();
  await page.waitForFunction(name => document.querySelector('.f-current h2')?.textContent.includes(name), {}, name);
}

test('a form changes the text and the map, and is saved', async () => {
  const place = folder('energietoeslag');
  const { page, close } = await at(place);
  await step(page, 'Logt in');
  const field = await page.waitForSelector("::-p-xpath(//label[contains(., 'Naam van de stap')]/following::input[1])");
  await field.click({ count: 3 });
  await page.keyboard.type('Meldt zich aan');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => [...document.querySelectorAll('.drawn svg text')].some(t => t.textContent.includes('Meldt zich aan')));
  assert.match(await text(page), /- stap: Meldt zich aan/);
  await page.waitForSelector('.saved.no');
  await page.keyboard.down('Control');
  await page.keyboard.press('s');
  await page.keyboard.up('Control');
  await saved(page);
  assert.match(place.read(path), /- stap: Meldt zich aan/);
  await close();
});

test('a step moves with keys, and comes back to the byte', async () => {
  const { page, close } = await at(folder('energietoeslag'));
  const before = await text(page);
  const place = async name => (await text(page)).indexOf(`- stap: ${name}`);
  await page.focus('.spot.stap[aria-label*="Logt in"]');
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.up('Alt');
  await until(async () => await place('Logt in') < (await text(page)).indexOf('- fase: Aanvragen'), 'moved over the border of the phase');
  await page.locator('.f-toast button').click();
  await until(async () => await text(page) === before, 'undone to the byte');
  const box = async name => (await page.$(`.spot.stap[aria-label*="${name}"]`)).boundingBox();
  await close();
});

test('text with a fault keeps the picture, is repaired, and the gift is made', async () => {
  const place = folder('energietoeslag');
  const { page, close } = await at(place);
  await page.locator(`::-p-xpath(//button[@role='tab' and normalize-space(.)='Tekst'])`).click();
  await page.locator('.cm-content').click();
  const control = async key => { await page.keyboard.down('Control'); await page.keyboard.press(key); await page.keyboard.up('Control'); };
  await control('Home');
  await page.keyboard.type('fout ');
  await page.waitForSelector('.notice.bad');
  assert.ok(await page.$('.drawn svg'));
  await control('z');
  await page.waitForFunction(() => !document.querySelector('.notice.bad'));
  await page.locator(button('Maak cadeautje')).click();
  await page.waitForSelector('.viewer iframe', { timeout: 90_000 });
  const made = readdirSync(place.open, { recursive: true });
  assert.ok(made.some(f => f.endsWith('advies.pdf')));
  await close();
  await dragOnBoard(join(place.open, made.find(f => f.endsWith('presentatie.html'))));
});

// dragOnBoard drags an advice on the board of the presentation that was made, and takes the camera along the way.
async function dragOnBoard(file) {
  const page = await browser.newPage();
  const faults = [];
  page.on('pageerror', e => faults.push(String(e)));
  page.on('console', m => { if (m.type() === 'error') faults.push(m.text()); });
  await page.setViewport({ width: 1440, height: 900 });
  await page.goto(pathToFileURL(file).href);
  await page.evaluate(() => { location.hash = document.querySelector('.board').closest('.slide').id; });
  await page.waitForSelector('.slide.current .board');
  const middle = selector => page.evaluate(selector => { const b = document.querySelector(selector).getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; }, selector);
  const advice = await page.evaluate(() => document.querySelector('.board [data-gain] li').dataset.advice);
  const item = `[data-advice="${advice}"]`;
  const target = await page.evaluate(item => document.querySelector(item).closest('td').dataset.gain === '0' ? '2' : '0', item);
  const box = `td[data-gain="${target}"][data-effort-size="2"]`;
  const handle = await middle(`${item} .handle`);
  await page.mouse.move(...handle);
  await page.mouse.down();
  await page.mouse.move(...await middle(box), { steps: 4 });
  await page.mouse.up();
  assert.ok(await page.$(`${box} ${item}.moved`), 'dropped in the other box');
  await page.evaluate(() => { location.hash = document.querySelector('.way').closest('.slide').id + '.2'; });
  await page.waitForSelector('.way-map.near');
  await page.waitForFunction(() => document.querySelector('.stop.here circle').getBoundingClientRect().width > 30); // 26 units of 1920, twice
  await page.close();
  assert.deepEqual(faults, []);
}
