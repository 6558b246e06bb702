// What a person does on the desk, for the tests: choosing a part, dragging with a mouse or a finger, waiting.
import assert from 'node:assert/strict';

// pick opens a form by the list of parts.
export async function pick(page, name) {
  const parts = page.getByRole('button', { name: 'Onderdelen van de reis' });
  if (await parts.count() && await parts.getAttribute('aria-expanded') === 'false') await parts.click();
  await page.locator('.f-outline .f-line > button').filter({ hasText: name }).first().click();
}

// until asks again and again until something is so.
export async function until(ask, what) {
  for (const end = Date.now() + 60_000; Date.now() < end;) { // long enough for a busy machine
    if (await ask()) return;
    await new Promise(r => setTimeout(r, 50));
  }
  assert.fail(`never: ${what}`);
}

// stepAt is a step on the map.
export const stepAt = (page, name) => page.locator(`.spot.stap[aria-label*="${name}"]`);

// mouse and finger are two hands for dragTo.
export const mouse = page => ({ down: async (x, y) => { await page.mouse.move(x, y); await page.mouse.down(); }, move: (x, y) => page.mouse.move(x, y, { steps: 4 }), up: () => page.mouse.up() });
export async function finger(page, context) {
  const touch = await context.newCDPSession(page);
  const point = (type, x, y) => touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  return {
    down: async (x, y) => { await point('touchStart', x, y); await page.waitForTimeout(500); },
    move: (x, y) => point('touchMove', x, y), up: () => point('touchEnd'), point,
  };
}

// dragTo takes a step to the begin of another one's place; where that is out of sight, the border of the picture scrolls.
export async function dragTo(page, hand, name, to) {
  await stepAt(page, name).scrollIntoViewIfNeeded();
  const from = await stepAt(page, name).boundingBox();
  const x = from.x + 30, y = Math.max(from.y + 20, 160);
  await hand.down(x, y);
  await hand.move(x + 20, y + 20);
  await page.locator('.m-ghost').waitFor();
  for (let i = 0; i < 200 && to; i++) {
    const box = await stepAt(page, to).boundingBox();
    if (box.y > 150 && box.y < 840) {
      await hand.move(box.x + 4, box.y + 6);
      if (i > 0 && Math.abs((await stepAt(page, to).boundingBox()).y - box.y) < 2) break;
      continue;
    }
    await hand.move(x + 20, box.y < 200 ? 150 : 880);
    await page.waitForTimeout(50);
  }
}
