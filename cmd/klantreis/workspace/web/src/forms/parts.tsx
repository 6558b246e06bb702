// What all forms have around their fields.
import { type ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Problem } from '../api';
import { said } from '../words_plain';
import { Sign, type SignName } from './sign';

export function FormHead(props: { title: string; name?: string; about: string; children?: ComponentChildren }) {
  return <header class="f-head">
    <div>
      <h2 tabIndex={-1}>{props.name ? <><span class="f-kind">{props.title}</span> {props.name}</> : props.title}</h2>
      <p>{props.about}</p>
    </div>
    {props.children && <div class="f-tools">{props.children}</div>}
  </header>;
}

// Rest are the faults of a form that belong to no field.
export function Rest(props: { problems: Problem[] }) {
  if (!props.problems.length) return null;
  return <ul class="f-rest">
    {props.problems.map(p => <li class={p.severity === 'error' ? 'f-fault' : 'f-warning'} key={`${p.code}${p.line}`}>{said(p)}</li>)}
  </ul>;
}

export interface MenuItem { label: string; sign?: SignName; off?: boolean; do(): void }

// Menu is a button with what can be done, for those who do not drag. The arrows go along the items and Escape
// closes it.
export function Menu(props: { label: string; items: MenuItem[]; class?: string; open?: boolean; closed?(): void; text?: string }) {
  const [open, setOpen] = useState(props.open ?? false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const items = () => [...box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []];
  const close = (back: boolean) => { setOpen(false); if (back) button.current?.focus(); props.closed?.(); };
  useEffect(() => {
    if (!open) return;
    items().find(i => i.getAttribute('aria-disabled') !== 'true')?.focus();
    const away = (e: Event) => { if (!box.current?.contains(e.target as Node)) close(false); };
    document.addEventListener('pointerdown', away, true);
    document.addEventListener('focusin', away);
    return () => { document.removeEventListener('pointerdown', away, true); document.removeEventListener('focusin', away); };
  }, [open]);
  // The list opens where the window and the box that scrolls have room: upwards when there is more there, and never higher than that.
  useLayoutEffect(() => {
    const at = button.current, items = list.current;
    if (!open || !at || !items) return;
    const place = at.getBoundingClientRect(), around = at.closest('.scroll, .forms, .f-outline-box')?.getBoundingClientRect();
    const above = place.top - Math.max(0, around?.top ?? 0), below = Math.min(innerHeight, around?.bottom ?? innerHeight) - place.bottom;
    const up = items.scrollHeight + 8 > below && above > below;
    items.toggleAttribute('data-up', up);
    items.style.maxHeight = `${Math.max(96, Math.floor((up ? above : below) - 8))}px`;
  }, [open]);
  const keys = (e: KeyboardEvent) => {
    if (!open) return;
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const to = e.key === 'ArrowDown' ? (at + 1) % all.length : e.key === 'ArrowUp' ? (at + all.length - 1) % all.length
      : e.key === 'Home' ? 0 : e.key === 'End' ? all.length - 1 : -1;
    if (to >= 0) { e.preventDefault(); e.stopPropagation(); all[to]?.focus(); }
    if (e.key === 'Escape') { e.preventDefault(); e.stopPropagation(); close(true); }
    if (e.key === 'Tab') close(false);
  };
  return <div class={`f-menu ${props.class ?? ''}`} ref={box} onKeyDown={keys}>
    <button type="button" class={props.text ? 'f-button' : 'f-icon'} ref={button} aria-haspopup="menu" aria-expanded={open} aria-label={props.text ? undefined : props.label}
      title={props.text ? undefined : props.label} onClick={() => setOpen(!open)}>{props.text ?? <Sign name="more" />}</button>
    {open && <div class="f-items" ref={list} role="menu" aria-label={props.label}>
      {props.items.map(i => <button type="button" role="menuitem" tabIndex={-1} key={i.label} aria-disabled={i.off ?? false}
        onClick={() => { if (!i.off) { close(true); i.do(); } }}>{i.sign && <Sign name={i.sign} />}{i.label}</button>)}
    </div>}
  </div>;
}
