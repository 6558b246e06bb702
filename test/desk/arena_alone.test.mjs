// A klantarena without telephones: one facilitator types for the room, through all rounds, on a journey that is hard to show:
// 24 steps with titles of ninety characters, and sixty notes at one of them. And one of a single step.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, open, start } from './desk.mjs';
import { leadOf, screenOf } from './room.mjs';

const title = i => `Stap ${i}: wacht op de ontvangstbevestiging van de vergunningaanvraag voor de nieuwe dakkapel`.padEnd(90, 'l');
const journey = n => `# van ons
klantreis: ${'Een dakkapel aanvragen bij de gemeente en dan heel lang wachten op een bericht '.slice(0, n > 1 ? 77 : 22)}
fasen:
${Array.from({ length: Math.ceil(n / 4) }, (_, f) => `  - fase: Een lange fase met nummer ${f + 1}
    stappen:
${Array.from({ length: Math.min(4, n - 4 * f) }, (_, s) => `      - {stap: "${n > 1 ? title(4 * f + s + 1) : 'Wacht'}", id: s${4 * f + s + 1}, emotie: ${[1, -1, 0, 2, -2][(4 * f + s) % 5]}}   # ${f}.${s}`).join('\n')}`).join('\n')}
adviezen:
  - {advies: Stuur elke week een bericht over hoe ver het is, stap: s1}
  - {advies: Bel mensen na tien dagen, stap: s1}
`;

test('a klantarena without telephones', { timeout: 240_000 }, async () => {
  const place = folder();
  for (const [name, n] of [['lang', 24], ['kort', 1]]) {
    mkdirSync(join(place.open, name));
    place.write(`${name}/klantreis.yaml`, journey(n));
  }
  const reis = join(place.open, 'lang', 'klantreis.yaml');
  const desk = await start(place);
  const { page, context, expect, close } = await open(desk.address, { viewport: { width: 1366, height: 768 } });
  expect(/status of 404/);
  const origin = new URL(page.url()).origin;
  const zaal = await open(`${origin}/zaal.html`, {}, context);
  zaal.expect(/status of 404/);
  const see = screenOf(zaal.page), look = leadOf(page);
  const heading = name => zaal.page.getByRole('heading', { level: 1, name }).waitFor();
  const begin = async name => {
    await page.goto(`${origin}/regie.html#reis=${name}%2Fklantreis.yaml&adres=127.0.0.1&namen=ja`);
    await page.reload();
    await page.getByRole('heading', { name: 'Begin een klantarena' }).waitFor();
    assert.ok(await page.getByLabel('Zonder telefoons').isChecked() && await page.getByLabel('Namen vragen').isChecked(), 'what was asked for is filled in');
    await page.getByLabel('Namen vragen').uncheck();
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await heading('Welkom');
  };
  const tab = name => page.getByRole('tab', { name }).click();
  const next = async (button, name = button) => {
    await page.getByRole('button', { name: `Volgende ronde: ${button}` }).click();
    await heading(name);
  };
  const kept = () => page.locator('.said').filter({ hasText: 'Bewaard' }).waitFor();
  // send does what many clicks would.
  const send = deeds => page.evaluate(async deeds => {
    const answer = await (await fetch('/api/room/do', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ deeds }) })).json();
    return answer.deeds.filter(d => !d.kept);
  }, deeds);
  const close2 = async () => {
    await tab('Afronden');
    await page.getByRole('button', { name: 'Sluit de klantarena' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sluit de klantarena' }).click();
    await page.getByRole('heading', { name: 'Begin een klantarena' }).waitFor();
  };

  await begin('lang');
  await zaal.page.getByText('de begeleider typt voor u mee').waitFor();
  await see('zonder-telefoons');
  await tab('Typen voor de zaal');
  await page.getByLabel('Hoeveel mensen?').fill('6');
  await page.getByRole('button', { name: 'Tel erbij' }).click();
  await zaal.page.getByText('6 mensen zijn binnen').waitFor();
  await next('De klanten vertellen');
  await page.getByRole('combobox', { name: 'Stap', exact: true }).selectOption('s3');
  await page.getByRole('radio', { name: 'boos' }).check();
  await page.getByLabel('Eén woord bij deze stap').fill('Wachten');
  await page.getByRole('button', { name: 'Verstuur' }).first().click();
  await page.getByLabel('Briefje', { exact: true }).fill('Getypt voor wie niet typt, en bel 06-12345678');
  await page.getByRole('button', { name: 'Verstuur' }).last().click();
  await kept();
  await look('typen-lang');
  assert.deepEqual(await send([
    ...Array.from({ length: 60 }, (_, i) => ({ kind: 'briefje', id: `b${i}`, step: 's3', nature: ['klacht', 'tip', 'vraag', 'compliment'][i % 4], text: `Briefje ${i}: ${'ik hoorde maar niets en belde weer. '.repeat(1 + i % 6)}`.slice(0, 280) })),
    ...[1, 9, 17, 24].map(s => ({ kind: 'briefje', id: `c${s}`, step: `s${s}`, nature: 'klacht', text: 'Heelerglangwoordzonderspatiesdatnergenspast'.repeat(3) })),
    ...[2, 3, 4, 5, 6].flatMap(who => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24].map(s => ({ kind: 'gevoel', who, step: `s${s}`, value: (s * 7) % 5 - 2 }))),
    ...[2, 3, 4, 5, 6].map(who => ({ kind: 'woord', who, step: 's3', text: who % 2 ? 'Ontvangstbevestiging' : 'wachten' })),
  ]), []);
  await zaal.page.locator('.more').first().waitFor();
  await see('lang-vertellen');
  await page.getByRole('combobox', { name: 'Wat het scherm laat zien' }).selectOption('s3');
  await zaal.page.locator('.zoom').waitFor();
  await see('lang-inzoomen');
  await page.getByRole('combobox', { name: 'Wat het scherm laat zien' }).selectOption('');
  await tab('Briefjes');
  await look('lang-briefjes');
  await tab('Typen voor de zaal');

  await next('De buitenring vraagt');
  await next('De ringen wisselen');
  for (const [question, text] of ['Dat niemand belde', 'Dat het over geld ging', 'Elke week bellen', 'Een bericht sturen'].entries()) {
    await page.getByLabel('Op welke vraag?').selectOption(String(question));
    await page.getByLabel('Antwoord', { exact: true }).fill(text);
    await page.getByRole('button', { name: 'Verstuur' }).click();
    await zaal.page.getByText(text).waitFor();
  }
  assert.deepEqual(await send(Array.from({ length: 24 }, (_, i) => ({ kind: 'antwoord', id: `a${i}`, question: i % 2, text: `Antwoord ${i}: ik hoorde dat mensen lang wachten en niets horen` }))), []);
  await zaal.page.getByText('Antwoord 22').waitFor();
  await see('lang-wisselen');
  await next('Stemmen');
  await page.getByRole('checkbox', { name: /Stuur elke week/ }).check();
  await zaal.page.getByText('1 persoon stemde').waitFor();
  await next('Toezeggingen');
  await tab('Toezeggingen');
  await page.getByLabel('Wat wordt er gedaan?').fill('Elke week een bericht sturen');
  await page.getByLabel('Door wie?').fill('Team Wonen');
  await page.getByRole('button', { name: 'Zet erbij' }).click();
  await zaal.page.getByText('Team Wonen').waitFor();
  await tab('Typen voor de zaal');
  await next('Een cijfer');
  await page.getByRole('combobox', { name: 'In naam van' }).selectOption({ index: 2 });
  await page.getByRole('radio', { name: '8', exact: true }).check();
  await kept();
  assert.deepEqual(await send([1, 3, 4, 5, 6].map(who => ({ kind: 'cijfer', who, value: 7 }))), []);
  await zaal.page.getByText('n = 6').waitFor();
  await see('lang-cijfer');
  await next('Afgelopen', 'Bedankt');
  await tab('Afronden');
  await page.getByRole('button', { name: 'Bekijk wat erin komt' }).click();
  await page.getByText('keer wat een klant voelde').waitFor();
  await look('lang-afronden');
  await page.getByRole('button', { name: 'Bewaar in de klantreis' }).click();
  await page.getByRole('link', { name: 'Open de klantreis' }).waitFor();
  await close2();
  const after = readFileSync(reis, 'utf8');
  for (const line of journey(24).split('\n')) assert.ok(after.includes(line.replace(/ *}   # /, '')) || after.includes(line.split('   # ')[1] ?? line), line);
  assert.match(after, /cijfer: 7\.2/);
  assert.doesNotMatch(after, /12345678/);
  execFileSync(process.env.KLANTREIS, ['controleer', reis]);

  await begin('kort');
  await tab('Typen voor de zaal');
  await next('De klanten vertellen');
  assert.deepEqual(await send(Array.from({ length: 60 }, (_, i) => ({ kind: 'briefje', id: `k${i}`, step: 's1', nature: 'klacht', text: `Briefje ${i}: ik hoorde maar niets` }))), []);
  await zaal.page.locator('.more').waitFor();
  await see('kort-vertellen');
  await close2();
  await zaal.close();
  await close();
  await desk.end();
});
