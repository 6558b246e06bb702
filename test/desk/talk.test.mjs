// Talks on the street: the page opens as a file on a phone without network, keeps what is typed when it is closed, gives it out
// as a file that the program collects, each talk once.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { violations } from './eyes.mjs';

const dir = mkdtempSync(join(tmpdir(), 'klantreis-gesprek-'));
after(() => rmSync(dir, { recursive: true, force: true }));
const klantreis = (...args) => {
  const ran = spawnSync(process.env.KLANTREIS, args, { encoding: 'utf8', env: { ...process.env, HOME: dir, XDG_CACHE_HOME: join(dir, 'cache') } });
  assert.equal(ran.status, 0, ran.stderr + ran.stdout);
  return ran.stdout;
};

// phone opens the page as a file, in a profile that stays when the window is closed.
async function phone(file, options = {}) {
  const context = await chromium.launchPersistentContext(join(dir, 'telefoon'), {
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    viewport: { width: 360, height: 740 }, offline: true, acceptDownloads: true, ...options,
  });
  const page = await context.newPage();
  const faults = [];
  page.on('console', m => { if (['error', 'warning'].includes(m.type())) faults.push(m.text()); });
  page.on('pageerror', e => faults.push(String(e)));
  page.on('request', r => { if (!/^(file|data|blob):/.test(r.url())) faults.push(r.url()); });
  page.on('dialog', d => void d.accept());
  await page.goto(pathToFileURL(file).href);
  return { page, async close() { await within(context.close(), 'closing the browser'); assert.deepEqual(faults, []); } };
}

// within fails where Playwright itself would wait for ever.
const within = (promise, what) => Promise.race([promise, new Promise((_, fail) => setTimeout(() => fail(new Error(`${what}: nothing in a minute`)), 60_000).unref())]);
const fits = page => page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
const shot = (page, name) => process.env.SHOTS ? page.screenshot({ path: join(process.env.SHOTS, name), fullPage: true }) : null;

test('two talks on the street', async () => {
  mkdirSync(join(dir, 'reis'));
  const journey = join(dir, 'reis', 'klantreis.yaml');
  writeFileSync(journey, 'klantreis: Verhuizen naar een andere gemeente\nfasen:\n  - fase: Een\n    stappen:\n      - stap: Wacht   # hier\n        id: wachten\n');
  const file = join(dir, 'gesprek.html');
  klantreis('gesprek', journey, '--uit', file, '--stap', 'wachten', '--vraag', 'Wat miste u toen u verhuisde? <script>alert(1)</script>', '--afdelingen', 'Burgerzaken,Communicatie');

  let { page, close } = await phone(file);
  assert.match(await page.locator('h1').textContent(), /<script>alert\(1\)/);
  assert.deepEqual(await violations(page), []);
  await shot(page, 'gesprek-leeg.png');
  await page.getByRole('button', { name: 'Bewaar gesprek' }).click();
  assert.match(await page.locator('#said').textContent(), /nog niets/);
  await page.getByLabel('Wat vertelt deze persoon?').fill('=1+1 <img src=x onerror=alert(2)> Ik wist niet dat ik moest bellen naar 06-12345678, en ' + 'heelerglangwoord'.repeat(8));
  await page.getByLabel('Compliment').check();
  await page.getByLabel('Waar bent u?').fill('Markt');
  await page.getByLabel('Voor welke afdeling').selectOption('Communicatie');
  await page.getByLabel('We mogen dit gebruiken als citaat').check();
  await page.getByRole('button', { name: 'Bewaar gesprek' }).click();
  assert.equal(await page.locator('#count').textContent(), '1 gesprek op deze telefoon');
  assert.ok(await fits(page), 'wider than a phone');
  await close();

  // The phone is switched off and on, in the dark.
  ({ page, close } = await phone(file, { colorScheme: 'dark' }));
  assert.equal(await page.locator('#count').textContent(), '1 gesprek op deze telefoon');
  await page.getByLabel('Wat vertelt deze persoon?').pressSequentially('Ging prima');
  await page.keyboard.press('Tab');
  for (let i = 0; i < 5; i++) await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Bewaar gesprek' }).press('Enter');
  assert.equal(await page.locator('#count').textContent(), '2 gesprekken op deze telefoon');
  assert.equal(await page.locator('img, li script').count(), 0);
  assert.deepEqual(await violations(page), []);
  await shot(page, 'gesprek-vol.png');
  const give = async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Deel of download' }).click()]);
    const name = join(dir, download.suggestedFilename());
    await within(download.saveAs(name), 'keeping the download');
    return name;
  };
  const first = await give(), again = await give();
  await page.getByRole('button', { name: 'Wis van deze telefoon' }).click();
  assert.equal(await page.locator('#count').textContent(), 'Nog geen gesprekken op deze telefoon');
  await close();

  const told = klantreis('gesprek', journey, '--verzamel', first, '--verzamel', again);
  assert.match(told, /2 gesprekken erbij .* 2 stonden er al/);
  const csv = readFileSync(join(dir, 'reis', 'signalen', 'gesprekken.csv'), 'utf8');
  assert.match(csv, /;compliment;"?'=1\+1/);
  assert.match(csv, /;Markt;Communicatie;ja/);
  assert.doesNotMatch(csv, /12345678/);
  assert.match(readFileSync(journey, 'utf8'), /# hier/);
  klantreis('controleer', journey);
});
