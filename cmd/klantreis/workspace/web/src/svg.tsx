// A picture of the server in the page.
import { useLayoutEffect, useRef } from 'preact/hooks';

// parse reads an SVG as XML, and leaves out whatever could run or load: pictures are ours, and this is a
// second lock on the door.
export function parse(content: string): SVGSVGElement | null {
  const found = new DOMParser().parseFromString(content, 'image/svg+xml').documentElement;
  if (!(found instanceof SVGSVGElement)) return null;
  for (const e of found.querySelectorAll('script, foreignObject, iframe, animate, set')) e.remove();
  for (const e of [found, ...found.querySelectorAll('*')]) {
    for (const a of [...e.attributes]) {
      if (/^on/i.test(a.name) || /href$/i.test(a.name) && !a.value.startsWith('#')) e.removeAttribute(a.name);
    }
  }
  return document.importNode(found, true);
}

// Svg shows a picture; hidden: beside a text that says the same.
export function Svg({ content, hidden = false }: { content: string; hidden?: boolean }) {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const svg = parse(content);
    if (svg) box.current?.replaceChildren(svg);
  }, [content]);
  return <span ref={box} class="svg" aria-hidden={hidden} />;
}
