// A klantarena as a room holds it: a facilitator, the screen, and twenty telephones through all rounds. One telephone is
// without network for a while, one gets no answer to what did arrive, one comes in late, and one writes a note with a script.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, open, phone, start } from './desk.mjs';
import { leadOf, picture, screenOf, telephoneOf } from './room.mjs';

const script = `<script>document.title='stuk'</script><img src=x onerror="document.title='stuk'">`;

test('a klantarena with twenty telephones', { timeout: 600_000 }, async () => {
  // An address of the network, as telephones have: what only works on one's own machine, or with TLS, fails here.
  const network = Object.values(networkInterfaces()).flat().find(i => i.family === 'IPv4' && !i.internal && !i.address.startsWith('169.254.'));
  assert.ok(network, 'this machine is on no network');
  const place = folder('verhuizen');
  const reis = join(place.open, 'verhuizen', 'klantreis.yaml');
  place.write('verhuizen/klantreis.yaml', readFileSync(reis, 'utf8').replace(/^periode: .*$/m, 'periode: {van: 2019-01-01}   # tot nu toe'));
  const before = readFileSync(reis, 'utf8');
  const desk = await start(place, '0', ['presenteer', reis, '--deelnemers', '--adres', network.address]);
  const { page, context, expect, close } = await open(desk.address, { viewport: { width: 1366, height: 768 } });
  expect(/status of 404/); // a klantarena that is not open is asked for
  const room = await page.evaluate(async () => (await fetch('/api/room')).json());
  const zaal = await open(`${new URL(page.url()).origin}/zaal.html`, {}, context);
  zaal.expect(/status of 404/);
  await zaal.page.locator('.qr').waitFor();
  const see = screenOf(zaal.page), look = leadOf(page);
  const lead = async (name, part) => {
    if (part) await tab(part);
    await look(name);
  };
  const tab = name => page.getByRole('tab', { name }).click();
  const next = async name => {
    await page.getByRole('button', { name: `Volgende ronde: ${name}` }).click();
    await zaal.page.getByRole('heading', { level: 1, name }).waitFor();
  };

  const phones = [];
  const enter = async i => {
    const p = await phone(room.address, i === 0 ? { width: 360, height: 640 } : undefined);
    p.page.setDefaultTimeout(40_000);
    if (i === 0) await telephoneOf(p.page)('deur');
    await p.page.getByLabel(i % 3 === 2 ? 'Als medewerker' : 'Als klant of inwoner').check();
    await p.page.getByRole('button', { name: 'Naar binnen' }).click();
    await p.page.locator('.bar-top').waitFor();
    return p;
  };
  await see('welkom');
  phones.push(await enter(0));
  for (let i = 1; i < 19; i += 3) phones.push(...await Promise.all([0, 1, 2].map(n => enter(i + n))));
  const hand = telephoneOf(phones[0].page);
  await zaal.page.getByText('19 mensen zijn binnen').waitFor();
  await lead('welkom');
  await hand('welkom');

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
  await hand('vertellen');
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

  // Somebody without a telephone.
  await tab('Typen voor de zaal');
  await page.getByRole('button', { name: 'Tel erbij' }).click();
  await page.getByRole('radio', { name: 'boos' }).check();
  await page.locator('.said').filter({ hasText: 'Bewaard' }).waitFor();
  await page.getByRole('textbox', { name: 'Briefje' }).fill('Getypt voor een bezoeker');
  await page.getByRole('button', { name: 'Verstuur' }).last().click();
  await zaal.page.getByText('20 mensen zijn binnen').waitFor();
  await lead('typen');
  // Somebody too many: counted in, and taken back.
  await page.getByRole('button', { name: 'Tel erbij' }).click();
  await zaal.page.getByText('21 mensen zijn binnen').waitFor();
  await tab('Ongedaan maken');
  await page.getByText('Ongedaan: Gevoel: Maakt een lijst voor de verhuizing, boos').waitFor();
  await page.getByRole('button', { name: 'Ongedaan: Iemand erbij geteld' }).first().click();
  await zaal.page.getByText('20 mensen zijn binnen').waitFor();

  await next('De buitenring vraagt');
  await phones[0].page.getByLabel('Stel een vraag').fill('Wat had u graag gehoord?');
  await phones[0].page.getByRole('button', { name: 'Verstuur' }).click();
  await zaal.page.getByText('Wat had u graag gehoord?').waitFor();
  await zaal.page.locator('.card.vraag').waitFor(); // in this round a note is a question
  await see('vragen');
  await hand('vragen');

  await next('De ringen wisselen');
  const late = await enter(20);
  phones.push(late);
  await late.page.getByLabel('Wat gaat u doen?').fill('Ik bel iedereen binnen twee dagen');
  await late.page.getByRole('button', { name: 'Verstuur' }).nth(2).click();
  for (const [i, p] of phones.slice(0, 6).entries()) {
    await p.page.getByLabel('Wat hebt u gehoord?').fill(`Mensen voelen zich niet gezien, antwoord ${i}`);
    await p.page.getByRole('button', { name: 'Verstuur' }).first().click();
  }
  await zaal.page.getByText('antwoord 5').waitFor();
  await zaal.page.getByText('binnen twee dagen').waitFor();
  await see('wisselen');
  await hand('wisselen');

  await next('Stemmen');
  for (const [i, p] of phones.entries()) {
    const boxes = p.page.getByRole('checkbox');
    await boxes.first().waitFor();
    await boxes.nth(i % await boxes.count()).check();
    await said(p);
  }
  await zaal.page.getByText('20 mensen stemden').waitFor();
  await see('stemmen');
  await hand('stemmen');

  await next('Toezeggingen');
  await tab('Toezeggingen');
  await page.getByLabel('Wat wordt er gedaan?').fill('Een bericht van ontvangst sturen');
  await page.getByLabel('Door wie?').fill('Team Burgerzaken');
  await page.getByLabel('Wanneer klaar?').fill('2030-03-01');
  await page.getByRole('button', { name: 'Zet erbij' }).click();
  await page.getByRole('button', { name: 'Wijzig' }).click();
  await page.getByLabel('Wat wordt er gedaan?').fill('Meteen een bericht van ontvangst sturen');
  await page.getByRole('button', { name: 'Bewaar', exact: true }).click();
  await zaal.page.getByText('Meteen een bericht').waitFor();
  await page.getByLabel('Wat wordt er gedaan?').fill('Dit gaat niet door');
  await page.getByRole('button', { name: 'Zet erbij' }).click();
  await page.getByRole('button', { name: /Haal weg\s*: Dit gaat niet door/ }).click();
  await page.getByRole('button', { name: /Haal weg\s*: Dit gaat niet door/ }).waitFor({ state: 'detached' });
  await phones[3].page.getByText('Meteen een bericht').waitFor();
  await see('toezeggen');
  await hand('toezeggen');
  await lead('toezeggingen');

  await next('Een cijfer');
  for (const [i, p] of phones.entries()) {
    await p.page.getByRole('radio', { name: String(7 + i % 3), exact: true }).check();
    await said(p);
  }
  await zaal.page.getByText('n = 20').waitFor();
  await see('cijfer');
  await hand('cijfer');
  await page.getByRole('button', { name: 'Volgende ronde: Afgelopen' }).click();
  await zaal.page.getByRole('heading', { level: 1, name: 'Bedankt' }).waitFor();
  await see('afgelopen');
  await hand('afgelopen');

  // It becomes part of the journey, after it was looked at.
  await tab('Afronden');
  await page.getByRole('checkbox', { name: /Geen bericht van ontvangst/ }).check();
  await page.getByLabel('Toon alle briefjes').check();
  await page.getByRole('checkbox', { name: script }).check();
  await page.getByLabel('Hoe heet deze klantarena?').fill('Arena met twintig telefoons');
  assert.equal(readFileSync(reis, 'utf8'), before);
  await page.getByRole('button', { name: 'Bekijk wat erin komt' }).click();
  await page.getByRole('heading', { name: 'Deze regels komen in de klantreis' }).waitFor();
  assert.match(await page.locator('pre').innerText(), /twintig telefoons/);
  assert.equal(readFileSync(reis, 'utf8'), before);
  await lead('afronden');
  await page.getByRole('button', { name: 'Bewaar in de klantreis' }).click();
  await page.getByRole('link', { name: 'Open de klantreis' }).waitFor();
  for (const p of [page, zaal.page]) assert.doesNotMatch(await p.title(), /stuk/);
  await page.getByRole('button', { name: 'Sluit de klantarena' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sluit de klantarena' }).click();
  await page.getByRole('heading', { name: 'Begin een klantarena' }).waitFor();
  await lead('begin');

  const after = readFileSync(reis, 'utf8');
  for (const line of before.split('\n')) assert.ok(after.includes(line), line);
  assert.ok(after.includes("document.title='stuk'") || after.includes("document.title=''stuk''"), 'the note with a script is text in the journey');
  const file = readdirSync(join(place.open, 'verhuizen', 'signalen')).find(f => f.startsWith('arena-'));
  assert.ok(readFileSync(join(place.open, 'verhuizen', 'signalen', file), 'utf8').includes('<script>'));
  const run = (...args) => execFileSync(process.env.KLANTREIS, args, { encoding: 'utf8', env: { ...process.env, HOME: place.dir, XDG_CACHE_HOME: join(place.dir, 'cache') } });
  assert.match(run('controleer', reis), /0 fouten/);
  const uit = join(place.dir, 'uit');
  run('maak', reis, '--alleen', 'kaart,advies', '--uit', uit);
  const made = name => readFileSync(join(uit, name), 'utf8');
  const map = readdirSync(join(uit, 'verhuizen')).filter(f => f.endsWith('.svg')).map(f => made(`verhuizen/${f}`)).join('');
  assert.match(map, /Geen bericht van ontvangst/);
  assert.match(made('verhuizen/advies.html'), /twintig telefoons/);
  assert.match(made('verhuizen/advies.html'), /Meteen een bericht van ontvangst sturen/);
  assert.doesNotMatch(made('verhuizen/advies.html') + map, /<script>document/);
  run('overzicht', place.open, '--uit', uit);
  const register = made('overzicht/overzicht.html');
  assert.match(register, /Meteen een bericht van ontvangst sturen/);
  assert.doesNotMatch(register, /<script>document/);
  for (const p of phones) await p.close();
  await zaal.close();
  await close();
  await desk.end();
});
