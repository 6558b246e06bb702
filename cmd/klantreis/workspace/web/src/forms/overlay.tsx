// What lies over a picture that can be clicked: dragging, and the buttons and keys that do the same.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Part, Spot } from '../api';
import { desk, select, whole } from '../state';
import { useFormWords } from '../words_forms';
import { clear, useTexts, type Box } from './clear';
import { indexOf, listenForDrags, type Drag } from './drag';
import { phaseItems, stepItems } from './outline';
import { Menu } from './parts';
import { Sign } from './sign';
import { spotsOf, stepSlots, type Slot } from './slots';
import * as structure from './structure';

// MapOverlay is drawn over an SVG, in a box of exactly its size on the screen: a place of the part at x is at
// x*scale pixels. The buttons of the places are below it (class spot, data-spot = index in part.places);
// root holds both, for listeners.
export function MapOverlay(props: { part: Part; scale: number; root: HTMLElement }) {
  const w = useFormWords();
  const model = desk.use(s => s.model);
  const stale = desk.use(s => s.stale);
  const selection = desk.use(s => s.selection);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [menu, setMenu] = useState(0);
  const { part, scale, root } = props;
  const now = useRef({ part, scale });
  now.current = { part, scale };
  const wanted = useRef('');
  const steps = spotsOf(part.places, 'stap');
  const texts = useTexts(root, part);

  useEffect(() => {
    if (stale) return;
    return listenForDrags(root, {
      places: () => now.current.part.places,
      scale: () => now.current.scale,
      show: setDrag,
      stopped: () => structure.announce(w.map.stopped),
      dropped: (spot, slot) => void land(now.current.part.places, spot, slot),
    });
  }, [root, stale, w]);

  useEffect(() => {
    const press = (e: KeyboardEvent) => keys(e, now.current.part.places, wanted, () => setMenu(n => n + 1));
    const context = (e: MouseEvent) => {
      const spot = spotAt(e.target, now.current.part.places);
      if (!spot || (spot.kind !== 'stap' && spot.kind !== 'fase')) return;
      e.preventDefault();
      choose(spot);
      setMenu(n => n + 1);
    };
    root.addEventListener('keydown', press);
    root.addEventListener('contextmenu', context);
    return () => { root.removeEventListener('keydown', press); root.removeEventListener('contextmenu', context); };
  }, [root]);

  // After a key has moved or removed something, the focus goes to it in each new picture until the change is in it: one
  // of the text before may come first. A person who went elsewhere meanwhile is not fetched back.
  useLayoutEffect(() => {
    const at = document.activeElement;
    if (!wanted.current || (at && at !== document.body && !root.contains(at))) return;
    const i = part.places.findIndex(p => nameOf(p) === wanted.current);
    if (i >= 0) root.querySelector<HTMLElement>(`[data-spot="${i}"]`)?.focus();
  }, [part.hash]);

  if (!steps.length || !model || stale) return null;
  const chosen = part.places.find(p => (p.kind === 'stap' && p.step !== '' && p.step === selection.step && selection.kind !== 'advies')
    || (p.kind === 'fase' && selection.kind === 'fase' && p.phase === selection.phase));
  return <div class="layer m-overlay">
    <p class="visually-hidden">{w.map.help}</p>
    {!drag && <Plus places={part.places} scale={scale} step={selection.step} texts={texts} />}
    {!drag && chosen && <div class={`m-menu ${chosen.kind === 'fase' ? 'm-of-phase' : ''}`} style={menuAt(chosen, texts, scale)}>
      <Menu key={`${nameOf(chosen)} ${menu}`} label={w.menuOf(chosen.label)} open={menu > 0} closed={() => setMenu(0)} class="f-end"
        items={chosen.kind === 'stap' ? stepItems(w, model, chosen.step) : phaseItems(w, model, chosen.phase)} />
    </div>}
    {drag && <>
      <div class="m-from" style={box(drag.spot, scale)} />
      {drag.slot && <div class={`m-mark ${drag.slot.upright ? 'm-upright' : ''}`} style={mark(drag.slot, scale)} />}
      <div class="m-ghost" style={{ left: drag.x, top: drag.y }}>{drag.spot.label}</div>
      <p class="visually-hidden" role="status">{w.map.dragging(drag.spot.label)}</p>
    </>}
  </div>;
}

// menuAt is the corner of a step or phase that its menu hangs from: at its right end, or where the button, whose middle is 51
// pixels to the left of that corner (forms.css), does not lie on words: lower at that end, or else further to the left.
function menuAt(s: Spot, texts: Box[], scale: number) {
  const right = s.x + s.width - 51 / scale, down = (s.kind === 'fase' ? -18 : 21) / scale;
  const places = [0, 24, 48, 72, 96, 120].flatMap(dx => [0, 12, 24, 36, 48, 60, 72].map(dy => ({ x: right - dx / scale, y: s.y + down + dy / scale })))
    .filter(p => p.x > s.x && p.y < s.y + Math.max(s.height, 1));
  const at = clear(texts, places.length ? places : [{ x: right, y: s.y + down }], 17 / scale);
  return { left: at.x * scale + 51, top: (at.y - down) * scale };
}

const nameOf = (p: Spot) => p.kind === 'fase' ? `fase ${p.phase}` : `${p.kind} ${p.step}`;
const box = (s: Spot, scale: number) => ({ left: s.x * scale, top: s.y * scale, width: s.width * scale, height: s.height * scale });
const mark = (s: Slot, scale: number) => ({ left: s.x * scale, top: s.y * scale, [s.upright ? 'height' : 'width']: s.length * scale });

async function land(places: Spot[], spot: Spot, slot: Slot): Promise<void> {
  if (spot.kind === 'fase') {
    await structure.movePhaseTo(spot.phase, slot.index > spot.phase ? slot.index - 1 : slot.index);
    return;
  }
  const before = slot.phase === spot.phase && indexOf(places, spot) < slot.index;
  await structure.moveStepTo(spot.step, slot.phase, before ? slot.index - 1 : slot.index);
}

function spotAt(target: EventTarget | null, places: Spot[]): Spot | undefined {
  const at = (target as Element | null)?.closest<HTMLElement>('[data-spot]');
  return at ? places[Number(at.dataset['spot'])] : undefined;
}

function choose(spot: Spot) {
  select({ ...whole, kind: spot.kind === 'fase' ? 'fase' : 'stap', phase: spot.phase, step: spot.step }, spot.line);
}

// openForm shows the form of what is selected, and goes to it.
function openForm() {
  desk.set({ mode: 'formulier', side: 'invullen' });
  requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector<HTMLElement>('.f-current h2')?.focus()));
}

// keys do on a place of the picture what dragging does.
function keys(e: KeyboardEvent, places: Spot[], wanted: { current: string }, openMenu: () => void) {
  const spot = spotAt(e.target, places);
  if (!spot || e.ctrlKey || e.metaKey) return;
  const took = () => { e.preventDefault(); e.stopPropagation(); };
  const by = e.key === 'ArrowLeft' || e.key === 'ArrowUp' ? -1 : e.key === 'ArrowRight' || e.key === 'ArrowDown' ? 1 : 0;
  if (e.key === 'Enter') {
    // The click of the button selects; its form is opened then.
    requestAnimationFrame(openForm);
    return;
  }
  if (spot.kind !== 'stap' && spot.kind !== 'fase') return;
  const step = spot.kind === 'stap';
  const focusOn = (name: string, change: Promise<void>) => {
    wanted.current = name;
    void change.finally(() => window.setTimeout(() => { if (wanted.current === name) wanted.current = ''; }, 500));
  };
  if (e.altKey && by) {
    took();
    focusOn(step ? nameOf(spot) : `fase ${spot.phase + by}`,
      step ? structure.moveStepBy(spot.step, by) : structure.movePhaseTo(spot.phase, spot.phase + by));
  } else if (e.key === 'Delete') {
    took();
    const all = spotsOf(places, step ? 'stap' : 'fase');
    const at = all.findIndex(s => nameOf(s) === nameOf(spot));
    const next = all[at + 1] ?? all[at - 1];
    focusOn(!next ? '' : step ? nameOf(next) : `fase ${Math.max(0, Math.min(spot.phase, all.length - 2))}`,
      step ? structure.removeStep(spot.step) : structure.removePhase(spot.phase));
  } else if (e.key === 'Insert' || e.key === '+') {
    took();
    void (step ? structure.addStepAfter(spot.step) : structure.addStepAt(spot.phase, 0));
  } else if (e.key === 'm' || e.key === 'M') {
    took();
    choose(spot);
    openMenu();
  }
}

// along are the other parts of the line between two steps where a button may stand.
const along = [0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9, 0.03, 0.97];

// Plus are the buttons between steps and at the end of phases. They have no stop for Tab: the keys of a step and the
// list of parts add as well.
function Plus(props: { places: Spot[]; scale: number; step: string; texts: Box[] }) {
  const w = useFormWords();
  const { places, scale, texts } = props;
  const half = 15 / scale;
  const phases = spotsOf(places, 'fase');
  const last = phases[phases.length - 1];
  const spot = (wished: { x: number; y: number }[]) => { const p = clear(texts, wished, half); return { left: p.x * scale, top: p.y * scale }; };
  const add = (phase: number, index: number) => void structure.addStepAt(phase, index);
  const slots = stepSlots(places).filter(s => s.index > 0 || !spotsOf(places, 'stap').some(p => p.phase === s.phase));
  return <>
    {slots.map(s => {
      const count = spotsOf(places, 'stap').filter(p => p.phase === s.phase).length;
      // At the end of a phase it stands within the phase, so that the one behind it keeps its own.
      const inside = s.index === count && count > 0 ? 16 : 0;
      // Without a mouse over the picture, only those at the step that is chosen are shown.
      const at = places.findIndex(p => p.kind === 'stap' && p.step === props.step);
      const near = at >= 0 && places[at]!.phase === s.phase && Math.abs(indexOf(places, places[at]!) + 0.5 - s.index) < 1;
      const name = w.map.addStep(s.after ? w.map.after(s.after) : w.map.inPhase(phases.find(p => p.phase === s.phase)?.label ?? ''));
      return <button type="button" key={`${s.phase} ${s.index}`} class={`m-plus ${near ? 'm-near' : ''}`} tabIndex={-1} title={name} aria-label={name}
        style={spot(s.upright
          ? [0, ...along].map(share => ({ x: s.x - inside / scale, y: s.y + s.length * share }))
          : [0.5, ...along].map(share => ({ x: s.x + s.length * share, y: s.y - inside / scale })))}
        onClick={() => add(s.phase, s.index)}><Sign name="add" /></button>;
    })}
    {last && <button type="button" class="m-plus m-plus-phase" tabIndex={-1} aria-label={w.map.addPhase} title={w.map.addPhase}
      style={spot([0.5, 1.2, 1.9, 2.6, 3.3].map(n => ({ x: last.x + last.width, y: last.y + Math.min(last.height, 40) * n })))}
      onClick={() => void structure.addPhaseAt(phases.length)}><Sign name="add" /></button>}
  </>;
}
