// Lets Mermaid itself read and draw what the test in Go wrote, in the file that CASES names. CHROMIUM
// names the browser.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { chromium } from 'playwright-core';

const cases = JSON.parse(readFileSync(process.env.CASES, 'utf8'));

// inBrowser reads each text with Mermaid's own parser and, where wanted, draws it.
async function inBrowser(cases) {
  mermaid.initialize({ startOnLoad: false });
  const decode = s => {
    const html = s.replace(/ﬂ°°/g, '&#').replace(/ﬂ°/g, '&').replace(/¶ß/g, ';');
    const area = document.createElement('textarea');
    area.innerHTML = html.replace(/</g, '&lt;');
    return area.value.replace(/\s+/g, ' ').trim();
  };
  const results = [];
  for (const [i, c] of cases.entries()) {
    const result = { name: c.name };
    results.push(result);
    try {
      const { db } = await mermaid.mermaidAPI.getDiagramFromText(c.text);
      result.title = decode(db.getDiagramTitle() || '');
      result.description = decode(db.getAccDescription() || '');
      result.sections = db.getSections().map(decode);
      result.tasks = db.getTasks().map(t => ({ section: decode(t.section), name: decode(t.task), score: String(t.score), actors: t.people.map(decode).filter(p => p) }));
    } catch (e) {
      result.refused = String(e.message || e);
      continue;
    }
    if (!c.draw) continue;
    const { svg } = await mermaid.render(`d${i}`, c.text);
    const box = document.createElement('div');
    box.innerHTML = svg;
    document.body.append(box);
    result.broken = /NaN|Infinity|undefined/.test(svg);
    result.scripts = box.querySelectorAll('script, iframe, img').length;
    result.shown = [...box.querySelectorAll('text, foreignObject')].map(e => e.textContent.replace(/\s+/g, ' ').trim());
    const faces = [...box.querySelectorAll('circle.face')];
    result.faces = faces.length;
    const looks = new Map([...box.querySelectorAll('circle[class^="actor-"]')].map(e => [e.getAttribute('class'), getComputedStyle(e).fill]));
    result.actors = looks.size;
    result.colours = new Set(looks.values()).size;
    result.svg = svg;
  }
  return results;
}

test('Mermaid reads and draws', async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ path: 'node_modules/mermaid/dist/mermaid.min.js' });
    const results = await page.evaluate(inBrowser, cases);
    assert.equal(results.length, cases.length);
    writeFileSync(process.env.RESULTS, JSON.stringify(results));
  } finally {
    await browser.close();
  }
});
