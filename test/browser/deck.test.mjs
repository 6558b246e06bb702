// Tests of presentatie.html in a real browser. DECK names the files, separated as in PATH.
import assert from 'node:assert/strict';
import { basename, delimiter } from 'node:path';
import { describe, test } from 'node:test';
import { axe, open } from './page.mjs';

const decks = (process.env.DECK ?? '').split(delimiter).filter(Boolean);
const full = { width: 1920, height: 1080 };
const beamer = { width: 1024, height: 768 };

assert.ok(decks.length > 0, 'DECK names no file');

// soon waits without frames: of two windows, one may not be drawn.
const soon = (page, holds) => page.waitForFunction(holds, undefined, { polling: 100 });
const count = page => page.locator('.slide').count();
const shown = page => page.evaluate(() => [...document.querySelectorAll('.slide')].findIndex(s => s.classList.contains('current')) + 1);

// eachSlide shows every slide by its key, and each stop of those that are built up, and calls look with
// its number and how far it is built.
async function eachSlide(page, look) {
  const n = await count(page);
  await page.keyboard.press('Home');
  for (let i = 1; i <= n; i++) {
    const builds = await page.evaluate(() => Number(document.querySelector('.slide.current .way')?.dataset.builds ?? 0));
    for (let built = 0; built <= builds; built++) {
      assert.equal(await shown(page), i);
      await look(i, built);
      await page.keyboard.press('ArrowRight');
    }
  }
  assert.equal(await shown(page), n);
}

async function violations(page) {
  // What fades in is looked at when it is there.
  await page.evaluate(() => document.getAnimations().filter(a => a.effect.getComputedTiming().endTime !== Infinity).forEach(a => a.finish()));
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`));
}

// kinds are the elements that are shown, by their classes and those of their slide: axe looks where there is one
// that it has not seen, in any deck, for what recurs has the same colours and roles.
const kinds = () => [...document.querySelectorAll('.slide')].filter(s => s.checkVisibility()).flatMap(slide =>
  [...slide.querySelectorAll('*')].filter(e => !e.closest('svg svg, svg *') && e.checkVisibility())
    .map(e => [slide.className.replace('current', ''), e.tagName, e.getAttribute('class'), e.hasAttribute('tabindex')].join(' ')));
const seen = new Set();
async function newViolations(page, where) {
  const fresh = (await page.evaluate(kinds)).map(k => where + k).filter(k => !seen.has(k));
  fresh.forEach(k => seen.add(k));
  return fresh.length ? violations(page) : [];
}

// outside lists what sticks out of the slide, or out of its body, without a way to scroll to it.
const outside = () => {
  const slide = document.querySelector('.slide.current');
  const body = slide.querySelector('.body');
  const tall = slide.classList.contains('tall');
  const faults = [];
  if (body.scrollWidth > body.clientWidth + 1) faults.push(`the body is ${body.scrollWidth - body.clientWidth} too wide`);
  if (!tall && body.scrollHeight > body.clientHeight + 2) faults.push(`the body is ${body.scrollHeight - body.clientHeight} too high`);
  if (tall && (body.tabIndex !== 0 || getComputedStyle(slide.querySelector('.more')).display === 'none')) faults.push('a high slide has no way to scroll');
  const frame = slide.getBoundingClientRect();
  for (const e of slide.querySelectorAll('*')) {
    if (e.closest('svg, .wrapping, .live, .visually-hidden, .jump, details, .matrix.numbers li span, .notes-text') || tall && e.closest('.body')) continue;
    const box = e.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    if (box.left < frame.left - 1 || box.top < frame.top - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1) {
      faults.push(`${e.tagName}.${e.className} sticks out: ${JSON.stringify(box)}`);
    }
    const scrolls = ['auto', 'scroll', 'hidden'].includes(getComputedStyle(e).overflowX);
    if (!scrolls && !e.matches('.body *:is(.main)') && e.scrollWidth > e.clientWidth + 2 && e.clientWidth > 0 && getComputedStyle(e).display !== 'inline') {
      faults.push(`${e.tagName}.${e.className} holds something ${e.scrollWidth - e.clientWidth} too wide`);
    }
  }
  return faults;
};

// smallType lists text on the slide below 24 pixels, that in pictures as large as it is drawn.
const smallType = () => {
  const faults = [];
  const walker = document.createTreeWalker(document.querySelector('.slide.current'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || e.closest('svg title, svg desc, script, .live, .visually-hidden, .jump, .notes-text, .more')) continue;
    if (!e.checkVisibility() || getComputedStyle(e).visibility === 'hidden') continue;
    const drawn = e.closest('svg text')?.getScreenCTM();
    const size = parseFloat(getComputedStyle(e).fontSize) * (drawn ? Math.hypot(drawn.a, drawn.b) : 1);
    if (size < 23.99) faults.push(`${e.tagName}.${e.className} ${size}px: ${walker.currentNode.data.trim().slice(0, 40)}`);
  }
  return faults;
};

for (const file of decks) {
  const name = basename(file, '.html');
  describe(name, () => {
    test('keys go through all slides; nothing sticks out or is too small; two are printed on a page', async () => {
      const { page, close } = await open(file, full, { reducedMotion: 'reduce' });
      const n = await count(page);
      let tall = 0;
      await eachSlide(page, async (i, built) => {
        assert.ok(page.url().endsWith(`#dia-${i}` + (built ? `.${built}` : '')), page.url());
        const at = await page.evaluate(() => ({
          slides: [...document.querySelectorAll('.slide')].filter(s => s.checkVisibility()).length,
          tall: document.querySelectorAll('.slide.current.tall').length,
        }));
        assert.deepEqual([at.slides, await page.evaluate(outside), await page.evaluate(smallType)], [1, [], []], `dia ${i}.${built}`);
        tall += at.tall;
        assert.deepEqual(await newViolations(page, 'dia '), [], `dia ${i}`);
      });
      for (const [key, want] of [['Home', 1], ['PageDown', 2], ['PageUp', 1], ['Space', 2], ['ArrowLeft', 1], ['End', n]]) {
        await page.keyboard.press(key);
        assert.equal(await shown(page), Math.min(want, n), key);
      }
      await page.keyboard.press(String(Math.min(2, n)));
      await page.keyboard.press('Enter');
      assert.equal(await shown(page), Math.min(2, n));
      assert.equal(await page.locator('#melding').textContent(), await page.locator('.slide.current').getAttribute('aria-label'));
      await page.reload();
      assert.equal(await shown(page), Math.min(2, n));

      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
      const least = Math.ceil(n / 2);
      if (tall === 0) assert.equal(pages, least);
      else assert.ok(pages >= least);

      await page.setViewportSize(beamer); // 4:3: slides are higher
      await eachSlide(page, async i => assert.deepEqual(await page.evaluate(outside), [], `dia ${i}`));
      const box = await page.locator('.slide.current').boundingBox();
      assert.deepEqual([box.width, box.height], [beamer.width, beamer.height]);
      await close();
    });

    test('is a document on a small screen', async () => {
      const { page, close } = await open(file, { width: 320, height: 640 });
      assert.equal(await page.locator('.slide:visible').count(), await count(page));
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
      assert.deepEqual(await newViolations(page, 'document '), []);
      await close();
    });

    test('is a document without scripts', async () => {
      const { page, close } = await open(file, full, { javaScriptEnabled: false });
      assert.equal(await page.locator('.slide:visible').count(), await count(page));
      assert.equal(await page.locator('.controls').isVisible(), false);
      await close();
    });
  });
}

describe('the first deck', () => {
  const file = decks[0];

  test('goes through the journey step by step, forward, back and by address', async () => {
    const { page, close } = await open(file, full);
    const way = await page.evaluate(() => [...document.querySelectorAll('.slide')].findIndex(s => s.querySelector('.way')) + 1);
    const panel = () => page.locator('.panel:visible').getAttribute('data-build');
    const camera = () => page.evaluate(() => document.querySelector('.camera').style.transform);
    await page.evaluate(n => { location.hash = `dia-${n}.4`; }, way);
    await page.waitForFunction(n => document.querySelector('.panel.at')?.dataset.build === '4', way);
    const there = await camera();
    assert.match(there, /scale/);
    await page.keyboard.press('PageDown');
    assert.equal(await panel(), '5');
    assert.notEqual(await camera(), there);
    assert.match(await page.locator('#melding').textContent(), /Stap nummer 5/);
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    assert.equal(await panel(), '3');
    await page.reload();
    assert.equal(await panel(), '3');
    await page.keyboard.press('End');
    await page.evaluate(n => { location.hash = `dia-${n + 1}`; }, way);
    await page.waitForFunction(n => location.hash === `#dia-${n + 1}` && document.querySelectorAll('.slide')[n].classList.contains('current'), way);
    await page.keyboard.press('ArrowLeft'); // from behind one comes in at the last stop
    assert.equal(await shown(page), way);
    assert.equal(await panel(), '6');
    await page.locator('[data-do=previous]').first().click();
    assert.equal(await panel(), '5');
    await close();
  });

  test('the camera jumps where motion is not wanted', async () => {
    const { page, close } = await open(file, full, { reducedMotion: 'reduce' });
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.camera')).transitionDuration), '0s');
    await close();
  });

  test('the speaker’s window keeps in step with the presentation', async () => {
    const { page, close } = await open(file, full);
    const opened = page.waitForEvent('popup');
    await page.keyboard.press('s');
    const other = await opened;
    await soon(other, () => document.documentElement.classList.contains('speaker'));
    await page.keyboard.press('ArrowRight');
    await soon(other, () => document.querySelector('.slide.current').id === 'dia-2');
    assert.match(await other.locator('#notities p').textContent(), /Begin met wat goed gaat/);
    assert.ok(await other.locator('#dia-3.upcoming').isVisible());
    assert.match(await other.locator('[data-clock]').textContent(), /^\d?\d:\d\d$/);
    await soon(other, () => document.querySelector('[data-elapsed]').textContent !== '0:00');
    await other.locator('[data-do=restart]').click();
    assert.equal(await other.locator('[data-elapsed]').textContent(), '0:00');
    assert.deepEqual(await violations(other), []);
    await other.keyboard.press('End');
    await soon(page, () => document.querySelector('.slide.current').id === `dia-${document.querySelectorAll('.slide').length}`);
    await other.keyboard.press('b');
    await soon(page, () => !document.querySelector('#zwart').hidden);
    await other.keyboard.press('b');
    await soon(page, () => document.querySelector('#zwart').hidden);
    await page.evaluate(() => postMessage({ klantreis: 'dia', at: 0, build: 0 }, '*')); // from no window that we know
    await page.evaluate(() => new Promise(done => setTimeout(done))); // messages come in order
    assert.notEqual(await shown(page), 1);
    await other.reload();
    await other.keyboard.press('Home');
    await soon(page, () => document.querySelector('.slide.current').id === 'dia-1');
    await page.evaluate(() => { location.hash = document.querySelector('.board').closest('.slide').id; });
    await soon(other, () => document.querySelector('.slide.current .board'));
    await page.locator('[data-advice=advies-3] .handle').focus();
    await page.keyboard.press('ArrowUp');
    await soon(other, () => document.querySelector('[data-advice=advies-3]').classList.contains('moved'));
    await close();
  });

  test('advice moves on the board, and leaves it as a proposal', async () => {
    const { page, close } = await open(file, full);
    await page.evaluate(() => { location.hash = document.querySelector('.board').closest('.slide').id; });
    await page.locator('.slide.current .board').waitFor();
    const at = id => page.evaluate(id => { const box = document.querySelector(`[data-advice=${id}]`).closest('td'); return box && [box.dataset.gain, box.dataset.effortSize].join(); }, id);
    const box = (gain, effort) => page.locator(`td[data-gain="${gain}"][data-effort-size="${effort}"]`);
    const slide = await shown(page);

    assert.equal(await at('advies-1'), '2,0');
    const from = await page.locator('[data-advice=advies-1]').boundingBox(), to = await box(0, 2).boundingBox();
    await page.mouse.move(from.x + 20, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 });
    await page.mouse.up();
    assert.equal(await at('advies-1'), '0,2');

    await page.locator('[data-advice=advies-2] .handle').click(); // without dragging: number, then box
    assert.equal(await page.locator('[data-advice=advies-2] .handle').getAttribute('aria-pressed'), 'true');
    await box(2, 2).click({ position: { x: 400, y: 10 } });
    assert.equal(await at('advies-2'), '2,2');

    await page.locator('[data-advice=vraag-eens] .handle').focus(); // without a mouse
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await at('vraag-eens'), '0,0');
    assert.equal(await shown(page), slide);
    assert.match(await page.locator('#melding').textContent(), /winst klein, moeite klein/);
    assert.deepEqual(await violations(page), []);

    await page.reload();
    assert.equal(await at('advies-2'), '2,2');
    await page.locator('[data-do=proposal]').click();
    const lines = await page.locator('#voorstel textarea').inputValue();
    assert.match(lines, /^# Voorstel voor winst en moeite, gemaakt bij Energietoeslag aanvragen\nadviezen:\n/);
    assert.match(lines, /\n {2}- \{id: advies-1, advies: "Zet de betaaldatum bovenaan de webpagina", winst: klein, moeite: groot\} {2}# was groot \/ klein\n/);
    assert.match(lines, /id: vraag-eens, .*winst: klein, moeite: klein\} {2}# was –\n$/);
    assert.equal(lines.split('\n').length, 6);
    assert.deepEqual(await violations(page), []);
    const saving = page.waitForEvent('download');
    await page.locator('[data-do=save-proposal]').click();
    assert.equal((await saving).suggestedFilename(), 'voorstel.yaml');
    await page.keyboard.press('Escape');
    await page.locator('[data-do=reset-board]').click();
    assert.equal(await at('advies-1'), '2,0');
    assert.equal(await at('vraag-eens'), null);
    await close();
  });

  test('buttons, overview, help, black screen, notes, document', async () => {
    const { page, close } = await open(file, full);
    const n = await count(page);
    for (const button of await page.locator('.controls button:visible').all()) {
      const box = await button.boundingBox();
      assert.ok(box.width >= 24 && box.height >= 24);
    }
    await page.locator('[data-do=next]').click();
    assert.equal(await shown(page), 2);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.do), 'next');
    await page.locator('[data-do=previous]').click();
    assert.equal(await shown(page), 1);

    await page.keyboard.press('o');
    assert.equal(await page.locator('.slide:visible').count(), n);
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    assert.equal(await shown(page), 3);
    assert.equal(await page.locator('.slide:visible').count(), 1);
    await page.keyboard.press('o');
    await page.locator('#dia-2 .jump').click();
    assert.equal(await shown(page), 2);

    await page.keyboard.press('?');
    assert.ok(await page.locator('#hulp').isVisible());
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    assert.ok(!await page.locator('#hulp').isVisible());

    await page.keyboard.press('b');
    assert.ok(await page.locator('#zwart').isVisible());
    await page.keyboard.press('ArrowRight');
    assert.equal(await shown(page), 2);
    await page.keyboard.press('b');
    assert.ok(!await page.locator('#zwart').isVisible());

    await page.keyboard.press('n');
    assert.match(await page.locator('#notities p').textContent(), /Begin met wat goed gaat/);
    assert.deepEqual(await page.evaluate(outside), []);
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('n');

    await page.keyboard.press('d');
    assert.equal(await page.locator('.slide:visible').count(), n);
    assert.deepEqual(await violations(page), []);
    await page.locator('.wide-only').click();
    assert.equal(await page.locator('.slide:visible').count(), 1);
    await close();
  });

  test('single keys can be switched off', async () => {
    const { page, close } = await open(file, full);
    await page.keyboard.press('?');
    await page.locator('#lettertoetsen').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('o');
    assert.equal(await page.locator('.slide:visible').count(), 1);
    await page.keyboard.press('ArrowRight');
    assert.equal(await shown(page), 2);
    await close();
  });

  test('a swipe turns the page', async () => {
    const { page, close } = await open(file, full, { hasTouch: true });
    const swipe = (from, to) => page.evaluate(([x1, x2]) => {
      const target = document.querySelector('.slide.current');
      const touch = x => new Touch({ identifier: 1, target, clientX: x, clientY: 400 });
      target.dispatchEvent(new TouchEvent('touchstart', { bubbles: true, touches: [touch(x1)], changedTouches: [touch(x1)] }));
      target.dispatchEvent(new TouchEvent('touchend', { bubbles: true, touches: [], changedTouches: [touch(x2)] }));
    }, [from, to]);
    await swipe(900, 500);
    assert.equal(await shown(page), 2);
    await swipe(500, 900);
    assert.equal(await shown(page), 1);
    await close();
  });

  test('the map can be enlarged and moved', async () => {
    const { page, close } = await open(file, full);
    const slide = await page.locator('.slide:has(.figure.zoomable)').first().getAttribute('id');
    await page.evaluate(id => { location.hash = id; }, slide);
    const picture = page.locator('.slide.current .picture');
    await picture.waitFor();
    const view = () => page.locator('.slide.current .still svg').getAttribute('viewBox');
    const whole = await view();
    const box = await picture.boundingBox();
    const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };

    await page.keyboard.press('+');
    const larger = await view();
    assert.ok(Number(larger.split(' ')[2]) < Number(whole.split(' ')[2]) * 1.2, `${whole} → ${larger}`);
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x - 200, at.y, { steps: 4 });
    await page.mouse.up();
    const moved = await view();
    assert.ok(Number(moved.split(' ')[0]) > Number(larger.split(' ')[0]), `${larger} → ${moved}`);
    await picture.focus();
    await page.keyboard.press('ArrowLeft');
    assert.ok(Number((await view()).split(' ')[0]) < Number(moved.split(' ')[0]));
    assert.equal(`#${slide}`, new URL(page.url()).hash);
    await page.keyboard.press('0');
    assert.equal(await view(), whole);

    await page.mouse.move(at.x, at.y);
    await page.mouse.wheel(0, -400);
    await page.waitForFunction(v => document.querySelector('.slide.current .still svg').getAttribute('viewBox') !== v, whole);
    await page.locator('.slide.current [data-zoom=fit]').click();
    assert.equal(await view(), whole);
    await page.locator('.slide.current [data-zoom=in]').click();
    assert.notEqual(await view(), whole);
    await page.keyboard.press('Escape');
    assert.equal(await view(), whole);
    await close();
  });

  test('prints the tables when asked', async () => {
    const { page, close } = await open(file, full);
    await page.evaluate(() => { window.print = () => { window.printed = document.documentElement.className; }; });
    await page.keyboard.press('?');
    await page.locator('[data-do=print-tables]').click();
    assert.match(await page.evaluate(() => window.printed), /print-tables/);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('details table').first().isVisible());
    const wide = await page.evaluate(() => [...document.querySelectorAll('.slide *')].filter(e => !e.closest('svg, .wrapping') &&
      e.getBoundingClientRect().right > e.closest('.slide').getBoundingClientRect().right + 1).map(e => e.tagName + '.' + e.className));
    assert.deepEqual(wide, []);
    await page.emulateMedia({ media: null });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    assert.equal(await page.locator('details[open]').count(), 0);
    await close();
  });

  test('charts are interactive on screen and still on paper', async () => {
    const { page, close } = await open(file, full);
    const slide = await page.locator('.slide:has(.live)').first().getAttribute('id');
    await page.evaluate(id => { location.hash = id; }, slide);
    const live = page.locator('.slide.current .live');
    await live.locator('svg').waitFor();
    assert.ok(!await page.locator('.slide.current .still').isVisible());
    const inside = async () => {
      const outer = await page.locator('.slide.current .picture').boundingBox();
      const inner = await live.locator('svg').boundingBox();
      assert.ok(inner.x >= outer.x - 1 && inner.x + inner.width <= outer.x + outer.width + 1);
      assert.ok(inner.y >= outer.y - 1 && inner.y + inner.height <= outer.y + outer.height + 1);
      assert.ok(inner.width > outer.width * .9 || inner.height > outer.height * .9);
    };
    await inside();
    await page.setViewportSize(beamer);
    await page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))); // the observer of the size runs after a frame
    await inside();
    await page.locator('.slide.current summary').click();
    assert.ok(await page.locator('.slide.current details table').isVisible());
    assert.deepEqual(await violations(page), []);
    await page.emulateMedia({ media: 'print' });
    assert.ok(!await live.isVisible());
    assert.ok(await page.locator('.slide.current .still').isVisible());
    await close();
  });
});
