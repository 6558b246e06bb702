// The picture of the journey, with what can be clicked in it.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Part, Spot } from './api';
import { MapOverlay } from './forms/overlay';
import { fit, wideMap } from './live';
import { InWords } from './inwords';
import { desk, select, views, whole, type Selection, type View } from './state';
import { become, parse } from './svg';
import { Tabs } from './tabs';
import { words } from './words';
import { useZoom, type Zoom } from './zoom';

const none: Part[] = [];
const legible = 0.7; // the scale below which the smallest letters of the map cannot be read
const edges = 40; // pixels beside a picture, with the scroll bar

export function Picture() {
  const view = desk.use(s => s.view);
  const parts = desk.use(s => s.parts[s.view] ?? none);
  const stale = desk.use(s => s.stale);
  const counting = desk.use(s => s.counting);
  const drawing = desk.use(s => s.drawing);
  const errors = desk.use(s => s.problems.filter(p => p.severity === 'error').length);
  const box = useRef<HTMLDivElement>(null);
  const [asText, setAsText] = useState(false);
  const narrow = desk.use(s => s.narrow && s.view === 'kaart');
  const across = desk.use(s => s.wideMap) && narrow;
  const zoom = useZoom(box, across ? `${view} breed` : view, across ? legible : 0);
  const w = words();
  const pictures = parts.some(p => p.kind === 'svg');
  const names = Object.fromEntries(views.map(v => [v, w.views[v]])) as Record<View, string>;
  useLayoutEffect(() => {
    const outside = box.current!.parentElement!;
    fit((outside.offsetWidth || document.documentElement.clientWidth) - edges); // 0: behind a tab on a narrow screen
    const watch = new ResizeObserver(() => { if (outside.offsetWidth > 0) fit(outside.offsetWidth - edges); });
    watch.observe(outside);
    return () => watch.disconnect();
  }, []);
  return <>
    <div class="picture-line">
      <Tabs label={w.viewsLabel} names={names} chosen={view} controls="beeld" choose={view => desk.set({ view })} />
      <div class="group wrap">
        {narrow && !asText && <button type="button" aria-pressed={across} title={w.wideMapHelp} onClick={() => wideMap(!across)}>{w.wideMap}</button>}
        {pictures && !asText && <div class="group zoom" role="group" aria-label={w.zoomLabel}>
          <button type="button" aria-label={w.zoomOut} title={`${w.zoomOut} (−)`} onClick={zoom.out}>−</button>
          <output aria-live="polite">{w.zoomNow(Math.round(zoom.scale * 100))}</output>
          <button type="button" aria-label={w.zoomIn} title={`${w.zoomIn} (+)`} onClick={zoom.in}>+</button>
          <button type="button" aria-pressed={zoom.fitting} title={`${w.zoomFit} (0)`} onClick={zoom.fit}>{w.zoomFit}</button>
        </div>}
        <button type="button" aria-pressed={asText} onClick={() => setAsText(!asText)}>{w.asText}</button>
      </div>
    </div>
    <div role="status">
      {stale && <p class="notice bad">{parts.length > 0 ? w.stale : w.nothingYet} <button type="button" class="link"
        onClick={() => { desk.set({ side: 'invullen' }); requestAnimationFrame(() => document.querySelector<HTMLElement>('.problem-list')?.focus()); }}>{w.staleShort(errors)}</button></p>}
      {counting && <p class="notice">{w.counting}</p>}
      {drawing && !counting && <p class="notice busy"><progress aria-hidden="true" /> {w.making(w.views[view])}</p>}
    </div>
    <div id="beeld" role="tabpanel" aria-label={w.views[view]} class="beeld">
      {asText && <InWords />}
      <div ref={box} class={`scroll ${stale ? 'stale' : ''}`} hidden={asText} tabIndex={0} role="group"
        aria-label={w.pictureLabel(w.views[view])}>
        {parts.map(p => <PartOf key={`${view} ${p.id}`} part={p} zoom={zoom} titled={parts.length > 1} />)}
      </div>
    </div>
  </>;
}

function PartOf({ part, zoom, titled }: { part: Part; zoom: Zoom; titled: boolean }) {
  switch (part.kind) {
    case 'svg': return <Drawn part={part} zoom={zoom} titled={titled} />;
    case 'frame': return <Frame part={part} />;
    default: return <Written part={part} />;
  }
}

// Place is where a whole page was being looked at: the name of the slide, and how far it was scrolled.
interface Place { hash: string; x: number; y: number }

function placeIn(data: unknown): Place | null {
  const d = data as Partial<Place & { klantreis: string }> | null;
  if (typeof d !== 'object' || d?.klantreis !== 'plek' || typeof d.x !== 'number' || typeof d.y !== 'number') return null;
  return typeof d.hash === 'string' && /^(#[^#]{0,200})?$/.test(d.hash) ? { hash: d.hash, x: d.x, y: d.y } : null;
}

// Frame shows a whole page, which can reach nothing of this one but tell its place (frame.js). The old page stays until
// the new one is there, which opens at the same place.
function Frame({ part }: { part: Part }) {
  const [shown, setShown] = useState(part.content);
  const box = useRef<HTMLDivElement>(null), place = useRef<Place>({ hash: '', x: 0, y: 0 });
  const begins = useRef(new Map<string, string>()); // the slide that a page opened with: its address must stay the same
  const next = part.content !== shown ? part.content : null;
  useEffect(() => {
    const hear = (e: MessageEvent) => {
      const there = placeIn(e.data);
      if (there && e.source === box.current?.querySelector<HTMLIFrameElement>('iframe:not(.coming)')?.contentWindow) place.current = there;
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  const address = (src: string) => {
    if (!begins.current.has(src)) begins.current.set(src, src + place.current.hash);
    return begins.current.get(src);
  };
  const loaded = (src: string, frame: HTMLIFrameElement) => {
    if (src !== next) return;
    frame.contentWindow?.postMessage({ klantreis: 'plek', ...place.current }, '*'); // its origin is nobody's
    begins.current.delete(shown);
    setShown(src);
  };
  return <div ref={box} class="frames">
    {[shown, ...(next ? [next] : [])].map(src => <iframe key={src} src={address(src)} title={words().frameTitle(part.title)}
      sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" class={src === shown ? '' : 'coming'} onLoad={e => loaded(src, e.currentTarget)} />)}
  </div>;
}

function Written({ part }: { part: Part }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => { box.current!.innerHTML = part.content; }, [part.hash]);
  return <div ref={box} class="written" />;
}

// Drawn is a picture with a button over each place in it.
function Drawn({ part, zoom, titled }: { part: Part; zoom: Zoom; titled: boolean }) {
  const root = useRef<HTMLDivElement>(null), picture = useRef<HTMLDivElement>(null);
  const [there, setThere] = useState<HTMLElement | null>(null);
  const svg = useMemo(() => parse(part.content), [part.hash]);
  const size = useMemo(() => sizeOf(svg), [svg]);
  const scale = zoom.scaleOf(size.width);
  useLayoutEffect(() => {
    if (svg) {
      svg.setAttribute('aria-hidden', String(part.places.length > 0)); // the places tell it
      svg.setAttribute('width', String(size.width * scale));
      svg.setAttribute('height', String(size.height * scale));
      const shown = picture.current!.firstElementChild;
      if (shown) become(shown, svg);
      else picture.current!.append(svg);
    }
    setThere(root.current);
  }, [svg]);
  useLayoutEffect(() => {
    const shown = picture.current!.firstElementChild;
    shown?.setAttribute('width', String(size.width * scale));
    shown?.setAttribute('height', String(size.height * scale));
  }, [size, scale]);
  return <figure class="drawn" aria-label={part.title}>
    {titled && <figcaption style={{ maxWidth: size.width * scale }}>{part.title}</figcaption>}
    <div ref={root} class="layers" style={{ width: size.width * scale, height: size.height * scale }}>
      <div ref={picture} class="layer" />
      <Spots part={part} scale={scale} />
      {there && <MapOverlay part={part} scale={scale} root={there} />}
    </div>
  </figure>;
}

function sizeOf(svg: SVGSVGElement | null): { width: number; height: number } {
  const box = svg?.getAttribute('viewBox')?.split(/[\s,]+/).map(Number) ?? [];
  return { width: box[2] || Number(svg?.getAttribute('width')) || 1, height: box[3] || Number(svg?.getAttribute('height')) || 1 };
}

// Spots are the buttons over a picture. One of them is a stop for Tab; arrows go to the others.
function Spots({ part, scale }: { part: Part; scale: number }) {
  const box = useRef<HTMLDivElement>(null);
  const selection = desk.use(s => s.selection);
  const [stop, setStop] = useState(0);
  const chosen = part.places.findIndex(p => isAt(p, selection));
  useEffect(() => {
    if (chosen < 0) return;
    setStop(chosen);
    box.current?.children[chosen]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  const press = (e: KeyboardEvent) => {
    const at = Number((e.target as HTMLElement).dataset['spot']);
    const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: part.places.length - 1 }[e.key];
    if (next === undefined || e.altKey || e.ctrlKey || e.shiftKey) return;
    e.preventDefault();
    e.stopPropagation();
    const to = (next + part.places.length) % part.places.length;
    setStop(to);
    (box.current?.children[to] as HTMLElement | undefined)?.focus();
  };
  return <div ref={box} class="layer spots" onKeyDown={press}>
    {part.places.map((p, i) => <button key={i} type="button" class={`spot ${p.kind} ${i === chosen ? 'chosen' : ''}`} data-spot={i} tabIndex={i === stop ? 0 : -1}
      aria-label={p.label} aria-current={i === chosen} style={{ left: p.x * scale, top: p.y * scale, width: p.width * scale, height: p.height * scale }}
      onClick={() => { setStop(i); select(of(p), p.line); }} />)}
  </div>;
}

// of is the selection that a place stands for.
function of(p: Spot): Selection {
  return { ...whole, kind: p.kind as Selection['kind'], phase: p.phase, step: p.step, index: p.index };
}

function isAt(p: Spot, s: Selection): boolean {
  if (s.kind === 'stap' || s.kind === 'signaal' || s.kind === 'citaat') return p.kind === 'stap' && p.step === s.step;
  if (s.kind === 'fase') return p.kind === 'fase' && p.phase === s.phase;
  return s.kind === 'advies' && p.kind === 'advies' && p.index === s.index;
}
