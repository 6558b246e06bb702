// A klantarena as a room holds it: a facilitator, the screen, and twenty telephones in the round in which customers tell. One telephone is
// without network for a while, one gets no answer to what did arrive, and one writes a note with a script.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, open, phone, start } from './desk.mjs';
import { violations } from './eyes.mjs';

const script = `<script>document.title='stuk'</script><img src=x onerror="document.title='stuk'">`;
const screens = [['1080p', { width: 1920, height: 1080 }], ['4x3', { width: 1024, height: 768 }]];

// pictures keeps what was seen when PICTURES names a folder, for people to look at.
async function picture(page, name) {
  if (!process.env.PICTURES) return;
  mkdirSync(process.env.PICTURES, { recursive: true });
  await page.screenshot({ path: join(process.env.PICTURES, `${name}.png`) });
}

// smallest is the smallest text that can be seen, in pixels.
const smallest = page => page.evaluate(() => {
  const sizes = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n = walk.nextNode(); n; n = walk.nextNode()) {
    const e = n.parentElement;
    if (n.data.trim() !== '' && e.checkVisibility() && !e.closest('.visually-hidden, noscript, script')) sizes.push([parseFloat(getComputedStyle(e).fontSize), n.data]);
  }
  return sizes.sort((a, b) => a[0] - b[0])[0] ?? [99, ''];
});

test('a klantarena with twenty telephones', { timeout: 240_000 }, async () => {
  const place = folder('verhuizen');
  const reis = join(place.open, 'verhuizen', 'klantreis.yaml');
  const before = readFileSync(reis, 'utf8');
  const desk = await start(place, '0', ['presenteer', reis, '--deelnemers', '--adres', '127.0.0.1']);
  const { page, context, expect, close } = await open(desk.address, { viewport: { width: 1366, height: 768 } });
  expect(/status of 404/); // a klantarena that is not open is asked for
  const room = await page.evaluate(async () => (await fetch('/api/room')).json());
  const zaal = await open(`${new URL(page.url()).origin}/zaal.html`, {}, context);
  zaal.expect(/status of 404/);
  await zaal.page.locator('.qr').waitFor();

  // see looks at the screen in both shapes, light and dark.
  const see = async name => {
    for (const [shape, size] of screens) {
      await zaal.page.setViewportSize(size);
      for (const colorScheme of shape === '1080p' ? ['light', 'dark'] : ['light']) {
        await zaal.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await zaal.page.waitForTimeout(150);
        await picture(zaal.page, `zaal-${name}-${shape}-${colorScheme}`);
        assert.deepEqual(await violations(zaal.page), [], `${name} ${shape} ${colorScheme}`);
        assert.ok(await zaal.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${name} is too wide in ${shape}`);
        const [least, text] = await smallest(zaal.page);
        assert.ok(least >= (shape === '1080p' ? 23.9 : 15.9), `${name} ${shape}: ${least} px: ${text}`);
      }
    }
  };
  const lead = async (name, tab) => {
    if (tab) await page.getByRole('tab', { name: tab }).click();
    await picture(page, `regie-${name}`);
    assert.deepEqual(await violations(page), [], name);
  };
  const tab = name => page.getByRole('tab', { name }).click();
  const next = async name => {
    await page.getByRole('button', { name: `Volgende ronde: ${name}` }).click();
    await zaal.page.getByRole('heading', { level: 1, name }).waitFor();
  };

  const phones = [];
  const enter = async i => {
    const p = await phone(room.address);
    await p.page.getByLabel(i % 3 === 0 ? 'Als medewerker' : 'Als klant of inwoner').check();
    await p.page.getByRole('button', { name: 'Naar binnen' }).click();
    await p.page.locator('.bar-top').waitFor();
    phones.push(p);
    return p;
  };
  await see('welkom');
  for (let i = 0; i < 19; i++) await enter(i);
  await zaal.page.getByText('19 mensen zijn binnen').waitFor();
  await lead('welkom');

  // Customers tell.
  await next('De klanten vertellen');
  await page.getByRole('button', { name: 'Start de klok' }).click();
  await zaal.page.locator('.clock').waitFor();
  await page.getByRole('button', { name: 'Pauze' }).click();
  await page.getByRole('button', { name: '+1 minuut' }).click();
  await zaal.page.getByText('De klok staat stil').waitFor();
  await page.getByRole('button', { name: 'Verder' }).click();
  const feelings = ['boos', 'lastig', 'gewoon', 'fijn', 'blij'];
  const said = (p, text = 'Bewaard') => p.page.locator('.said').filter({ hasText: text }).waitFor();
  await phones[0].page.getByRole('heading', { name: 'De klanten vertellen' }).waitFor();
  for (const [i, p] of phones.entries()) {
    p.page.setDefaultTimeout(15_000);
    await p.page.getByRole('radio', { name: feelings[i % 4] }).check();
    await p.page.getByLabel('Eén woord bij deze stap').fill(i % 2 ? 'wachten' : 'onzeker');
    await p.page.getByRole('button', { name: 'Bewaar' }).click();
    if (i % 2 === 0) {
      await p.page.getByLabel('Schrijf een briefje').fill(`Dit is briefje ${i}: ik wist niet of mijn aanvraag was aangekomen`);
      await p.page.getByRole('button', { name: 'Verstuur' }).click();
    }
    await said(p);
    if (i < 8) {
      await p.page.getByRole('button', { name: 'Volgende stap' }).click();
      await p.page.getByRole('radio', { name: feelings[4 - i % 3] }).check();
      await said(p);
    }
  }
  await phones[1].page.getByLabel('Schrijf een briefje').fill(script);
  await phones[1].page.getByRole('button', { name: 'Verstuur' }).click();
  await zaal.page.getByText(script).first().waitFor();

  // Without network for a while: it waits and goes along later.
  const off = phones[2];
  await off.context.setOffline(true);
  await off.page.getByLabel('Schrijf een briefje').fill('Geschreven zonder netwerk');
  await off.page.getByRole('button', { name: 'Verstuur' }).click();
  await off.page.getByText('Geen verbinding.').waitFor();
  await off.page.reload().catch(() => {}); // without network the page itself is gone too
  await off.context.setOffline(false);
  await off.page.goto(room.address);
  // What arrived and was not answered is sent again, and counts once.
  const deaf = phones[4];
  let once = true;
  await deaf.page.route('**/api/send', async route => {
    if (!once) return route.continue();
    once = false;
    await route.fetch();
    await route.abort();
  });
  await deaf.page.getByLabel('Schrijf een briefje').fill('Tweemaal verstuurd');
  await deaf.page.getByRole('button', { name: 'Verstuur' }).click();
  await said(deaf);
  await page.getByText('Geschreven zonder netwerk').first().waitFor();
  const cards = async text => (await page.evaluate(async () => (await fetch('/api/room')).json())).cards.filter(c => c.text === text).length;
  assert.equal(await cards('Geschreven zonder netwerk'), 1);
  assert.equal(await cards('Tweemaal verstuurd'), 1);
  await see('vertellen');
  await lead('briefjes');

  // The facilitator hides, groups, names, loosens, takes back, and zooms.
  const first = page.locator('.note').filter({ hasText: 'Dit is briefje 18' });
  await first.getByRole('button', { name: 'Verberg' }).click();
  await zaal.page.getByText('Dit is briefje 18').waitFor({ state: 'detached' });
  await first.getByRole('button', { name: 'Toon weer' }).click();
  for (const n of [4, 6, 8]) await page.getByRole('checkbox', { name: `briefje ${n}:` }).check();
  await page.getByLabel('Naam van de groep').fill('Geen bericht van ontvangst');
  await page.getByRole('button', { name: 'Zet bij elkaar' }).click();
  await page.getByRole('heading', { name: 'Geen bericht van ontvangst (3)' }).waitFor();
  await page.setViewportSize({ width: 1366, height: 2000 }); // both notes in sight
  await page.locator('.note').filter({ hasText: 'briefje 10:' }).locator('.small').dragTo(page.locator('.note').filter({ hasText: 'briefje 4:' }).locator('.small'));
  await page.getByRole('heading', { name: 'Geen bericht van ontvangst (4)' }).waitFor();
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.locator('.note').filter({ hasText: 'briefje 6:' }).getByRole('button', { name: 'Maak los' }).click();
  await page.getByRole('heading', { name: 'Geen bericht van ontvangst (3)' }).waitFor();
  await page.getByRole('button', { name: 'Andere naam' }).click();
  await page.getByLabel('Naam van de groep').fill('Je hoort niets');
  await page.getByRole('button', { name: 'Geef deze naam' }).click();
  await page.getByRole('heading', { name: 'Je hoort niets (3)' }).waitFor();
  await tab('Ongedaan maken');
  await lead('ongedaan');
  await page.getByRole('button', { name: 'Ongedaan: Briefjes bij elkaar gezet: Je hoort niets' }).click();
  await tab('Briefjes');
  await page.getByRole('heading', { name: 'Geen bericht van ontvangst (3)' }).waitFor();
  await page.getByRole('combobox', { name: 'Wat het scherm laat zien' }).selectOption({ index: 1 });
  await zaal.page.locator('.zoom').waitFor();
  await see('inzoomen');
  await page.getByRole('combobox', { name: 'Wat het scherm laat zien' }).selectOption({ index: 0 });
  await page.getByRole('button', { name: 'QR-code tonen' }).click();
  await zaal.page.locator('.qr').waitFor();
  await page.getByRole('button', { name: 'QR-code tonen' }).click();

  for (const p of [page, zaal.page]) assert.doesNotMatch(await p.title(), /stuk/);
  assert.equal(readFileSync(reis, 'utf8'), before);
  for (const p of phones) await p.close();
  await zaal.close();
  await close();
  await desk.end();
});
