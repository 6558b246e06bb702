// A picture of the server in the page.
import { useLayoutEffect, useRef } from 'preact/hooks';

// parse reads an SVG as XML. Scripts in what was parsed never run, and the policy of the page lets no picture run
// or load anything; what could is left out all the same.
export function parse(content: string): SVGSVGElement | null {
  const found = new DOMParser().parseFromString(content, 'image/svg+xml').documentElement;
  if (!(found instanceof SVGSVGElement)) return null;
  for (const e of found.querySelectorAll('script, style, foreignObject, image, a, animate, set')) e.remove();
  return document.adoptNode(found);
}

// become makes a picture that is shown equal to another, and touches only what differs: what stays does not
// flicker and is not laid out again.
export function become(shown: Element, next: Element) {
  for (const { name } of [...shown.attributes]) if (!next.hasAttribute(name)) shown.removeAttribute(name);
  for (const { name, value } of [...next.attributes]) if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  const old = [...shown.childNodes], wanted = [...next.childNodes];
  for (let i = 0; i < wanted.length; i++) {
    const a = old[i], b = wanted[i]!;
    if (!a) shown.append(b);
    else if (a.isEqualNode(b)) continue;
    else if (a instanceof Element && b instanceof Element && a.tagName === b.tagName && a.childNodes.length > 0) become(a, b);
    else a.replaceWith(b);
  }
  for (const a of old.slice(wanted.length)) a.remove();
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
