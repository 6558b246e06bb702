// What the tests of a klantarena share: how the screen, the facilitator's page and a telephone are looked at.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { violations } from './eyes.mjs';

// picture keeps what was seen when PICTURES names a folder, for people to look at.
export async function picture(page, name, fullPage = false) {
  if (!process.env.PICTURES) return;
  mkdirSync(process.env.PICTURES, { recursive: true });
  await page.screenshot({ path: join(process.env.PICTURES, `${name}.png`), fullPage });
}

// drawn waits until what was measured has been drawn.
const drawn = page => page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));

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

// over lists what lies over something else, or outside the window, of what may not.
const over = page => page.evaluate(() => {
  const faults = [];
  const seen = [...document.querySelectorAll('header, main, footer, .strip, .below, .question, .column, .card, .phases li, .steps li')].filter(e => e.checkVisibility());
  for (const e of seen) {
    const r = e.getBoundingClientRect();
    if (r.width > 0 && (r.left < -1 || r.right > innerWidth + 1)) faults.push(`${e.className || e.tagName} leaves the window`);
  }
  const beside = [...document.querySelectorAll('main > *')].map(e => e.getBoundingClientRect());
  beside.forEach((a, i) => beside.slice(i + 1).forEach(b => { if (a.bottom > b.top + 1 && a.right > b.left + 1 && b.right > a.left + 1) faults.push('parts lie over each other'); }));
  return faults;
});

// contrast is what of axe differs between light and dark.
const contrast = { runOnly: ['color-contrast'] };

// screenOf looks at the screen of the room, light and dark, and on an old beamer.
export function screenOf(page) {
  return async name => {
    for (const [shape, size, colorScheme] of [['4x3', { width: 1024, height: 768 }, 'light'], ['dark', { width: 1920, height: 1080 }, 'dark'], ['1080p', { width: 1920, height: 1080 }, 'light']]) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await drawn(page);
      const what = `zaal-${name}-${shape}`;
      await picture(page, what);
      assert.deepEqual(await over(page), [], what);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${what} is too wide`);
      const [least, text] = await smallest(page);
      assert.ok(least >= (size.height === 1080 ? 23.9 : 15.9), `${what}: ${least} px: ${text}`);
      if (shape !== '4x3') assert.deepEqual(await violations(page, colorScheme === 'dark' ? contrast : {}), [], what);
    }
  };
}

// leadOf looks at the facilitator's page.
export function leadOf(page) {
  return async name => {
    await picture(page, `regie-${name}`);
    assert.deepEqual(await violations(page), [], `regie ${name}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await violations(page, contrast), [], `regie ${name}, dark`);
    await page.emulateMedia({ colorScheme: 'light' });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `regie ${name} is too wide`);
  };
}

// telephoneOf looks at a telephone.
export function telephoneOf(page) {
  return async name => {
    await picture(page, `telefoon-${name}`, true);
    assert.deepEqual(await violations(page), [], `telefoon ${name}`);
    await page.emulateMedia({ colorScheme: 'dark' });
    assert.deepEqual(await violations(page, contrast), [], `telefoon ${name}, dark`);
    await page.emulateMedia({ colorScheme: 'light' });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `telefoon ${name} is too wide`);
    const [least, text] = await smallest(page);
    assert.ok(least >= 13, `telefoon ${name}: ${least} px: ${text}`);
  };
}
