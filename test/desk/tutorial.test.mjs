// The tutorial's way with buttons, done literally: every name and every text comes out of the page itself, so that what
// it says and what the desk shows cannot part.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { folder, open, start, text } from './desk.mjs';
import { stepAt, until } from './hands.mjs';

const docs = fileURLToPath(new URL('../../docs', import.meta.url)); // not import.meta.dirname: Debian's node may be older

const typedBefore = {}; // by label

// acts are the sentences that the tutorial is made of, and what a reader does.
const acts = [
  [/Typ bij \*([^*]+)\* `([^`]+)`/, async (page, label, typed) => {
    const field = page.getByRole('textbox', { name: label, exact: true });
    if (await field.inputValue() === typedBefore[label]) await until(async () => await field.inputValue() !== typedBefore[label], 'the form of the new step'); // which comes when it is made
    await field.fill(typed);
    await field.press('Tab');
    typedBefore[label] = typed;
  }],
  [/Kies bij \*([^*]+)\* `([^`]+)`/, async (page, label, wanted) => {
    const group = page.getByRole('radiogroup', { name: label, exact: true }).or(page.getByRole('group', { name: label, exact: true }));
    const list = page.getByLabel(label, { exact: true });
    await group.or(list).first().waitFor(); // the form may be on its way
    if (await group.count()) return group.getByRole('radio', { name: wanted, exact: true }).click();
    await list.locator('option', { hasText: wanted }).first().waitFor({ state: 'attached' });
    const option = (await list.locator('option').allTextContents()).find(o => o.includes(wanted));
    await list.selectOption({ label: option });
  }],
  [/Sleep `([^`]+)`/, async (page, name) => {
    const bytes = readFileSync(join(docs, 'tutorial', name), 'latin1');
    const data = await page.evaluateHandle(([name, bytes]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(bytes, c => c.charCodeAt(0))], name, { type: 'text/csv' }));
      return data;
    }, [name, bytes]);
    for (const type of ['dragenter', 'dragover', 'drop']) await page.locator('body').dispatchEvent(type, { dataTransfer: data });
    await page.locator('.f-columns').waitFor();
  }],
  [/Klik op de kaart op `([^`]+)`/, (page, name) => stepAt(page, name).first().click()],
  [/U ziet `([^`]+)`/, async (page, said) => {
    const shown = async () => (await page.locator('body').innerText()).includes(said) || await page.locator(`iframe[src*="${said}"]`).count() > 0;
    await until(shown, said);
  }],
  [/(?:[Kk]ies|en daarna)[^.*`]*? \*([^*]+)\*/, async (page, name) => {
    const start = new RegExp(`^${name.replace(/[?.]/g, '\\$&')}`);
    let all;
    await until(async () => { // a dialog may be on its way out
      const dialog = page.locator('dialog[open]'), within = await dialog.count() ? dialog.last() : page;
      all = within.getByRole('button', { name: start }).or(within.getByRole('radio', { name: start }));
      return await all.count() > 0 && await all.first().isVisible();
    }, name);
    await all.first().click();
  }],
];

test('the tutorial with buttons, as it is written', async () => {
  const page = readFileSync(join(docs, 'tutorial.md'), 'utf8');
  const steps = page.split('## Hetzelfde met knoppen\n')[1].split('\nMeer daarover')[0].match(/^\d+\. .*$/gm).slice(1); // the first opens the desk
  const place = folder();
  const desk = await start(place);
  const window = await open(desk.address);
  window.page.setDefaultTimeout(30_000);
  let done = 0;
  for (const step of steps) {
    let rest = step;
    for (;;) {
      const found = acts.map(([pattern, act]) => ({ at: rest.match(pattern), act })).filter(a => a.at).sort((a, b) => a.at.index - b.at.index)[0];
      if (!found) break;
      assert.doesNotMatch(rest.slice(0, found.at.index), /[*`]/, `nobody does what stands in: ${step}`);
      try {
        await found.act(window.page, ...found.at.slice(1));
      } catch (e) {
        throw new Error(`${found.at[0]}: ${e.message}`, { cause: e });
      }
      rest = rest.slice(found.at.index + found.at[0].length);
      done++;
    }
    assert.doesNotMatch(rest, /[*`]/, `nobody does what stands in: ${step}`);
  }
  assert.equal(done, 26);
  const written = await text(window.page);
  for (const line of [/^gemeente: Rietmeer$/m, /^eigenaar: Team Parkeren$/m, /signaal: Hoe staat het met mijn vergunning\?/, /winst: groot/, /moeite: klein/]) assert.match(written, line);
  assert.match(written, /omdat: \[hoe-staat-het[a-z-]*\]/);
  const made = readdirSync(place.open, { recursive: true });
  for (const name of ['advies.pdf', 'klantreis.html', 'presentatie.html']) assert.ok(made.some(f => f.endsWith(name)), name);
  assert.ok(made.some(f => f.endsWith(join('signalen', 'kcc-parkeren.csv'))));
  await window.close();
  await desk.end();
});
